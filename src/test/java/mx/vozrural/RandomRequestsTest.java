package mx.vozrural;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a stranger sends is answered with a fault of ours. The same bytes each time. */
class RandomRequestsTest {
  private static final long SEED = 20_261_124;
  private static final List<String> TYPES =
      List.of(
          Http.FORM,
          Http.JSON,
          "multipart/form-data",
          "multipart/form-data; boundary=x",
          "multipart/form-data; boundary=",
          "text/plain",
          "application/json; charset=utf-16",
          "application/x-www-form-urlencoded; charset=nonsense");

  private static TestServer server;
  private static TestServer phones;
  private static DeskClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.twilio(TestDatabase.fresh());
    phones = TestServer.simulator(TestDatabase.fresh());
    desk = server.desk(Role.ADMIN);
  }

  @AfterAll
  static void stop() {
    server.close();
    phones.close();
  }

  private static void assertNoFault(Supplier<Http.Answer> request, String what) {
    Http.Answer answer = request.get();
    assertThat(answer.status()).as(what).isBetween(200, 499);
    Discretion.assertDiscreet(answer.body());
  }

  private static byte[] bytes(Random random) {
    byte[] bytes = new byte[random.nextInt(1, 2_000)];
    random.nextBytes(bytes);
    return bytes;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/reportar",
        "/api/v1/reports",
        "/twilio/sms",
        "/twilio/status",
        "/mesa/entrar",
        "/mesa/inicio",
        "/folio/1000004",
        "/api/v1/segments"
      })
  void random_bytes_are_never_answered_with_a_fault(String path) {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      String type = TYPES.get(random.nextInt(TYPES.size()));
      byte[] body = bytes(random);
      assertNoFault(() -> server.http().post(path, type, body), path + " " + type + " #" + i);
    }
  }

  @Test
  void random_bytes_are_never_answered_with_a_fault_by_the_simulator() {
    Random random = new Random(SEED);
    for (int i = 0; i < 100; i++) {
      String type = TYPES.get(random.nextInt(TYPES.size()));
      byte[] body = bytes(random);
      assertNoFault(() -> phones.http().post("/simulador", type, body), type);
      assertNoFault(() -> phones.http().post("/simulador/textos", type, body), type);
    }
  }

  @Test
  void a_genuine_text_of_random_bytes_is_always_taken() {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      String body = new String(bytes(random), UTF_8);
      Map<String, String> fields = TwilioClient.text(TwilioClient.sid(i), Phones.number(i), body);
      Http.Answer answer = server.twilioClient().post(TwilioClient.TEXTS, fields);

      assertThat(answer.status()).as("#" + i).isEqualTo(200);
      assertThat(answer.body()).startsWith("<?xml");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/queue?section=%00",
        "/api/v1/queue?category=%00",
        "/api/v1/queue?q=%00",
        "/api/v1/queue?q=a%00b",
        "/api/v1/queue?q=%22%27%29%3B--%20%26%7C%21%3C-%3E",
        "/api/v1/queue?q=99999999999999999999",
        "/api/v1/queue?status=%00",
        "/api/v1/queue?assignee=%00",
        "/api/v1/queue?cursor=%00",
        "/api/v1/queue?cursor=" + "MSArOTk5OTk5OTk5LTEyLTMxIDkyMjMzNzIwMzY4NTQ3NzU4MDcgMQ",
        "/api/v1/queue?section=%E1",
        "/api/v1/queue/%00",
        "/api/v1/queue/99999999999999999999999",
        "/api/v1/messages?folio=%00",
        "/api/v1/reports/%00",
        "/api/v1/reports/1000000000000000000000000",
        "/api/v1/commitments/%00",
        "/folio/%00",
        "/folio?folio=%00",
        "/folio/1000004?clave=%00",
        "/mesa/inicio?clave=%00",
        "/mesa?q=%00",
        "/compromisos/%00",
        "/%00",
        "/..%2f..%2fetc%2fpasswd",
        "/static/..%2f..%2fMain.class"
      })
  void an_odd_address_is_never_answered_with_a_fault(String path) {
    assertNoFault(() -> desk.get(path), path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/sections?x=%zz",
        "/api/v1/reports/%zz",
        "/api/v1/commitments/%E1%zz",
        "/folio/%zz",
        "/folio?folio=%zz",
        "/folio?folio=%",
        "/mesa?q=%zz",
        "/mesa/%zz",
        "/twilio/sms?m=%zz",
        "/%",
        "//",
        "/a\\b",
        "/\u00e1",
        "*",
        "http://voz.example/%zz"
      })
  void an_address_that_is_none_is_never_answered_with_a_fault(String path) {
    assertThat(server.http().rawStatus("GET " + path + " HTTP/1.1")).isBetween(200, 499);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"body\":\"a\\u0000b\",\"consent\":true}",
        "{\"body\":\"a\\ud800b\",\"consent\":true}",
        "{\"body\":\"agua\",\"consent\":true,\"lat\":1e400,\"lon\":1}",
        "{\"body\":\"agua\",\"consent\":true,\"lat\":\"NaN\",\"lon\":\"NaN\"}",
        "{\"body\":\"agua\",\"consent\":true,\"section\":\"\\u0000\"}",
        "{\"body\":\"agua\",\"consent\":true,\"community\":\"\\u0000\"}",
        "{\"body\":\"agua\",\"consent\":true,\"phone\":\"\\u0000\"}",
        "[]",
        "null",
        "[[[[[[[[[[",
        "{\"body\":{}}"
      })
  void an_odd_report_is_never_answered_with_a_fault(String body) {
    assertNoFault(
        () -> server.http().post("/api/v1/reports", Http.JSON, body.getBytes(UTF_8)), body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"note\":\"a\\u0000b\"}",
        "{\"status\":\"rejected\",\"reason\":\"a\\u0000b\"}",
        "{\"status\":\"referred\",\"agency\":\"a\\u0000b\"}",
        "{\"status\":\"scheduled\",\"on\":\"+999999999-12-31\"}",
        "{\"status\":\"scheduled\",\"on\":\"nonsense\"}",
        "{\"status\":\"merged\",\"into\":\"\\u0000\"}",
        "{\"status\":\"merged\",\"into\":\"abc\"}",
        "{\"status\":\"merged\",\"into\":\"999999999999\"}",
        "{\"status\":\"merged\",\"into\":\"99999999999999999999\"}",
        "{\"section\":\"\\u0000\"}",
        "{\"categories\":[null]}",
        "{\"categories\":[\"\\u0000\"]}",
        "{\"categories\":[\"AGUA\",\"AGUA\"]}",
        "{\"assignee\":\"\\u0000\"}",
        "{\"status\":null}"
      })
  void an_odd_change_is_never_answered_with_a_fault(String body) {
    String folio =
        Phones.folio(
            server
                .twilioClient()
                .send(
                    TwilioClient.sid(90_000 + Math.floorMod(body.hashCode(), 9_000)),
                    Phones.number(Math.floorMod(body.hashCode(), 9_999)),
                    "No hay agua en Palo Blanco")
                .body());
    assertThat(desk.move(folio, "accepted").status()).isEqualTo(200);
    assertNoFault(() -> desk.change(folio, "*", new io.vertx.core.json.JsonObject(body)), body);
    assertNoFault(
        () ->
            desk.post(
                "/api/v1/queue/" + folio + "/messages",
                new io.vertx.core.json.JsonObject().put("body", "a\0b " + body)),
        body);
  }
}
