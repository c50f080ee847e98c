package mx.vozrural.twilio.standin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Who uses Twilio.
 *
 * @param token its password, with which webhooks are signed too
 * @param number that texts go to and come from
 */
public record Account(String sid, String token, String number) {
  public static final Account EXAMPLE =
      new Account(
          "AC00000000000000000000000000000001",
          "0123456789abcdef0123456789abcdef",
          "+526144100100");

  /** The header of requests in its name. */
  public String authorization() {
    byte[] pair = (sid + ":" + token).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
