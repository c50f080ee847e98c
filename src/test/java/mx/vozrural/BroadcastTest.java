package mx.vozrural;

import static mx.vozrural.BroadcastScene.notice;
import static mx.vozrural.BroadcastScene.to;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Map;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** To whom a broadcast goes, who may send it, and what is refused with its reason. */
class BroadcastTest {
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

  private static int audience(JsonObject broadcast) {
    Http.Answer answer = scene.propose(broadcast);
    return answer.status() == 202 ? answer.json().getInteger("audience") : 0;
  }

  private static void assertRefused(Http.Answer answer, int status, String why) {
    assertThat(answer.status()).as(answer.body()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.json().getString("detail")).contains(why);
    Discretion.assertDiscreet(answer.body());
  }

  @Test
  void it_says_to_how_many_and_for_how_much_and_leaves_when_another_person_approves() {
    scene.subscribers(2);
    String twice = scene.subscriber();
    scene.server.phones().text(twice, "Quiero recibir los avisos de El Charco");
    Http.Answer proposed = scene.propose(notice());

    assertThat(proposed.status()).as(proposed.body()).isEqualTo(202);
    assertThat(proposed.json().getInteger("audience")).isEqualTo(3);
    assertThat(proposed.json().getInteger("segments")).isEqualTo(1);
    assertThat(proposed.json().getDouble("cost")).isEqualTo(3.0);
    String id = proposed.json().getString("id");
    assertThat(scene.database.count("broadcast_recipient")).isZero();
    assertRefused(scene.step(scene.maker, id, "approval"), 403, "Otra persona");
    scene.step(id, "approval");
    scene.awaitState(id, "done");

    assertThat(scene.phonesReached(id)).isEqualTo(3);
    assertThat(scene.mostToOnePhone(id)).isEqualTo(1);
    assertThat(
            scene.database.texts(
                "SELECT DISTINCT m.body || m.template || o.stream || o.priority FROM outbox o JOIN message m ON m.id ="
                    + " o.message WHERE o.broadcast = ?::bigint",
                id))
        .singleElement()
        .satisfies(text ->
            assertThat(text)
                .startsWith("Hay vacunas")
                .contains("Responda al 614")
                .endsWith("broadcastnotice2"));
    assertThat(
            scene.database.texts(
                "SELECT action FROM audit WHERE subject = ?::bigint ORDER BY at, id", id))
        .containsExactlyInAnyOrder("broadcast.proposed", "broadcast.approved", "broadcast.done");
    assertRefused(scene.step(scene.approver, id, "approval"), 409, "ya terminó");
  }

  @Test
  void the_database_too_wants_two_persons() {
    scene.subscriber();
    String id = scene.proposed(notice());

    org.assertj.core.api.Assertions.assertThatThrownBy(() ->
            scene.database.execute(
                "UPDATE broadcast SET state = 'sending', approved_by = made_by, approved_at = now() WHERE id = ?::bigint",
                id))
        .hasRootCauseInstanceOf(java.sql.SQLException.class);
  }

  @Test
  void sections_and_categories_narrow_it_to_who_subscribed() {
    scene.subscriber("Quiero recibir los avisos de El Charco");
    scene.subscriber("Quiero recibir los avisos de El Sauz");
    String all = scene.subscriber();
    scene.server.phones().report(all, "No hay agua en Palo Blanco desde el lunes");
    scene.server.phones().report(scene.newPhone(), "No hay agua en El Charco desde el lunes");

    assertThat(audience(notice())).isEqualTo(3);
    assertThat(audience(to("sections", "EL_CHARCO"))).isEqualTo(2);
    assertThat(audience(to("sections", "EL_CHARCO", "EL_SAUZ"))).isEqualTo(3);
    assertThat(audience(to("categories", "AGUA"))).isEqualTo(1);
    assertThat(audience(to("categories", "CAMINO"))).isZero();
    String commitment = scene.database.text("SELECT id FROM commitment ORDER BY id LIMIT 1");
    assertThat(audience(notice().put("commitment", commitment))).isEqualTo(3);
  }

