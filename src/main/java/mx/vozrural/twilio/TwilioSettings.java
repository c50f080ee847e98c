package mx.vozrural.twilio;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How to reach Twilio, and as whom.
 *
 * @param authToken the primary one: it signs the webhooks too
 * @param messagingServiceSid who sends; where both are given, the service chooses the number
 * @param from the number that sends, where there is no service
 * @param apiUrl {@code https://api.twilio.com}, or a stand-in's address
 * @param timeout for one request, from the connection to the last byte
 */
public record TwilioSettings(
    String accountSid,
    String authToken,
    @Nullable String messagingServiceSid,
    @Nullable String from,
    URI apiUrl,
    Duration timeout) {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);

  /**
   * Checks what would otherwise show only with the first text.
   *
   * @throws IllegalArgumentException for an empty account or token, no sender, or an address that
   *     is not absolute HTTP; it names the parameter, never its value
   */
  public TwilioSettings {
    require(!accountSid.isBlank(), "accountSid is empty");
    require(!authToken.isBlank(), "authToken is empty");
    require(messagingServiceSid != null || from != null, "neither messagingServiceSid nor from");
    String scheme = apiUrl.getScheme();
    require("https".equals(scheme) || "http".equals(scheme), "apiUrl is no HTTP address");
    require(apiUrl.getHost() != null, "apiUrl names no host");
    require(timeout.isPositive(), "timeout is not positive");
  }

  /** With ten seconds for each request. */
  public TwilioSettings(
      String accountSid,
      String authToken,
      @Nullable String messagingServiceSid,
      @Nullable String from,
      URI apiUrl) {
    this(accountSid, authToken, messagingServiceSid, from, apiUrl, TIMEOUT);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  @Override
  public String toString() {
    return "TwilioSettings[" + accountSid + " at " + apiUrl.getHost() + "]";
  }
}
