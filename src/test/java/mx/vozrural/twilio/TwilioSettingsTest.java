package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioSettingsTest {

  @Test
  void waitsTenSecondsUnlessToldOtherwise() {
    assertThat(settings("AC1", "secret", "MG1", null, "https://api.twilio.com").timeout())
        .isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void keepsTheTokenToItself() {
    assertThat(settings("AC1", "secret", null, "+15005550006", "https://api.twilio.com").toString())
        .isEqualTo("TwilioSettings[AC1 at api.twilio.com]");
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      textBlock =
          """
          ' ', secret, MG1, -, https://api.twilio.com, accountSid is empty
          AC1, ' ',    MG1, -, https://api.twilio.com, authToken is empty
          AC1, secret, -,   -, https://api.twilio.com, neither messagingServiceSid nor from
          AC1, secret, MG1, -, ftp://api.twilio.com,   apiUrl is no HTTP address
          AC1, secret, MG1, -, api.twilio.com,         apiUrl is no HTTP address
          AC1, secret, MG1, -, https:/messages,        apiUrl names no host
          """)
  void refusesWhatCannotWork(
      String sid,
      String token,
      @Nullable String service,
      @Nullable String from,
      String url,
      String complaint) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> settings(sid, token, service, from, url))
        .withMessage(complaint);
  }

  @Test
  void needsSomeTime() {
    URI url = URI.create("http://127.0.0.1:1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TwilioSettings("AC1", "secret", "MG1", null, url, Duration.ZERO))
        .withMessage("timeout is not positive");
  }

  private static TwilioSettings settings(
      String sid, String token, @Nullable String service, @Nullable String from, String url) {
    return new TwilioSettings(sid, token, service, from, URI.create(url));
  }
}
