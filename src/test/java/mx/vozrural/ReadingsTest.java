package mx.vozrural;

import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.access.Role;
import mx.vozrural.audit.Actor;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.ModelFile;
import mx.vozrural.readings.Aliases;
import mx.vozrural.readings.Aliases.Pinned;
import mx.vozrural.readings.Corrections;
import mx.vozrural.readings.Field;
import mx.vozrural.readings.Models;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What was read stands beside the text; what staff say of it is learned from. */
class ReadingsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger(300);
  private static final String EMAIL = "lee@voz.example";
  private static TestServer server;
  private static DeskClient desk;
  private static DeskClient restricted;
  private static long reader;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    desk = server.desk(Role.TRIAGER);
    restricted = server.desk(Role.TRIAGER, null, true);
    reader = server.staff(EMAIL, Role.TRIAGER, null, false).id();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String phone() {
    return Phones.number(PHONES.incrementAndGet());
  }

  private static String report(String body) {
    return server.phones().report(phone(), body);
  }

  private static JsonObject reading(String folio) {
    return new JsonObject(
        DATABASE.text(
            "SELECT m.reading FROM report r JOIN message m ON m.id = r.message WHERE r.folio = ?",
            Long.valueOf(folio)));
  }

  private static List<Corrections.Case> cases() {
    List<Corrections.Case> cases = new ArrayList<>();
    server.services().corrections.each(server.services().database.pool(), cases::add);
    return cases;
  }

  private static Corrections.Case caseOf(String body) {
    return cases().stream().filter(c -> c.body().equals(body)).findFirst().orElseThrow();
  }

  private static JsonObject categories(String... codes) {
    return new JsonObject().put("categories", new JsonArray(List.of(codes)));
  }

  @Test
  void a_reading_stands_beside_its_text_with_its_model_and_how_sure_it_was_and_has_no_word_of_it() {
    String folio = report("No hay agua en El Charco desde el lunes");

    JsonObject kept = reading(folio);
    assertThat(kept.getString("model")).isEqualTo(ModelFile.built().version());
    assertThat(kept.getString("intent")).isEqualTo("report");
    assertThat(kept.getJsonArray("categories")).containsExactly("AGUA");
    assertThat(kept.getString("section")).isEqualTo("EL_CHARCO");
    assertThat(kept.getBoolean("urgent")).isFalse();
    assertThat(kept.getJsonObject("confidence").getDouble("section")).isBetween(0.5, 1.0);
    assertThat(kept.encode()).doesNotContain("lunes");
  }

  @Test
  void a_report_by_form_is_read_too() {
    Http.Answer filed =
        server
            .http()
            .json(
                "POST",
                "/api/v1/reports",
                new JsonObject()
                    .put("body", "Se fue la luz en todo el ejido")
                    .put("consent", true));

    assertThat(reading(filed.json().getString("folio")).getJsonArray("categories"))
        .containsExactly("LUZ");
  }

  @Test
  void what_staff_correct_is_a_labelled_text_and_a_later_correction_replaces_it() {
    String body = "La lámpara de la esquina del Charco ya no prende, todo oscuro";
    String folio = report(body);

    desk.change(folio, categories("LUZ"));
    desk.change(folio, new JsonObject().put("section", "EL_SAUZ").put("urgent", true));

    Corrections.Case kept = caseOf(body);
    assertThat(kept.labels().categories()).containsExactly("LUZ");
    assertThat(kept.labels().section()).isEqualTo("EL_SAUZ");
    assertThat(kept.labels().urgent()).isTrue();
    assertThat(kept.labels().intent()).isEqualTo("report");
    assertThat(kept.language()).isEqualTo("es");
    assertThat(DATABASE.text("SELECT wrong FROM correction WHERE folio = ?", Long.valueOf(folio)))
        .isEqualTo("{categories,section,urgent}");
  }

  @Test
  void who_takes_a_correction_back_leaves_a_text_that_the_machine_read_right() {
    String folio = report("No hay agua en Palo Blanco desde ayer en la noche");

    desk.change(folio, categories("DRENAJE"));
    desk.change(folio, categories("AGUA"));

    assertThat(DATABASE.text("SELECT wrong FROM correction WHERE folio = ?", Long.valueOf(folio)))
        .isEqualTo("{}");
  }

  @Test
  void that_a_need_is_a_complaint_is_a_correction_of_what_was_wanted() {
    String body = "No hay agua en El Sauz y el de la oficina nomás me corrió";
    String folio = report(body);
    String before = desk.report(folio).getString("kind");
    String other = before.equals("complaint") ? "need" : "complaint";

    assertThat(desk.change(folio, new JsonObject().put("kind", other)).status()).isEqualTo(200);
    assertThat(desk.change(folio, new JsonObject().put("kind", "joke")).status()).isEqualTo(422);

    assertThat(desk.report(folio).getString("kind")).isEqualTo(other);
    assertThat(caseOf(body).labels().intent())
        .isEqualTo(other.equals("need") ? "report" : "complaint");
  }

  @Test
  void a_restricted_report_is_corrected_and_its_words_are_no_ones_to_learn_from() {
    String folio = report("Se están robando el ganado de mi vecino de El Charco anoche");
    restricted.change(folio, new JsonObject().put("restricted", true));

    restricted.change(folio, categories("SEGURIDAD", "AGRO"));

    assertThat(DATABASE.texts("SELECT folio FROM correction")).contains(folio);
    assertThat(cases()).noneMatch(c -> c.body().startsWith("Se están robando el ganado"));
  }

  @Test
  void a_months_accuracy_counts_what_staff_looked_at_and_what_they_corrected() {
    Corrections.Month before = thisMonth();
    String right = report("Se fue la luz en Ocampo desde ayer y no viene nadie");
    String wrong = report("Hay un bache enorme en el camino a El Terrero");
    report("Se tapó el drenaje de la calle principal de El Charco");

    desk.move(right, "accepted");
    desk.change(wrong, categories("AGUA"));

    Corrections.Month now = thisMonth();
    assertThat(now.texts() - before.texts()).isEqualTo(2);
    assertThat(wrong(now, Field.CATEGORIES) - wrong(before, Field.CATEGORIES)).isOne();
    assertThat(wrong(now, Field.SECTION)).isEqualTo(wrong(before, Field.SECTION));
  }

  private static long wrong(Corrections.Month month, Field field) {
    return month.wrong().getOrDefault(field, 0L);
  }

  private static Corrections.Month thisMonth() {
    return server.services().readings.accuracy().stream()
        .findFirst()
        .orElseGet(() -> new Corrections.Month(java.time.YearMonth.of(2000, 1), 0, Map.of()));
  }

  private static Aliases aliases() {
    return server.services().readings.aliases();
  }

  @Test
  void words_that_staff_pin_to_a_place_are_read_as_it_until_somebody_undoes_that() {
    String text = "Tiran basura por la curva del molino quemado";
    assertThat(desk.report(report(text)).getString("section")).isNull();

    assertThat(aliases().pin("La Curva del MOLINO quemado", "EL_CHARCO", null, null, reader))
        .isEqualTo(Pinned.DONE);
    assertThat(desk.report(report(text)).getString("section")).isEqualTo("EL_CHARCO");
    assertThat(aliases().pin("la curva del molino quemado", "EL_SAUZ", null, null, reader))
        .isEqualTo(Pinned.TAKEN);

    Aliases.Alias kept =
        aliases().all().stream()
            .filter(a -> a.words().contains("molino"))
            .findFirst()
            .orElseThrow();
    assertThat(kept.by()).isEqualTo(reader);
    assertThat(aliases().undo(kept.id(), reader)).isTrue();
    assertThat(aliases().undo(kept.id(), reader)).isFalse();
    assertThat(desk.report(report(text)).getString("section")).isNull();
    assertThat(DATABASE.texts("SELECT action FROM audit WHERE subject = ? ORDER BY id", kept.id()))
        .containsExactly("alias_pinned", "alias_undone");
  }

  @Test
  void words_that_say_a_need_or_an_order_or_too_little_are_pinned_to_no_place() {
    for (String words : List.of("agua", "no hay luz", "alto", "el 5", "la", "", "a b c d e f g")) {
      assertThat(aliases().pin(words, "EL_CHARCO", null, null, reader))
          .as(words)
          .isEqualTo(Pinned.UNFIT);
    }
  }

  private static Model another(String version) {
    Model.Learned built = ModelFile.built().learned();
    return new Model(
        new Model.Learned(
            version,
            built.intents(),
            built.bases(),
            built.clues(),
            built.starts(),
            built.columns(),
            built.weights(),
            built.bias(),
            built.bars(),
            built.calibrations()));
  }

  @Test
  void a_promoted_model_reads_from_then_on_and_one_command_takes_it_back() {
    Models models = server.services().readings.models();
    String built = ModelFile.built().version();
    String tables = built.substring(built.lastIndexOf('-') + 1);
    models.keep(another("cafe-" + tables), 10, 1);

    models.use("cafe-" + tables, Actor.COMMAND);
    server.services().interpreter.refresh();
    assertThat(reading(report("No hay agua en El Sauz desde ayer")).getString("model"))
        .isEqualTo("cafe-" + tables);

    assertThat(models.rollBack(Actor.COMMAND)).isPresent();
    server.services().interpreter.refresh();
    assertThat(reading(report("No hay agua en El Sauz desde antier")).getString("model"))
        .isEqualTo(built);
    assertThat(DATABASE.count("model_in_use")).isEqualTo(2);
  }

  @Test
  void a_model_of_another_release_reads_nothing_and_the_softwares_own_does() {
    Models models = server.services().readings.models();
    models.keep(another("beef-0000000000000000"), 10, 0);

    assertThat(models.find("beef-0000000000000000")).isEmpty();
    assertThat(models.all()).extracting(Models.Kept::version).contains("beef-0000000000000000");
  }

  @Test
  void the_desk_shows_how_a_text_was_read_and_by_which_words() {
    String session = session();
    String folio = report("Se cayó un poste de luz frente a la escuela de El Charco");

    String page = get("/mesa/reporte/" + folio, session);
    assertThat(page).contains("Cómo se leyó", "seguro", "poste", ModelFile.built().version());
  }

  @Test
  void where_a_phone_reported_from_before_is_a_hint_on_the_page_and_never_the_place() {
    String from = phone();
    server.phones().report(from, "No hay agua en El Charco desde el lunes");
    String folio = server.phones().report(from, "Hay un bache enorme en el camino");
    String session = session();

    assertThat(desk.report(folio).getString("section")).isNull();
    assertThat(get("/mesa/reporte/" + folio, session))
        .contains("El mismo teléfono reportó antes desde El Charco");

    String secret = phone();
    server.phones().report(secret, "Se están robando el ganado de mi vecino de El Charco");
    String other = server.phones().report(secret, "Hay un bache enorme en el camino");
    assertThat(get("/mesa/reporte/" + other, session)).doesNotContain("El mismo teléfono");
  }

  @Test
  void who_pins_words_on_a_reports_page_sees_them_among_what_was_taught_and_can_undo_them() {
    String session = session();
    String folio = report("Tiran escombro por el corral de los gringos, en El Charco");
    String csrf = token(get("/mesa/reporte/" + folio, session));

    Http.Answer pinned =
        post(
            "/mesa/reporte/" + folio + "/lugar",
            session,
            Map.of("csrf", csrf, "alias", "corral de los gringos"));
    assertThat(pinned.header("Location")).isEqualTo("/mesa/lectura?hecho=lugar");

    String page = get("/mesa/lectura", session);
    assertThat(page).contains("corral de los gringos", "El Charco", EMAIL, folio);
    String id = page.replaceAll("(?s).*corral de los gringos.*?/lugares/(\\d+)/deshacer.*", "$1");
    post("/mesa/lectura/lugares/" + id + "/deshacer", session, Map.of("csrf", csrf));
    assertThat(get("/mesa/lectura", session)).doesNotContain("corral de los gringos");
  }

  private static String session() {
    String csrf = token(server.http().get("/mesa/entrar").body());
    return server
        .http()
        .form("/mesa/entrar", Map.of("csrf", csrf, "email", EMAIL, "password", TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  private static String get(String path, String session) {
    return server.http().get(path, "Cookie", session).body();
  }

  private static Http.Answer post(String path, String session, Map<String, String> form) {
    return server.http().form(path, form, "Cookie", session);
  }
}
