package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.stream.IntStream;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SendResult.Accepted;
import mx.vozrural.outbox.SendResult.Ambiguous;
import mx.vozrural.outbox.SendResult.Halt;
import mx.vozrural.outbox.SendResult.Reason;
import mx.vozrural.outbox.SendResult.Refused;
import mx.vozrural.outbox.SendResult.Retry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class TwilioGatewayTest {
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final String SID = "SM0123456789abcdef0123456789abcdef";
  private static final Duration AMPLE = Duration.ofSeconds(20);
  private static final Duration SHORT = Duration.ofSeconds(1);

  @Test
  void postsTheTextOnceToTheAddressOfTheSettings() {
    try (TwilioStandIn twilio = new TwilioStandIn(created("accepted", "\"0\""))) {
      SendResult result = send(twilio.address(), text("¿Ya hay agua? 1+1=2 & más"));

      assertThat(result).isEqualTo(new Accepted(SID, "accepted", 0));
      assertThat(twilio.taken()).hasSize(1);
      TwilioStandIn.Taken request = twilio.taken().getFirst();
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.uri()).isEqualTo("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
      assertThat(request.authorization()).isEqualTo("Basic " + base64(ACCOUNT + ":secret"));
      assertThat(request.form())
          .containsExactlyInAnyOrder(
              new Parameter("To", "+526145550101"),
              new Parameter("Body", "¿Ya hay agua? 1+1=2 & más"),
              new Parameter("MessagingServiceSid", SERVICE),
              new Parameter("StatusCallback", "https://voz.example/twilio/status?id=7&mac=a%2B"),
              new Parameter("ValidityPeriod", "14400"));
    }
  }

  @Test
  void sendsFromANumberWhereThereIsNoService() {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"2\""))) {
      TwilioSettings settings =
          new TwilioSettings(ACCOUNT, "secret", null, "+526141230000", twilio.address(), AMPLE);
      OutgoingText silent = new OutgoingText(7, phone(), "Gracias", null, Duration.ofHours(1));

      assertThat(send(settings, silent)).isEqualTo(new Accepted(SID, "queued", 2));
      assertThat(twilio.taken().getFirst().form())
          .containsExactlyInAnyOrder(
              new Parameter("To", "+526145550101"),
              new Parameter("Body", "Gracias"),
              new Parameter("From", "+526141230000"),
              new Parameter("ValidityPeriod", "3600"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/stand-in", "/stand-in/"})
  void keepsThePathOfTheSettings(String path) {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"1\""))) {
      send(twilio.address().resolve(path), text("Gracias"));
      assertThat(twilio.taken().getFirst().uri())
          .isEqualTo("/stand-in/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json");
    }
  }

  @Test
  void sendsATextThatTheLibraryTakesForNone() {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"1\""))) {
      send(twilio.address(), text("null"));
      assertThat(twilio.taken().getFirst().value("Body")).isEqualTo("null");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "PT0S,1",
    "PT-5M,1",
    "PT0.9S,1",
    "PT1S,1",
    "PT10H,36000",
    "P3D,36000",
    "P99999D,36000"
  })
  void keepsTheValidityWithinTwiliosLimits(Duration validity, String seconds) {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"1\""))) {
      send(twilio.address(), new OutgoingText(7, phone(), "Gracias", null, validity));
      assertThat(twilio.taken().getFirst().value("ValidityPeriod")).isEqualTo(seconds);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "scheduled, '\"3\"', scheduled, 3",
    "of_tomorrow, '\"1\"', queued, 1",
    "queued, null, queued, 0",
    "queued, '\"many\"', queued, 0"
  })
  void readsWhatItCanOfASuccess(String given, String count, String status, int segments) {
    try (TwilioStandIn twilio = new TwilioStandIn(created(given, count))) {
      assertThat(send(twilio.address(), text("Gracias")))
          .isEqualTo(new Accepted(SID, status, segments));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          20003, 401, HALT
          20404, 404, HALT
          30002, 403, HALT
          20429, 429, RETRY
          21611, 429, RETRY
          30001, 400, RETRY
          30003, 400, RETRY
          30008, 400, RETRY
          30410, 400, RETRY
          30450, 400, RETRY
          63038, 400, HALT
          20503, 503, AMBIGUOUS
          20500, 500, AMBIGUOUS
          21211, 400, NUMBER
          21614, 400, NUMBER
          21635, 400, NUMBER
          30005, 400, NUMBER
          30006, 400, NUMBER
          21408, 403, CONFIGURATION
          21603, 400, CONFIGURATION
          21606, 400, CONFIGURATION
          21703, 400, CONFIGURATION
          21610, 400, OPTED_OUT
          21612, 400, ROUTE
          21602, 400, OUR_BUG
          21617, 400, OUR_BUG
          30004, 400, BLOCKED
          30007, 400, FILTERED
          30036, 400, EXPIRED
          14107, 400, LOOP
          21999, 400, UNKNOWN
          """)
  void eachErrorIsOneResultAndOneRequest(int code, int status, String expected) {
    String body = TwilioStandIn.error(code, status);
    try (TwilioStandIn twilio = new TwilioStandIn(e -> TwilioStandIn.json(e, status, body))) {
      SendResult result = send(twilio.address(), text("Gracias"));

      assertThat(inWords(result)).isEqualTo(expected);
      assertThat(result.toString()).doesNotContain("6145550101");
      assertThat(twilio.taken()).hasSize(1);
    }
  }

  @Test
  void namesTheCodeAndTheWait() {
    String busy = TwilioStandIn.error(21611, 429);
    assertThat(answered(429, busy))
        .isEqualTo(new Retry(21611, Duration.ofMinutes(1), SendResult.UNTIL_IT_EXPIRES, true));
    String stopped = TwilioStandIn.error(21610, 400);
    assertThat(answered(400, stopped)).isEqualTo(new Refused(21610, Reason.OPTED_OUT));
    String suspended = TwilioStandIn.error(20003, 401);
    assertThat(answered(401, suspended)).isEqualTo(new Halt(20003));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,      PT1S
          0,      PT1S
          7,      PT7S
          3600,   PT1H
          999999, PT1H
          9999999999999, PT1S
          'Tue, 24 Nov 2026 16:00:00 GMT', PT1S
          """)
  void waitsAsLongAsTwilioAsks(@Nullable String header, Duration wait) {
    TwilioStandIn.Behaviour busy =
        exchange -> {
          if (header != null) {
            exchange.getResponseHeaders().set("Retry-After", header);
          }
          TwilioStandIn.json(exchange, 429, TwilioStandIn.error(20429, 429));
        };
    try (TwilioStandIn twilio = new TwilioStandIn(busy)) {
      assertThat(send(twilio.address(), text("Gracias")))
          .isEqualTo(new Retry(20429, wait, SendResult.UNTIL_IT_EXPIRES, true));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          500, AMBIGUOUS
          502, AMBIGUOUS
          503, AMBIGUOUS
          504, AMBIGUOUS
          408, AMBIGUOUS
          429, RETRY
          401, HALT
          403, HALT
          404, HALT
          400, UNKNOWN
          302, UNKNOWN
          200, AMBIGUOUS
          """)
  void anHtmlPageIsJudgedByItsStatus(int status, String expected) {
    TwilioStandIn.Behaviour page =
        exchange -> TwilioStandIn.html(exchange, status, "<html>busy</html>");
    try (TwilioStandIn twilio = new TwilioStandIn(page)) {
      assertThat(inWords(send(twilio.address(), text("Gracias")))).isEqualTo(expected);
      assertThat(twilio.taken()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'{}'",
    "'{\"sid\":null,\"status\":\"queued\"}'",
    "'[]'",
    "'null'",
    "'{\"sid\":'",
    "''"
  })
  void anUnreadableSuccessMayHaveBeenTaken(String body) {
    assertThat(answered(201, body)).isEqualTo(new Ambiguous("unreadable success"));
  }

  @ParameterizedTest
  @CsvSource({"400,''", "400,null", "400,'{}'", "400,'[1]'", "400,'{\"code\":\"x\"}'"})
  void anUnreadableRefusalIsShownToAPerson(int status, String body) {
    assertThat(answered(status, body)).isEqualTo(new Refused(400, Reason.UNKNOWN));
  }

  @Test
  void aLostAnswerIsAmbiguousAndNotSentAgain() {
    try (TwilioStandIn twilio = new TwilioStandIn(HttpExchange::close)) {
      assertThat(send(twilio.address(), text("Gracias")))
          .isEqualTo(new Ambiguous("lost connection"));
      assertThat(twilio.taken()).hasSize(1);
    }
  }

  @Test
  void anAnswerCutInTheMiddleIsAmbiguous() {
    TwilioStandIn.Behaviour cut =
        exchange -> {
          exchange.sendResponseHeaders(201, 1_000);
          exchange.getResponseBody().write("{\"sid\":".getBytes(StandardCharsets.UTF_8));
          exchange.getResponseBody().flush();
        };
    try (TwilioStandIn twilio = new TwilioStandIn(cut)) {
      assertThat(send(twilio.address(), text("Gracias")))
          .isEqualTo(new Ambiguous("lost connection"));
      assertThat(twilio.taken()).hasSize(1);
    }
  }

  @Test
  void aSlowAnswerIsAmbiguous() {
    Stalling stalling = new Stalling(exchange -> {});
    try (TwilioStandIn twilio = stalling.start()) {
      assertThat(send(impatient(twilio.address()), text("Gracias")))
          .isEqualTo(new Ambiguous("no answer in time"));
      assertThat(twilio.taken()).hasSize(1);
    }
  }

  @Test
  void aBodyThatNeverEndsIsAmbiguous() {
    Stalling stalling =
        new Stalling(exchange -> {
          exchange.sendResponseHeaders(201, 0);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
        });
    try (TwilioStandIn twilio = stalling.start()) {
      assertThat(send(impatient(twilio.address()), text("Gracias")))
          .isEqualTo(new Ambiguous("no answer in time"));
    }
  }

  @Test
  void whatNeverLeftMayBeSentAgain() {
    TwilioStandIn gone = new TwilioStandIn(created("queued", "\"1\""));
    gone.close();
    assertThat(send(gone.address(), text("Gracias")))
        .isEqualTo(new Retry(0, Duration.ofSeconds(5)));
  }

  @Test
  void anUnknownHostIsNoConnection() {
    assertThat(send(URI.create("http://twilio.invalid"), text("Gracias")))
        .isEqualTo(new Retry(0, Duration.ofSeconds(5)));
  }

  @Test
  void aServerWithoutTlsGetsNoText() {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"1\""))) {
      URI secure = URI.create(twilio.address().toString().replace("http:", "https:"));
      assertThat(send(impatient(secure), text("Gracias")))
          .isEqualTo(new Retry(0, Duration.ofSeconds(5)));
      assertThat(twilio.taken()).isEmpty();
    }
  }

  @Test
  void anInterruptedSendingIsAmbiguousAndStaysInterrupted() {
    try (TwilioStandIn twilio = new Stalling(exchange -> {}).start()) {
      Thread.currentThread().interrupt();
      SendResult result = send(twilio.address(), text("Gracias"));
      assertThat(Thread.interrupted()).isTrue();
      assertThat(result).isEqualTo(new Ambiguous("interrupted"));
    }
  }

  @Test
  void oneGatewayServesManyThreads() throws Exception {
    try (TwilioStandIn twilio = new TwilioStandIn(created("queued", "\"1\""));
        TwilioGateway gateway = new TwilioGateway(settings(twilio.address(), AMPLE))) {
      List<Thread> threads =
          IntStream.range(0, 20)
              .mapToObj(i -> Thread.startVirtualThread(() -> gateway.send(text("texto " + i))))
              .toList();
      for (Thread thread : threads) {
        thread.join();
      }
      assertThat(twilio.taken().stream().map(t -> t.value("Body")).distinct()).hasSize(20);
    }
  }

  @Test
  void doesNotTellWhoOrWhatToALog() {
    assertThat(text("palabras").toString()).isEqualTo("OutgoingText[7]");
  }

  /** Answers what it is told to, then nothing more. */
  private static final class Stalling {
    private final TwilioStandIn.Behaviour first;

    Stalling(TwilioStandIn.Behaviour first) {
      this.first = first;
    }

    TwilioStandIn start() {
      TwilioStandIn[] self = new TwilioStandIn[1];
      self[0] =
          new TwilioStandIn(exchange -> {
            first.answer(exchange);
            self[0].stall();
          });
      return self[0];
    }
  }

  private static TwilioStandIn.Behaviour created(String status, String segments) {
    return exchange -> TwilioStandIn.json(exchange, 201, TwilioStandIn.created(status, segments));
  }

  private static SendResult answered(int status, String body) {
    try (TwilioStandIn twilio = new TwilioStandIn(e -> TwilioStandIn.json(e, status, body))) {
      return send(twilio.address(), text("Gracias"));
    }
  }

  private static SendResult send(URI address, OutgoingText text) {
    return send(settings(address, AMPLE), text);
  }

  private static SendResult send(TwilioSettings settings, OutgoingText text) {
    try (TwilioGateway gateway = new TwilioGateway(settings)) {
      return gateway.send(text);
    }
  }

  private static TwilioSettings impatient(URI address) {
    return settings(address, SHORT);
  }

  private static TwilioSettings settings(URI address, Duration timeout) {
    return new TwilioSettings(ACCOUNT, "secret", SERVICE, "+526141230000", address, timeout);
  }

  private static OutgoingText text(String body) {
    URI callback = URI.create("https://voz.example/twilio/status?id=7&mac=a%2B");
    return new OutgoingText(7, phone(), body, callback, Duration.ofHours(4));
  }

  private static Phone phone() {
    return new Phone("+526145550101", Phone.Kind.NUMBER);
  }

  private static String inWords(SendResult result) {
    return switch (result) {
      case Accepted a -> "ACCEPTED";
      case Refused refused -> refused.reason().name();
      case Retry r -> "RETRY";
      case Halt h -> "HALT";
      case Ambiguous a -> "AMBIGUOUS";
    };
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
