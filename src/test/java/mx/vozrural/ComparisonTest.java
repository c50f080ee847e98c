package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts that Twilio has and that never reached us. */
class ComparisonTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestClock CLOCK = new TestClock();
  private static final Queue<JsonObject> LISTED = new ConcurrentLinkedQueue<>();
  private static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();
  private static final DateTimeFormatter TWILIO_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.ENGLISH);
  private static HttpServer twilio;
  private static TestServer server;
  private static Path folder;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("voz-rural-comparison");
    twilio = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    twilio.createContext("/", ComparisonTest::answer);
    twilio.start();
    Map<String, String> variables = new HashMap<>(TestServer.twilio());
    variables.put("TWILIO_API_URL", "http://127.0.0.1:" + twilio.getAddress().getPort());
    variables.put("SMS_NUMBER", "+526144100100");
    variables.put("DATA_DIR", folder.toString());
    server = TestServer.with(DATABASE, CLOCK, variables);
  }

  @AfterAll
  static void stop() {
    server.close();
    twilio.stop(0);
    TestDatabase.remove(folder);
  }

  /** A list in two pages, the newest first; nothing is ever sent. */
  private static void answer(HttpExchange exchange) throws IOException {
    String uri = exchange.getRequestURI().toString();
    if (!exchange.getRequestMethod().equals("GET")) {
      exchange.sendResponseHeaders(503, -1);
      exchange.close();
      return;
    }
    // The search for what became of an answer asks for a resident's number.
    if (uri.contains("To=%2B526144100100")) {
      ASKED.add(uri);
    }
    List<JsonObject> all = List.copyOf(LISTED);
    boolean second = uri.contains("PageToken");
    List<JsonObject> page = second ? all.subList(2, all.size()) : all.subList(0, 2);
    byte[] body =
        new JsonObject()
            .put("messages", new JsonArray(page))
            .put(
                "next_page_uri",
                second ? null : uri + (uri.contains("?") ? "&" : "?") + "PageToken=PASM2")
            .put("page", second ? 1 : 0)
            .put("page_size", 2)
            .put("uri", uri)
            .toString()
            .getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static JsonObject listed(int sid, String from, String body, Instant at) {
    String date = TWILIO_DATE.format(at.atOffset(ZoneOffset.UTC));
    return new JsonObject()
        .put("sid", TwilioClient.sid(sid))
        .put("account_sid", TestServer.ACCOUNT)
        .put("from", from)
        .put("to", "+526144100100")
        .put("body", body)
        .put("direction", sid == 904 ? "outbound-api" : "inbound")
        .put("num_media", sid == 902 ? "2" : "0")
        .put("num_segments", "1")
        .put("status", "received")
        .put("date_created", date)
        .put("date_sent", date)
        .put("date_updated", date);
  }

  private static int compare() {
    CLOCK.pass(Duration.ofMinutes(5));
    return server.compareWithTwilio();
  }

  @Test
  void a_text_that_never_reached_us_is_filed_as_of_its_time_and_answered_by_the_outbox() {
    server.compareWithTwilio();
    Instant sent = CLOCK.instant().plus(Duration.ofHours(3));
    server.twilioClient().send(TwilioClient.sid(901), Phones.number(901), "No hay luz en El Sauz");
    CLOCK.pass(Duration.ofHours(5));
    LISTED.add(
        listed(
            903,
            Phones.number(903),
            "Apenas llego, no hay agua",
            CLOCK.instant().plus(Duration.ofMinutes(5))));
    LISTED.add(listed(904, Phones.number(904), "Uno nuestro", sent));
    LISTED.add(listed(902, Phones.number(902), "No hay agua en Palo Blanco", sent));
    LISTED.add(listed(901, Phones.number(901), "No hay luz en El Sauz", sent));

    assertThat(compare()).isEqualTo(1);
    assertThat(ASKED).hasSize(2).allMatch(uri -> uri.contains("PageSize=1000"));
    assertThat(
            DATABASE.texts(
                "SELECT o.state || ' ' || o.stream || ' ' || o.any_hour || ' ' || (m.body LIKE"
                    + " '%folio ' || r.folio || '%') FROM inbound d JOIN outbox o ON o.message ="
                    + " d.reply JOIN message m ON m.id = o.message JOIN report r ON r.message ="
                    + " d.message WHERE d.sid = ?",
                TwilioClient.sid(902)))
        .hasSize(1)
        .allMatch(row -> row.matches("(pending|leased|waiting) answer false true"));
    assertThat(
            DATABASE.text(
                "SELECT r.received_at = ?::timestamptz AND m.media = 2 FROM inbound d JOIN report r"
                    + " ON r.message = d.message JOIN message m ON m.id = d.message WHERE d.sid ="
                    + " ?",
                sent.toString(),
                TwilioClient.sid(902)))
        .isEqualTo("true");
    assertThat(DATABASE.count("inbound")).isEqualTo(2);

    LISTED.removeIf(text -> text.getString("sid").equals(TwilioClient.sid(903)));
    LISTED.add(listed(904, Phones.number(904), "Uno nuestro", sent));
    assertThat(compare()).as("a second look").isZero();
    assertThat(DATABASE.count("inbound")).isEqualTo(2);
    assertThat(DATABASE.text("SELECT count(*) FROM watermark WHERE name = 'inbound_found'"))
        .isEqualTo("1");
  }
}
