package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import mx.vozrural.domain.Phone;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class InboundRequestTest {
  private static final String SID = "SM0123456789abcdef0123456789abcdef";

  /** A request of Twilio's with our own numbers. */
  private static final String RECORDED =
      "ToCountry=MX&ToState=&SmsMessageSid=SM0123456789abcdef0123456789abcdef&NumMedia=0&ToCity="
          + "&FromZip=&SmsSid=SM0123456789abcdef0123456789abcdef&FromState=CHIHUAHUA"
          + "&SmsStatus=received&FromCity=&Body=No+hay+agua+desde+el+lunes+en+la+secci%C3%B3n"
          + "&FromCountry=MX&To=%2B526141230000&MessagingServiceSid="
          + "MG0123456789abcdef0123456789abcdef&ToZip=&NumSegments=1"
          + "&MessageSid=SM0123456789abcdef0123456789abcdef"
          + "&AccountSid=AC0123456789abcdef0123456789abcdef&From=%2B526145550101"
          + "&ApiVersion=2010-04-01";

  @Test
  void readsARecordedRequest() {
    byte[] body = RECORDED.getBytes(StandardCharsets.UTF_8);
    assertThat(InboundRequest.of(FormBody.pairs(body)))
        .isEqualTo(
            new InboundText(
                SID,
                new Phone("+526145550101", Phone.Kind.NUMBER),
                new Phone("+526141230000", Phone.Kind.NUMBER),
                "No hay agua desde el lunes en la sección",
                0,
                null,
                "AC0123456789abcdef0123456789abcdef"));
  }

  @Test
  void needsNoMoreThanWhoAndWhich() {
    assertThat(InboundRequest.of(form(Map.of("MessageSid", SID, "From", "12345"))))
        .isEqualTo(
            new InboundText(
                SID, new Phone("12345", Phone.Kind.SHORT_CODE), null, "", 0, null, null));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          -,                                  -,             MessageSid From
          -,                                  +526145550101, MessageSid
          SM0123456789abcdef0123456789abcdef, -,             From
          SM0123456789abcdef0123456789abcdef, ' ',           From
          '',                                 +526145550101, MessageSid
          SM0123456789abcdef0123456789abcde,  +526145550101, MessageSid
          SM0123456789abcdef0123456789abcdef0, +526145550101, MessageSid
          SM0123456789ABCDEF0123456789ABCDEF, +526145550101, MessageSid
          CA0123456789abcdef0123456789abcdef, +526145550101, MessageSid
          """)
  void saysWhatIsMissing(@Nullable String sid, @Nullable String from, String missing) {
    Map<String, String> given = new TreeMap<>();
    put(given, "MessageSid", sid);
    put(given, "From", from);
    assertThat(InboundRequest.of(form(given)))
        .isEqualTo(new InboundRequest.Incomplete(List.of(missing.split(" "))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"MessageSid", "SmsSid", "SmsMessageSid"})
  void knowsTheSidByAnyOfItsNames(String name) {
    assertThat(text(Map.of(name, SID)).messageSid()).isEqualTo(SID);
  }

  @Test
  void passesOverASidThatIsNone() {
    String picture = "MM0123456789abcdef0123456789abcdef";
    assertThat(text(Map.of("MessageSid", "?", "SmsSid", picture)).messageSid()).isEqualTo(picture);
  }

  @Test
  void ofRepeatedParametersTheFirstCounts() {
    List<Parameter> twice = new ArrayList<>(form(Map.of("MessageSid", SID, "From", "12345")));
    twice.add(new Parameter("From", "54321"));
    assertThat(InboundRequest.of(twice))
        .isInstanceOfSatisfying(
            InboundText.class, t -> assertThat(t.from().value()).isEqualTo("12345"));
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        arguments("no hay agua", "no hay agua"),
        arguments(" se fue la luz ", " se fue la luz "),
        arguments("a\0b", "ab"),
        arguments("a\u0007\u001bb\u007f", "ab"),
        arguments("a\u009fb", "ab"),
        arguments("a\nb", "a b"),
        arguments("a\r\nb", "a b"),
        arguments("a\rb", "a b"),
        arguments("a\n\r\nb", "a  b"),
        arguments("a\tb\u000bc\fd", "a b c d"),
        arguments("a\u0085b\u2028c\u2029d", "a b c d"),
        arguments("a\u2028b", "a b"),
        arguments("x\ud83dy", "xy"),
        arguments("x\ude00\ud83dy", "xy"),
        arguments("😀\0", "😀"),
        arguments("👩\u200d🌾 ñ", "👩\u200d🌾 ñ"),
        arguments("\ufffd", "\ufffd"),
        arguments("\0", ""));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void cleansTheBody(String raw, String clean) {
    assertThat(text(Map.of("Body", raw)).body()).isEqualTo(clean);
  }

  @Property(seed = "20261124", tries = 1_000)
  void aCleanBodyHoldsNoControlCharacter(@ForAll String raw) {
    String clean = CleanText.of(raw);
    assertThat(clean).doesNotMatch("(?s).*[\\p{Cc}\\p{Cs}].*");
    assertThat(CleanText.of(clean)).isEqualTo(clean);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0,          0
          1,          1
          10,         10
          11,         10
          007,        7
          999999999,  10
          9999999999, 0
          -1,         0
          1.5,        0
          '',         0
          ٣,          0
          """)
  void countsPicturesWithinBounds(String count, int media) {
    assertThat(text(Map.of("NumMedia", count)).numMedia()).isEqualTo(media);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          STOP, STOP
          HELP, HELP
          '',   -
          """)
  void knowsWhatTwilioHasAnswered(String given, @Nullable String type) {
    InboundText text = text(Map.of("OptOutType", given));
    assertThat(text.optOutType()).isEqualTo(type);
  }

  @Test
  void doesNotTellWhoOrWhatToALog() {
    assertThat(text(Map.of("Body", "palabras")).toString()).isEqualTo("InboundText[" + SID + "]");
  }

  private static InboundText text(Map<String, String> given) {
    Map<String, String> all = new TreeMap<>(given);
    all.put("From", "+526145550101");
    if (given.keySet().stream().noneMatch(name -> name.contains("Sid"))) {
      all.put("MessageSid", SID);
    }
    return (InboundText) InboundRequest.of(form(all));
  }

  private static List<Parameter> form(Map<String, String> given) {
    return given.entrySet().stream().map(e -> new Parameter(e.getKey(), e.getValue())).toList();
  }

  private static void put(Map<String, String> form, String name, @Nullable String value) {
    if (value != null) {
      form.put(name, value);
    }
  }
}
