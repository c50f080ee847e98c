package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The JSON API: for everyone, and for staff each within their right. */
class QueueApiTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger();
  private static TestServer server;
  private static DeskClient triager;
  private static DeskClient restricted;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    triager = server.desk(Role.TRIAGER);
    restricted = server.desk(Role.TRIAGER, null, true);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static JsonObject need() {
    return new JsonObject()
        .put("body", "No hay agua desde el lunes, la bomba no sirve")
        .put("section", "EL_CHARCO")
        .put("category", "AGUA")
        .put("consent", true);
  }

  private static Http.Answer post(JsonObject report, String... headers) {
    return server.http().json("POST", "/api/v1/reports", report, headers);
  }

  private static String file(JsonObject report) {
    Http.Answer answer = post(report);
    assertThat(answer.status()).isEqualTo(201);
    return answer.json().getString("folio");
  }

  private static String secretReport() {
    return file(need().put("category", "SEGURIDAD").put("body", "Se robaron unas vacas anoche"));
  }

  private static void assertProblem(Http.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    JsonObject problem = answer.json();
    assertThat(problem.getInteger("status")).isEqualTo(status);
    assertThat(problem.getString("title")).isNotBlank();
    assertThat(problem.getString("detail")).isNotBlank();
    Discretion.assertDiscreet(answer.body());
  }

  @Test
  void a_report_is_filed_and_followed_by_its_folio() {
    Http.Answer filed = post(need());
    String folio = filed.json().getString("folio");

    assertThat(filed.status()).isEqualTo(201);
    assertThat(filed.header("Location")).isEqualTo("/api/v1/reports/" + folio);
    JsonObject state = server.http().get("/api/v1/reports/" + folio).json();
    assertThat(state.fieldNames())
        .containsExactlyInAnyOrder(
            "folio",
            "status",
            "section",
            "category",
            "received_at",
            "updated_at",
            "due_on",
            "history");
    assertThat(state.getString("received_at")).isEqualTo("2026-11-23T10:00:00-06:00");
    assertThat(state.getJsonArray("history").getJsonObject(0).fieldNames())
        .containsExactlyInAnyOrder("status", "at");
  }

  @Test
  void the_public_state_never_holds_words_telephone_or_place() {
    String folio =
        file(
            need()
                .put("body", "No hay agua con la familia Terrazas en Palo Blanco")
                .put("phone", "614 123 4567")
                .put("lat", 28.6)
                .put("lon", -106.1));
    triager.change(folio, new JsonObject().put("note", "Hablar con la señora"));
    triager.change(
        folio, new JsonObject().put("status", "rejected").put("reason", "Otra oficina lo ve"));

    assertThat(server.http().get("/api/v1/reports/" + folio).body())
        .doesNotContain("Terrazas", "4567", "28.6", "señora", "Otra oficina", triager.email());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "body | | 422",
        "body | '   ' | 422",
        "section | NOWHERE | 422",
        "category | NOTHING | 422",
        "community | Ningun lugar de estos | 422",
        "phone | 911 | 422",
        "phone | abc | 422",
        "nombre | Juan | 400",
        "lat | 28.6 | 400"
      })
  void a_report_with_a_wrong_field_is_refused(String field, String value, int status) {
    assertProblem(post(need().put(field, value)), status);
  }

  @Test
  void a_report_needs_consent_and_both_coordinates() {
    assertProblem(post(need().put("consent", false)), 422);
    assertProblem(post(need().put("lat", 28.6)), 422);
    assertProblem(post(need().put("lat", 91).put("lon", 0)), 422);
  }

  @Test
  void the_same_key_and_content_make_one_report_and_other_content_is_refused() {
    String key = "\"pedido-1\"";
    String first = post(need(), "Idempotency-Key", key).json().getString("folio");
    Http.Answer again = post(need(), "Idempotency-Key", key);
    Http.Answer other = post(need().put("section", "EL_SAUZ"), "Idempotency-Key", key);

    assertThat(again.status()).isEqualTo(201);
    assertThat(again.json().getString("folio")).isEqualTo(first);
    assertProblem(other, 422);
    assertThat(post(need(), "Idempotency-Key", "otro").json().getString("folio"))
        .isNotEqualTo(first);
  }

  @Test
  void a_folio_that_is_none_is_not_found() {
    assertProblem(server.http().get("/api/v1/reports/1234560"), 404);
    assertProblem(server.http().get("/api/v1/reports/abc"), 404);
  }

  @ParameterizedTest
  @CsvSource({"/api/v1/queue", "/api/v1/queue/1000004", "/api/v1/messages?folio=1000004"})
  void staffs_addresses_need_a_good_token(String path) {
    assertProblem(server.http().get(path), 401);
    assertProblem(server.http().get(path, "Authorization", "Bearer nonsense"), 401);
    assertProblem(server.http().get(path, "Authorization", "Basic YTpi"), 401);
  }

  @ParameterizedTest
  @CsvSource({"AGENCY", "MONITOR"})
  void a_role_that_doesnt_work_the_queue_is_refused(Role role) {
    assertProblem(server.desk(role).get("/api/v1/queue"), 403);
  }

  @Test
  void a_section_sees_and_changes_its_own_reports_alone() {
    DeskClient charco = server.desk(Role.SECTION, "EL_CHARCO", false);
    String own = file(need());
    String others = file(need().put("section", "EL_SAUZ"));
    String nowheres = file(need().putNull("section").put("body", "No hay agua"));

    assertThat(all(charco, "")).contains(own).doesNotContain(others, nowheres);
    assertThat(all(charco, "&section=EL_SAUZ")).isEmpty();
    for (String folio : List.of(others, nowheres)) {
      assertProblem(charco.get("/api/v1/queue/" + folio), 404);
      assertProblem(charco.get("/api/v1/messages?folio=" + folio), 404);
      assertProblem(charco.change(folio, "*", new JsonObject().put("note", "x")), 404);
      assertProblem(
          charco.post("/api/v1/queue/" + folio + "/messages", new JsonObject().put("body", "x")),
          404);
    }
  }

  /** All folios, page by page, in their order. */
  private static List<String> all(DeskClient desk, String filters) {
    List<String> folios = new ArrayList<>();
    String cursor = "";
    do {
      Http.Answer page = desk.get("/api/v1/queue?x=" + filters + cursor);
      assertThat(page.status()).isEqualTo(200);
      DeskClient.items(page).forEach(item -> folios.add(item.getString("folio")));
      String next = page.json().getString("next");
      cursor = next == null ? "" : "&cursor=" + next;
    } while (!cursor.isEmpty());
    return folios;
  }

  @Test
  void pages_follow_each_other_and_visit_each_report_once_also_while_others_come() {
    for (int i = 0; i < 120; i++) {
      file(need());
    }
    List<String> folios = new ArrayList<>();
    Http.Answer page = triager.get("/api/v1/queue");
    while (page.json().getString("next") != null) {
      DeskClient.items(page).forEach(item -> folios.add(item.getString("folio")));
      file(need());
      page = triager.get("/api/v1/queue?cursor=" + page.json().getString("next"));
    }
    DeskClient.items(page).forEach(item -> folios.add(item.getString("folio")));

    assertThat(folios).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(120);
    assertThat(
            DATABASE.texts(
                "SELECT folio FROM report WHERE open AND NOT restricted ORDER BY priority, due_on,"
                    + " received_at, folio"))
        .containsSubsequence(folios);
  }

  @Test
  void filters_narrow_the_queue() {
    String need = file(need().put("category", "LUZ").put("body", "Transformador de Los Pinos"));
    triager.change(need, new JsonObject().put("urgent", true).put("assignee", triager.email()));
    triager.move(need, "accepted");

    for (String filter :
        List.of(
            "&category=LUZ",
            "&status=accepted",
            "&urgent=true",
            "&assignee=" + triager.email(),
            "&q=transformadores",
            "&q=" + need,
            "&section=EL_CHARCO&category=LUZ&status=accepted&urgent=true")) {
      assertThat(all(triager, filter)).as(filter).contains(need);
    }
    for (String filter :
        List.of("&category=AGUA", "&status=received", "&urgent=false", "&q=elefante")) {
      assertThat(all(triager, filter)).as(filter).doesNotContain(need);
    }
    assertThat(all(triager, "").get(0)).isEqualTo(need);
    assertProblem(triager.get("/api/v1/queue?status=nonsense"), 400);
    assertProblem(triager.get("/api/v1/queue?cursor=nonsense"), 400);
    assertProblem(triager.get("/api/v1/queue?assignee=nobody@voz.example"), 400);
  }

  @Test
  void a_change_needs_the_version_that_it_was_made_on() {
    String folio = file(need());
    JsonObject change = new JsonObject().put("note", "x");

    assertProblem(
        server
            .http()
            .json(
                "PATCH",
                "/api/v1/queue/" + folio,
                change,
                "Authorization",
                "Bearer " + triager.token()),
        428);
    assertProblem(triager.change(folio, "\"7\"", change), 412);
    assertProblem(triager.change(folio, "nonsense", change), 412);
    Http.Answer changed = triager.change(folio, "\"1\"", change);
    assertThat(changed.status()).isEqualTo(200);
    assertThat(changed.header("ETag")).isEqualTo("\"2\"");
    assertProblem(triager.change(folio, new JsonObject().put("estatus", "accepted")), 400);
    assertProblem(triager.change(folio, new JsonObject().put("status", "nonsense")), 422);
    assertProblem(triager.change(folio, new JsonObject().put("section", "NOWHERE")), 422);
    assertProblem(triager.change(folio, new JsonObject().put("assignee", "no@x.mx")), 422);
  }

  @Test
  void one_wrong_field_undoes_the_others_of_the_same_change() {
    String folio = file(need());
    JsonObject before = triager.report(folio);

    assertProblem(
        triager.change(
            folio,
            new JsonObject().put("section", "EL_SAUZ").put("note", "x").put("status", "scheduled")),
        409);
    assertThat(triager.report(folio)).isEqualTo(before);
  }

  @Test
  void a_restricted_report_doesnt_exist_for_who_may_not_read_it() {
    String folio = secretReport();
    DeskClient admin = server.desk(Role.ADMIN);

    for (DeskClient desk : List.of(triager, admin)) {
      assertProblem(desk.get("/api/v1/queue/" + folio), 404);
      assertProblem(desk.get("/api/v1/messages?folio=" + folio), 404);
      assertProblem(desk.change(folio, "*", new JsonObject().put("restricted", false)), 404);
      assertThat(all(desk, "&category=SEGURIDAD")).doesNotContain(folio);
      assertThat(all(desk, "&q=" + folio)).isEmpty();
      assertThat(all(desk, "&q=vacas")).isEmpty();
    }
    assertThat(restricted.report(folio).getString("body")).contains("vacas");
  }

  @Test
  void in_public_a_restricted_report_shows_its_state_and_nothing_else() {
    String folio = secretReport();

    assertThat(server.http().get("/api/v1/reports/" + folio).json().fieldNames())
        .containsExactlyInAnyOrder("folio", "status", "received_at");
    assertThat(server.http().get("/folio/" + folio).body())
        .contains(folio)
        .doesNotContain("vacas", "Seguridad", "Charco");
  }

  @Test
  void each_reading_of_a_restricted_report_leaves_a_line_with_who_read_it() {
    String folio = secretReport();
    restricted.get("/api/v1/queue/" + folio);
    restricted.get("/api/v1/messages?folio=" + folio);

    assertThat(
            DATABASE.texts(
                "SELECT s.email FROM history h JOIN staff s ON s.id = h.actor WHERE h.event = 'read'"
                    + " AND h.folio = ?::bigint",
                folio))
        .containsExactly(restricted.email(), restricted.email());
  }

  @Test
  void the_queue_itself_shows_no_words_of_a_restricted_report() {
    String folio = secretReport();

    assertThat(DeskClient.items(restricted.get("/api/v1/queue?q=" + folio)))
        .singleElement()
        .satisfies(item -> assertThat(item.getString("body")).isNull());
  }

  @Test
  void a_text_to_who_gave_no_telephone_is_refused_and_one_to_who_did_is_queued() {
    String without = file(need());
    String with = file(need().put("phone", "614123%04d".formatted(PHONES.incrementAndGet())));
    JsonObject text = new JsonObject().put("body", "Vamos mañana");

    assertProblem(triager.post("/api/v1/queue/" + without + "/messages", text), 409);
    Http.Answer queued = triager.post("/api/v1/queue/" + with + "/messages", text);
    assertThat(queued.status()).isEqualTo(202);
    assertThat(queued.json().getInteger("segments")).isPositive();
    assertProblem(
        triager.post("/api/v1/queue/" + with + "/messages", new JsonObject().put("body", " ")),
        422);
    assertThat(triager.messages(with))
        .anySatisfy(m -> assertThat(m.getString("body")).contains("Vamos mañana"));
  }

  @Test
  void an_address_that_isnt_there_or_a_body_that_isnt_read_is_a_problem_too() {
    assertProblem(server.http().get("/api/v1/nothing"), 404);
    assertProblem(server.http().post("/api/v1/reports", "text/plain", new byte[] {1}), 415);
    assertProblem(server.http().post("/api/v1/reports", Http.JSON, new byte[300 * 1024]), 413);
  }
}
