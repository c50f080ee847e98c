package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import mx.vozrural.twilio.standin.Account;
import mx.vozrural.twilio.standin.Faults;
import mx.vozrural.twilio.standin.Incoming;
import mx.vozrural.twilio.standin.Sms;
import mx.vozrural.twilio.standin.StandIn;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What Twilio counted of a day on which phones were off, callbacks got lost and texts were long.
 */
class TwilioBillTest {
  private static final Pattern FOLIO = Pattern.compile("folio (\\d{7,12})");
  private static final int PHONES = 12;

  /** Each third phone is off. */
  private static final int OFF = 3;

  private static final int PHONE_OFF = 30003;

  private final TestDatabase database = TestDatabase.fresh();
  private final TestClock clock = new TestClock();
  private final AtomicReference<String> address = new AtomicReference<>("");
  private StandIn twilio;
  private TestServer server;

  @BeforeEach
  void start() {
    Faults lossy =
        Faults.none().seeded(5).with(new Faults.Callbacks(0.2, 0.2, 0.2, 0.2, 0, Duration.ZERO));
    twilio =
        new StandIn(
            Account.EXAMPLE,
            lossy,
            clock,
            url -> url.replace(TestServer.PUBLIC_URL, address.get()));
    Map<String, String> settings = new HashMap<>(TestServer.twilio());
    settings.put("TWILIO_API_URL", twilio.address().toString());
    settings.put("SMS_RATE", "30");
    server = TestServer.with(database, clock, settings);
    address.set(server.http().base().toString());
    for (int i = 0; i < PHONES; i += OFF) {
      twilio.unreachable(Phones.number(i), PHONE_OFF);
    }
  }

  @AfterEach
  void stop() {
    server.close();
    twilio.close();
  }

  private List<String> reports() {
    List<String> folios = new ArrayList<>();
    for (int i = 0; i < PHONES; i++) {
      Incoming.Brought brought =
          twilio.text(
              TestServer.PUBLIC_URL + "/twilio/sms",
              Phones.number(i),
              "Hay un bache en la calle " + i + " de El Sauz" + " y otro más allá".repeat(5 * i));
      Matcher folio = FOLIO.matcher(brought.replies().toString());
      assertThat(folio.find()).as(brought.toString()).isTrue();
      folios.add(folio.group(1));
    }
    return folios;
  }

  /** All tries of the phones that are off, with half an hour and more between them. */
  private void passTheMorning() {
    for (int i = 0; i < 3; i++) {
      awaitTries();
      server.prices().read();
      clock.pass(Duration.ofMinutes(50));
    }
  }

  /** What is not behind a text that waits for its next try has left. */
  private void awaitTries() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(20))
        .until(() ->
            database.count(
                    "outbox o WHERE state IN ('pending', 'leased') AND NOT EXISTS (SELECT 1 FROM outbox"
                        + " e WHERE e.resident = o.resident AND e.state = 'waiting')")
                == 0);
  }

  /** What never called back is taken from the list, and prices come at a second look. */
  private void readTheList() {
    for (int i = 0; i < 3; i++) {
      clock.pass(Duration.ofMinutes(11));
      awaitTries();
      server.prices().read();
    }
  }

  @Test
  void the_ledger_agrees_with_it_to_the_segment_though_texts_were_tried_again() {
    DeskClient desk = server.desk(Role.ADMIN);
    List<String> folios = reports();
    for (String folio : folios) {
      JsonObject body = new JsonObject().put("body", "La cuadrilla va el jueves ".repeat(6));
      assertThat(desk.post("/api/v1/queue/" + folio + "/messages", body).status()).isEqualTo(202);
    }

    passTheMorning();
    readTheList();

    assertThat(database.count("given_up")).as("tries that failed on the way").isPositive();
    // A try may be under way.
    Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> assertAgrees(desk));
  }

  private void assertAgrees(DeskClient desk) {
    JsonObject ledger = desk.get("/api/v1/ledger?month=2026-11").json();
    assertThat(ledger.getJsonObject("totals").getInteger("texts"))
        .isEqualTo(twilio.messages().size());
    assertThat(ledger.getJsonObject("totals").getInteger("segments"))
        .isEqualTo(twilio.messages().stream().mapToInt(Sms::segments).sum());
    assertThat(ledger.getJsonObject("unowned").getInteger("texts")).isZero();
    assertThat(server.services().ledger.unowned().texts()).isZero();
  }
}
