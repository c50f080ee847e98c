package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import org.awaitility.Awaitility;

/** A server, two coordinators, and phones that subscribe: what tests of broadcasts stand on. */
final class BroadcastScene implements AutoCloseable {
  private static final AtomicInteger PHONES = new AtomicInteger();

  final TestDatabase database = TestDatabase.fresh();
  final TestServer server;
  final DeskClient maker;
  final DeskClient approver;

  BroadcastScene(Map<String, String> environment) {
    server = TestServer.with(database, new TestClock(), environment);
    maker = server.desk(Role.COORDINATOR);
    approver = server.desk(Role.ADMIN);
  }

  /** Nobody is subscribed, nothing was sent, nothing is set; it is ten on a Monday morning. */
  void clear() {
    server.clock().set(TestClock.MONDAY);
    for (String table :
        List.of(
            "broadcast_recipient",
            "broadcast",
            "outbox",
            "subscription",
            "stop_list",
            "setting",
            "report_commitment")) {
      database.execute("DELETE FROM " + table);
    }
    letGo();
  }

  /** No text leaves the outbox. */
  void holdBack() {
    database.execute("UPDATE send_pace SET next_at = '2100-01-01T00:00:00Z'");
  }

  void letGo() {
    database.execute("UPDATE send_pace SET next_at = '2000-01-01T00:00:00Z'");
  }

  String newPhone() {
    return Phones.number(PHONES.incrementAndGet());
  }

  String subscriber() {
    return subscriber("AVISOS");
  }

  String subscriber(String words) {
    String phone = newPhone();
    server.phones().text(phone, words);
    return phone;
  }

  void subscribers(int number) {
    for (int i = 0; i < number; i++) {
      subscriber();
    }
  }

  void set(String key, JsonObject value) {
    database.execute(
        "INSERT INTO setting (key, at, value) VALUES (?, now(), ?::jsonb)", key, value.encode());
  }

  static JsonObject notice() {
    return new JsonObject().put("body", "Hay vacunas para ganado el sabado en la casa ejidal.");
  }

  static JsonObject to(String field, String... codes) {
    return notice().put(field, new JsonArray(List.of(codes)));
  }

  /** Links the report to these commitments, and to no others. */
  void link(String folio, String... commitments) {
    Http.Answer answer =
        maker.change(
            folio, new JsonObject().put("commitments", new JsonArray(List.of(commitments))));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
  }

  /** To how many it would go; 0 where it is refused because nobody would get it. */
  int audience(JsonObject broadcast) {
    Http.Answer answer = propose(broadcast);
    if (answer.status() == 202) {
      return answer.json().getInteger("audience");
    }
    assertThat(answer.body()).contains("Nadie recibiría");
    return 0;
  }

  /** Everything that a simulated phone shows. */
  String shownOn(String phone) {
    return server.http().get("/simulador?from=" + Http.encoded(phone)).body();
  }

  Http.Answer propose(JsonObject broadcast) {
    return maker.post("/api/v1/broadcasts", broadcast);
  }

  String proposed(JsonObject broadcast) {
    Http.Answer answer = propose(broadcast);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
    return answer.json().getString("id");
  }

  Http.Answer step(DeskClient staff, String id, String step) {
    return staff.post("/api/v1/broadcasts/" + id + "/" + step, new JsonObject());
  }

  void step(String id, String step) {
    Http.Answer answer = step(approver, id, step);
    assertThat(answer.status()).as(answer.body()).isEqualTo(202);
  }

  String approved(JsonObject broadcast) {
    String id = proposed(broadcast);
    step(id, "approval");
    return id;
  }

  JsonObject read(String id) {
    return maker.get("/api/v1/broadcasts/" + id).json();
  }

  String state(String id) {
    return read(id).getString("state");
  }

  long progress(String id, String what) {
    return read(id).getJsonObject("progress").getLong(what);
  }

  /** Time goes on while it isn't so: the pace of sending is by the clock. */
  void await(Runnable assertion) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(100))
        .untilAsserted(() -> {
          server.clock().pass(Duration.ofMillis(500));
          assertion.run();
        });
  }

  void awaitState(String id, String state) {
    await(() -> assertThat(state(id)).isEqualTo(state));
  }

  /** Lets the feeder look at least once more: it asks for what is being sent each second. */
  void awaitRounds() {
    for (int i = 0; i < 3; i++) {
      String before = lastLook();
      Awaitility.await()
          .atMost(Duration.ofSeconds(30))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> !lastLook().equals(before));
    }
  }

  private String lastLook() {
    return database.text(
        "SELECT query_start FROM pg_stat_activity WHERE application_name = ?",
        database.schema() + ".broadcasts");
  }

  /** How many texts each recipient's phone was given, at most. */
  long mostToOnePhone(String id) {
    return Long.parseLong(
        database.text(
            "SELECT coalesce(max(n), 0) FROM (SELECT count(*) AS n FROM outbox o JOIN simulated s ON s.message ="
                + " o.message WHERE o.broadcast = ?::bigint GROUP BY o.resident) x",
            id));
  }

  long phonesReached(String id) {
    return Long.parseLong(
        database.text(
            "SELECT count(DISTINCT o.resident) FROM outbox o JOIN simulated s ON s.message = o.message WHERE"
                + " o.broadcast = ?::bigint",
            id));
  }

  @Override
  public void close() {
    server.close();
  }
}
