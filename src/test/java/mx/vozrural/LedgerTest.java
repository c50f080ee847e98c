package mx.vozrural;

import static mx.vozrural.SentTexts.Text.delivered;
import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.vozrural.access.Role;
import mx.vozrural.outbox.Budget;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What texts cost, as the desk and programs see it, and what happens at a cap. */
class LedgerTest {
  private static final Instant NOW = TestClock.MONDAY;

  private final TestDatabase database = TestDatabase.fresh();
  private final SentTexts texts = new SentTexts(database);
  private TestServer server;

  @BeforeEach
  void start() {
    server = TestServer.simulator(database);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private JsonObject ledger(String month) {
    Http.Answer answer = server.desk(Role.COORDINATOR).get("/api/v1/ledger?month=" + month);
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private List<JsonObject> rows(String month) {
    return ledger(month).getJsonArray("items").stream().map(JsonObject.class::cast).toList();
  }

  private String signIn(Role role) {
    String email = "gastos." + role.code() + "@voz.example";
    server.staff(email, role, role == Role.SECTION ? "EL_SAUZ" : null, false);
    String token = token(server.http().get("/mesa/entrar").body());
    return server
        .http()
        .form(
            "/mesa/entrar", Map.of("csrf", token, "email", email, "password", TestServer.PASSWORD))
        .header("Set-Cookie")
        .split(";", -1)[0];
  }

  private Http.Answer page(String path, String session) {
    return server.http().get(path, "Cookie", session);
  }

  private Http.Answer set(String session, String price, String broadcasts, String everything) {
    return server
        .http()
        .form(
            "/mesa/gastos",
            Map.of(
                "csrf",
                token(page("/mesa/gastos", session).body()),
                "segment",
                price,
                "dollar",
                "18.50",
                "broadcasts",
                broadcasts,
                "everything",
                everything),
            "Cookie",
            session);
  }

  @Test
  void what_was_sent_and_received_is_counted_by_template_section_and_stream() {
    String folio =
        server.phones().report(Phones.number(1), "No hay agua en El Sauz desde el lunes");
    texts.write(delivered(NOW, 2).about(folio));
    texts.write(delivered(NOW, 1).about(folio).in("failed").named("SM1"));
    texts.write(delivered(NOW, 1).broadcast(7));

    List<JsonObject> rows = rows("2026-11");
    assertThat(rows)
        .filteredOn(row -> row.getString("stream").equals("report"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getString("section")).isEqualTo("EL_SAUZ");
          assertThat(row.getString("template")).isEqualTo("status_accepted");
          assertThat(row.getInteger("texts")).isEqualTo(2);
          assertThat(row.getInteger("segments")).isEqualTo(3);
          assertThat(row.getInteger("estimated_segments")).isEqualTo(2);
          assertThat(row.getDouble("cost")).isEqualTo(3.0);
        });
    assertThat(rows)
        .filteredOn(row -> row.getString("direction").equals("in"))
        .singleElement()
        .satisfies(row -> {
          assertThat(row.getString("section")).isEqualTo("EL_SAUZ");
          assertThat(row.getInteger("segments")).isEqualTo(1);
        });
    assertThat(rows)
        .extracting(row -> row.getString("stream"))
        .contains("answer", "notice", "report", "in");
    assertThat(ledger("2026-11").getJsonObject("totals").getInteger("segments"))
        .isEqualTo(rows.stream().mapToInt(row -> row.getInteger("segments")).sum());
  }

  @Test
  void what_did_not_leave_costs_nothing() {
    List.of("waiting", "pending", "leased", "uncertain", "parked", "cancelled", "expired", "failed")
        .forEach(state -> texts.write(delivered(NOW, 1).in(state)));
    assertThat(rows("2026-11")).isEmpty();
  }

  @Test
  void a_month_begins_and_ends_at_midnight_of_the_municipality_not_of_UTC() {
    texts.write(delivered(Instant.parse("2026-11-01T05:59:59Z"), 1));
    texts.write(delivered(Instant.parse("2026-11-01T06:00:00Z"), 2));
    texts.write(delivered(Instant.parse("2026-12-01T05:59:59Z"), 4));
    texts.write(delivered(Instant.parse("2026-12-01T06:00:00Z"), 8));

    assertThat(List.of("2026-10", "2026-11", "2026-12"))
        .extracting(month -> ledger(month).getJsonObject("totals").getInteger("segments"))
        .containsExactly(1, 6, 8);
  }

  @Test
  void a_told_price_counts_as_told_and_the_rest_by_the_set_price_marked_as_estimates() {
    texts.write(delivered(NOW, 1));
    long told = texts.write(delivered(NOW, 1));
    long pesos = texts.write(delivered(NOW, 1));
    long unread = texts.write(delivered(NOW, 3));
    database.execute(
        "UPDATE outbox SET charged_segments = 2, price = 0.10, price_unit = 'USD' WHERE message = ?",
        told);
    database.execute(
        "UPDATE outbox SET charged_segments = 1, price = 0.70, price_unit = 'MXN' WHERE message = ?",
        pesos);
    database.execute("UPDATE outbox SET charged_segments = 0 WHERE message = ?", unread);

    JsonObject totals = ledger("2026-11").getJsonObject("totals");
    assertThat(totals.getInteger("segments")).isEqualTo(1 + 2 + 1 + 3);
    assertThat(totals.getInteger("estimated_segments")).isEqualTo(2);
    assertThat(totals.getDouble("cost")).isEqualTo(1.00 + 0.10 * 18.50 + 0.70 + 3.00);
    assertThat(totals.getInteger("estimated_costs")).isEqualTo(2);
  }

  @Test
  void what_the_gateway_never_charges_for_costs_nothing_and_is_no_estimate() {
    long free = texts.write(delivered(NOW, 2).in("failed").named("SM1"));
    texts.write(delivered(NOW, 1).in("failed").named("SM2"));
    database.execute("UPDATE outbox SET priced_at = message_at WHERE message = ?", free);

    JsonObject totals = ledger("2026-11").getJsonObject("totals");
    assertThat(totals.getInteger("segments")).isEqualTo(3);
    assertThat(totals.getDouble("cost")).isEqualTo(1.0);
    assertThat(totals.getInteger("estimated_costs")).isEqualTo(1);
  }

  @Test
  void a_try_that_reached_the_gateway_counts_though_the_text_was_then_stopped_or_waits_again() {
    texts.write(delivered(NOW, 1).in("cancelled").named("SM1"));
    texts.write(delivered(NOW, 1).in("expired").named("SM2"));
    texts.write(delivered(NOW, 1).in("waiting").named("SM3"));
    long third = texts.write(delivered(NOW, 1).named("SM6"));
    database.execute("INSERT INTO given_up VALUES ('SM4', ?), ('SM5', ?)", third, third);
    database.execute(
        "INSERT INTO charge VALUES ('SM4', ?::timestamptz, 2, 0.0083, 'USD')", "2026-11-23 16:00Z");

    JsonObject totals = ledger("2026-11").getJsonObject("totals");
    assertThat(totals.getInteger("texts")).isEqualTo(6);
    assertThat(totals.getInteger("segments")).isEqualTo(7);
    assertThat(totals.getInteger("estimated_segments")).isEqualTo(5);
    assertThat(server.services().ledger.budget().queued().everything())
        .as("the next try of what waits")
        .isEqualByComparingTo("1");
  }

  @Test
  void no_section_is_told_for_a_restricted_report_nor_what_its_texts_say() {
    String open = server.phones().report(Phones.number(5), "No hay agua en El Sauz");
    String restricted =
        server.phones().report(Phones.number(6), "Un vecino vende droga en El Charco");
    database.execute("UPDATE report SET restricted = folio = ?", Long.valueOf(restricted));
    texts.write(delivered(NOW, 2).about(restricted));
    texts.write(delivered(NOW, 1).about(open));

    List<JsonObject> rows = rows("2026-11");
    assertThat(rows).extracting(row -> row.getString("section")).doesNotContain("EL_CHARCO");
    assertThat(rows)
        .filteredOn(row -> "restricted".equals(row.getString("template")))
        .filteredOn(row -> row.getString("stream").equals("report"))
        .singleElement()
        .satisfies(row -> assertThat(row.getInteger("segments")).isEqualTo(2));
    assertThat(ledger("2026-11").getJsonObject("totals").getInteger("texts")).isEqualTo(6);
    assertThat(page("/mesa/gastos?mes=2026-11", signIn(Role.COORDINATOR)).body())
        .contains("De reportes reservados")
        .doesNotContain("El Charco");
  }

  @Test
  void only_coordination_and_administration_see_it() {
    for (Role role : Role.values()) {
      sees(role);
    }
  }

  private void sees(Role role) {
    DeskClient program = server.desk(role, role == Role.SECTION ? "EL_SAUZ" : null, false);
    int status = role == Role.COORDINATOR || role == Role.ADMIN ? 200 : 403;
    String session = signIn(role);

    assertThat(program.get("/api/v1/ledger").status()).isEqualTo(status);
    assertThat(program.get("/api/v1/ledger.csv").status()).isEqualTo(status);
    assertThat(page("/mesa/gastos", session).status()).isEqualTo(status);
    assertThat(page("/mesa/gastos.csv", session).status()).isEqualTo(status);
    assertThat(page("/mesa", session).body().contains("/mesa/gastos")).isEqualTo(status == 200);
  }

  @Test
  void who_is_nobody_gets_401_and_the_way_in() {
    assertThat(server.http().get("/api/v1/ledger").status()).isEqualTo(401);
    assertThat(server.http().get("/mesa/gastos").body()).contains("type=\"password\"");
  }

  @Test
  void a_month_that_does_not_exist_is_refused() {
    DeskClient program = server.desk(Role.ADMIN);
    String session = signIn(Role.ADMIN);
    for (String month : List.of("2026-13", "2026-00", "noviembre", "2026-11-01", "1999-01")) {
      assertThat(program.get("/api/v1/ledger?month=" + month).status()).isEqualTo(422);
      assertThat(page("/mesa/gastos?mes=" + month, session).status()).isEqualTo(404);
    }
  }

  @Test
  void the_page_shows_the_same_figures_in_plot_and_tables_and_no_words_of_a_text() {
    String folio = server.phones().report(Phones.number(1), "No hay agua en El Sauz, clave zorro");
    texts.write(delivered(NOW, 1_234).about(folio));
    String session = signIn(Role.COORDINATOR);

    String page = page("/mesa/gastos?mes=2026-11", session).body();
    assertThat(page)
        .contains("Gastos de noviembre 2026", "<svg", "segmentos", "Fuente:", "El Sauz")
        .contains("<caption", "Avances de reportes", "1,234", "$1,234.00", "Lo que nos escriben")
        .contains("Folio …: lo aceptamos y ya lo atendemos.")
        .doesNotContain("zorro", "Guardar precios");
    assertThat(page("/mesa/gastos?mes=2026-10", session).body())
        .contains("Todavía no hay nada que contar");
  }

  @Test
  void the_table_for_spreadsheets_holds_every_row_and_runs_nothing() {
    texts.write(new SentTexts.Text("delivered", null, NOW, "report", "=cmd+one", 1, null, null));
    texts.write(delivered(NOW, 2));

    Http.Answer csv = server.desk(Role.COORDINATOR).get("/api/v1/ledger.csv?month=2026-11");
    assertThat(csv.header("Content-Type")).isEqualTo("text/csv; charset=utf-8");
    assertThat(csv.body().split("\r\n", -1))
        .containsExactly(
            "month,direction,stream,section,template,texts,segments,estimated_segments,cost_mxn,estimated_costs",
            "2026-11,out,report,,'=cmd+one,1,1,1,1.00,1",
            "2026-11,out,report,,status_accepted,1,2,1,2.00,1",
            "");
    assertThat(page("/mesa/gastos.csv?mes=2026-11", signIn(Role.ADMIN)).body())
        .isEqualTo(csv.body());
  }

  @Test
  void an_administrator_sets_price_and_caps_and_the_change_is_on_record() {
    String session = signIn(Role.ADMIN);
    texts.write(delivered(NOW, 2));

    Http.Answer set = set(session, "$1.25", "1,000", "5000");
    assertThat(set.status()).isEqualTo(303);
    assertThat(page(set.header("Location"), session).body())
        .contains("Quedaron los precios", "value=\"1.25\"", "$5,000.00", "$2.50");
    assertThat(set(session, "1.50", "1000", "5000").status()).isEqualTo(303);

    assertThat(ledger("2026-11").getJsonObject("totals").getDouble("cost")).isEqualTo(3.0);
    assertThat(database.texts("SELECT key FROM setting ORDER BY at, key"))
        .containsExactlyInAnyOrder("segment_price", "budget", "segment_price");
    assertThat(
            database.texts(
                "SELECT detail->>'key' FROM audit WHERE action = 'setting_changed' AND actor IS NOT"
                    + " NULL"))
        .containsExactlyInAnyOrder("segment_price", "budget", "segment_price");
  }

  @Test
  void a_wrong_amount_comes_back_with_what_to_do_and_changes_nothing() {
    String session = signIn(Role.ADMIN);

    Http.Answer wrong = set(session, "uno", "-5", "");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).contains("Escriba una cantidad en pesos", "value=\"uno\"");
    assertThat(set(session, "0", "", "").status()).isEqualTo(422);
    assertThat(set(session, "", "", "").status()).isEqualTo(422);
    assertThat(database.count("setting")).isZero();
  }

