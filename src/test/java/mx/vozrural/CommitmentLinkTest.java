package mx.vozrural;

import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Staff link reports to what the municipality promised, on the page and by the API. */
class CommitmentLinkTest {
  private static final Pattern VERSION = Pattern.compile("name=\"version\" value=\"(\\d+)\"");
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger(700);
  private static TestServer server;
  private static DeskClient desk;
  private static DeskClient restricted;
  private static String session;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    desk = server.desk(Role.TRIAGER);
    restricted = server.desk(Role.TRIAGER, null, true);
    server.staff("ana@voz.example", Role.TRIAGER, null, true);
    session = session("ana@voz.example");
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String session(String email) {
    String token = token(server.http().get("/mesa/entrar").body());
    return server
        .http()
        .form(
            "/mesa/entrar", Map.of("csrf", token, "email", email, "password", TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  private static String report() {
    return server
        .phones()
        .report(Phones.number(PHONES.incrementAndGet()), "No hay agua en El Charco desde ayer");
  }

  private static JsonObject to(String... commitments) {
    return new JsonObject().put("commitments", new JsonArray(List.of(commitments)));
  }

  private static List<String> linked(String folio) {
    return desk.report(folio).getJsonArray("commitments").stream().map(String.class::cast).toList();
  }

  private static Http.Answer page(String folio) {
    return server.http().get("/mesa/reporte/" + folio, "Cookie", session);
  }

  private static Http.Answer post(String folio, String field, String value) {
    String page = page(folio).body();
    Matcher version = VERSION.matcher(page.substring(page.indexOf("/compromisos\"")));
    assertThat(version.find()).isTrue();
    Map<String, String> form = new HashMap<>();
    form.put("csrf", token(page));
    form.put("version", version.group(1));
    form.put(field, value);
    return server.http().form("/mesa/reporte/" + folio + "/compromisos", form, "Cookie", session);
  }

  @Test
  void on_its_page_a_report_is_linked_and_unlinked_and_the_history_says_who_did() {
    String folio = report();
    assertThat(page(folio).body()).contains("Vincular a un compromiso", "name=\"commitments\"");

    Http.Answer linked = post(folio, "commitments", "MXCHH0003");
    assertThat(linked.status()).isEqualTo(303);
    assertThat(linked.header("Location")).startsWith("/mesa/reporte/" + folio);
    assertThat(linked(folio)).containsExactly("MXCHH0003");
    assertThat(page(folio).body())
        .contains("href=\"/compromisos/MXCHH0003\"", "Desvincular: Instalar un grupo de trabajo")
        .contains("lo vinculó al compromiso Instalar un grupo de trabajo")
        .doesNotContain("<option value=\"MXCHH0003\"");

    assertThat(post(folio, "unlink", "MXCHH0003").status()).isEqualTo(303);
    assertThat(linked(folio)).isEmpty();
    assertThat(page(folio).body())
        .contains("lo desvinculó del compromiso Instalar un grupo de trabajo")
        .contains("<option value=\"MXCHH0003\"");
  }

  @Test
  void by_the_api_the_list_that_is_given_is_what_is_linked_from_then_on() {
    String folio = report();
    desk.change(folio, to("MXCHH0002", "MXCHH0001", "MXCHH0002"));
    assertThat(linked(folio)).containsExactly("MXCHH0001", "MXCHH0002");

    JsonObject item = desk.change(folio, to("MXCHH0003", "MXCHH0002")).json();
    assertThat(item.getJsonArray("commitments")).containsExactly("MXCHH0002", "MXCHH0003");
    desk.change(folio, new JsonObject().put("urgent", true));
    assertThat(linked(folio)).as("untouched").containsExactly("MXCHH0002", "MXCHH0003");

    assertThat(
            DATABASE.texts(
                "SELECT coalesce(detail->>'linked', '-' || (detail->>'unlinked')) || ' ' || (detail->'commitments')::text FROM"
                    + " history WHERE folio = ?::bigint AND event = 'classified' AND detail->'commitments' IS NOT NULL AND"
                    + " actor = (SELECT id FROM staff WHERE email = ?) ORDER BY id",
                folio,
                desk.email()))
        .containsExactly(
            "MXCHH0002 [\"MXCHH0002\"]",
            "MXCHH0001 [\"MXCHH0001\", \"MXCHH0002\"]",
            "-MXCHH0001 [\"MXCHH0002\"]",
            "MXCHH0003 [\"MXCHH0002\", \"MXCHH0003\"]");
    assertThat(
            DATABASE.texts(
                "SELECT s.email FROM report_commitment c JOIN staff s ON s.id = c.staff WHERE"
                    + " c.folio = ?::bigint AND c.since IS NOT NULL",
                folio))
        .containsOnly(desk.email())
        .hasSize(2);
  }

  @Test
  void the_queue_shows_what_each_report_is_linked_to() {
    String folio = report();
    String other = report();
    desk.change(folio, to("MXCHH0003"));

    List<JsonObject> items = DeskClient.items(desk.get("/api/v1/queue?section=EL_CHARCO"));
    assertThat(items)
        .filteredOn(item -> item.getString("folio").equals(folio))
        .singleElement()
        .satisfies(
            item -> assertThat(item.getJsonArray("commitments")).containsExactly("MXCHH0003"));
    assertThat(items)
        .filteredOn(item -> item.getString("folio").equals(other))
        .singleElement()
        .satisfies(item -> assertThat(item.getJsonArray("commitments")).isEmpty());
  }

  @Test
  void what_is_no_commitment_is_refused_and_nothing_changes() {
    String folio = report();
    desk.change(folio, to("MXCHH0003"));

    Http.Answer unknown = desk.change(folio, to("MXCHH0003", "MXCHH0099"));
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(unknown.json().getString("detail")).contains("commitments", "compromiso");
    Http.Answer none = post(folio, "commitments", "");
    assertThat(none.status()).isEqualTo(422);
    assertThat(none.body()).contains("id=\"commitments-error\"", "Elija un compromiso.");
    assertThat(post(folio, "commitments", "<b>").status()).isEqualTo(422);
    assertThat(post(folio, "unlink", "MXCHH0001").status()).as("wasn't linked").isEqualTo(303);
    assertThat(linked(folio)).containsExactly("MXCHH0003");
  }

  @Test
  void who_saw_an_older_state_hears_of_it() {
    String folio = report();
    String seen = desk.get("/api/v1/queue/" + folio).header("ETag");
    desk.change(folio, to("MXCHH0003"));

    assertThat(desk.change(folio, seen, to("MXCHH0002")).status()).isEqualTo(412);
    assertThat(linked(folio)).containsExactly("MXCHH0003");
  }

  @Test
  void a_restricted_report_isnt_linked_and_one_that_was_before_can_be_unlinked() {
    String folio = report();
    desk.change(folio, to("MXCHH0003"));
    Http.Answer both = restricted.change(report(), to("MXCHH0003").put("restricted", true));
    assertThat(both.status()).isEqualTo(422);
    assertThat(both.json().getString("detail")).contains("reservado");
    restricted.change(folio, new JsonObject().put("restricted", true));

    assertThat(restricted.change(folio, to("MXCHH0003", "MXCHH0002")).status()).isEqualTo(422);
    assertThat(desk.change(folio, to()).status()).as("may not know of it").isIn(404, 412);
    assertThat(page(folio).body())
        .contains("no se vincula", "Desvincular: Instalar")
        .doesNotContain("Vincular a un compromiso");
    assertThat(post(folio, "unlink", "MXCHH0003").status()).isEqualTo(303);
    assertThat(restricted.report(folio).getJsonArray("commitments")).isEmpty();
  }

  @Test
  void nobody_else_learns_what_a_report_is_linked_to() {
    String folio = report();
    String open = server.http().get("/api/v1/reports/" + folio).body();
    desk.change(folio, to("MXCHH0003"));

    assertThat(server.http().get("/api/v1/reports/" + folio).body()).doesNotContain("MXCHH0003");
    assertThat(new JsonObject(open).getJsonArray("history"))
        .isEqualTo(
            new JsonObject(server.http().get("/api/v1/reports/" + folio).body())
                .getJsonArray("history"));
    assertThat(server.http().get("/folio/" + folio).body()).doesNotContain("MXCHH0003");
    assertThat(server.http().get("/compromisos/MXCHH0003").body()).doesNotContain(folio);
    DeskClient elsewhere = server.desk(Role.SECTION, "EL_SAUZ", false);
    assertThat(elsewhere.change(folio, "*", to()).status()).isEqualTo(404);
    assertThat(server.desk(Role.MONITOR).change(folio, "*", to()).status()).isEqualTo(403);
    assertThat(linked(folio)).containsExactly("MXCHH0003");
  }
}
