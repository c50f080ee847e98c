package mx.vozrural;

import static mx.vozrural.SimilarScene.ANA;
import static mx.vozrural.SimilarScene.ROSA;
import static mx.vozrural.SimilarScene.block;
import static mx.vozrural.SimilarScene.count;
import static mx.vozrural.SimilarScene.light;
import static mx.vozrural.SimilarScene.theft;
import static mx.vozrural.SimilarScene.water;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What may be the same matter is suggested to staff. */
class SimilarTest {
  private static SimilarScene scene;

  @BeforeAll
  static void start() {
    scene = new SimilarScene();
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @AfterEach
  void toAnotherMonth() {
    scene.toAnotherMonth();
  }

  @Test
  void of_the_same_place_and_need_within_days_each_suggests_the_other_from_whatever_phone() {
    JsonObject first = water();
    String one = scene.file(first);
    scene.server.clock().pass(Duration.ofDays(6));
    String other = scene.file(water().put("body", "Sin agua en todo el pueblo"));
    String samePhone = scene.file(first.copy().put("body", "Sigue sin haber agua en la casa"));

    String session = scene.session(ANA);
    String page = scene.page(session, one);
    assertThat(count(page)).isEqualTo("2");
    assertThat(block(page))
        .contains(
            "/mesa/reporte/" + other, "Sin agua en todo el pueblo", "/mesa/reporte/" + samePhone)
        .doesNotContain("/mesa/reporte/" + one + "\"");
    assertThat(count(scene.page(session, other))).isEqualTo("2");
  }

  @Test
  void another_need_or_the_same_in_another_section_is_not_suggested() {
    String folio = scene.file(water());
    scene.file(light());
    scene.file(water().put("section", "EL_SAUZ"));
    assertThat(scene.similar(scene.desk, folio)).isZero();
    assertThat(block(scene.page(scene.session(ANA), folio))).isEmpty();

    scene.file(water());
    assertThat(scene.similar(scene.desk, folio)).isEqualTo(1);
  }

  @ParameterizedTest(name = "in {0} and in {1}: suggested {2}")
  @CsvSource({
    "Palo Blanco, Palo Blanco, 1",
    "Palo Blanco, Ciénega de Ortiz, 0",
    "Palo Blanco, , 1",
    " , Palo Blanco, 1",
    " , , 1"
  })
  void two_communities_of_a_section_are_two_places_where_both_are_named(
      String here, String there, int suggested) {
    JsonObject inTheSection =
        water().put("section", "CIENEGA_DE_ORTIZ").put("body", "No sale nada de la llave");
    String folio = scene.file(inTheSection.copy().put("community", here));
    scene.file(
        inTheSection.copy().put("community", there).put("phone", water().getString("phone")));

    assertThat(scene.similar(scene.desk, folio)).isEqualTo(suggested);
  }

  @ParameterizedTest(name = "{0} hours apart: suggested {1}")
  @CsvSource({"0, 1", "168, 1", "169, 0"})
  void what_came_a_week_before_or_after_is_near_and_what_is_further_is_not(
      long hours, int suggested) {
    String before = scene.file(water());
    scene.server.clock().pass(Duration.ofHours(hours));
    String after = scene.file(water());

    assertThat(scene.similar(scene.desk, before)).isEqualTo(suggested);
    assertThat(scene.similar(scene.desk, after)).isEqualTo(suggested);
  }

  @Test
  void any_category_in_common_counts_main_or_further() {
    String folio = scene.file(water());
    String main = scene.file(water());
    String further = scene.file(water());
    String both = scene.file(water());
    scene.categories(main, "AGUA", "CAMINO");
    scene.categories(further, "CAMINO", "AGUA");
    scene.categories(both, "LUZ", "CAMINO");

    assertThat(scene.similar(scene.desk, folio)).as("main and further").isEqualTo(2);
    assertThat(scene.similar(scene.desk, main)).as("each once").isEqualTo(3);
    assertThat(scene.similar(scene.desk, both)).as("in common: CAMINO").isEqualTo(2);
  }

  @Test
  void who_names_no_section_or_no_need_is_like_nobody() {
    String folio = scene.file(water());
    String placeless = scene.file(water());
    scene.move(placeless, new JsonObject().put("section", ""));
    String alsoPlaceless = scene.file(water());
    scene.move(alsoPlaceless, new JsonObject().put("section", ""));
    String unread =
        scene.file(water().put("body", "oiga qiero decir algo").put("category", "OTRO"));
    String unreadToo =
        scene.file(water().put("body", "oiga qiero decir algo").put("category", "OTRO"));
    scene.database.execute("UPDATE report SET unclear = true WHERE category = 'OTRO'");

    for (String each : List.of(folio, placeless, alsoPlaceless, unread, unreadToo)) {
      assertThat(scene.similar(scene.desk, each)).as(each).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"resolved", "rejected", "merged"})
  void what_is_no_longer_open_is_neither_suggested_nor_given_suggestions(String end) {
    String folio = scene.file(water());
    String ended = scene.file(water());
    assertThat(scene.similar(scene.desk, folio)).isEqualTo(1);
    scene.move(ended, "accepted");
    scene.move(
        ended,
        new JsonObject()
            .put("status", end)
            .put("reason", "Le toca a otra oficina")
            .put("into", end.equals("merged") ? scene.file(light()) : null));

    assertThat(scene.similar(scene.desk, folio)).isZero();
    assertThat(scene.similar(scene.desk, ended)).isZero();
    assertThat(block(scene.page(scene.session(ANA), folio))).isEmpty();
  }

  @Test
  void each_open_state_is_suggested_with_its_state_and_how_many_people_tell_of_it() {
    String folio = scene.file(water());
    String accepted = scene.file(water());
    scene.move(accepted, "accepted", "in_progress");
    scene.server.phones().text(Phones.number(9001), "SUMO " + accepted);
    scene.server.phones().text(Phones.number(9002), "SUMO " + accepted);

    assertThat(block(scene.page(scene.session(ANA), folio))).contains("En trabajo", "3 personas");
  }

  @Test
  void the_newest_twenty_are_listed_and_all_are_counted_on_the_page() {
    List<String> folios = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      folios.add(scene.file(water()));
      scene.server.clock().pass(Duration.ofMinutes(1));
    }

    String page = scene.page(scene.session(ANA), folios.get(23));
    assertThat(count(page)).isEqualTo("23");
    List<String> listed =
        Pattern.compile("name=\"other\" value=\"(\\d+)\"")
            .matcher(page)
            .results()
            .map(row -> row.group(1))
            .toList();
    assertThat(listed).containsExactlyElementsOf(folios.subList(3, 23).reversed());
    assertThat(scene.similar(scene.desk, folios.get(0)))
        .as("as far as the queue counts")
        .isEqualTo(20);
  }

