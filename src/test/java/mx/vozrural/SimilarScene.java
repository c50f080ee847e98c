package mx.vozrural;

import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;

/**
 * A desk and people who report the same: what tests of suggestions and of mergers stand on. Each
 * test has a month of its own, so that what another filed is out of its sight.
 */
final class SimilarScene implements AutoCloseable {
  /** Of who may not know of restricted reports. */
  static final String ANA = "ana@voz.example";

  /** Of who may. */
  static final String ROSA = "rosa@voz.example";

  private static final AtomicInteger PHONES = new AtomicInteger();
  private static final Pattern COUNT = Pattern.compile("Puede ser lo mismo \\(([\\d,]+)\\)");

  final TestDatabase database = TestDatabase.fresh();
  final TestServer server = TestServer.simulator(database);
  final DeskClient desk = server.desk(Role.TRIAGER);
  final DeskClient restricted = server.desk(Role.TRIAGER, null, true);
  private int months;

  SimilarScene() {
    server.staff(ANA, Role.TRIAGER, null, false);
    server.staff(ROSA, Role.TRIAGER, null, true);
  }

  void toAnotherMonth() {
    server.clock().set(TestClock.MONDAY.plus(Duration.ofDays(30L * ++months)));
  }

  @Override
  public void close() {
    server.close();
  }

  static JsonObject water() {
    return new JsonObject()
        .put("body", "No hay agua desde el lunes")
        .put("section", "EL_CHARCO")
        .put("category", "AGUA")
        .put("phone", "614555%04d".formatted(PHONES.incrementAndGet()))
        .put("consent", true);
  }

  static JsonObject theft() {
    return water().put("category", "SEGURIDAD").put("body", "Se robaron unas vacas anoche");
  }

  static JsonObject light() {
    return water().put("category", "LUZ").put("body", "Se fue la luz en todo el pueblo");
  }

  String file(JsonObject report) {
    Http.Answer answer = server.http().json("POST", "/api/v1/reports", report);
    assertThat(answer.status()).as(answer.body()).isEqualTo(201);
    return answer.json().getString("folio");
  }

  void move(String folio, JsonObject move) {
    assertThat(restricted.change(folio, move).status()).as(move.encode()).isEqualTo(200);
  }

  void move(String folio, String... statuses) {
    for (String status : statuses) {
      move(folio, new JsonObject().put("status", status));
    }
  }

  int similar(DeskClient client, String folio) {
    return client.report(folio).getInteger("similar");
  }

  String session(String email) {
    String token = token(server.http().get("/mesa/entrar").body());
    return server
        .http()
        .form(
            "/mesa/entrar", Map.of("csrf", token, "email", email, "password", TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  String page(String session, String folio) {
    Http.Answer page = server.http().get("/mesa/reporte/" + folio, "Cookie", session);
    assertThat(page.status()).isEqualTo(200);
    return page.body();
  }

  /** The block of the page that suggests; "" where it has none. */
  static String block(String page) {
    int from = page.indexOf("id=\"parecidos\"");
    return from < 0 ? "" : page.substring(from, page.indexOf("</section>", from));
  }

  static String count(String page) {
    Matcher count = COUNT.matcher(page);
    return count.find() ? count.group(1) : "0";
  }

  /** Presses the row's button. */
  Http.Answer merge(String session, String other, String into) {
    Map<String, String> form = new HashMap<>();
    form.put("csrf", token(page(session, into)));
    form.put("other", other);
    form.put("version", "" + restricted.report(other).getInteger("version"));
    form.put("why", "Es la misma bomba");
    return server.http().form("/mesa/reporte/" + into + "/parecidos", form, "Cookie", session);
  }

  void categories(String folio, String... codes) {
    move(folio, new JsonObject().put("categories", new ArrayList<>(List.of(codes))));
  }

  long reads(String folio) {
    return database.count("history WHERE event = 'read' AND folio = " + folio);
  }

  /** What was texted about a report that is no answer to a text. */
  List<String> sent(String folio) {
    return database.texts(
        "SELECT template FROM message WHERE folio = ?::bigint AND staff IS NOT NULL", folio);
  }
}
