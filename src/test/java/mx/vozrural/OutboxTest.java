package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.Notice;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts on their way out: queued with their cause, sent once, never against a resident's ALTO. */
class OutboxTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String NEED = "No hay agua en Palo Blanco desde el lunes";
  private static final AtomicInteger PHONES = new AtomicInteger();
  private static TestServer server;
  private static Phones phones;
  private static DeskClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of("SMS_RATE", "20"));
    phones = server.phones();
    desk = server.desk(Role.TRIAGER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** No text is due before that day. */
  private static void holdBack() {
    DATABASE.execute("UPDATE send_pace SET next_at = '2100-01-01T00:00:00Z'");
  }

  private static void letGo() {
    DATABASE.execute("UPDATE send_pace SET next_at = '2000-01-01T00:00:00Z'");
  }

  private static String newPhone() {
    return Phones.number(PHONES.incrementAndGet());
  }

  private static String accepted(String from) {
    String folio = phones.report(from, NEED);
    assertThat(desk.move(folio, "accepted").status()).isEqualTo(200);
    return folio;
  }

  private static Http.Answer write(String folio) {
    return desk.post(
        "/api/v1/queue/" + folio + "/messages", new JsonObject().put("body", "Vamos mañana"));
  }

  private static String state(String folio) {
    return DATABASE.text(
        "SELECT o.state FROM outbox o JOIN message m ON m.id = o.message WHERE m.folio = ?::bigint"
            + " AND o.state <> 'answered' ORDER BY m.id DESC LIMIT 1",
        folio);
  }

  @Test
  void a_move_and_its_text_stand_or_fall_together() {
    String folio = phones.report(newPhone(), NEED);
    DATABASE.execute("ALTER TABLE outbox ADD CONSTRAINT none CHECK (state <> 'pending') NOT VALID");

    assertThat(desk.move(folio, "accepted").status()).isEqualTo(500);
    assertThat(desk.report(folio).getString("status")).isEqualTo("received");
    DATABASE.execute("ALTER TABLE outbox DROP CONSTRAINT none");

    assertThat(desk.move(folio, "accepted").status()).isEqualTo(200);
    assertThat(state(folio)).isNotEmpty();
  }

  @Test
  void ALTO_cancels_what_waits_and_staff_who_write_hear_why_until_ALTA() {
    holdBack();
    String from = newPhone();
    String folio = accepted(from);
    assertThat(state(folio)).isEqualTo("pending");

    phones.text(from, "ALTO");

    assertThat(state(folio)).isEqualTo("cancelled");
    Http.Answer refused = write(folio);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("detail")).contains("ALTO");
    long texts = DATABASE.count("outbox");
    assertThat(desk.move(folio, "resolved").status()).isEqualTo(200);
    assertThat(DATABASE.count("outbox")).isEqualTo(texts);

    phones.text(from, "ALTA");
    assertThat(write(folio).status()).isEqualTo(202);
    letGo();
  }

  @Test
  void after_ALTO_a_need_is_filed_all_the_same_in_silence() {
    String from = newPhone();
    phones.text(from, "ALTO");
    long reports = DATABASE.count("report");

    assertThat(phones.text(from, NEED)).isEmpty();
    assertThat(DATABASE.count("report")).isEqualTo(reports + 1);
  }

  @Test
  void a_promised_day_is_texted_until_it_ends_and_not_after() {
    String folio = accepted(newPhone());
    server.clock().set(Instant.parse("2026-11-24T04:30:00Z"));
    Http.Answer moved =
        desk.change(folio, new JsonObject().put("status", "scheduled").put("on", "2026-11-23"));
    server.clock().set(TestClock.MONDAY);

    assertThat(moved.status()).isEqualTo(200);
    assertThat(
            DATABASE.text(
                "SELECT (o.expires_at AT TIME ZONE 'America/Chihuahua')::text FROM outbox o JOIN message m"
                    + " ON m.id = o.message WHERE m.folio = ?::bigint AND m.template ="
                    + " 'status_scheduled'",
                folio))
        .isEqualTo("2026-11-24 00:00:00");
  }

  @Test
  void an_alert_doesnt_wait_for_the_next_try_of_an_earlier_one() {
    String phone = newPhone();
    phones.text(phone, "Hola");
    long resident =
        server
            .services()
            .residents
            .find(server.services().database.pool(), Phone.of(phone))
            .orElseThrow();
    holdBack();
    alert(resident);
    DATABASE.execute(
        "UPDATE outbox SET state = 'waiting', due_at = now() + interval '30 minutes' WHERE resident"
            + " = ? AND stream = 'duty'",
        resident);
    alert(resident);

    assertThat(
            DATABASE.texts(
                "SELECT state FROM outbox WHERE resident = ? AND stream = 'duty'", resident))
        .containsExactly("pending", "pending");
    letGo();
  }

  private static void alert(long resident) {
    server
        .services()
        .database
        .transact(connection ->
            server
                .services()
                .outbox
                .enqueue(
                    connection,
                    new Notice(
                        resident,
                        null,
                        "es",
                        List.of("alert_on_duty_text"),
                        Map.of(),
                        Notice.Stream.DUTY,
                        Notice.Urgency.SAFETY,
                        null)));
  }

  @Test
  void two_instances_send_each_text_once() {
    holdBack();
    long before = DATABASE.count("simulated");
    try (TestServer second = TestServer.with(DATABASE, server.clock(), Map.of("SMS_RATE", "20"))) {
      assertThat(second.management().get("/health/live").status()).isEqualTo(200);
      for (int i = 0; i < 40; i++) {
        accepted(newPhone());
      }
      letGo();
      Awaitility.await()
          .atMost(Duration.ofSeconds(20))
          .pollInterval(Duration.ofMillis(100))
          .until(() -> {
            server.clock().pass(Duration.ofSeconds(1));
            return DATABASE.count(
                    "outbox WHERE state = 'leased' OR (state = 'pending' AND due_at <"
                        + " '2026-11-23T17:00:00Z')")
                == 0;
          });
    }
    assertThat(DATABASE.count("simulated") - before).isGreaterThanOrEqualTo(40);
    assertThat(DATABASE.texts("SELECT DISTINCT attempts FROM outbox WHERE state = 'accepted'"))
        .containsExactly("1");
    assertThat(DATABASE.count("outbox WHERE state = 'accepted'"))
        .isEqualTo(DATABASE.count("simulated"));
  }

  @Test
  void in_quiet_hours_a_text_that_is_no_answer_waits_until_their_end() {
    try (TestServer night =
        TestServer.with(DATABASE, server.clock(), Map.of("QUIET_HOURS", "08:00-12:00"))) {
      String folio = night.phones().report(newPhone(), NEED);
      DeskClient nights = night.desk(Role.TRIAGER);
      nights.move(folio, "accepted");

      assertThat(
              DATABASE.text(
                  "SELECT extract(hour FROM due_at AT TIME ZONE 'America/Chihuahua') FROM outbox o"
                      + " JOIN message m ON m.id = o.message WHERE m.folio = ?::bigint AND"
                      + " template = 'status_accepted'",
                  folio))
          .isEqualTo("12");
    }
  }
}