  @Test
  void a_coordinator_sees_the_caps_and_may_not_set_them() {
    String session = signIn(Role.COORDINATOR);
    assertThat(page("/mesa/gastos", session).body())
        .contains("Topes del mes")
        .doesNotContain("Guardar precios");
    assertThat(set(session, "1", "", "").status()).isEqualTo(403);
    assertThat(database.count("setting")).isZero();
  }

  @Test
  void at_the_cap_the_desk_says_so_and_confirmations_and_updates_still_leave() {
    String session = signIn(Role.ADMIN);
    assertThat(page("/mesa", session).body()).doesNotContain("tope de gasto");
    texts.write(delivered(NOW, 10));
    assertThat(set(session, "1", "5", "10").status()).isEqualTo(303);

    assertThat(page("/mesa", session).body())
        .contains("Se alcanzó el tope de gasto del mes ($10.00)");
    String folio = server.phones().report(Phones.number(2), "No hay agua en El Sauz");
    assertThat(server.desk(Role.TRIAGER).move(folio, "accepted").status()).isEqualTo(200);
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> {
          server.clock().pass(Duration.ofSeconds(1));
          assertThat(
                  database.text(
                      "SELECT o.state FROM outbox o JOIN message m ON m.id = o.message WHERE m.folio"
                          + " = ?::bigint AND m.template = 'status_accepted'",
                      folio))
              .isIn("accepted", "sent", "delivered");
        });
    assertThat(server.services().ledger.budget().allows(BigDecimal.ONE)).isFalse();
  }

  @Test
  void a_text_to_a_resident_shows_while_it_is_typed_what_it_costs_and_how_it_goes_out() {
    String folio = server.phones().report(Phones.number(4), "No hay agua en El Sauz");
    String session = signIn(Role.ADMIN);
    assertThat(set(session, "1.25", "", "").status()).isEqualTo(303);
    String address = "/mesa/reporte/" + folio;
    String csrf = token(page(address, session).body());

    Http.Answer typed =
        server
            .http()
            .form(
                address + "/costo",
                Map.of(
                    "csrf",
                    csrf,
                    "body",
                    "El sábado va la pipa a las casas de arriba \uD83C\uDF35"),
                "Cookie",
                session);
    assertThat(typed.status()).isEqualTo(200);
    assertThat(typed.body())
        .contains("2 segmentos", "$2.50", "UCS-2", "<strong>\uD83C\uDF35</strong>")
        .contains("Folio " + folio + ": El sabado va la pipa")
        .doesNotContain("<html");
    Http.Answer button =
        server
            .http()
            .form(
                address + "/mensajes",
                Map.of("csrf", csrf, "version", "1", "body", "El sábado va la pipa"),
                "Cookie",
                session);
    assertThat(button.body()).contains("1 segmento", "$1.25", "GSM-7", "El sabado va la pipa");
    assertThat(page(address, session).body()).contains("/static/costo.");

    Map<String, String> forged = Map.of("csrf", "x", "body", "a");
    assertThat(server.http().form(address + "/costo", forged, "Cookie", session).status())
        .isEqualTo(403);
    assertThat(
            server
                .http()
                .form(
                    "/mesa/reporte/1000001/costo",
                    Map.of("csrf", csrf, "body", "a"),
                    "Cookie",
                    session)
                .status())
        .isEqualTo(404);
  }

  @Test
  void what_waits_and_what_broadcasts_still_owe_is_held_back_from_the_next_one() {
    texts.write(delivered(NOW, 3).in("pending"));
    texts.write(delivered(NOW, 2).broadcast(1));
    texts.write(delivered(NOW, 4).broadcast(1).in("waiting"));
    texts.write(delivered(NOW.minus(Duration.ofDays(25)), 50));
    long staff = server.staff("b@voz.example", Role.COORDINATOR, null, false).id();
    long other = server.staff("c@voz.example", Role.COORDINATOR, null, false).id();
    server.phones().text(Phones.number(3), "ALTO");
    long resident = Long.parseLong(database.text("SELECT id FROM resident LIMIT 1"));
    database.execute(
        "INSERT INTO broadcast (id, state, body, audience_of, audience, segments, cost, made_by,"
            + " made_at, approved_by, approved_at, ends_at, changed_at) VALUES (1, 'sending', 'x',"
            + " '{}', 1, 2, 2, ?, now(), ?, now(), now(), now())",
        staff,
        other);
    database.execute(
        "INSERT INTO broadcast_recipient (broadcast, resident) VALUES (1, ?)", resident);

    Budget budget = server.services().ledger.budget();

    assertThat(budget.spent().broadcasts()).isEqualByComparingTo("2");
    assertThat(budget.queued().broadcasts()).isEqualByComparingTo("4");
    assertThat(budget.queued().everything()).isGreaterThanOrEqualTo(new BigDecimal("7"));
    assertThat(budget.planned()).isEqualByComparingTo("2");
    assertThat(budget.usual()).isGreaterThanOrEqualTo(new BigDecimal("50"));
    assertThat(budget.spent().everything()).isLessThan(new BigDecimal("50"));
    assertThat(budget.daysLeft()).isEqualTo(8);
    assertThat(budget.leftForBroadcasts()).isNull();
  }
}
