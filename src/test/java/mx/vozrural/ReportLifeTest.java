package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report from its text to its end, by the desk and by phones, on a settable clock. */
class ReportLifeTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger();
  private static final String NEED = "No hay agua en Palo Blanco desde el lunes";
  private static TestServer server;
  private static DeskClient desk;
  private static Phones phones;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
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

  private static String report() {
    return phones.report(newPhone(), NEED);
  }

  private static String status(String folio) {
    return desk.report(folio).getString("status");
  }

  private static JsonObject to(String status) {
    return new JsonObject().put("status", status);
  }

  private static void move(String folio, JsonObject move) {
    assertThat(desk.change(folio, move).status()).as(move.encode()).isEqualTo(200);
  }

  private static JsonObject asked() {
    return to("asked").put("reason", "¿En qué casa?");
  }

  private static JsonObject scheduled(String day) {
    return to("scheduled").put("on", day);
  }

  private static JsonObject referred() {
    return to("referred").put("agency", "CFE");
  }

  @Test
  void a_text_is_filed_with_its_place_its_category_and_its_day() {
    String from = newPhone();
    String answer = phones.text(from, NEED);

    JsonObject report = desk.report(Phones.folio(answer));
    assertThat(report.getString("status")).isEqualTo("received");
    assertThat(report.getString("section")).isEqualTo("CIENEGA_DE_ORTIZ");
    assertThat(report.getString("category")).isEqualTo("AGUA");
    assertThat(report.getString("body")).isEqualTo(NEED);
    assertThat(report.getString("due_on")).isEqualTo("2026-11-26");
  }

  @ParameterizedTest(name = "received {0}, {1}: due {2}")
  @CsvSource({
    "2026-11-20T16:00:00Z, No hay agua en Palo Blanco, 2026-11-25",
    "2026-11-21T16:00:00Z, No hay agua en Palo Blanco, 2026-11-25",
    // Eleven at night of Friday in Chihuahua is Saturday in Greenwich.
    "2026-11-21T05:00:00Z, No hay agua en Palo Blanco, 2026-11-25",
    // Over the third Monday of November, the day of the Revolution.
    "2026-11-13T16:00:00Z, No hay agua en Palo Blanco, 2026-11-19",
    "2026-12-23T16:00:00Z, No hay agua en Palo Blanco, 2026-12-29",
    "2026-12-30T16:00:00Z, Se fue la luz en El Charco, 2027-01-07"
  })
  void the_due_day_counts_working_days_in_the_municipalitys_time(
      Instant received, String need, String due) {
    server.clock().set(received);
    String folio = phones.report(newPhone(), need);

    assertThat(desk.report(folio).getString("due_on")).isEqualTo(due);
  }

  @Test
  void a_question_to_the_resident_stops_the_clock_until_the_answer() {
    String from = newPhone();
    String folio = phones.report(from, NEED);
    move(folio, asked());
    assertThat(status(folio)).isEqualTo("asked");

    // From Monday to Monday: five working days.
    server.clock().pass(Duration.ofDays(7));
    phones.text(from, "folio " + folio + " la casa azul junto a la escuela");

    assertThat(status(folio)).isEqualTo("received");
    assertThat(desk.report(folio).getString("due_on")).isEqualTo("2026-12-03");
    assertThat(desk.messages(folio))
        .extracting(message -> message.getString("body"))
        .anyMatch(body -> body.contains("la casa azul"));
  }

  @Test
  void staff_may_go_on_without_the_answer() {
    String folio = report();
    move(folio, asked());
    server.clock().pass(Duration.ofDays(1));
    move(folio, to("accepted"));

    assertThat(status(folio)).isEqualTo("accepted");
    assertThat(desk.report(folio).getString("due_on")).isEqualTo("2026-11-27");
  }

  @ParameterizedTest
  @CsvSource({
    "rejected, reason",
    "asked, reason",
    "scheduled, on",
    "referred, agency",
    "merged, into"
  })
  void a_move_without_what_it_needs_is_refused_and_changes_nothing(String status, String field) {
    String folio = report();
    move(folio, to("accepted"));
    JsonObject before = desk.report(folio);

    Http.Answer refused = desk.move(folio, status);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getString("detail")).startsWith(field + ":");
    assertThat(desk.report(folio)).isEqualTo(before);
  }

  @Test
  void a_day_in_the_past_cant_be_promised() {
    String folio = report();
    move(folio, to("accepted"));

    assertThat(desk.change(folio, scheduled("2026-11-22")).status()).isEqualTo(422);
    move(folio, scheduled("2026-11-23"));
    move(folio, scheduled("2026-11-30"));
    assertThat(desk.report(folio).getString("scheduled_on")).isEqualTo("2026-11-30");
  }

  @Test
  void a_move_that_the_table_doesnt_have_is_refused_with_those_that_it_has() {
    String folio = report();

    Http.Answer refused = desk.move(folio, "resolved");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("detail"))
        .contains("asked", "accepted", "referred", "rejected", "merged")
        .doesNotContain("scheduled", "confirmed");
  }

  @Test
  void staff_cant_say_yes_in_the_residents_place() {
    String folio = report();
    move(folio, to("accepted"));
    move(folio, to("resolved"));

    assertThat(desk.move(folio, "confirmed").status()).isEqualTo(409);
  }

  @Test
  void the_reporters_SI_confirms_and_NO_reopens_with_the_old_day() {
    String from = newPhone();
    String folio = phones.report(from, NEED);
    String due = desk.report(folio).getString("due_on");
    move(folio, to("accepted"));
    move(folio, to("resolved"));

    phones.text(from, "SI " + folio);
    assertThat(status(folio)).isEqualTo("confirmed");

    server.clock().pass(Duration.ofDays(3));
    phones.text(from, "NO " + folio);
    assertThat(status(folio)).isEqualTo("reopened");
    assertThat(desk.report(folio).getString("due_on")).isEqualTo(due);
  }

  @Test
  void another_phones_SI_and_NO_are_noted_and_move_nothing() {
    String folio = report();
    move(folio, to("accepted"));
    move(folio, to("resolved"));
    String neighbour = newPhone();

    phones.text(neighbour, "SI " + folio);
    phones.text(neighbour, "NO " + folio);

    assertThat(status(folio)).isEqualTo("resolved");
    assertThat(events(folio)).containsSubsequence("neighbour_word", "neighbour_word");
  }

  private static List<String> events(String folio) {
    return DATABASE.texts("SELECT event FROM history WHERE folio = ?::bigint ORDER BY id", folio);
  }

  @Test
  void a_SI_that_comes_too_early_is_kept_with_the_report_and_moves_nothing() {
    String from = newPhone();
    String folio = phones.report(from, NEED);

    phones.text(from, "SI " + folio);

    assertThat(status(folio)).isEqualTo("received");
    assertThat(desk.messages(folio)).anyMatch(m -> m.getString("body").equals("SI " + folio));
  }

  @Test
  void SUMO_counts_each_phone_once_and_the_reporter_never() {
    String reporter = newPhone();
    String folio = phones.report(reporter, NEED);
    String neighbour = newPhone();
    for (String from : List.of(neighbour, neighbour, newPhone(), reporter, neighbour)) {
      phones.text(from, "SUMO " + folio);
      server.clock().pass(Duration.ofMinutes(20));
    }

    assertThat(desk.report(folio).getInteger("neighbours")).isEqualTo(2);
    assertThat(DATABASE.count("neighbour WHERE folio = " + folio)).isEqualTo(2);
  }

  @Test
  void a_neighbour_hears_of_the_end_and_nothing_of_who_reported() {
    String folio = report();
    String neighbour = newPhone();
    phones.text(neighbour, "SUMO " + folio);
    move(folio, to("accepted"));
    move(folio, to("resolved"));

    assertThat(
            DATABASE.texts(
                "SELECT template FROM message WHERE folio = ?::bigint AND direction = 'out' AND"
                    + " template LIKE 'neighbour%'",
                folio))
        .containsExactly("neighbour_resolved");
  }

  @Test
  void a_merged_reports_old_folio_leads_to_the_other() {
    String from = newPhone();
    String old = phones.report(from, NEED);
    String into = report();
    move(old, to("merged").put("into", into));

    phones.text(from, "folio " + old + " tampoco hay en la escuela");

    assertThat(desk.report(old).getString("merged_into")).isEqualTo(into);
    assertThat(desk.messages(into))
        .anyMatch(message -> message.getString("body").contains("tampoco hay en la escuela"));
    assertThat(server.http().get("/folio/" + old).body()).contains("/folio/" + into);
  }

  @Test
  void a_chain_of_mergers_leads_to_its_end() {
    String from = newPhone();
    String first = phones.report(from, NEED);
    String second = report();
    String third = report();
    move(first, to("merged").put("into", second));
    move(second, to("merged").put("into", third));

    phones.text(from, "folio " + first + " tampoco hay en la clinica");

    assertThat(desk.messages(third))
        .anyMatch(message -> message.getString("body").contains("tampoco hay en la clinica"));
  }

  @Test
  void a_report_merges_neither_into_itself_nor_into_a_merged_one_nor_into_none() {
    String folio = report();
    String merged = report();
    move(merged, to("merged").put("into", report()));

    for (String into : List.of(folio, merged, "1000004", "abc", "")) {
      assertThat(desk.change(folio, to("merged").put("into", into)).status())
          .as(into)
          .isEqualTo(422);
    }
    assertThat(status(folio)).isEqualTo("received");
  }

  @Test
  void undoing_a_merger_gives_the_state_before_with_its_day_and_its_agency() {
    String into = report();
    String scheduled = report();
    move(scheduled, to("accepted"));
    move(scheduled, scheduled("2026-12-01"));
    String referred = report();
    move(referred, referred());
    for (String folio : List.of(scheduled, referred)) {
      String before = status(folio);
      move(folio, to("merged").put("into", into));
      move(folio, to(before));
      assertThat(status(folio)).isEqualTo(before);
      assertThat(desk.report(folio).getString("merged_into")).isNull();
    }
    assertThat(desk.report(scheduled).getString("scheduled_on")).isEqualTo("2026-12-01");
    assertThat(desk.report(referred).getString("agency")).isEqualTo("CFE");
  }

  @Test
  void a_question_ends_with_a_merger_and_what_is_texted_after_its_undoing_is_taken() {
    String from = newPhone();
    String folio = phones.report(from, NEED);
    move(folio, asked());
    move(folio, to("merged").put("into", report()));
    move(folio, to("received"));

    phones.text(from, "folio " + folio + " la casa azul");

    assertThat(status(folio)).isEqualTo("received");
    move(folio, to("accepted"));
  }

  @Test
  void every_reports_row_can_be_rebuilt_from_its_history() {
    String from = newPhone();
    String folio = phones.report(from, NEED);
    move(folio, new JsonObject().put("category", "LUZ").put("section", "EL_SAUZ"));
    move(folio, new JsonObject().put("urgent", true).put("assignee", desk.email()));
    move(folio, asked());
    server.clock().pass(Duration.ofDays(2));
    phones.text(from, "folio " + folio + " la casa azul");
    phones.text(newPhone(), "SUMO " + folio);
    move(folio, to("accepted"));
    move(folio, scheduled("2026-12-01"));
    move(folio, referred());
    move(folio, to("resolved"));
    phones.text(from, "NO " + folio);
    move(folio, new JsonObject().put("restricted", true).put("section", ""));
    String merged = report();
    move(merged, to("merged").put("into", report()));

    assertThat(
            DATABASE.rows(
                """
                WITH RECURSIVE line AS (
                  SELECT folio, detail, row_number() OVER (PARTITION BY folio ORDER BY id) AS n FROM history
                  WHERE detail IS NOT NULL AND event NOT IN ('added', 'neighbour_word', 'redacted')),
                folded AS (
                  SELECT folio, n, detail AS state FROM line WHERE n = 1
                  UNION ALL
                  SELECT f.folio, l.n, f.state || l.detail FROM folded f JOIN line l ON l.folio = f.folio AND l.n = f.n + 1),
                last AS (SELECT DISTINCT ON (folio) folio, state FROM folded ORDER BY folio, n DESC)
                SELECT r.folio, l.state FROM report r JOIN last l USING (folio),
                  LATERAL jsonb_populate_record(NULL::report, l.state || jsonb_build_object('neighbours', coalesce(l.state->'neighbours', '0'))) p
                WHERE (r.status, r.status_before, r.section, r.community, r.category, r.categories, r.urgent, r.life_danger, r.restricted,
                    r.violence_at_home, r.unclear, r.priority, r.due_on, r.paused_on, r.scheduled_on, r.agency, r.merged_into,
                    r.assignee, r.neighbours, r.kind, r.channel, r.waits_until, r.silence)
                  IS DISTINCT FROM
                  (p.status, p.status_before, p.section, p.community, p.category, p.categories, p.urgent, p.life_danger, p.restricted,
                    p.violence_at_home, p.unclear, p.priority, p.due_on, p.paused_on, p.scheduled_on, p.agency, p.merged_into,
                    p.assignee, p.neighbours, p.kind, p.channel, p.waits_until, p.silence)
                """))
        .isEmpty();
    assertThat(DATABASE.count("report")).isGreaterThan(2);
  }

  @Test
  void each_change_leaves_a_line_that_names_who_and_the_words_stand_apart() {
    String folio = report();
    move(folio, to("rejected").put("reason", "No es de esta oficina: vaya a la JMAS"));

    Map<String, Object> line =
        DATABASE
            .rows(
                "SELECT h.actor_kind, s.email, w.body, h.detail::text AS detail FROM history h JOIN"
                    + " staff s ON s.id = h.actor JOIN words w ON w.id = h.words WHERE h.folio ="
                    + " ?::bigint",
                folio)
            .get(0);
    assertThat(line)
        .containsEntry("actor_kind", "staff")
        .containsEntry("email", desk.email())
        .containsEntry("body", "No es de esta oficina: vaya a la JMAS")
        .containsEntry("detail", "{\"status\": \"rejected\"}");
  }

  @Test
  void of_two_changes_of_one_version_at_once_one_wins_and_the_other_hears_of_it() throws Exception {
    for (int i = 0; i < 10; i++) {
      String folio = report();
      Callable<Integer> change = () -> desk.change(folio, "\"1\"", to("accepted")).status();
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Integer> statuses =
            threads.invokeAll(List.of(change, change, change)).stream()
                .map(done -> done.resultNow())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 412, 412);
      }
      assertThat(desk.report(folio).getInteger("version")).isEqualTo(2);
      assertThat(events(folio)).containsExactly("received", "moved");
    }
  }
}
