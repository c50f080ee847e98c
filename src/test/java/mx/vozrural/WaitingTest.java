package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import mx.vozrural.domain.Phone;
import mx.vozrural.reports.Duty.Appointment;
import mx.vozrural.reports.Duty.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What comes of a report whose resident says nothing. */
class WaitingTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger();
  private static TestServer server;
  private static DeskClient desk;
  private static Phones phones;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of("QUIET_HOURS", "21:00-09:00"));
    desk = server.desk(Role.TRIAGER);
    phones = server.phones();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @AfterEach
  void backToMonday() {
    server.clock().set(TestClock.MONDAY);
  }

  private static String newPhone() {
    return Phones.number(PHONES.incrementAndGet());
  }

  private static void on(String day) {
    server.clock().set(Instant.parse(day + "T16:00:00Z"));
    server.services().waiting.run();
  }

  private static String status(String folio) {
    return desk.report(folio).getString("status");
  }

  private static void move(String folio, String status) {
    JsonObject move = new JsonObject().put("status", status).put("reason", "¿En qué casa?");
    assertThat(desk.change(folio, move).status()).as(status).isEqualTo(200);
  }

  private static String resolved(String from) {
    String folio = phones.report(from, "No hay agua en Palo Blanco desde el lunes");
    move(folio, "accepted");
    move(folio, "resolved");
    return folio;
  }

  private static List<String> history(String folio) {
    return DATABASE.texts(
        "SELECT concat_ws(' ', event, actor_kind, reason, detail->>'status') FROM history WHERE"
            + " folio = ?::bigint ORDER BY id",
        folio);
  }

  private static List<String> reminders(String folio) {
    return DATABASE.texts(
        "SELECT body FROM message WHERE folio = ?::bigint AND template LIKE '%status_reminder%'",
        folio);
  }

  @Test
  void a_question_that_nobody_answers_lapses_after_ten_working_days_and_the_clock_runs_on() {
    String folio = phones.report(newPhone(), "No hay agua en Palo Blanco desde el lunes");
    move(folio, "accepted");
    String due = desk.report(folio).getString("due_on");
    move(folio, "asked");

    on("2026-12-04");
    assertThat(status(folio)).isEqualTo("asked");

    on("2026-12-07");
    assertThat(status(folio)).isEqualTo("accepted");
    assertThat(history(folio)).last().isEqualTo("moved system no_answer accepted");
    assertThat(due).isEqualTo("2026-11-26");
    assertThat(desk.report(folio).getString("due_on")).isEqualTo("2026-12-10");
  }

  @Test
  void an_answer_in_time_leaves_nothing_to_lapse() {
    String from = newPhone();
    String folio = phones.report(from, "No hay agua en Palo Blanco desde el lunes");
    move(folio, "asked");
    phones.text(from, "folio " + folio + " la casa azul");
    move(folio, "accepted");

    on("2026-12-30");

    assertThat(status(folio)).isEqualTo("accepted");
  }

  @Test
  void what_is_resolved_gets_one_reminder_after_two_weeks_and_counts_as_confirmed_after_four() {
    String folio = resolved(newPhone());

    on("2026-12-06");
    assertThat(reminders(folio)).isEmpty();

    on("2026-12-07");
    on("2026-12-08");
    on("2026-12-20");
    assertThat(reminders(folio))
        .containsExactly(
            "Folio %s: falta su palabra. ¿Ya se hizo? Responda SI %s o NO %s al 614 410 0100."
                .formatted(folio, folio, folio));
    assertThat(status(folio)).isEqualTo("resolved");

    on("2026-12-21");
    assertThat(status(folio)).isEqualTo("confirmed");
    assertThat(history(folio))
        .endsWith("message system reminder", "moved system silence confirmed");
    assertThat(server.http().get("/folio/" + folio).body())
        .contains("en cuatro semanas nadie nos dijo SI o NO");
  }

  @Test
  void a_YES_that_was_said_is_told_apart_from_silence() {
    String from = newPhone();
    String folio = resolved(from);
    phones.text(from, "SI " + folio);

    on("2027-01-30");

    assertThat(reminders(folio)).isEmpty();
    assertThat(history(folio)).last().isEqualTo("moved resident resident_yes confirmed");
    assertThat(server.http().get("/folio/" + folio).body()).doesNotContain("nadie nos dijo");
  }

  @Test
  void NO_after_the_silence_opens_it_again_and_the_next_solution_waits_anew() {
    String from = newPhone();
    String folio = resolved(from);
    on("2026-12-07");
    on("2026-12-21");
    phones.text(from, "NO " + folio);
    assertThat(status(folio)).isEqualTo("reopened");
    move(folio, "resolved");

    on("2027-01-03");
    assertThat(reminders(folio)).hasSize(1);
    on("2027-01-04");
    assertThat(reminders(folio)).hasSize(2);
    assertThat(status(folio)).isEqualTo("resolved");
  }

  @Test
  void who_said_ALTO_is_not_reminded() {
    String from = newPhone();
    String folio = resolved(from);
    phones.text(from, "ALTO");

    on("2026-12-07");
    assertThat(reminders(folio)).isEmpty();
    assertThat(history(folio)).last().isEqualTo("message system unreachable");

    on("2026-12-21");
    assertThat(status(folio)).isEqualTo("confirmed");
  }

  @Test
  void after_a_standstill_of_weeks_what_is_past_its_end_is_ended() {
    String folio = resolved(newPhone());

    on("2026-12-22");

    assertThat(status(folio)).isEqualTo("confirmed");
    assertThat(reminders(folio)).isEmpty();
  }

  @Test
  void nobody_is_reminded_at_night() {
    String folio = resolved(newPhone());

    server.clock().set(Instant.parse("2026-12-07T14:59:00Z"));
    server.services().waiting.run();
    assertThat(reminders(folio)).isEmpty();

    server.clock().set(Instant.parse("2026-12-07T15:00:00Z"));
    server.services().waiting.run();
    assertThat(reminders(folio)).hasSize(1);
  }

  @Test
  void a_reminder_that_was_late_leaves_a_week_to_answer() {
    String folio = resolved(newPhone());

    on("2026-12-20");
    assertThat(reminders(folio)).hasSize(1);
    on("2026-12-26");
    assertThat(status(folio)).isEqualTo("resolved");
    on("2026-12-27");
    assertThat(status(folio)).isEqualTo("confirmed");
  }

  @Test
  void who_reported_what_was_merged_is_reminded_by_their_own_folio() {
    String other = phones.report(newPhone(), "No hay agua en Palo Blanco desde el lunes");
    String folio = phones.report(newPhone(), "No hay agua en Palo Blanco desde el lunes");
    JsonObject merged = new JsonObject().put("status", "merged").put("into", folio);
    assertThat(desk.change(other, merged).status()).isEqualTo(200);
    move(folio, "accepted");
    move(folio, "resolved");

    on("2026-12-07");

    assertThat(reminders(other)).singleElement().asString().contains("SI " + other);
    assertThat(reminders(folio)).hasSize(1);
  }

  @Test
  void violence_at_home_is_not_reminded() {
    DeskClient restricted = server.desk(Role.TRIAGER, null, true);
    String folio = phones.report(newPhone(), "Mi esposo me golpea");
    for (String status : List.of("accepted", "resolved")) {
      assertThat(restricted.change(folio, new JsonObject().put("status", status)).status())
          .isEqualTo(200);
    }

    on("2026-12-07");

    assertThat(reminders(folio)).isEmpty();
    assertThat(history(folio)).last().isEqualTo("message system unreachable");
  }

  @Test
  void a_question_about_a_reopened_report_lapses_without_an_alarm() {
    server
        .services()
        .duty
        .begin(
            new Appointment(
                Task.SUPERVISOR,
                null,
                "Alguien",
                Phone.of(Phones.number(PHONES.incrementAndGet()))),
            server.staff("mando@voz.example", Role.COORDINATOR, null, false).actor());
    String from = newPhone();
    String folio = resolved(from);
    phones.text(from, "NO " + folio);
    assertThat(supervised(folio)).isEqualTo(1);
    move(folio, "asked");

    on("2026-12-07");

    assertThat(status(folio)).isEqualTo("reopened");
    assertThat(supervised(folio)).isEqualTo(1);
  }

  private static int supervised(String folio) {
    return DATABASE
        .texts(
            "SELECT body FROM message WHERE template LIKE '%alert_supervisor%' AND body LIKE ?",
            "%" + folio + "%")
        .size();
  }

  @Test
  void what_an_older_release_left_waits_from_the_first_look() {
    String fresh = resolved(newPhone());
    String old = resolved(newPhone());
    String asked = phones.report(newPhone(), "No hay agua en Palo Blanco desde el lunes");
    move(asked, "asked");
    DATABASE.execute("UPDATE report SET waits_until = NULL");
    DATABASE.execute(
        "UPDATE report SET updated_at = '2026-10-01T16:00:00Z' WHERE folio = ?::bigint", old);

    on("2026-11-24");
    on("2026-12-08");

    assertThat(status(asked)).isEqualTo("received");
    assertThat(reminders(fresh)).hasSize(1);
    assertThat(reminders(old)).isEmpty();
    assertThat(status(old)).isEqualTo("confirmed");
  }

  @Test
  void instances_that_look_at_the_same_moment_remind_once() throws Exception {
    List<String> folios = List.of(resolved(newPhone()), resolved(newPhone()), resolved(newPhone()));
    server.clock().set(Instant.parse("2026-12-07T16:00:00Z"));
    Callable<Integer> round =
        () -> {
          server.services().waiting.run();
          return 0;
        };
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(List.of(round, round, round)).forEach(done -> done.resultNow());
    }

    assertThat(folios).allSatisfy(folio -> assertThat(reminders(folio)).hasSize(1));
  }
}
