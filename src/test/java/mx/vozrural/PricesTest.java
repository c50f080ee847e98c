package mx.vozrural;

import static mx.vozrural.SentTexts.Text.delivered;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import mx.vozrural.TwilioLists.Listed;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the gateway's own list says of texts, and what the ledger makes of it. */
class PricesTest {
  private static final Duration TURN = Duration.ofMinutes(11);
  private static final Instant NOW = TestClock.MONDAY;

  private final TestDatabase database = TestDatabase.fresh();
  private final SentTexts texts = new SentTexts(database);
  private TwilioLists twilio;
  private TestServer server;

  @BeforeEach
  void start() {
    twilio = new TwilioLists();
    server = TestServer.with(database, new TestClock(), settings());
  }

  private Map<String, String> settings() {
    Map<String, String> settings = new HashMap<>(TestServer.twilio());
    settings.put("TWILIO_API_URL", twilio.address());
    return settings;
  }

  @AfterEach
  void stop() {
    server.close();
    twilio.close();
  }

  private void turn() {
    server.clock().pass(TURN);
    server.prices().read();
  }

  private static String sid(int number) {
    return TwilioClient.sid(number);
  }

  private static Listed outgoing(int number, String status, int segments, Instant at) {
    return new Listed(sid(number), "outbound-api", status, segments, "-0.00750", at);
  }

  private String state(int number) {
    return database.text("SELECT state FROM outbox WHERE sid = ?", sid(number));
  }

