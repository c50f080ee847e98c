package mx.vozrural;

import static mx.vozrural.BroadcastScene.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who writes in English gets the English version, where there is one. */
class BroadcastLanguageTest {
  private static final Instant NIGHT = Instant.parse("2026-11-24T04:00:00Z");
  private static final Instant MORNING = Instant.parse("2026-11-24T15:00:00Z");

  /** Two segments, with the number to text. */
  private static final String LONG =
      "Cattle vaccines on Saturday from 9 to 12 at the community house. ".repeat(3);

  private static BroadcastScene scene;

  @BeforeAll
  static void start() {
    scene = new BroadcastScene(Map.of("SMS_RATE", "50", "QUIET_HOURS", "21:00-09:00"));
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @BeforeEach
  void clear() {
    scene.clear();
  }

  private static JsonObject both() {
    return both("Cattle vaccines on Saturday at the community house.");
  }

  private static JsonObject both(String english) {
    return notice().put("body_en", english);
  }

  /** A subscriber whose last sentence was this. */
  private static String subscriber(String sentence) {
    String phone = scene.newPhone();
    scene.server.phones().text(phone, sentence);
    scene.server.phones().text(phone, "AVISOS");
    return phone;
  }

  private static String english() {
    return subscriber("The water has been out in El Charco since Monday");
  }

  private static void assertEnglish(Http.Answer proposed, int english, int all) {
    assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
    assertThat(proposed.json().getInteger("audience")).isEqualTo(all);
    assertThat(proposed.json().getInteger("audience_en")).isEqualTo(english);
  }

  @Test
  void each_reads_it_in_their_own_language() {
    String spanish = scene.subscriber();
    String english = english();
    assertEnglish(scene.propose(both()), 1, 2);

    String id = scene.approved(both());
    scene.awaitState(id, "done");

    assertThat(scene.phonesReached(id)).isEqualTo(2);
    assertThat(scene.shownOn(english))
        .contains("Cattle vaccines on Saturday at the community house. Reply to 614")
        .doesNotContain("Hay vacunas");
    assertThat(scene.shownOn(spanish)).contains("Hay vacunas").doesNotContain("Cattle");
    assertThat(
            scene.database.texts(
                "SELECT m.language FROM outbox o JOIN message m ON m.id = o.message WHERE o.broadcast"
                    + " = ?::bigint ORDER BY 1",
                id))
        .containsExactly("en", "es");
  }

  @Test
  void without_an_english_version_all_read_spanish() {
    String english = english();
    Http.Answer proposed = scene.propose(notice());
    assertThat(proposed.json().getValue("audience_en")).isNull();
    assertThat(proposed.json().getValue("body_en")).isNull();

    String id = scene.approved(notice().put("body_en", "  "));
    scene.awaitState(id, "done");

    assertThat(scene.shownOn(english)).contains("Hay vacunas");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "The road to El Charco is broken | 1",
        "No sirve el camino a El Charco | 0",
        "SUMO 4018361 | 0",
        "El Charco | 0",
        "12345 | 0"
      })
  void the_last_sentence_tells_the_language(String sentence, int english) {
    scene.subscriber();
    subscriber(sentence);

    assertEnglish(scene.propose(both()), english, 2);
  }

  @Test
  void a_keyword_changes_no_language_and_another_sentence_does() {
    String phone = english();
    scene.server.phones().text(phone, "ALTA");
    scene.server.phones().text(phone, "El Charco");
    assertEnglish(scene.propose(both()), 1, 1);

    scene.server.phones().text(phone, "Muchas gracias por todo");
    assertEnglish(scene.propose(both()), 0, 1);
  }

