package mx.vozrural.twilio.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.twilio.security.RequestValidator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the stand-in tells a server: statuses, and the texts of phones. */
class WebhooksTest {
  private static final String PHONE = "+526145550101";

  /** What the server was told, in order; "answered" is when the sender had its answer. */
  private final Queue<String> told = new ConcurrentLinkedQueue<>();

  private final Queue<Integer> statuses = new ConcurrentLinkedQueue<>();
  private volatile String twiml = "<Response/>";
  private final Wire server = new Wire(this::take);
  private StandIn twilio = new StandIn(Account.EXAMPLE, Faults.none());

  private void take(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Map<String, String> form = Wire.pairs(body);
    boolean genuine =
        new RequestValidator(Account.EXAMPLE.token())
            .validate(
                server.address() + exchange.getRequestURI().toString(),
                form,
                exchange.getRequestHeaders().getFirst(Signature.HEADER));
    told.add(genuine ? form.getOrDefault("MessageStatus", form.get("SmsStatus")) : "forged");
    Integer status = statuses.poll();
    if (exchange.getRequestURI().getPath().equals("/status")) {
      exchange.sendResponseHeaders(204, -1);
    } else if (status != null) {
      exchange.sendResponseHeaders(status, -1);
    } else {
      byte[] answer = twiml.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/xml");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  @AfterEach
  void close() {
    twilio.close();
    server.close();
  }

  private void awaitTold(String expected) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(10))
        .untilAsserted(() -> assertThat(String.join(" ", told)).isEqualTo(expected));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 0 0 0 0 | answered sent delivered
          1 0 0 0 0 | answered sent sent delivered delivered
          0 1 0 0 0 | answered delivered sent
          0 0 1 0 0 | sent delivered answered
          0 0 0 1 0 | answered
          0 0 0 0 1 | answered read later sent delivered
          """)
  void statuses_come_signed_and_as_the_faults_say(String shares, String expected) {
    double[] share = List.of(shares.split(" ")).stream().mapToDouble(Double::parseDouble).toArray();
    twilio.close();
    twilio =
        new StandIn(
            Account.EXAMPLE,
            Faults.none()
                .with(
                    new Faults.Callbacks(
                        share[0], share[1], share[2], share[3], share[4], Duration.ofMillis(300))));
    new ApiCaller(twilio, Account.EXAMPLE)
        .text(PHONE, "Gracias", "StatusCallback", server.address() + "/status?m=7&x=a%2Bb");
    told.add("answered");
    if (share[4] > 0) {
      Awaitility.await().until(() -> twilio.messages().getFirst().status().equals("delivered"));
      told.add("read later");
    }

    awaitTold(expected);
    Awaitility.await().until(() -> twilio.messages().getFirst().status().equals("delivered"));
    assertThat(twilio.callbackAnswers()).allMatch(status -> status == 204);
  }

  @Test
  void an_answer_to_a_text_becomes_a_message_whose_status_is_reported() {
    twiml =
        "<?xml version=\"1.0\"?><Response><Message action=\""
            + server.address()
            + "/status?a=1&amp;b=2\">¡Gracias! &lt;3</Message></Response>";
    Incoming.Brought brought = twilio.text(server.address() + "/sms", PHONE, "No hay agua");

    assertThat(brought.status()).isEqualTo(200);
    assertThat(brought.replies())
        .singleElement()
        .satisfies(reply -> {
          assertThat(reply.order().direction()).isEqualTo("outbound-reply");
          assertThat(reply.to() + reply.body()).isEqualTo(PHONE + "¡Gracias! <3");
        });
    awaitTold("received sent delivered");
    assertThat(twilio.messages())
        .extracting(sms -> sms.order().direction())
        .containsExactly("inbound", "outbound-reply");
    new ApiCaller(twilio, Account.EXAMPLE)
        .list(Map.of("To", Account.EXAMPLE.number()))
        .json()
        .getJsonArray("messages")
        .forEach(message -> Shape.assertMessage((io.vertx.core.json.JsonObject) message));
  }

  @Test
  void a_text_is_brought_again_after_a_failure_and_not_after_a_refusal() {
    statuses.addAll(List.of(503, 500));
    assertThat(twilio.text(server.address() + "/sms", PHONE, "Hola").status()).isEqualTo(200);
    statuses.add(403);
    assertThat(twilio.text(server.address() + "/sms", PHONE, "Hola").status()).isEqualTo(403);
    statuses.addAll(List.of(503, 503, 503, 503));
    assertThat(twilio.text(server.address() + "/sms", PHONE, "Hola").status()).isEqualTo(503);
    assertThat(told).hasSize(3 + 1 + 4);
  }

  @Test
  void who_texts_STOP_gets_nothing_until_START() {
    twiml = "<Response><Message>Gracias</Message></Response>";
    ApiCaller api = new ApiCaller(twilio, Account.EXAMPLE);
    assertThat(twilio.text(server.address() + "/sms", PHONE, " stop ").replies()).isEmpty();
    assertThat(api.text(PHONE, "Gracias").json().getInteger("code")).isEqualTo(21610);
    assertThat(twilio.text(server.address() + "/sms", PHONE, "START").replies()).hasSize(1);
    assertThat(api.text(PHONE, "Gracias").status()).isEqualTo(201);
  }
}
