package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signatures here are those that Twilio publishes with its own libraries, unless said. */
class RequestSignatureTest {
  private static final String URL = "https://mycompany.com/myapp.php?foo=1&bar=2";
  private static final String GENUINE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";
  private static final List<Parameter> CALL =
      List.of(
          new Parameter("To", "+18005551212"),
          new Parameter("CallSid", "CA1234567890ABCDE"),
          new Parameter("From", "+14158675309"),
          new Parameter("Digits", "1234"),
          new Parameter("Caller", "+14158675309"));

  private final RequestSignature signature = new RequestSignature("12345");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          https://mycompany.com/myapp.php?foo=1&bar=2              | RSOYDt4T1cUTdK1PDd93/VVr8B8=
          https://mycompany.com:1234/myapp.php?foo=1&bar=2         | RSOYDt4T1cUTdK1PDd93/VVr8B8=
          https://mycompany.com:443/myapp.php?foo=1&bar=2          | RSOYDt4T1cUTdK1PDd93/VVr8B8=
          https://mycompany.com/myapp.php?foo=1&bar=2              | kvajT1Ptam85bY51eRf/AJRuM3w=
          https://mycompany.com:443/myapp.php?foo=1&bar=2          | kvajT1Ptam85bY51eRf/AJRuM3w=
          http://mycompany.com/myapp.php?foo=1&bar=2               | 0ZXoZLH/DfblKGATFgpif+LLRf4=
          http://mycompany.com:1234/myapp.php?foo=1&bar=2          | Zmvh+3yNM1Phv2jhDCwEM3q5ebU=
          https://user:pass@mycompany.com/myapp.php?foo=1&bar=2    | CukzLTc1tT5dXEDIHm/tKBanW10=
          https://user@mycompany.com/myapp.php?foo=1&bar=2         | 2YRLlVAflCqxaNicjMpJcSTgzSs=
          https://user:pass@mycompany.com/myapp.php?foo=1&bar=2    | ZQFR1PTIZXF2MXB8ZnKCvnnA+rI=
          https://mycompany.com/myapp.php?foo=1&bar=2&Body=It's+amazing | dsq4Ehbj6cs+KdTkpF5sSSplOWw=
          https://mycompany.com/myapp.php?foo=1&bar=2#rc=3&rp=ct,rt,5xx | RSOYDt4T1cUTdK1PDd93/VVr8B8=
          """,
      quoteCharacter = '"')
  void passesWhatTwilioSigned(String url, String given) {
    assertThat(signature.isGenuine(SignedUrl.of(url), CALL, given)).isTrue();
  }

  @Test
  void readsRepeatedParametersSortedAndOnce() {
    List<Parameter> repeated =
        List.of(
            new Parameter("Sid", "CA123"),
            new Parameter("SidAccount", "AC123"),
            new Parameter("Digits", "5678"),
            new Parameter("Digits", "1234"),
            new Parameter("Digits", "1234"));
    assertThat(signature.isGenuine(SignedUrl.of(URL), repeated, "IK+Dwps556ElfBT0I3Rgjkr1wJU="))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://someurl.com/somepath?param1=client%3AAnonymous",
        "https://someurl.com:443/somepath?param1=client%3AAnonymous",
        "https://someurl.com:443/somepath?param1=client%3AAnonymous#rc=3",
        "https://someurl.com:8443/somepath?param1=client%3AAnonymous"
      })
  void leavesThePercentEncodedQueryAloneWhenItChangesThePort(String url) {
    RequestSignature reported = new RequestSignature("1234567890");
    assertThat(reported.isGenuine(SignedUrl.of(url), List.of(), "PM+bjB+ITJ9a3LIYStKWOTMZMlU="))
        .isTrue();
  }

  @Test
  void takesTheQueryOfTheRequest() {
    SignedUrl configured = SignedUrl.of("https://mycompany.com/myapp.php?old=1#rc=3");
    assertThat(signature.isGenuine(configured.withQuery("foo=1&bar=2"), CALL, GENUINE)).isTrue();
    assertThat(signature.isGenuine(configured, CALL, GENUINE)).isFalse();
  }

  @Test
  void theQueryCanBeTakenAway() {
    String bare = Signer.sign("12345", "https://mycompany.com/myapp.php", CALL);
    assertThat(signature.isGenuine(SignedUrl.of(URL).withQuery(null), CALL, bare)).isTrue();
    SignedUrl without = SignedUrl.of("https://mycompany.com/myapp.php");
    assertThat(without.withQuery(null)).isSameAs(without);
    assertThat(signature.isGenuine(without.withQuery(""), CALL, bare)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://[2001:db8::1]/a,         https://[2001:db8::1]:443/a
          https://[2001:db8::1]:8443/a,    https://[2001:db8::1]/a
          http://a.example,                http://a.example:80
          http://a.example:80,             http://a.example
          https://u:p@a.example/b:c,       https://u:p@a.example:443/b:c
          https://u:p@a.example:443/b@c:d, https://u:p@a.example/b@c:d
          no address,                      no address
          """)
  void toggledPortsAreSigned(String configured, String signed) {
    String given = Signer.sign("12345", signed, CALL);
    assertThat(signature.isGenuine(SignedUrl.of(configured), CALL, given)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RSOYDt4T1cUTdK1PDd93/VVr8B8",
        "RSOYDt4T1cUTdK1PDd93/VVr8B9=",
        "rsoydt4t1cutdk1pdd93/vvr8b8=",
        " RSOYDt4T1cUTdK1PDd93/VVr8B8=",
        "RSOYDt4T1cUTdK1PDd93/VVr8B8==",
        "",
        "=",
        "\u0000\u0000",
        "firma de otra persona, ñandú",
        "áááááááááááááááááááááááááááá",
        "😀😀😀😀😀😀😀😀😀😀😀😀😀😀"
      })
  void refusesAnyOtherSignature(String forged) {
    assertThat(signature.isGenuine(SignedUrl.of(URL), CALL, forged)).isFalse();
  }

  @Test
  void refusesAMissingSignature() {
    assertThat(signature.isGenuine(SignedUrl.of(URL), CALL, null)).isFalse();
  }

  @Test
  void isNotMovedByWhatItRefusedBefore() {
    assertThat(signature.isGenuine(SignedUrl.of("://"), CALL, GENUINE)).isFalse();
    assertThat(signature.isGenuine(SignedUrl.of(URL), CALL, GENUINE)).isTrue();
  }

  @Test
  void leavesTheParametersInTheirOrder() {
    List<Parameter> given = new ArrayList<>(CALL);
    boolean genuine = signature.isGenuine(SignedUrl.of(URL), given, GENUINE);
    assertThat(genuine).isTrue();
    assertThat(given).isEqualTo(CALL);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620 | a9nBmqA0ju/hNViExpshrM61xv4= | true
          bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620 | y77kIzt2vzLz71DgmJGsen2scGs= | true
          foo=1&bar=2&bodySHA256=0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620 | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
          foo=1&bar=2&bodySHA256=44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a | Ldidvp12m26NI7eqEvxnEpkd9Hc= | false
          foo=1&bar=2 | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
          bodySHA256= | RSOYDt4T1cUTdK1PDd93/VVr8B8= | false
          """)
  void checksAJsonBodyByItsDigest(String query, String given, boolean genuine) {
    byte[] body = "{\"property\": \"value\", \"boolean\": true}".getBytes(StandardCharsets.UTF_8);
    SignedUrl url = SignedUrl.of("https://mycompany.com/myapp.php").withQuery(query);
    assertThat(signature.isGenuineJson(url, body, given)).isEqualTo(genuine);
  }

  @Test
  void refusesJsonWithoutAQuery() {
    SignedUrl url = SignedUrl.of("https://mycompany.com/myapp.php");
    assertThat(signature.isGenuineJson(url, new byte[0], GENUINE)).isFalse();
  }

  @Test
  void needsAToken() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RequestSignature(""));
  }
}
