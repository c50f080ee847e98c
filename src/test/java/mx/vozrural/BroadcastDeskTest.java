package mx.vozrural;

import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Broadcasts on the desk, as a browser without JavaScript uses it. */
class BroadcastDeskTest {
  private static final Pattern REVIEWED = Pattern.compile("name=\"reviewed\" value=\"([^\"]+)\"");
  private static final String NEW = "/mesa/avisos/nuevo";
  private static BroadcastScene scene;

  @BeforeAll
  static void start() {
    scene = new BroadcastScene(Map.of());
    scene.server.staff("ana@voz.example", Role.COORDINATOR, null, false);
    scene.server.staff("luz@voz.example", Role.COORDINATOR, null, false);
    scene.server.staff("tri@voz.example", Role.TRIAGER, null, false);
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @BeforeEach
  void clear() {
    scene.clear();
  }

  private static String session(String email) {
    String token = token(scene.server.http().get("/mesa/entrar").body());
    return scene
        .server
        .http()
        .form(
            "/mesa/entrar", Map.of("csrf", token, "email", email, "password", TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  private static Http.Answer get(String path, String session) {
    return scene.server.http().get(path, "Cookie", session);
  }

  private static Http.Answer post(String path, String session, Map<String, String> fields) {
    Map<String, String> form = new HashMap<>(fields);
    form.put("csrf", token(get("/mesa/avisos", session).body()));
    return scene.server.http().form(path, form, "Cookie", session);
  }

  private static String reviewed(Http.Answer preview) {
    assertThat(preview.status()).isEqualTo(200);
    Matcher mark = REVIEWED.matcher(preview.body());
    assertThat(mark.find()).isTrue();
    return mark.group(1);
  }

  @Test
  void written_looked_at_proposed_by_one_and_approved_by_another() {
    scene.subscribers(2);
    String ana = session("ana@voz.example");
    Map<String, String> form =
        new HashMap<>(Map.of("body", "Hay vacunas\r\nel sábado ☺", "propose", "yes"));

    Http.Answer preview = post(NEW, ana, form);
    assertThat(preview.body())
        .contains(
            "2 personas", "$2.00", "<strong>☺</strong>", "el sabado ☺ Responda al", "supuesto");
    assertThat(scene.database.count("broadcast")).isZero();
    form.put("reviewed", reviewed(preview));
    form.put("body", "Otra cosa");
    assertThat(post(NEW, ana, form).status()).as("what wasn't looked at").isEqualTo(200);
    form.put("body", "Hay vacunas\r\nel sábado ☺");
    Http.Answer proposed = post(NEW, ana, form);
    assertThat(proposed.status()).isEqualTo(303);

    String page = proposed.header("Location").replaceAll("\\?.*", "");
    assertThat(get(page, ana).body()).contains("lo tiene que aprobar otra persona");
    assertThat(post(page + "/aprobacion", ana, Map.of()).status()).isEqualTo(409);
    String luz = session("luz@voz.example");
    assertThat(get(page, luz).body()).contains("Aprobar: sale a 2 personas por $2.00");
    assertThat(post(page + "/aprobacion", luz, Map.of()).status()).isEqualTo(303);
    scene.awaitState(page.substring(page.lastIndexOf('/') + 1), "done");
    assertThat(get(page, luz).body()).contains("Terminado", "luz@voz.example");
    assertThat(get("/mesa/avisos", ana).body()).contains("Terminado", "a 2 personas");
  }

  @Test
  void it_shows_while_it_is_typed_to_how_many_it_goes_and_what_it_costs() {
    scene.subscribers(2);
    String ana = session("ana@voz.example");
    String cost = "/mesa/avisos/costo";

    assertThat(get(NEW, ana).body()).contains("/static/costo.", "id=\"costo\"");
    Http.Answer typed = post(cost, ana, Map.of("body", "Hay vacunas el sábado"));
    assertThat(typed.status()).isEqualTo(200);
    assertThat(typed.body())
        .contains("2 personas", "$2.00", "Hay vacunas el sabado. Responda al")
        .doesNotContain("<html");
    assertThat(post(cost, ana, Map.of("body", "Hay vacunas", "sections", "NOWHERE")).body())
        .contains("sección que no existe");
    assertThat(post(cost, ana, Map.of("body", "")).status()).isEqualTo(204);
    assertThat(post(cost, ana, Map.of("body", "Hay", "list", "12 34")).status()).isEqualTo(204);
    assertThat(post(cost, session("tri@voz.example"), Map.of("body", "Hay")).status())
        .isEqualTo(403);
    assertThat(scene.database.count("broadcast")).isZero();
  }

  @Test
  void about_a_commitment_in_two_languages_it_says_who_gets_which_and_why() {
    String english = scene.newPhone();
    scene.server.phones().text(english, "The road to El Charco is broken");
    scene.server.phones().text(english, "AVISOS");
    scene.link(
        scene.server.phones().report(scene.newPhone(), "No hay agua en Palo Blanco"), "MXCHH0003");
    String ana = session("ana@voz.example");
    Map<String, String> form =
        new HashMap<>(
            Map.of(
                "body",
                "Hay vacunas",
                "body_en",
                "Vaccines",
                "commitment",
                "MXCHH0003",
                "propose",
                "yes"));

    Http.Answer preview = post(NEW, ana, form);
    assertThat(preview.body())
        .contains(
            "2 personas",
            "1 persona lo lee en español",
            "1 persona lo lee en inglés",
            "1 persona lo recibe porque reportó algo vinculado al compromiso",
            "Vaccines. Reply to");
    form.put("reviewed", reviewed(preview));
    form.put("body_en", "Something else");
    assertThat(post(NEW, ana, form).status()).as("what wasn't looked at").isEqualTo(200);
    form.put("body_en", "Vaccines");
    String page = post(NEW, ana, form).header("Location").replaceAll("\\?.*", "");

    String luz = session("luz@voz.example");
    assertThat(get(page, luz).body())
        .contains("además, quien reportó algo vinculado al compromiso Instalar", "Vaccines.");
    assertThat(post(page + "/aprobacion", luz, Map.of()).status()).isEqualTo(303);
    assertThat(get(page, luz).body()).contains("$2.00 por 2 personas", "1 persona en inglés");
    form.put("body_en", "?!");
    assertThat(post(NEW, ana, form).body()).contains("id=\"body_en-error\"");
  }

  @Test
  void what_cant_be_sent_comes_back_with_the_reason_at_its_field() {
    String ana = session("ana@voz.example");
    Http.Answer nobody = post(NEW, ana, Map.of("body", "Hay vacunas"));
    assertThat(nobody.status()).isEqualTo(422);
    assertThat(nobody.body()).contains("id=\"sections-error\"", "Nadie recibiría", "Hay vacunas");

    scene.subscriber();
    for (Map<String, String> wrong :
        List.of(
            Map.of("body", ""),
            Map.of("body", "Hay\u0007 vacunas"),
            Map.of("body", "Hay vacunas", "sections", "NOWHERE"),
            Map.of("body", "Hay vacunas", "ends_at", "mañana"),
            Map.of("body", "Hay vacunas", "list", "12 34"))) {
      assertThat(post(NEW, ana, wrong).status()).as(wrong.toString()).isEqualTo(422);
    }
  }

  @Test
  void who_only_works_the_queue_reads_them_and_writes_none() {
    scene.subscriber();
    String id = scene.proposed(BroadcastScene.notice());
    String triager = session("tri@voz.example");

    assertThat(get("/mesa/avisos", triager).body()).doesNotContain(NEW);
    assertThat(get("/mesa/avisos/" + id, triager).body()).doesNotContain("Aprobar:");
    assertThat(get(NEW, triager).status()).isEqualTo(403);
    assertThat(post("/mesa/avisos/" + id + "/aprobacion", triager, Map.of()).status())
        .isEqualTo(403);
    assertThat(get("/mesa/avisos/17", triager).status()).isEqualTo(404);
  }
}
