package mx.vozrural;

import static mx.vozrural.BroadcastScene.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Broadcasts go to who subscribed; who reported hears, besides, what is linked to their report. */
class CommitmentBroadcastTest {
  private static final String RURAL = "MXCHH0003";
  private static final String OTHER = "MXCHH0002";
  private static final String NEED = "No hay agua en Palo Blanco desde ayer";

  private static BroadcastScene scene;

  @BeforeAll
  static void start() {
    scene = new BroadcastScene(Map.of("SMS_RATE", "50"));
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @BeforeEach
  void clear() {
    scene.clear();
  }

  private static JsonObject about(String commitment) {
    return notice().put("commitment", commitment);
  }

  private static String report(String phone) {
    return scene.server.phones().report(phone, NEED);
  }

  /** Somebody who subscribed to nothing and reported what is linked. */
  private static String linkedReporter() {
    String phone = scene.newPhone();
    scene.link(report(phone), RURAL);
    return phone;
  }

  private static int audience(JsonObject broadcast) {
    return scene.audience(broadcast);
  }

  private static String sent(JsonObject broadcast) {
    String id = scene.approved(broadcast);
    scene.awaitState(id, "done");
    return id;
  }

  @Test
  void who_reported_what_is_linked_gets_it_beside_who_subscribed() {
    scene.subscriber();
    String linked = linkedReporter();
    String unlinked = scene.newPhone();
    report(unlinked);

    assertThat(audience(notice())).as("about no commitment").isEqualTo(1);
    assertThat(audience(about(OTHER))).as("about another commitment").isEqualTo(1);
    String id = sent(about(RURAL));

    assertThat(scene.phonesReached(id)).isEqualTo(2);
    assertThat(scene.shownOn(linked)).contains("Hay vacunas");
    assertThat(scene.shownOn(unlinked)).doesNotContain("Hay vacunas");
  }

  @Test
  void who_joined_the_report_hears_too() {
    String folio = report(scene.newPhone());
    scene.link(folio, RURAL);
    String neighbour = scene.newPhone();
    scene.server.phones().text(neighbour, "SUMO " + folio);

    assertThat(scene.phonesReached(sent(about(RURAL)))).isEqualTo(2);
    assertThat(scene.shownOn(neighbour)).contains("Hay vacunas");
  }

  @Test
  void whose_report_became_part_of_a_linked_one_hears_too() {
    String folio = report(scene.newPhone());
    String middle = report(scene.newPhone());
    String merged = report(scene.newPhone());
    scene.link(folio, RURAL);
    merge(merged, middle);
    merge(middle, folio);

    assertThat(audience(about(RURAL))).isEqualTo(3);
  }

  private static void merge(String folio, String into) {
    JsonObject merged = new JsonObject().put("status", "merged").put("into", into);
    assertThat(scene.maker.change(folio, merged).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ALTO", "BAJA AVISOS", "STOP", "Mi esposo me pega y tengo mucho miedo"})
  void who_wants_no_notices_and_who_isnt_safe_gets_nothing_though_linked(String words) {
    String reporter = scene.newPhone();
    String folio = report(reporter);
    scene.link(folio, RURAL);
    String neighbour = scene.newPhone();
    scene.server.phones().text(neighbour, "SUMO " + folio);
    assertThat(audience(about(RURAL))).isEqualTo(2);

    scene.server.phones().text(reporter, words);
    scene.server.phones().text(neighbour, words);

    assertThat(audience(about(RURAL))).isZero();
  }

  @Test
  void a_phone_from_which_violence_at_home_was_reported_gets_nothing_even_when_it_says_its_safe() {
    String phone = linkedReporter();
    scene.server.phones().text(phone, "Mi esposo me pega y tengo mucho miedo");
    scene.server.phones().text(phone, "Ya estoy a salvo, me pueden escribir");

    assertThat(
            scene.database.text(
                "SELECT count(*) FROM resident r JOIN report p ON p.resident = r.id WHERE"
                    + " p.violence_at_home AND r.conversation->>'muted' IS NULL"))
        .as("texted again")
        .isEqualTo("1");
    assertThat(audience(about(RURAL))).isZero();
  }

  @Test
  void a_report_that_was_restricted_since_counts_for_nothing_nor_does_what_merged_into_it() {
    String folio = report(scene.newPhone());
    scene.link(folio, RURAL);
    merge(report(scene.newPhone()), folio);
    scene.server.phones().text(scene.newPhone(), "SUMO " + folio);
    assertThat(audience(about(RURAL))).isEqualTo(3);

    scene.maker.change(folio, new JsonObject().put("restricted", true));

    assertThat(audience(about(RURAL))).isZero();
  }

  @Test
  void a_restricted_report_that_merged_into_a_linked_one_counts_for_nothing() {
    String folio = report(scene.newPhone());
    String merged = report(scene.newPhone());
    scene.link(folio, RURAL);
    merge(merged, folio);
    scene.database.execute("UPDATE report SET restricted = true WHERE folio = ?::bigint", merged);

    assertThat(audience(about(RURAL))).isEqualTo(1);
  }

  @Test
  void unlinked_its_reporter_hears_no_more() {
    String folio = report(scene.newPhone());
    scene.link(folio, RURAL, OTHER);
    assertThat(audience(about(RURAL))).isEqualTo(1);

    scene.link(folio, OTHER);

    assertThat(audience(about(RURAL))).isZero();
    assertThat(audience(about(OTHER))).isEqualTo(1);
  }

  @Test
  void who_should_hear_for_several_reasons_gets_it_once() {
    String phone = scene.subscriber();
    scene.server.phones().text(phone, "Quiero recibir los avisos de El Charco");
    String first = report(phone);
    scene.link(first, RURAL);
    String second = scene.server.phones().report(phone, "Se cayo el puente en El Sauz");
    scene.link(second, RURAL);
    String third = scene.server.phones().report(scene.newPhone(), "No hay luz en El Sauz");
    scene.link(third, RURAL);
    scene.server.phones().text(phone, "SUMO " + third);

    assertThat(audience(about(RURAL))).isEqualTo(2);
    String id = sent(about(RURAL));
    assertThat(scene.mostToOnePhone(id)).isEqualTo(1);
    assertThat(scene.phonesReached(id)).isEqualTo(2);
  }

  @Test
  void sections_and_categories_narrow_who_subscribed_and_not_who_reported() {
    scene.subscriber("Quiero recibir los avisos de El Charco");
    scene.subscriber("Quiero recibir los avisos de El Sauz");
    linkedReporter();

    JsonArray charco = new JsonArray(List.of("EL_CHARCO"));
    assertThat(audience(about(RURAL).put("sections", charco))).isEqualTo(2);
    JsonArray roads = new JsonArray(List.of("CAMINO"));
    assertThat(audience(about(RURAL).put("categories", roads))).isEqualTo(1);
  }

  @Test
  void a_list_of_folios_is_all_that_it_goes_to() {
    String listed = report(scene.subscriber());
    scene.subscriber();
    linkedReporter();

    assertThat(audience(about(RURAL).put("list", new JsonArray(List.of(listed))))).isEqualTo(1);
  }

  @Test
  void what_was_previewed_is_what_is_sent_and_the_approval_counts_anew() {
    scene.subscriber();
    linkedReporter();
    Http.Answer proposed = scene.propose(about(RURAL));
    assertThat(proposed.json().getInteger("audience")).isEqualTo(2);
    assertThat(proposed.json().getDouble("cost")).isEqualTo(2.0);
    String late = linkedReporter();

    String id = proposed.json().getString("id");
    scene.step(id, "approval");
    assertThat(scene.read(id).getInteger("audience")).isEqualTo(3);
    assertThat(scene.read(id).getDouble("cost")).isEqualTo(3.0);
    scene.awaitState(id, "done");

    assertThat(scene.phonesReached(id)).isEqualTo(3);
    assertThat(scene.shownOn(late)).contains("Hay vacunas");
  }

  @Test
  void BAJA_AVISOS_takes_out_what_already_waits_for_who_only_reported() {
    scene.holdBack();
    String phone = linkedReporter();
    String id = scene.approved(about(RURAL));
    scene.await(() -> assertThat(scene.progress(id, "queued")).isEqualTo(1));

    scene.server.phones().text(phone, "BAJA AVISOS");
    scene.letGo();
    scene.await(() -> assertThat(scene.progress(id, "skipped")).isEqualTo(1));
    assertThat(scene.phonesReached(id)).isZero();
  }
}
