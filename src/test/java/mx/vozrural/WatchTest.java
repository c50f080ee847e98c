package mx.vozrural;

import static mx.vozrural.SentTexts.Text.delivered;
import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mx.vozrural.access.Role;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.reports.Duty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is wrong with the service, from the look each minute to who is on duty and the desk. */
class WatchTest {
  /** A Monday at ten. */
  private static final Instant MORNING = TestClock.MONDAY;

  private final TestDatabase database = TestDatabase.fresh();
  private final SentTexts texts = new SentTexts(database);
  private TestServer server;

  /** Somebody texted just now, and nothing leaves. */
  @BeforeEach
  void start() {
    server = TestServer.twilio(database);
    server
        .services()
        .duty
        .begin(
            new Duty.Appointment(Duty.Task.ON_DUTY, null, "Alguien", Phone.of(Phones.number(901))),
            server.staff("guardia@voz.example", Role.COORDINATOR, null, false).actor());
    database.execute("UPDATE send_pace SET next_at = '2100-01-01T00:00:00Z'");
    text(1);
    database.execute("DELETE FROM outbox");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void text(int number) {
    server.twilioClient().send(TwilioClient.sid(number), Phones.number(902), "Gracias");
  }

  /** Sessions end after hours, and the clock leaps over days. */
  private String session() {
    return server
        .http()
        .form(
            "/mesa/entrar",
            Map.of(
                "csrf",
                token(server.http().get("/mesa/entrar").body()),
                "email",
                "guardia@voz.example",
                "password",
                TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  private String desk() {
    return server.http().get("/mesa", "Cookie", session()).body();
  }

  /** A minute's look at this moment of Chihuahua's clock, as 2026-11-23T10:00. */
  private void look(String local) {
    server.clock().set(OffsetDateTime.parse(local + ":00-06:00").toInstant());
    server.watch();
  }

  /** How often who is on duty was told so; the clock's leaps make the dispatcher look slow. */
  private int told(String alarm) {
    return database
        .texts(
            "SELECT m.id FROM outbox o JOIN message m ON m.id = o.message WHERE o.stream = 'duty'"
                + " AND m.template = ?",
            "alarm_" + alarm)
        .size();
  }

  @Test
  void a_silence_is_shown_on_the_desk_and_told_once_in_working_hours() {
    look("2026-11-23T13:59");
    assertThat(told("silence")).isZero();
    assertThat(desk()).doesNotContain("Nadie ha escrito");

    look("2026-11-23T14:00");
    assertThat(told("silence")).isEqualTo(1);
    assertThat(desk()).contains("Nadie ha escrito en varias horas de trabajo");
    assertThat(server.management().get("/metrics").body())
        .contains("voz_alarm{alarm=\"silence\"} 1.0");
    for (String later :
        List.of("2026-11-23T21:00", "2026-11-24T03:00", "2026-11-24T10:00", "2026-11-27T10:00")) {
      look(later);
    }
    assertThat(told("silence")).isEqualTo(1);
    assertThat(desk()).contains("Nadie ha escrito");

    text(2);
    look("2026-11-27T10:01");
    assertThat(desk()).doesNotContain("Nadie ha escrito");
    look("2026-11-27T15:00");
    assertThat(told("silence")).isEqualTo(2);
  }

  @Test
  void a_silence_that_grew_long_at_night_is_told_in_the_morning() {
    look("2026-11-23T18:00");
    look("2026-11-23T18:01");
    assertThat(told("silence")).isZero();

    look("2026-11-24T09:00");
    assertThat(told("silence")).isEqualTo(1);
  }

  @Test
  void a_parked_text_is_told_once_a_day_in_working_hours() {
    texts.write(delivered(MORNING, 1).in("parked"));
    look("2026-11-23T10:01");
    look("2026-11-23T16:30");
    look("2026-11-24T02:00");
    assertThat(told("parked")).isEqualTo(1);

    look("2026-11-24T10:02");
    look("2026-11-28T11:00");
    assertThat(told("parked")).as("the last is a Saturday").isEqualTo(2);
  }

  private long waiting(long resident, Duration since) {
    long text = texts.write(delivered(MORNING.minus(since), 1).in("pending"));
    database.execute(
        "UPDATE outbox SET due_at = message_at, resident = ? WHERE message = ?", resident, text);
    return text;
  }

  @Test
  void a_text_that_waits_behind_another_or_for_a_paused_phone_is_no_growing_outbox() {
    Duration halfAnHour = Duration.ofMinutes(30);
    long retry = waiting(71, Duration.ofHours(1));
    database.execute(
        "UPDATE outbox SET state = 'waiting', due_at = '2026-11-23T20:00:00Z' WHERE message = ?",
        retry);
    waiting(71, halfAnHour);
    long paused = Long.parseLong(database.text("SELECT max(id) FROM resident"));
    waiting(paused, halfAnHour);
    database.execute(
        "INSERT INTO send_pause (resident, until) VALUES (?, '2026-11-23T17:00:00Z')", paused);

    look("2026-11-23T10:01");
    assertThat(told("outbox")).isZero();
    assertThat(server.services().deliveries.waiting(server.clock().instant()).pending())
        .isGreaterThanOrEqualTo(2);

    waiting(73, Duration.ofMinutes(9).plusSeconds(1));
    look("2026-11-23T10:00");
    assertThat(told("outbox")).isZero();
    look("2026-11-23T10:01");
    assertThat(told("outbox")).isEqualTo(1);
    assertThat(desk()).contains("más de 10 minutos de espera");
  }

  @Test
  void a_refused_configuration_stays_on_the_desk_for_a_day_after_the_last_one() {
    long text = texts.write(delivered(MORNING, 1).in("accepted").named("SMa"));
    Progress refused =
        Objects.requireNonNull(
            Progress.of("failed", new SendResult.Refused(21606, SendResult.Reason.CONFIGURATION)));
    server.services().deliveries.report(text, 0, "SMa", refused, MORNING);

    look("2026-11-23T10:01");
    assertThat(desk())
        .contains("Twilio rechazó mensajes", "no está bien puesto en Twilio (error 21606)");
    assertThat(server.management().get("/metrics").body())
        .contains("voz_alarm{alarm=\"refused\"} 1.0");
    assertThat(told("refused")).isZero();
    look("2026-11-24T09:59");
    assertThat(desk()).contains("error 21606");
    look("2026-11-24T10:01");
    assertThat(desk()).doesNotContain("21606");
  }

  private Http.Answer set(String hours, String from, String to) {
    Map<String, String> form = new HashMap<>(Map.of("hours", hours, "from", from, "to", to));
    String session = session();
    form.put("csrf", token(server.http().get("/mesa/ajustes/guardia", "Cookie", session).body()));
    return server.http().form("/mesa/ajustes/guardia/silencio", form, "Cookie", session);
  }

  @Test
  void coordination_sets_the_hours_of_silence_and_the_change_is_on_record() {
    Http.Answer set = set("1.5", "08:00", "15:00");
    assertThat(set.status()).isEqualTo(303);
    assertThat(server.http().get(set.header("Location"), "Cookie", session()).body())
        .contains("Quedó el horario", "value=\"1.5\"", "value=\"08:00\"", "value=\"15:00\"");
    assertThat(database.text("SELECT detail->>'key' FROM audit WHERE action = 'setting_changed'"))
        .isEqualTo("silence");

    look("2026-11-23T11:29");
    assertThat(told("silence")).isZero();
    look("2026-11-23T11:30");
    assertThat(told("silence")).isEqualTo(1);
    assertThat(set("0", "08:00", "15:00").status()).isEqualTo(303);
    look("2026-11-23T14:00");
    assertThat(desk()).doesNotContain("Nadie ha escrito");
  }

  @Test
  void wrong_hours_come_back_and_spoiled_ones_are_the_usual() {
    for (List<String> wrong :
        List.of(
            List.of("", "09:00", "18:00"),
            List.of("-1", "09:00", "18:00"),
            List.of("4", "nueve", "18:00"),
            List.of("4", "18:00", "09:00"))) {
      Http.Answer answer = set(wrong.get(0), wrong.get(1), wrong.get(2));
      assertThat(answer.status()).as(wrong.toString()).isEqualTo(422);
      assertThat(answer.body()).contains("Escriba");
    }
    assertThat(database.count("setting")).isZero();

    for (String spoiled :
        List.of(
            "{\"hours\": 4, \"from\": \"9\", \"to\": \"18:00\"}",
            "{\"hours\": \"4\"}",
            "{\"hours\": -4}",
            "{\"from\": \"19:00\"}")) {
      database.execute("DELETE FROM setting");
      database.execute(
          "INSERT INTO setting (key, at, value) VALUES ('silence', now(), ?::jsonb)", spoiled);
      database.execute("DELETE FROM alarm_told");
      database.execute("DELETE FROM outbox");
      look("2026-11-23T14:00");
      assertThat(told("silence")).as(spoiled).isEqualTo(1);
    }
  }
}