  private JsonObject ledger() {
    Http.Answer answer = server.desk(Role.COORDINATOR).get("/api/v1/ledger?month=2026-11");
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  @Test
  void the_ledger_agrees_to_the_segment_with_the_gateways_own_count() {
    String[] bodies = {"No hay agua en El Sauz", "á".repeat(135), "x".repeat(161), "ñ".repeat(160)};
    int[] segments = {1, 3, 2, 1};
    for (int i = 0; i < bodies.length; i++) {
      assertThat(server.twilioClient().send(sid(i), Phones.number(i), bodies[i]).status())
          .isEqualTo(200);
      twilio.list(new Listed(sid(i), "inbound", "received", segments[i], "-0.0079", NOW));
    }
    // The replies went in the answers; their callbacks named them.
    database.execute(
        "UPDATE outbox SET state = 'delivered', sid = 'SM' || lpad(message::text, 32, 'a')");
    database
        .rows("SELECT sid, segments FROM outbox JOIN message m ON m.id = message")
        .forEach(row ->
            twilio.list(
                new Listed(
                    String.valueOf(row.get("sid")),
                    "outbound-reply",
                    "delivered",
                    Integer.parseInt(String.valueOf(row.get("segments"))),
                    "-0.0083",
                    NOW)));
    for (int i = 10; i < 40; i++) {
      // The gateway counted two where we counted one.
      texts.write(delivered(NOW.minusSeconds(i), 1).named(sid(i)));
      twilio.list(outgoing(i, "delivered", i % 2 + 1, NOW.minusSeconds(i)));
    }

    turn();

    JsonObject totals = ledger().getJsonObject("totals");
    assertThat(totals.getInteger("segments")).isEqualTo(twilio.segments());
    assertThat(totals.getInteger("estimated_segments")).isZero();
    assertThat(totals.getInteger("estimated_costs")).isZero();
    BigDecimal pesos = twilio.dollars().multiply(new BigDecimal("18.50"));
    assertThat(new BigDecimal(totals.getValue("cost").toString()))
        .isCloseTo(
            pesos.setScale(2, RoundingMode.HALF_UP),
            org.assertj.core.api.Assertions.within(new BigDecimal("0.06")));
    JsonObject billed = ledger().getJsonArray("billed").getJsonObject(0);
    assertThat(billed.getString("currency")).isEqualTo("USD");
    assertThat(new BigDecimal(billed.getValue("amount").toString()))
        .isEqualByComparingTo(twilio.dollars());
    assertThat(billed.getInteger("segments")).isEqualTo(twilio.segments());
  }

  @Test
  void a_text_that_never_called_back_is_settled_from_the_list_and_what_is_terminal_stays() {
    Instant longAgo = NOW.minus(Duration.ofHours(2));
    texts.write(delivered(longAgo, 1).in("accepted").named(sid(1)));
    texts.write(delivered(longAgo, 1).in("accepted").named(sid(2)));
    texts.write(delivered(NOW, 1).in("accepted").named(sid(3)));
    texts.write(delivered(longAgo, 1).in("delivered").named(sid(4)));
    texts.write(delivered(longAgo, 1).in("accepted").named(sid(5)));
    twilio.list(outgoing(1, "delivered", 1, longAgo));
    twilio.list(outgoing(2, "undelivered", 1, longAgo));
    twilio.list(outgoing(3, "delivered", 1, NOW));
    twilio.list(outgoing(4, "failed", 1, longAgo));
    twilio.list(outgoing(5, "sent", 1, longAgo));

    turn();

    assertThat(state(1)).isEqualTo("delivered");
    assertThat(state(2)).as("the phone was off: it is tried again").isEqualTo("waiting");
    assertThat(database.text("SELECT error FROM outbox WHERE sid = ?", sid(2))).isEqualTo("30003");
    assertThat(state(3)).isEqualTo("accepted");
    assertThat(state(4)).isEqualTo("delivered");
    assertThat(state(5)).isEqualTo("accepted");
  }

  @Test
  void a_text_at_the_gateway_that_nobody_here_knows_is_counted_once_however_often_it_is_read() {
    Instant longAgo = NOW.minus(Duration.ofHours(3));
    twilio.list(outgoing(1, "delivered", 2, longAgo));
    twilio.list(outgoing(2, "delivered", 1, longAgo));
    texts.write(delivered(longAgo, 1).named(sid(2)));

    turn();
    turn();

    JsonObject unowned = ledger().getJsonObject("unowned");
    assertThat(unowned.getInteger("texts")).isEqualTo(1);
    assertThat(unowned.getInteger("segments")).isEqualTo(2);
    assertThat(server.services().ledger.unowned().texts()).isEqualTo(1);
    assertThat(server.management().get("/metrics").body()).contains("voz_sms_unowned");

    // It was ours after all: its callback came late.
    texts.write(delivered(longAgo, 2).named(sid(1)));
    assertThat(ledger().getJsonObject("unowned").getInteger("texts")).isZero();
  }

  @Test
  void the_tries_of_a_text_that_the_carrier_failed_are_paid_for_and_owned() {
    Instant longAgo = NOW.minus(Duration.ofHours(3));
    long text = texts.write(delivered(longAgo, 1).named(sid(3)));
    for (int i = 1; i <= 2; i++) {
      database.execute("INSERT INTO given_up (sid, message) VALUES (?, ?)", sid(i), text);
      twilio.list(outgoing(i, "undelivered", 2, longAgo.plusSeconds(i)));
    }
    twilio.list(outgoing(3, "delivered", 2, longAgo.plusSeconds(3)));

    turn();

    JsonObject totals = ledger().getJsonObject("totals");
    assertThat(totals.getInteger("texts")).isEqualTo(3);
    assertThat(totals.getInteger("segments")).isEqualTo(twilio.segments()).isEqualTo(6);
    assertThat(totals.getInteger("estimated_segments")).isZero();
    assertThat(totals.getInteger("estimated_costs")).isZero();
    assertThat(ledger().getJsonObject("unowned").getInteger("texts")).isZero();
    assertThat(ledger().getJsonArray("billed").getJsonObject(0).getInteger("segments"))
        .isEqualTo(6);
  }

  @Test
  void a_try_that_was_never_charged_costs_nothing_once_that_is_certain() {
    Instant old = NOW.minus(Duration.ofDays(5));
    long text = texts.write(delivered(old, 1).named(sid(2)));
    database.execute("INSERT INTO given_up (sid, message) VALUES (?, ?)", sid(1), text);
    twilio.list(new Listed(sid(1), "outbound-api", "undelivered", 1, null, old));
    twilio.list(outgoing(2, "delivered", 1, old));

    turn();

    JsonObject totals = ledger().getJsonObject("totals");
    assertThat(totals.getInteger("texts")).isEqualTo(2);
    assertThat(totals.getInteger("estimated_costs")).isZero();
    assertThat(totals.getDouble("cost")).isEqualTo(0.14);
  }

  @Test
  void a_long_list_is_read_over_several_turns_though_the_gateway_fails_in_between() {
    twilio.pagesOf(4);
    for (int i = 0; i < 60; i++) {
      Instant at = NOW.minus(Duration.ofMinutes(i + 1));
      texts.write(delivered(at, 1).named(sid(i)));
      twilio.list(outgoing(i, "delivered", 2, at));
    }

    turn();
    long first = priced();
    assertThat(twilio.requests()).isEqualTo(10);
    assertThat(first).isBetween(1L, 40L);
    twilio.fail(true);
    turn();
    assertThat(priced()).isEqualTo(first);
    twilio.fail(false);
    turn();
    turn();

    assertThat(priced()).isEqualTo(60);
  }

  private long priced() {
    return Long.parseLong(
        database.text("SELECT count(*) FROM outbox WHERE charged_segments = 2 AND price = 0.0075"));
  }

  @Test
  void a_price_that_comes_later_is_found_and_one_that_never_comes_is_no_longer_looked_for() {
    Instant old = NOW.minus(Duration.ofDays(5));
    texts.write(delivered(old, 1).in("failed").named(sid(1)));
    texts.write(delivered(NOW, 1).named(sid(2)));
    twilio.list(new Listed(sid(1), "outbound-api", "failed", 1, null, old));
    twilio.list(new Listed(sid(2), "outbound-api", "delivered", 1, null, NOW));

    turn();
    assertThat(database.texts("SELECT sid FROM outbox WHERE priced_at IS NOT NULL"))
        .containsExactly(sid(1));
    twilio.list(outgoing(2, "delivered", 1, NOW));
    turn();

    assertThat(database.text("SELECT price FROM outbox WHERE sid = ?", sid(2)))
        .isEqualTo("0.00750");
    int before = twilio.requests();
    turn();
    // Yesterday and today, no longer five days back.
    assertThat(twilio.requests() - before).isEqualTo(2);
  }

  @Test
  void of_several_instances_one_reads_at_a_time() {
    try (TestServer second = TestServer.with(database, server.clock(), settings())) {
      server.clock().pass(TURN);
      server.prices().read();
      int read = twilio.requests();
      second.prices().read();
      server.prices().read();

      assertThat(read).isPositive();
      assertThat(twilio.requests()).isEqualTo(read);
    }
  }
}