  @Test
  void a_list_of_folios_reaches_who_filed_them_and_agreed_to_notices() {
    String agreed = scene.subscriber();
    String one = scene.server.phones().report(agreed, "No hay agua en Palo Blanco desde ayer");
    String other =
        scene.server.phones().report(scene.newPhone(), "No hay agua en Palo Blanco desde ayer");
    scene.subscriber();

    assertThat(audience(to("list", one, other))).isEqualTo(1);
    assertRefused(scene.propose(to("list", "1234567")), 422, "mal escrito");
  }

  @Test
  void who_allowed_texts_about_their_report_on_the_web_form_gets_no_notice() {
    String phone = scene.newPhone();
    Http.Answer filed =
        scene
            .server
            .http()
            .json(
                "POST",
                "/api/v1/reports",
                new JsonObject()
                    .put("body", "No hay agua en Palo Blanco desde ayer")
                    .put("phone", phone)
                    .put("consent", true));
    assertThat(filed.status()).as(filed.body()).isEqualTo(201);
    JsonObject toIt = to("list", filed.json().getString("folio"));
    assertThat(scene.database.count("consent WHERE event = 'web_consent'")).isPositive();
    assertRefused(scene.propose(toIt), 422, "Nadie recibiría");

    scene.server.phones().text(phone, "AVISOS");
    assertThat(audience(toIt)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"ALTO", "BAJA AVISOS", "STOP", "Mi esposo me pega y tengo mucho miedo"})
  void who_wants_nothing_and_who_isnt_safe_gets_nothing(String words) {
    scene.subscriber();
    scene.server.phones().text(scene.subscriber(), words);

    assertThat(audience(notice())).isEqualTo(1);
  }

