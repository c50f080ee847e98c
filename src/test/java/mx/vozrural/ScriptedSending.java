package mx.vozrural;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.Dispatcher;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.QuietHours;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;
import org.assertj.core.api.Assertions;
import org.awaitility.Awaitility;

/**
 * The real dispatcher on the real database before a gateway that says what the test tells it to, by
 * a clock of its own. The server's own dispatcher takes what is due too, so the texts of a test are
 * not due on the server's clock.
 */
final class ScriptedSending implements SmsGateway, AutoCloseable {
  private static final AtomicInteger TEXTS = new AtomicInteger();
  private static final ZoneId ZONE = ZoneId.of("America/Chihuahua");

  private final TestServer server;
  private final TestDatabase database;
  private final Vertx vertx = Vertx.vertx();
  final TestClock clock = new TestClock();
  final Queue<SendResult> results = new ConcurrentLinkedQueue<>();
  final Queue<OutgoingText> sent = new ConcurrentLinkedQueue<>();

  /** What the list shows for a text; nothing at first. */
  volatile BiFunction<OutgoingText, Instant, Listing> list =
      (text, since) -> new Listing.Listed(List.of());

  volatile Function<OutgoingText, SendResult> answers = this::scripted;

  ScriptedSending(TestServer server, TestDatabase database) {
    this.server = server;
    this.database = database;
    clock.pass(Duration.ofDays(30));
    database.execute("DELETE FROM outbox");
    database.execute("DELETE FROM stop_list");
    database.execute("DELETE FROM send_pause");
    database.execute("DELETE FROM given_up");
    database.execute(
        "UPDATE send_pace SET next_at = '2000-01-01T00:00:00Z', halted_until ="
            + " '2000-01-01T00:00:00Z'");
  }

  @Override
  public SendResult send(OutgoingText text) {
    sent.add(text);
    return answers.apply(text);
  }

  private SendResult scripted(OutgoingText text) {
    SendResult result = results.poll();
    return result == null
        ? new SendResult.Accepted(TwilioClient.sid((int) text.id()), "queued", 1)
        : result;
  }

  @Override
  public Listing look(OutgoingText text, Instant since) {
    return list.apply(text, since);
  }

  /** The list shows this text of the phone, as just taken. */
  void lists(String sid, String body) {
    Seen seen = new Seen(sid, body, clock.instant(), false, Progress.ACCEPTED);
    list = (text, since) -> new Listing.Listed(List.of(seen));
  }

  ScriptedSending dispatch(int rate) {
    return dispatch(rate, this, QuietHours.off(ZONE));
  }

  ScriptedSending dispatchByNight(int rate) {
    return dispatch(rate, this, new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0), ZONE));
  }

  ScriptedSending dispatch(int rate, SmsGateway gateway, QuietHours hours) {
    vertx
        .deployVerticle(
            new Dispatcher(
                new Dispatcher.Parts(
                    server.services().database.pool("scripted", 8),
                    gateway,
                    clock,
                    rate,
                    hours,
                    server.services().residents.vault()::open,
                    (id, attempt) -> URI.create("https://voz.example/s?m=" + id + "&n=" + attempt),
                    server.services().residents::blockedByTwilio,
                    true)),
            new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
        .await();
    return this;
  }

  ScriptedSending dispatch(int rate, SmsGateway gateway) {
    return dispatch(rate, gateway, QuietHours.off(ZONE));
  }

  /** A resident whom no test has texted yet. */
  long resident() {
    long id = 2_000_000L + TEXTS.incrementAndGet();
    database.execute(
        "INSERT INTO resident (id, phone_index, phone, phone_kind, created_at) SELECT ?,"
            + " decode(md5(?::text), 'hex'), phone, phone_kind, created_at FROM resident ORDER BY"
            + " id LIMIT 1",
        id,
        id);
    return id;
  }

  /** A text to a new resident that may leave now, on this test's clock. */
  long text() {
    return text(resident(), 1);
  }

  long text(long resident, int rank) {
    long id = 1_000_000L + TEXTS.incrementAndGet();
    database.execute(
        "WITH m AS (INSERT INTO message (id, at, direction, channel, resident, body) VALUES (?,"
            + " ?::timestamptz, 'out', 'sms', ?, 'Texto') RETURNING *) INSERT INTO outbox"
            + " (message, message_at, resident, state, priority, due_at, expires_at, updated_at,"
            + " any_hour) SELECT id, at, resident, 'pending', ?, at, at + interval '3 days', at,"
            + " false FROM m",
        id,
        clock.instant().toString(),
        resident,
        rank);
    return id;
  }

  void set(long text, String columns) {
    database.execute("UPDATE outbox SET " + columns + " WHERE message = ?", text);
  }

  String of(long text, String column) {
    return database.text("SELECT " + column + " FROM outbox WHERE message = ?", text);
  }

  String state(long text) {
    return of(text, "state");
  }

  void awaitState(long text, String state) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(30))
        .untilAsserted(() -> Assertions.assertThat(state(text)).isEqualTo(state));
  }

  /** Waits until the text was looked for so often, then lets time pass. */
  void awaitLooks(long text, int looks, Duration then) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .pollInterval(Duration.ofMillis(30))
        .until(() -> of(text, "looks").equals(Integer.toString(looks)));
    clock.pass(then);
  }

  /** How many were sent once the dispatcher finds nothing more to do at this moment. */
  int settled() {
    int[] last = {-1};
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .during(Duration.ofMillis(500))
        .pollInterval(Duration.ofMillis(50))
        .until(() -> {
          boolean same = last[0] == sent.size();
          last[0] = sent.size();
          return same;
        });
    return sent.size();
  }

  void report(long text, int attempt, String sid, Progress progress) {
    server.services().deliveries.report(text, attempt, sid, progress, clock.instant());
  }

  void stopDispatchers() {
    vertx.deploymentIDs().forEach(id -> vertx.undeploy(id).await());
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
