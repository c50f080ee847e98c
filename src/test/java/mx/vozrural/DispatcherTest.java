package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What leaves the outbox, when, in which order, and what doesn't. */
class DispatcherTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static TestServer server;
  private ScriptedSending sending;

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
    sending = new ScriptedSending(server, DATABASE);
  }

  @AfterEach
  void stop() {
    sending.close();
  }

  @Test
  void an_accepted_text_keeps_its_name_and_goes_to_its_phone_once() {
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "accepted");

    assertThat(sending.sent)
        .singleElement()
        .satisfies(out -> {
          assertThat(out.to().value()).isEqualTo(Phones.number(1));
          assertThat(out.body()).isEqualTo("Texto");
          assertThat(out.statusCallback()).hasToString("https://voz.example/s?m=" + text + "&n=1");
        });
    assertThat(sending.of(text, "sid || ' ' || sid_from"))
        .isEqualTo(TwilioClient.sid((int) text) + " answer");
  }

  @Test
  void a_refused_text_has_failed_and_is_never_sent_again() {
    sending.results.add(new SendResult.Refused(21614, SendResult.Reason.NUMBER));
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "failed");
    long second = sending.text();
    sending.awaitState(second, "accepted");

    assertThat(sending.sent).hasSize(2);
    assertThat(sending.of(text, "error")).isEqualTo("21614");
  }

  @Test
  void a_text_that_was_not_taken_waits_and_is_sent_again_later() {
    sending.results.add(new SendResult.Retry(20429, Duration.ofSeconds(30)));
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "waiting");
    long second = sending.text();
    sending.awaitState(second, "accepted");
    assertThat(sending.state(text)).isEqualTo("waiting");

    sending.clock.pass(Duration.ofMinutes(1));
    sending.awaitState(text, "accepted");
    assertThat(sending.of(text, "attempts")).isEqualTo("2");
  }

  @Test
  void a_halt_stops_all_instances_for_a_minute_says_so_and_loses_nothing() {
    sending.results.add(new SendResult.Halt(20003));
    long first = sending.text();
    sending.dispatch(10).dispatch(10);
    sending.awaitState(first, "waiting");
    Instant now = sending.clock.instant();
    Awaitility.await().until(() -> Integer.valueOf(20003).equals(deliveriesHalted(now)));
    long second = sending.text();
    sending.clock.pass(Duration.ofSeconds(30));
    assertThat(sending.settled()).isEqualTo(1);

    sending.clock.pass(Duration.ofSeconds(40));
    sending.awaitState(first, "accepted");
    sending.awaitState(second, "accepted");
    assertThat(deliveriesHalted(sending.clock.instant())).isNull();
  }

  private static @Nullable Integer deliveriesHalted(Instant now) {
    return server.services().deliveries.waiting(now).halted();
  }

  @Test
  void two_instances_share_one_rate_and_get_about_the_same_of_it() {
    for (int i = 0; i < 400; i++) {
      sending.text();
    }
    Counted one = new Counted();
    Counted other = new Counted();
    sending.dispatch(50, one).dispatch(50, other);
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> one.times.size() + other.times.size() >= 200);

    List<Long> all = new ArrayList<>(one.times);
    all.addAll(other.times);
    all.sort(null);
    double seconds = (all.get(199) - all.getFirst()) / 1e9;
    // The first ten may leave at once; a busy machine may be late, never early.
    assertThat(199 / seconds).isLessThan(50 * 1.05 + 10 / seconds);
    assertThat(199 / seconds).isGreaterThan(35);
    assertThat(one.times.size() / (double) all.size()).isBetween(0.3, 0.7);
  }

  /** When it was handed each text. */
  private static final class Counted implements SmsGateway {
    private final Queue<Long> times = new ConcurrentLinkedQueue<>();

    @Override
    public SendResult send(OutgoingText text) {
      times.add(System.nanoTime());
      return new SendResult.Accepted(TwilioClient.sid((int) text.id()), "queued", 1);
    }

    @Override
    public Listing look(OutgoingText text, Instant since) {
      return new Listing.Unreadable("none");
    }
  }

  @Test
  void too_many_requests_hold_up_the_common_pace_for_a_moment() {
    sending.results.add(
        new SendResult.Retry(20429, Duration.ofSeconds(1), SendResult.UNTIL_IT_EXPIRES, true));
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "waiting");

    Awaitility.await()
        .until(() ->
            DATABASE
                .text("SELECT next_at > now() + interval '300 milliseconds' FROM send_pace")
                .equals("true"));
  }

  @Test
  void no_text_overtakes_an_earlier_one_to_the_same_phone_but_what_outranks_it() {
    long resident = sending.resident();
    long first = sending.text(resident, 1);
    sending.set(first, "state = 'waiting', due_at = due_at + interval '1 hour'");
    sending.clock.pass(Duration.ofSeconds(1));
    long second = sending.text(resident, 1);
    long many = sending.text(resident, 2);
    long safety = sending.text(resident, 0);
    sending.dispatch(20);
    sending.awaitState(safety, "accepted");
    assertThat(sending.settled()).isEqualTo(1);

    sending.clock.pass(Duration.ofHours(1));
    sending.awaitState(many, "accepted");
    assertThat(sending.sent.stream().map(OutgoingText::id))
        .containsExactly(safety, first, second, many);
  }

  @Test
  void a_parked_text_holds_up_no_other() {
    long resident = sending.resident();
    sending.set(sending.text(resident, 1), "state = 'parked'");
    sending.clock.pass(Duration.ofSeconds(1));
    long second = sending.text(resident, 1);
    sending.dispatch(10);

    sending.awaitState(second, "accepted");
  }

  @Test
  void in_quiet_hours_only_what_may_leaves_though_it_was_ready_before() {
    sending.clock.set(Instant.parse("2026-12-24T05:00:00Z"));
    long update = sending.text();
    long again = sending.text();
    sending.set(again, "state = 'waiting', attempts = 3");
    long safety = sending.text(sending.resident(), 0);
    sending.set(safety, "any_hour = true");
    sending.dispatchByNight(20);
    sending.awaitState(safety, "accepted");
    assertThat(sending.settled()).isEqualTo(1);
    assertThat(sending.of(update, "state || extract(hour FROM due_at AT TIME ZONE 'UTC-6')"))
        .startsWith("waiting");

    sending.clock.set(Instant.parse("2026-12-24T15:00:01Z"));
    sending.awaitState(update, "accepted");
    sending.awaitState(again, "accepted");
  }

  @Test
  void a_text_that_is_no_longer_true_expires_unsent() {
    long pending = sending.text();
    long waiting = sending.text();
    sending.set(waiting, "state = 'waiting'");
    sending.clock.pass(Duration.ofDays(4));
    sending.dispatch(10);
    sending.awaitState(pending, "expired");
    sending.awaitState(waiting, "expired");

    assertThat(sending.sent).isEmpty();
  }

  @Test
  void who_said_ALTO_or_STOP_is_crossed_out_and_who_left_the_notices_gets_the_rest() {
    long all = sending.text(stopped("all"), 1);
    long twilio = sending.text(stopped("twilio"), 1);
    long left = stopped("notices");
    long notice = sending.text(left, 1);
    sending.set(notice, "stream = 'notice'");
    long report = sending.text(left, 1);
    sending.dispatch(10);
    sending.awaitState(all, "cancelled");
    sending.awaitState(twilio, "cancelled");
    sending.awaitState(notice, "cancelled");
    sending.awaitState(report, "accepted");

    assertThat(sending.sent).hasSize(1);
  }

  private long stopped(String stream) {
    long resident = sending.resident();
    DATABASE.execute("INSERT INTO stop_list VALUES (?, ?, now())", resident, stream);
    return resident;
  }

  @Test
  void the_answer_to_words_of_danger_leaves_after_ALTO_too_but_not_past_the_gateways_block() {
    long stopped = sending.resident();
    long blocked = sending.resident();
    long danger = answerOfDanger(stopped);
    long other = sending.text(stopped, 0);
    long past = answerOfDanger(blocked);
    DATABASE.execute("INSERT INTO stop_list VALUES (?, 'all', now())", stopped);
    DATABASE.execute("INSERT INTO stop_list VALUES (?, 'twilio', now())", blocked);
    sending.dispatch(10);

    sending.awaitState(danger, "accepted");
    sending.awaitState(other, "cancelled");
    sending.awaitState(past, "cancelled");
    assertThat(sending.sent)
        .singleElement()
        .satisfies(text -> assertThat(text.id()).isEqualTo(danger));
  }

  private long answerOfDanger(long resident) {
    long text = sending.text(resident, 0);
    sending.set(text, "stream = 'answer', any_hour = true");
    DATABASE.execute("UPDATE message SET template = 'danger+filed' WHERE id = ?", text);
    return text;
  }

  @Test
  void what_the_gateway_refuses_for_no_known_reason_waits_for_a_person() {
    sending.results.add(new SendResult.Refused(99_999, SendResult.Reason.UNKNOWN));
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "parked");

    assertThat(sending.of(text, "note")).contains("99999");
  }

  @Test
  void an_ALTO_that_races_a_thousand_claims_never_loses() {
    Map<Long, Long> residents = new ConcurrentHashMap<>();
    for (int i = 0; i < 1_000; i++) {
      long resident = sending.resident();
      residents.put(sending.text(resident, 1), resident);
    }
    Map<Long, Long> left = new ConcurrentHashMap<>();
    sending.answers =
        text -> {
          left.put(residents.get(text.id()), System.nanoTime());
          return new SendResult.Accepted(TwilioClient.sid((int) text.id()), "queued", 1);
        };
    sending.dispatch(400).dispatch(400);
    Map<Long, Long> stopped = new ConcurrentHashMap<>();
    List<Long> inOrder =
        residents.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList();
    for (int i = 0; i < 1_000; i += 40) {
      List<Long> some = inOrder.subList(i, i + 40);
      DATABASE.execute(
          "WITH s AS (INSERT INTO stop_list SELECT r, 'all', now() FROM unnest(?::bigint[]) r)"
              + " UPDATE outbox SET state = 'cancelled' WHERE resident = ANY (?::bigint[]) AND"
              + " state IN ('waiting', 'pending')",
          array(some),
          array(some));
      long now = System.nanoTime();
      some.forEach(resident -> stopped.put(resident, now));
    }
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> DATABASE.count("outbox WHERE state IN ('pending', 'leased')") == 0);

    assertThat(left.entrySet())
        .allSatisfy(text ->
            assertThat((text.getValue() - stopped.getOrDefault(text.getKey(), 0L)) / 1_000_000)
                .as("milliseconds after ALTO")
                .isLessThan(1_000));
    assertThat(DATABASE.count("outbox WHERE state = 'cancelled'")).isPositive();
    assertThat(DATABASE.count("outbox WHERE state IN ('cancelled', 'accepted')")).isEqualTo(1_000);
  }

  private static String array(List<Long> ids) {
    return ids.toString().replace('[', '{').replace(']', '}');
  }

  @Test
  void a_clean_stop_lets_what_is_under_way_come_to_its_end() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch go = new CountDownLatch(1);
    sending.answers =
        text -> {
          begun.countDown();
          await(go);
          return new SendResult.Accepted(TwilioClient.sid((int) text.id()), "queued", 1);
        };
    long text = sending.text();
    sending.dispatch(10);
    await(begun);
    Thread.ofVirtual().start(go::countDown);
    sending.stopDispatchers();

    assertThat(sending.state(text)).isEqualTo("accepted");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