  @Test
  void who_never_texted_a_sentence_is_written_to_in_the_language_of_the_newest_report() {
    String phone = scene.newPhone();
    for (String words :
        new String[] {
          "No hay agua en Palo Blanco desde ayer", "There is no water in Palo Blanco since Monday"
        }) {
      scene.server.clock().pass(Duration.ofMinutes(20));
      JsonObject report =
          new JsonObject().put("body", words).put("phone", phone).put("consent", true);
      assertThat(scene.server.http().json("POST", "/api/v1/reports", report).status())
          .isEqualTo(201);
    }
    scene.server.phones().text(phone, "AVISOS");

    assertEnglish(scene.propose(both()), 1, 1);
    scene.database.execute("UPDATE report SET restricted = true WHERE language = 'en'");
    assertEnglish(scene.propose(both()), 0, 1);
  }

  @Test
  void each_version_costs_by_its_own_length_and_its_own_readers() {
    scene.subscribers(2);
    english();
    Http.Answer proposed = scene.propose(both(LONG));

    assertEnglish(proposed, 1, 3);
    assertThat(proposed.json().getInteger("segments")).isEqualTo(1);
    assertThat(proposed.json().getInteger("segments_en")).isEqualTo(2);
    assertThat(proposed.json().getDouble("cost")).isEqualTo(4.0);

    String id = proposed.json().getString("id");
    english();
    scene.step(id, "approval");
    assertThat(scene.read(id).getInteger("audience_en")).isEqualTo(2);
    assertThat(scene.read(id).getDouble("cost")).isEqualTo(6.0);
    scene.awaitState(id, "done");
    assertThat(
            scene.database.text(
                "SELECT sum(m.segments) FROM outbox o JOIN message m ON m.id = o.message WHERE"
                    + " o.broadcast = ?::bigint",
                id))
        .isEqualTo("6");
  }

  @Test
  void what_is_approved_holds_its_part_of_the_budget_by_both_lengths() {
    scene.subscriber();
    english();
    scene.set("budget", new JsonObject().put("broadcasts_month", 5));
    scene.server.clock().set(NIGHT);
    scene.approved(both(LONG));

    assertThat(scene.propose(both(LONG)).status()).as("3 of 5 are taken").isEqualTo(409);
    assertThat(scene.propose(notice()).status()).isEqualTo(202);
  }

  @Test
  void the_budget_pays_for_each_text_by_its_length_and_ends_it_where_the_next_is_too_dear() {
    scene.subscriber();
    english();
    scene.subscriber();
    scene.server.clock().set(NIGHT);
    String id = scene.approved(both(LONG));
    scene.set("budget", new JsonObject().put("broadcasts_month", 2));
    scene.server.clock().set(MORNING);
    scene.awaitState(id, "paused");

    assertThat(scene.phonesReached(id)).as("the first; 2 more segments weren't paid").isEqualTo(1);
    assertThat(scene.progress(id, "listed")).isEqualTo(2);
    assertThat(scene.read(id).getString("why")).contains("hacen falta $2.00 y quedan $1.00");

    scene.set("budget", new JsonObject().put("broadcasts_month", 4));
    scene.step(id, "resumption");
    scene.awaitState(id, "done");
    assertThat(scene.phonesReached(id)).isEqualTo(3);
    assertThat(scene.mostToOnePhone(id)).isEqualTo(1);
  }

  @Test
  void resuming_asks_for_what_is_left_by_both_lengths() {
    scene.subscriber();
    english();
    scene.server.clock().set(NIGHT);
    String id = scene.approved(both(LONG));
    scene.step(id, "pause");

    scene.set("budget", new JsonObject().put("broadcasts_month", 2));
    Http.Answer refused = scene.step(scene.approver, id, "resumption");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.json().getString("detail")).contains("hacen falta $3.00 y quedan $2.00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"'?!' | Escriba el aviso", "'No\u0007 water' | ningún teléfono muestra"})
  void an_english_version_that_cant_be_sent_is_refused_with_its_reason(String english, String why) {
    scene.subscriber();
    Http.Answer refused = scene.propose(both(english));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.json().getString("detail")).contains(why);
    assertThat(scene.propose(both("a".repeat(1_590))).status()).isEqualTo(422);
  }
}
