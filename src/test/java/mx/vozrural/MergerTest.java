package mx.vozrural;

import static mx.vozrural.SimilarScene.ANA;
import static mx.vozrural.SimilarScene.ROSA;
import static mx.vozrural.SimilarScene.block;
import static mx.vozrural.SimilarScene.theft;
import static mx.vozrural.SimilarScene.water;
import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What may be the same is merged by a person or not at all, and both who reported hear of the end.
 */
class MergerTest {
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
  void a_restricted_report_is_not_offered_to_be_merged_with_an_ordinary_one() {
    String folio = scene.file(water());
    String secret = scene.file(water());
    scene.move(secret, new JsonObject().put("restricted", true));
    String session = scene.session(ROSA);

    for (String[] pair : new String[][] {{folio, secret}, {secret, folio}}) {
      assertThat(block(scene.page(session, pair[0])))
          .contains("/mesa/reporte/" + pair[1])
          .doesNotContain("<form");
    }
    String secretToo = scene.file(water());
    scene.move(secretToo, new JsonObject().put("restricted", true));
    assertThat(block(scene.page(session, secret))).contains("value=\"" + secretToo + "\"");
  }

  @Test
  void nothing_is_merged_by_itself_however_alike_it_is() {
    String one = scene.file(water());
    String other = scene.file(water());
    scene.page(scene.session(ANA), one);
    scene.desk.get("/api/v1/queue");
    scene.server.clock().pass(Duration.ofDays(2));
    scene.server.watch();

    assertThat(List.of(one, other))
        .allSatisfy(folio -> {
          assertThat(scene.desk.report(folio).getString("status")).isEqualTo("received");
          assertThat(scene.desk.report(folio).getInteger("version")).isEqualTo(1);
        });
  }

  @Test
  void a_click_merges_the_other_into_this_one_with_who_and_why_and_it_can_be_undone() {
    String into = scene.file(water());
    String other = scene.file(water());
    scene.move(other, "accepted");
    String session = scene.session(ANA);

    Http.Answer merged = scene.merge(session, other, into);

    assertThat(merged.status()).isEqualTo(303);
    assertThat(merged.header("Location")).startsWith("/mesa/reporte/" + into + "?");
    assertThat(scene.desk.report(other).getString("status")).isEqualTo("merged");
    assertThat(scene.desk.report(other).getString("merged_into")).isEqualTo(into);
    assertThat(scene.desk.report(into).getString("status")).isEqualTo("received");
    assertThat(
            scene.database.texts(
                "SELECT s.email || ': ' || w.body FROM history h JOIN staff s ON s.id = h.actor JOIN"
                    + " words w ON w.id = h.words WHERE h.folio = ?::bigint AND h.event = 'moved'",
                other))
        .containsExactly(ANA + ": Es la misma bomba");
    String page = scene.server.http().get(merged.header("Location"), "Cookie", session).body();
    assertThat(page)
        .contains("Quedó unido a este reporte", "Unido a este reporte: ", "/mesa/reporte/" + other)
        .doesNotContain("Puede ser lo mismo");

    scene.move(other, "accepted");
    assertThat(scene.page(session, into))
        .contains("Puede ser lo mismo (1)")
        .doesNotContain("Unido a este reporte: ");
  }

  @Test
  void a_merger_without_a_reason_of_its_own_keeps_the_one_that_was_offered() {
    String into = scene.file(water());
    String other = scene.file(water());
    String session = scene.session(ANA);
    Map<String, String> form =
        Map.of(
            "csrf", token(scene.page(session, into)), "other", other, "version", "1", "why", " ");

    assertThat(
            scene
                .server
                .http()
                .form("/mesa/reporte/" + into + "/parecidos", form, "Cookie", session)
                .status())
        .isEqualTo(303);

    assertThat(
            scene.database.text(
                "SELECT w.body FROM history h JOIN words w ON w.id = h.words WHERE h.folio ="
                    + " ?::bigint",
                other))
        .isEqualTo("Mismo lugar y misma necesidad.");
  }

