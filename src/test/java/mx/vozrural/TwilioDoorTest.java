package mx.vozrural;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static mx.vozrural.TwilioClient.said;
import static mx.vozrural.TwilioClient.sid;
import static mx.vozrural.TwilioClient.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Twilio's webhook answers to what Twilio would never send, and to the odd things it does. */
class TwilioDoorTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger SIDS = new AtomicInteger(1);
  private static final String NEED = "No hay agua en Palo Blanco";
  private static TestServer server;
  private static TwilioClient twilio;

  @BeforeAll
  static void start() {
    server = TestServer.twilio(DATABASE);
    twilio = server.twilioClient();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String nextSid() {
    return sid(SIDS.getAndIncrement());
  }

  private static String nextPhone() {
    return Phones.number(SIDS.get());
  }

  private static long written() {
    return DATABASE.count("message") + DATABASE.count("inbound") + DATABASE.count("resident");
  }

  private static void assertProblem(Http.Answer answer, int status) {
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(answer.json().getInteger("status")).isEqualTo(status);
    Discretion.assertDiscreet(answer.body());
  }

  private static String filed(String sid) {
    return DATABASE.text(
        "SELECT m.body FROM inbound i JOIN message m ON m.id = i.message WHERE i.sid = ?", sid);
  }

  static Stream<Arguments> forgeries() {
    return Stream.of(
        Arguments.of("of another token", otherToken()),
        Arguments.of("of nothing", ""),
        Arguments.of("that is no base64", "no signature at all, not one"),
        Arguments.of("cut short", "AAAA"),
        Arguments.of("far too long", "A".repeat(4_000)));
  }

  private static String otherToken() {
    return new TwilioClient(server.http(), TestServer.PUBLIC_URL, "f".repeat(32))
        .signature(TwilioClient.TEXTS, text(sid(0), Phones.number(0), NEED));
  }

  @ParameterizedTest(name = "a signature {0} is refused and nothing is written")
  @MethodSource("forgeries")
  void a_wrong_signature_is_refused_and_nothing_is_written(String kind, String signature) {
    long before = written();

    Http.Answer answer =
        server
            .http()
            .form(
                TwilioClient.TEXTS,
                text(sid(0), Phones.number(0), NEED),
                TwilioClient.SIGNATURE,
                signature);

    assertProblem(answer, 403);
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void a_request_without_a_signature_is_refused_and_nothing_is_written() {
    long before = written();

    assertProblem(
        server.http().form(TwilioClient.TEXTS, text(sid(0), Phones.number(0), NEED)), 403);
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void a_signature_is_no_good_for_other_words() {
    Map<String, String> signed = text(nextSid(), nextPhone(), NEED);
    Map<String, String> sent = new HashMap<>(signed);
    sent.put("Body", "Otra cosa");

    assertProblem(twilio.post(TwilioClient.TEXTS, signed, Http.encoded(sent).getBytes(UTF_8)), 403);
  }

  @Test
  void a_genuine_request_of_another_account_is_refused() {
    Map<String, String> fields = text(nextSid(), nextPhone(), NEED);
    fields.put("AccountSid", "AC99999999999999999999999999999999");

    assertProblem(twilio.post(TwilioClient.TEXTS, fields), 403);
  }

  @Test
  void what_a_request_says_of_its_own_host_and_scheme_doesnt_matter() {
    Map<String, String> fields = text(nextSid(), nextPhone(), NEED);
    Http.Answer answer =
        server
            .http()
            .form(
                TwilioClient.TEXTS,
                fields,
                TwilioClient.SIGNATURE,
                twilio.signature(TwilioClient.TEXTS, fields),
                "X-Forwarded-Host",
                "evil.example",
                "X-Forwarded-Proto",
                "http");

    assertThat(said(answer)).contains("folio ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "From"})
  void a_text_without_what_names_it_or_its_sender_is_refused(String missing) {
    long before = written();
    Map<String, String> fields = text(nextSid(), nextPhone(), NEED);
    fields.remove(missing);

    assertProblem(twilio.post(TwilioClient.TEXTS, fields), 400);
    assertThat(written()).isEqualTo(before);
  }

  @Test
  void a_text_without_a_body_is_kept_and_files_nothing() {
    String sid = nextSid();
    Map<String, String> fields = text(sid, nextPhone(), "");
    fields.remove("Body");
    long reports = DATABASE.count("report");

    Http.Answer answer = twilio.post(TwilioClient.TEXTS, fields);

    assertThat(answer.status()).isEqualTo(200);
    assertThat(DATABASE.count("inbound WHERE sid = '" + sid + "'")).isEqualTo(1);
    assertThat(DATABASE.count("report")).isLessThanOrEqualTo(reports + 1);
  }

  static Stream<Arguments> oddBodies() {
    return Stream.of(
        Arguments.of("NUL bytes", "No hay \0agua\0 en Palo Blanco", NEED),
        Arguments.of(
            "control characters", "No hay agua\u0007 en\u001b Palo\tBlanco\r\n", NEED + " "),
        Arguments.of("emoji only", "😀😱🆘", "😀😱🆘"),
        Arguments.of("half an emoji", "No hay agua \ud83d", "No hay agua ?"),
        Arguments.of("1,600 Chinese characters", "水".repeat(1_600), "水".repeat(1_600)),
        Arguments.of("1,600 emoji", "🆘".repeat(800), "🆘".repeat(800)),
        Arguments.of("markup", "<b>agua & luz</b>'\";--", "<b>agua & luz</b>'\";--"),
        Arguments.of("right-to-left", "لا يوجد ماء", "لا يوجد ماء"),
        Arguments.of("blanks", "   ", "   "),
        Arguments.of("a noncharacter", "agua \ufffe\uffff", "agua \ufffe\uffff"));
  }

  @ParameterizedTest(name = "{0} are taken and what a person typed of them is kept")
  @MethodSource("oddBodies")
  void odd_words_are_taken(String kind, String body, String kept) {
    String sid = nextSid();

    said(twilio.send(sid, nextPhone(), body));

    assertThat(filed(sid)).isEqualTo(kept);
  }

  @Test
  void bytes_that_are_no_utf_8_are_taken_where_the_signature_is_for_what_they_are_read_as() {
    String sid = nextSid();
    Map<String, String> signed = text(sid, nextPhone(), "agua \ufffd en Palo Blanco");
    String form = Http.encoded(signed).replace("%EF%BF%BD", "%E1");

    said(twilio.post(TwilioClient.TEXTS, signed, form.getBytes(UTF_8)));
    assertThat(filed(sid)).isEqualTo("agua \ufffd en Palo Blanco");
  }

  @Test
  void a_form_in_another_encoding_fails_its_signature() {
    Map<String, String> signed = text(nextSid(), nextPhone(), "Señal en el Sauz");
    byte[] latin = Http.encoded(signed).replace("%C3%B1", "ñ").getBytes(ISO_8859_1);

    assertProblem(twilio.post(TwilioClient.TEXTS, signed, latin), 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%",
        "%%%",
        "&&&===",
        "Body=%zz&From",
        "=",
        "a=%E1%",
        "\0\0\0",
        "Body",
        "{\"Body\": 1}",
        ""
      })
  void a_form_that_is_none_is_refused(String form) {
    Http.Answer answer =
        server
            .http()
            .post(
                TwilioClient.TEXTS,
                Http.FORM,
                form.getBytes(UTF_8),
                TwilioClient.SIGNATURE,
                twilio.signature(TwilioClient.TEXTS, Map.of()));

    // Nothing at all is signed well by a signature for nothing; then it has no sender.
    assertProblem(answer, form.isEmpty() || form.equals("=") ? 400 : 403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "nonsense"
      })
  void another_content_type_is_refused(String contentType) {
    assertProblem(
        server.http().post(TwilioClient.TEXTS, contentType, "Body=x".getBytes(UTF_8)), 415);
  }

  @Test
  void a_body_of_a_megabyte_is_refused() {
    byte[] body = ("Body=" + "x".repeat(1 << 20)).getBytes(UTF_8);

    assertProblem(server.http().post(TwilioClient.TEXTS, Http.FORM, body), 413);
  }

  @Test
  void ten_thousand_fields_are_refused() {
    byte[] body = "a=b&".repeat(10_000).getBytes(UTF_8);

    assertProblem(server.http().post(TwilioClient.TEXTS, Http.FORM, body), 413);
  }

  @ParameterizedTest
  @ValueSource(strings = {TwilioClient.TEXTS, TwilioClient.STATUS})
  void looking_at_a_webhook_is_not_allowed(String path) {
    Http.Answer answer = server.http().get(path);

    assertProblem(answer, 405);
    assertThat(answer.header("Allow")).isEqualTo("POST");
  }

  @Test
  void a_status_of_a_text_that_we_never_sent_changes_nothing() {
    for (String query : List.of("", "?m=0", "?m=999999", "?m=abc", "?m=%00")) {
      String path = TwilioClient.STATUS + query;
      Map<String, String> fields =
          Map.of("MessageSid", sid(0), "MessageStatus", "delivered", "ErrorCode", "99999999999999");

      assertThat(twilio.post(path, fields).status()).as(query).isEqualTo(204);
    }
  }

  @Test
  void an_address_with_a_broken_escape_is_no_fault_of_ours() {
    assertThat(server.http().rawStatus("POST /twilio/status?m=%zz HTTP/1.1", "Content-Length: 0"))
        .isEqualTo(403);
  }

  @Test
  void a_text_from_who_is_no_person_is_kept_in_silence() {
    for (String from : List.of("TELCEL", "7373", "+526144100100")) {
      String sid = nextSid();
      assertThat(said(twilio.send(sid, from, NEED))).as(from).isEmpty();
      assertThat(filed(sid)).isEqualTo(NEED);
      assertThat(
              DATABASE.text(
                  "SELECT k.reason FROM kept k JOIN inbound i USING (message) WHERE i.sid = ?",
                  sid))
          .isEqualTo("not_a_person");
    }
  }

  @Test
  void a_genuine_request_for_the_status_cant_be_replayed_as_a_text() {
    Map<String, String> fields = text(nextSid(), nextPhone(), NEED);
    Http.Answer replayed =
        server
            .http()
            .form(
                TwilioClient.TEXTS,
                fields,
                TwilioClient.SIGNATURE,
                twilio.signature(TwilioClient.STATUS, fields));

    assertProblem(replayed, 403);
  }

  @Test
  void the_simulator_is_not_there() {
    assertThat(server.http().get("/simulador").status()).isEqualTo(404);
    assertThat(server.http().post("/simulador/textos", Http.JSON, "{}".getBytes(UTF_8)).status())
        .isEqualTo(404);
  }
}