  @Test
  void to_nobody_is_refused() {
    assertRefused(scene.propose(notice()), 422, "Nadie recibiría");
    scene.subscriber("Quiero recibir los avisos de El Charco");
    assertRefused(scene.propose(to("sections", "EL_SAUZ")), 422, "Nadie recibiría");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "body | '  ' | 422 | Escriba el aviso",
        "body | '\u200b?' | 422 | Escriba el aviso",
        "body | 'No hay\u0007 agua' | 422 | ningún teléfono muestra",
        "commitment | NOTHING-1 | 422 | compromiso",
        "ends_at | mañana | 422 | ends_at",
        "ends_at | 2026-11-23T09:00:00-06:00 | 422 | ya pasó",
        "quien | todos | 400 | no conoce"
      })
  void what_cant_be_sent_is_refused_with_its_reason(
      String field, String value, int status, String why) {
    scene.subscriber();
    assertRefused(scene.propose(notice().put(field, value)), status, why);
  }

  @Test
  void unknown_places_and_needs_and_a_long_body_are_refused() {
    scene.subscriber();
    assertRefused(scene.propose(to("sections", "NOWHERE")), 422, "sección");
    assertRefused(scene.propose(to("categories", "NOTHING")), 422, "categoría");
    assertRefused(scene.propose(notice().put("body", "a".repeat(1_590))), 422, "Acorte");
    assertThat(audience(notice().put("body", "a".repeat(1_500)))).isEqualTo(1);
  }

  @Test
  void over_budget_it_is_refused_when_proposed_and_when_approved() {
    scene.subscribers(3);
    scene.set("segment_price", new JsonObject().put("price", 2.5).put("currency", "MXN"));
    scene.set("budget", new JsonObject().put("broadcasts_month", 7));
    assertRefused(scene.propose(notice()), 409, "no alcanza");

    scene.set("budget", new JsonObject().put("broadcasts_month", 7.5));
    String id = scene.proposed(notice());
    scene.set("budget", new JsonObject().put("broadcasts_month", 100).put("all_month", 7));
    assertRefused(scene.step(scene.approver, id, "approval"), 409, "respuestas");
    assertThat(scene.state(id)).isEqualTo("proposed");
    assertThat(scene.database.count("broadcast_recipient")).isZero();
  }

  @Test
  void who_left_before_the_approval_isnt_written_down_and_to_nobody_it_isnt_approved() {
    String phone = scene.subscriber();
    String id = scene.proposed(notice());
    scene.server.phones().text(phone, "ALTO");

    assertRefused(scene.step(scene.approver, id, "approval"), 422, "Ya no hay a quién");
    assertThat(scene.state(id)).isEqualTo("proposed");
  }

  @Test
  void only_who_may_proposes_and_the_queues_staff_read() {
    scene.subscriber();
    String id = scene.proposed(notice());
    DeskClient triager = scene.server.desk(Role.TRIAGER);

    assertThat(triager.post("/api/v1/broadcasts", notice()).status()).isEqualTo(403);
    assertThat(scene.step(triager, id, "approval").status()).isEqualTo(403);
    assertThat(triager.get("/api/v1/broadcasts/" + id).status()).isEqualTo(200);
    assertThat(DeskClient.items(triager.get("/api/v1/broadcasts"))).hasSize(1);
    assertThat(scene.server.http().get("/api/v1/broadcasts").status()).isEqualTo(401);
    assertThat(scene.server.desk(Role.MONITOR).get("/api/v1/broadcasts").status()).isEqualTo(403);
    assertThat(scene.maker.get("/api/v1/broadcasts/17").status()).isEqualTo(404);
    assertThat(scene.step(scene.maker, "x", "approval").status()).isEqualTo(404);
  }

  @Test
  void who_only_reads_them_learns_how_many_folios_they_go_to_and_not_which() {
    String folio =
        scene.server.phones().report(scene.subscriber(), "No hay agua en Palo Blanco desde ayer");
    String id = scene.proposed(to("list", folio));
    String address = "/api/v1/broadcasts/" + id;
    DeskClient section = scene.server.desk(Role.SECTION, "EL_SAUZ", false);

    assertThat(section.get(address).body()).doesNotContain(folio);
    assertThat(section.get("/api/v1/broadcasts").body()).doesNotContain(folio);
    assertThat(section.get(address).json().getJsonObject("to").getInteger("list_size"))
        .isEqualTo(1);
    assertThat(scene.maker.get(address).json().getJsonObject("to").getJsonArray("list"))
        .containsExactly(folio);
  }

  @Test
  void what_recipients_text_within_a_week_is_shown_beside_it() {
    String phone = scene.subscriber();
    String id = scene.approved(notice());
    scene.awaitState(id, "done");
    scene.await(() -> assertThat(scene.progress(id, "sent")).isEqualTo(1));

    String folio = scene.server.phones().report(phone, "No hay agua en Palo Blanco desde ayer");
    scene.server.phones().text(phone, "Muchas gracias por avisar");
    scene.server.phones().report(scene.newPhone(), "No hay luz en El Sauz desde ayer");
    scene.server.clock().pass(Duration.ofDays(8));
    scene.server.phones().report(phone, "Se cayo el puente de El Charco");

    var services = scene.server.services();
    var broadcast = services.broadcasts.one(Long.parseLong(id)).orElseThrow();
    var coordinator = scene.server.staff("c@voz.example", Role.COORDINATOR, null, false);
    assertThat(services.broadcasts.answers(broadcast, coordinator.scope()))
        .extracting(a -> a.folio(), a -> a.kept())
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple(folio, null),
            org.assertj.core.groups.Tuple.tuple(null, "thanks"));
  }

  @Test
  void an_answer_that_was_added_to_an_older_report_is_shown_on_both_sides() {
    String phone = scene.subscriber();
    String folio = scene.server.phones().report(phone, "No hay agua en Palo Blanco desde ayer");
    scene.server.clock().pass(Duration.ofHours(1));
    String id = scene.approved(notice());
    scene.awaitState(id, "done");
    scene.await(() -> assertThat(scene.progress(id, "sent")).isEqualTo(1));

    scene.server.phones().text(phone, "Folio " + folio + ": el agua sigue sin llegar al pozo");

    var services = scene.server.services();
    var broadcast = services.broadcasts.one(Long.parseLong(id)).orElseThrow();
    var all = scene.server.staff("d@voz.example", Role.COORDINATOR, null, false).scope();
    var other = scene.server.staff("e@voz.example", Role.SECTION, "EL_SAUZ", false).scope();
    assertThat(services.broadcasts.answers(broadcast, all))
        .extracting(a -> a.folio(), a -> a.kept())
        .containsExactly(org.assertj.core.groups.Tuple.tuple(folio, "added"));
    assertThat(services.broadcasts.answers(broadcast, other)).isEmpty();
    assertThat(services.broadcasts.answered(Long.parseLong(folio)).values())
        .as("the first text came before it")
        .containsExactly(Long.valueOf(id));
    scene.database.execute("UPDATE report SET restricted = true WHERE folio = ?::bigint", folio);
    assertThat(services.broadcasts.answers(broadcast, all)).isEmpty();
  }
}