  @Test
  void a_merger_of_what_somebody_changed_meanwhile_or_may_not_be_seen_is_refused() {
    String into = scene.file(water());
    String other = scene.file(water());
    String session = scene.session(ANA);
    String address = "/mesa/reporte/" + into + "/parecidos";
    Map<String, String> form =
        Map.of("csrf", token(scene.page(session, into)), "other", other, "version", "1");
    String secret = scene.file(theft());

    Map<String, String> forged = new HashMap<>(form);
    forged.put("csrf", "forged");
    assertThat(scene.server.http().form(address, forged, "Cookie", session).status())
        .isEqualTo(403);
    Map<String, String> unseen = new HashMap<>(form);
    unseen.put("other", secret);
    assertThat(scene.server.http().form(address, unseen, "Cookie", session).status())
        .isEqualTo(404);
    Map<String, String> itself = new HashMap<>(form);
    itself.put("other", into);
    assertThat(scene.server.http().form(address, itself, "Cookie", session).status())
        .isEqualTo(422);
    assertThat(
            scene
                .server
                .http()
                .form("/mesa/reporte/" + secret + "/parecidos", form, "Cookie", session)
                .status())
        .as("into one that may not be seen")
        .isEqualTo(404);
    scene.move(other, "accepted");
    assertThat(scene.server.http().form(address, form, "Cookie", session).status()).isEqualTo(409);

    assertThat(scene.desk.report(other).getString("status")).isEqualTo("accepted");
  }

  @Test
  void after_a_merger_both_who_reported_hear_of_the_end_each_by_the_folio_that_they_know() {
    JsonObject firstReport = water();
    String into = scene.file(firstReport);
    String other = scene.file(water());
    String again = scene.file(firstReport.copy().put("body", "Sigue sin haber agua en la casa"));
    String neighbour = Phones.number(9003);
    for (String folio : List.of(other, into)) {
      scene.server.phones().text(neighbour, "SUMO " + folio);
      scene.server.clock().pass(Duration.ofMinutes(20));
    }
    String session = scene.session(ANA);
    scene.merge(session, other, into);
    scene.merge(session, again, into);
    assertThat(scene.sent(other)).as("the merger itself is not texted").isEmpty();

    scene.move(into, "accepted", "resolved");

    assertThat(scene.sent(into))
        .containsExactlyInAnyOrder("status_accepted", "status_resolved", "neighbour_resolved");
    assertThat(scene.sent(other)).containsExactly("status_resolved");
    assertThat(scene.sent(again)).as("one phone hears once").isEmpty();
  }

  @Test
  void who_reported_what_was_merged_says_NO_by_the_old_folio_and_it_is_open_again() {
    String into = scene.file(water());
    String from = Phones.number(9004);
    String other = scene.server.phones().report(from, "No hay agua en El Charco");
    scene.merge(scene.session(ANA), other, into);
    scene.move(into, "accepted", "resolved");

    scene.server.phones().text(from, "NO " + other);

    assertThat(scene.desk.report(into).getString("status")).isEqualTo("reopened");
  }

  @Test
  void nobody_merges_into_a_report_that_they_may_not_know_of() {
    String folio = scene.file(water());
    String secret = scene.file(theft());
    String elsewhere = scene.file(water().put("section", "EL_SAUZ"));
    JsonObject merged = new JsonObject().put("status", "merged");
    DeskClient ofCharco = scene.server.desk(Role.SECTION, "EL_CHARCO", false);

    assertThat(scene.desk.change(folio, merged.put("into", secret)).status()).isEqualTo(422);
    assertThat(ofCharco.change(folio, merged.put("into", elsewhere)).status()).isEqualTo(422);
    assertThat(scene.desk.report(folio).getString("status")).isEqualTo("received");
    assertThat(scene.restricted.change(folio, merged.put("into", secret)).status()).isEqualTo(200);
  }

  @Test
  void of_two_who_merge_two_reports_into_each_other_one_wins_and_nobody_waits_for_ever()
      throws InterruptedException {
    for (int i = 0; i < 10; i++) {
      String one = scene.file(water());
      String other = scene.file(water());
      try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
        List<Integer> statuses =
            threads
                .invokeAll(
                    List.<Callable<Integer>>of(() -> merge(one, other), () -> merge(other, one)))
                .stream()
                .map(done -> done.resultNow())
                .sorted()
                .toList();
        assertThat(statuses).containsExactly(200, 422);
      }
    }
  }

  private static int merge(String folio, String into) {
    JsonObject merged = new JsonObject().put("status", "merged").put("into", into);
    return scene.desk.change(folio, merged).status();
  }
}
