package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.outbox.Dispatcher;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real dispatcher before a gateway that says what the test tells it to. */
class DispatcherTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger TEXTS = new AtomicInteger();

  /** Its own dispatcher takes what is due too, so the tests' texts are not due on its clock. */
  private static TestServer server;

  private final TestClock clock = new TestClock();
  private final Queue<SendResult> results = new ConcurrentLinkedQueue<>();
  private final Queue<OutgoingText> sent = new ConcurrentLinkedQueue<>();
  private Vertx vertx;

  @BeforeAll
  static void startServer() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of());
    server.phones().text(Phones.number(1), "No hay agua en Palo Blanco");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void later() {
    vertx = Vertx.vertx();
    clock.pass(Duration.ofDays(30));
    DATABASE.execute("DELETE FROM outbox");
    DATABASE.execute("DELETE FROM stop_list");
    DATABASE.execute("UPDATE send_pace SET next_at = '2000-01-01T00:00:00Z'");
  }

  @AfterEach
  void stop() {
    vertx.close().await();
  }

  private SendResult next(OutgoingText text) {
    sent.add(text);
    SendResult result = results.poll();
    return result == null
        ? new SendResult.Accepted(TwilioClient.sid((int) text.id()), "queued", 1)
        : result;
  }

  private void dispatch(int rate, boolean repeatsSafely) {
    SmsGateway gateway = this::next;
    Dispatcher dispatcher =
        new Dispatcher(
            new Dispatcher.Parts(
                server.services().database.pool("scripted", 3),
                gateway,
                clock,
                rate,
                server.services().residents.vault()::open,
                id -> URI.create("https://voz.example/twilio/status?m=" + id),
                repeatsSafely));
    vertx
        .deployVerticle(
            dispatcher, new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
  }

  /** A text that is due now, on this test's clock. */
  private long text() {
    long id = 1_000_000L + TEXTS.incrementAndGet();
    DATABASE.execute(
        "WITH m AS (INSERT INTO message (id, at, direction, channel, resident, body) SELECT ?,"
            + " ?::timestamptz, 'out', 'sms', id, 'Texto' FROM resident LIMIT 1 RETURNING *) INSERT"
            + " INTO outbox (message, message_at, resident, state, priority, due_at, expires_at,"
            + " updated_at) SELECT id, at, resident, 'pending', 1, at, at + interval '3 days', at"
            + " FROM m",
        id,
        clock.instant().toString());
    return id;
  }

  private static String state(long text) {
    return DATABASE.text("SELECT state FROM outbox WHERE message = ?", text);
  }

  private static void awaitState(long text, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .pollInterval(Duration.ofMillis(30))
        .untilAsserted(() -> assertThat(state(text)).isEqualTo(state));
  }

  @Test
  void an_accepted_text_keeps_its_name_and_goes_to_its_phone_once() {
    long text = text();
    dispatch(10, false);
    awaitState(text, "accepted");

    assertThat(sent)
        .singleElement()
        .satisfies(out -> {
          assertThat(out.to().value()).isEqualTo(Phones.number(1));
          assertThat(out.body()).isEqualTo("Texto");
          assertThat(out.statusCallback())
              .hasToString("https://voz.example/twilio/status?m=" + text);
        });
    assertThat(DATABASE.text("SELECT sid FROM outbox WHERE message = ?", text))
        .isEqualTo(TwilioClient.sid((int) text));
  }

  @Test
  void a_refused_text_has_failed_and_is_never_sent_again() {
    results.add(new SendResult.Refused(21614, SendResult.Reason.NUMBER));
    long text = text();
    dispatch(10, false);
    awaitState(text, "failed");
    long second = text();
    awaitState(second, "accepted");

    assertThat(sent).hasSize(2);
    assertThat(DATABASE.text("SELECT error FROM outbox WHERE message = ?", text))
        .isEqualTo("21614");
  }

  @Test
  void a_text_that_was_not_taken_waits_and_is_sent_again_later() {
    results.add(new SendResult.Retry(20429, Duration.ofSeconds(30)));
    long text = text();
    dispatch(10, false);
    Awaitility.await().until(() -> sent.size() == 1 && state(text).equals("pending"));
    long second = text();
    awaitState(second, "accepted");
    assertThat(state(text)).isEqualTo("pending");

    clock.pass(Duration.ofMinutes(1));
    awaitState(text, "accepted");
    assertThat(DATABASE.text("SELECT attempts FROM outbox WHERE message = ?", text)).isEqualTo("2");
  }

  @Test
  void a_text_that_was_perhaps_taken_is_parked_for_a_person() {
    results.add(new SendResult.Ambiguous("no answer in time"));
    long text = text();
    dispatch(10, false);
    awaitState(text, "parked");
    clock.pass(Duration.ofHours(12));
    long second = text();
    awaitState(second, "accepted");

    assertThat(state(text)).isEqualTo("parked");
    assertThat(sent).hasSize(2);
    assertThat(server.services().deliveries.parked()).anyMatch(p -> p.message() == text);
  }

  @Test
  void a_halt_stops_all_texts_for_a_minute_and_loses_none() {
    results.add(new SendResult.Halt(20003));
    long first = text();
    dispatch(1, false);
    Awaitility.await().until(() -> sent.size() == 1 && state(first).equals("pending"));
    long second = text();
    clock.pass(Duration.ofSeconds(30));
    // A whole round of the dispatcher passes without a text.
    Awaitility.await()
        .during(Duration.ofMillis(400))
        .atMost(Duration.ofSeconds(3))
        .until(() -> sent.size() == 1);

    clock.pass(Duration.ofSeconds(40));
    awaitState(first, "accepted");
    clock.pass(Duration.ofSeconds(5));
    awaitState(second, "accepted");
  }

  @Test
  void no_more_leave_than_the_rate_allows() {
    for (int i = 0; i < 30; i++) {
      text();
    }
    dispatch(5, false);
    int before = settled();
    assertThat(before).isBetween(5, 7);
    for (int second = 1; second <= 3; second++) {
      clock.pass(Duration.ofSeconds(1));
      int now = settled();
      assertThat(now - before).as("second " + second).isBetween(4, 6);
      before = now;
    }
  }

  /** How many were sent once the dispatcher finds nothing more to do at this moment. */
  private int settled() {
    int[] last = {-1};
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .during(Duration.ofMillis(350))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          boolean same = last[0] == sent.size();
          last[0] = sent.size();
          return same;
        });
    return sent.size();
  }

  @Test
  void a_text_whose_sender_died_is_parked_or_where_repeating_is_safe_sent_again() {
    long text = text();
    DATABASE.execute(
        "UPDATE outbox SET state = 'leased', leased_until = ?::timestamptz WHERE message = ?",
        clock.instant().toString(),
        text);
    clock.pass(Duration.ofSeconds(1));
    dispatch(10, false);
    awaitState(text, "parked");

    DATABASE.execute(
        "UPDATE outbox SET state = 'leased', leased_until = ?::timestamptz WHERE message = ?",
        clock.instant().minusSeconds(1).toString(),
        text);
    vertx.close().await();
    vertx = Vertx.vertx();
    dispatch(10, true);
    awaitState(text, "accepted");
  }

  @Test
  void a_text_that_is_no_longer_true_expires_unsent() {
    long text = text();
    clock.pass(Duration.ofDays(4));
    dispatch(10, false);
    awaitState(text, "expired");

    assertThat(sent).isEmpty();
  }

  @Test
  void who_said_ALTO_is_passed_over() {
    long text = text();
    DATABASE.execute("INSERT INTO stop_list SELECT id, 'all', now() FROM resident LIMIT 1");
    dispatch(10, false);
    assertThat(settled()).isZero();

    assertThat(state(text)).isEqualTo("pending");
  }

  @Test
  void statuses_in_any_order_leave_what_is_final() {
    String sid = TwilioClient.sid(77);
    for (List<String> order :
        List.of(
            List.of("queued", "sent", "delivered"),
            List.of("delivered", "sent", "queued"),
            List.of("sent", "delivered", "failed", "undelivered"),
            List.of("nonsense", "delivered", "delivered"))) {
      long text = text();
      DATABASE.execute("UPDATE outbox SET sid = NULL");
      DATABASE.execute(
          "UPDATE outbox SET state = 'accepted', sid = ? WHERE message = ?", sid, text);
      order.forEach(
          status -> server.services().deliveries.report(text, sid, status, null, clock.instant()));
      assertThat(state(text)).as(order.toString()).isEqualTo("delivered");
    }
    long failed = text();
    DATABASE.execute("UPDATE outbox SET sid = NULL");
    server.services().deliveries.report(failed, sid, "undelivered", 30003, clock.instant());
    server.services().deliveries.report(failed, sid, "sent", null, clock.instant());
    assertThat(state(failed)).isEqualTo("failed");
    assertThat(DATABASE.text("SELECT error FROM outbox WHERE message = ?", failed))
        .isEqualTo("30003");
  }

  @Test
  void a_status_with_another_texts_name_changes_nothing() {
    long text = text();
    DATABASE.execute(
        "UPDATE outbox SET state = 'accepted', sid = ? WHERE message = ?",
        TwilioClient.sid(88),
        text);
    server
        .services()
        .deliveries
        .report(text, TwilioClient.sid(89), "failed", 30003, clock.instant());

    assertThat(state(text)).isEqualTo("accepted");
  }
}