  @Test
  void the_queue_marks_each_row_with_how_many_tell_of_the_same() {
    String one = scene.file(water());
    String other = scene.file(water());
    String alone = scene.file(light());

    for (String status : new String[] {"", "&status=received"}) {
      Map<String, Integer> marks = new HashMap<>();
      for (String folio : List.of(one, other, alone)) {
        DeskClient.items(scene.desk.get("/api/v1/queue?q=" + folio + status))
            .forEach(item -> marks.put(item.getString("folio"), item.getInteger("similar")));
      }
      assertThat(marks).isEqualTo(Map.of(one, 1, other, 1, alone, 0));
    }
    String row = scene.server.http().get("/mesa?q=" + one, "Cookie", scene.session(ANA)).body();
    assertThat(row).contains("+1 parecido<");
    assertThat(scene.server.http().get("/mesa?q=" + alone, "Cookie", scene.session(ANA)).body())
        .doesNotContain("parecido<");
  }

  @Test
  void a_restricted_report_is_neither_listed_nor_counted_for_who_may_not_know_of_it() {
    String folio = scene.file(water());
    String secret = scene.file(water().put("body", "Mi vecino amenaza a quien abre la llave"));
    scene.move(secret, new JsonObject().put("restricted", true));

    assertThat(scene.similar(scene.desk, folio)).isZero();
    assertThat(DeskClient.items(scene.desk.get("/api/v1/queue?q=" + folio)))
        .singleElement()
        .satisfies(item -> assertThat(item.getInteger("similar")).isZero());
    assertThat(scene.page(scene.session(ANA), folio)).doesNotContain(secret, "Puede ser lo mismo");
    assertThat(scene.similar(scene.restricted, folio)).isEqualTo(1);
  }

  @Test
  void
      who_may_know_of_a_restricted_report_sees_it_listed_without_its_words_and_reads_it_on_record() {
    String folio = scene.file(theft());
    String secret = scene.file(theft().put("body", "Vieron la camioneta de los ladrones"));

    String block = block(scene.page(scene.session(ROSA), folio));

    assertThat(block).contains("/mesa/reporte/" + secret, "Reservado").doesNotContain("camioneta");
    assertThat(scene.reads(secret)).as("being listed is not being read").isZero();
    scene.page(scene.session(ROSA), secret);
    assertThat(scene.reads(secret)).isEqualTo(1);
  }

  @Test
  void who_works_one_section_sees_what_is_alike_there_and_nothing_elsewhere() {
    String here = scene.file(water());
    scene.file(water());
    String elsewhere = scene.file(water().put("section", "EL_SAUZ"));
    scene.file(water().put("section", "EL_SAUZ"));
    DeskClient charco = scene.server.desk(Role.SECTION, "EL_CHARCO", false);

    assertThat(scene.similar(charco, here)).isEqualTo(1);
    assertThat(charco.get("/api/v1/queue/" + elsewhere).status()).isEqualTo(404);
    JsonObject away = new JsonObject().put("section", "EL_SAUZ");
    assertThat(charco.change(here, away).json().getInteger("similar"))
        .as("once it is out of their sight")
        .isZero();
  }
}
