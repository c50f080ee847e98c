package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormBodyTest {
  private static final String FORM = "application/x-www-form-urlencoded";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          Body=no+hay+agua&From=%2B526145550101 | Body:no hay agua,From:+526145550101
          b=2&a=1&b=1&b=2                       | b:2,a:1,b:1,b:2
          Body=presi%C3%B3n+baja                | Body:presión baja
          Body=presi%c3%b3n                     | Body:presión
          Body=%F0%9F%98%80                     | Body:😀
          Body=ñandú                            | Body:ñandú
          a=1&&b=2&                             | a:1,b:2
          a                                     | a:
          a=                                    | a:
          =a                                    | :a
          =                                     | :
          a=b=c                                 | a:b=c
          %42ody=x                              | Body:x
          a=100%                                | a:100%
          a=100%2                               | a:100%2
          a=100%zz                              | a:100%zz
          a=100%2z&b=%25                        | a:100%2z,b:%
          a=%%41                                | a:%A
          a=%&41                                | a:%,41:
          a%=41                                 | a%:41
          a=%2&b=1                              | a:%2,b:1
          """)
  void decodesPairsInTheirOrder(String body, String pairs) {
    assertThat(read(body).stream().map(p -> p.name() + ":" + p.value()))
        .containsExactly(pairs.split(",", -1));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          %FF,       \uFFFD
          %C3,       \uFFFD
          a%C3z,     a\uFFFDz
          %E2%82,    \uFFFD
          """)
  void bytesThatAreNoUtf8BecomeTheReplacementCharacter(String escaped, String text) {
    assertThat(read("Body=" + escaped)).containsExactly(new Parameter("Body", text));
  }

  @Test
  void keepsWhatTheSignatureCovers() {
    assertThat(read("Body=%00%0D%0A+x+")).containsExactly(new Parameter("Body", "\0\r\n x "));
  }

  @Test
  void nothingIsNoPairs() {
    assertThat(read("")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/x-www-form-urlencoded; charset=UTF-8",
        "application/x-www-form-urlencoded;charset=utf-8",
        "Application/X-WWW-Form-Urlencoded",
        " application/x-www-form-urlencoded "
      })
  void takesAForm(String contentType) {
    assertThat(FormBody.read(contentType, bytes("a=1"))).isInstanceOf(FormBody.Read.class);
  }

  @Test
  void takesAMissingTypeForAForm() {
    assertThat(FormBody.read(null, bytes("a=1"))).isInstanceOf(FormBody.Read.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "multipart/form-data",
        "multipart/form-data; boundary=x",
        "application/json",
        "text/plain",
        "",
        ";",
        "application/x-www-form-urlencoded-2"
      })
  void refusesWhatIsNoForm(String contentType) {
    assertThat(FormBody.read(contentType, bytes("a=1")))
        .isEqualTo(new FormBody.Refused(FormBody.Cause.NOT_A_FORM));
  }

  @Test
  void takesTheLongestTextOfAnyAlphabet() {
    String body = "ह".repeat(1_600);
    assertThat(read("Body=" + URLEncoder.encode(body, StandardCharsets.UTF_8)))
        .containsExactly(new Parameter("Body", body));
  }

  @Test
  void refusesMoreThan64KiB() {
    byte[] most = bytes("a=" + "x".repeat(64 * 1024 - 2));
    assertThat(FormBody.read(FORM, most)).isInstanceOf(FormBody.Read.class);
    assertThat(FormBody.read(FORM, bytes("a=" + "x".repeat(64 * 1024 - 1))))
        .isEqualTo(new FormBody.Refused(FormBody.Cause.TOO_LARGE));
  }

  @Test
  void refusesMoreThanAThousandPairs() {
    assertThat(read("a=1&".repeat(1_000))).hasSize(1_000);
    assertThat(FormBody.read(FORM, bytes("a=1&".repeat(1_001))))
        .isEqualTo(new FormBody.Refused(FormBody.Cause.TOO_MANY_PAIRS));
    assertThat(FormBody.read(FORM, bytes("a&".repeat(30_000))))
        .isEqualTo(new FormBody.Refused(FormBody.Cause.TOO_MANY_PAIRS));
  }

  @Test
  void doesNotTellItsValuesToALog() {
    assertThat(read("Body=palabras").toString()).isEqualTo("[Parameter[Body]]");
  }

  @Property(seed = "20261124", tries = 1_000)
  void anyBytesGiveAResult(@ForAll byte[] body) {
    assertThat(FormBody.read(FORM, body)).isInstanceOf(FormBody.Read.class);
  }

  @Property(seed = "20261124", tries = 500)
  void readsWhatAnyEncoderWrote(
      @ForAll @Size(max = 20) List<@StringLength(max = 40) String> words) {
    List<Parameter> pairs =
        words.stream()
            .map(word -> word.replaceAll("\\p{Cs}", ""))
            .map(word -> new Parameter("k" + word, word))
            .toList();
    String body =
        pairs.stream()
            .map(pair -> encoded(pair.name()) + "=" + encoded(pair.value()))
            .collect(Collectors.joining("&"));
    assertThat(read(body)).isEqualTo(pairs);
  }

  private static List<Parameter> read(String body) {
    assertThat(FormBody.read(FORM, bytes(body))).isInstanceOf(FormBody.Read.class);
    return ((FormBody.Read) FormBody.read(FORM, bytes(body))).parameters();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
