package mx.vozrural.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Twilio's documentation says, in the plainest way: one string, sorted and unique. */
final class Signer {
  private Signer() {}

  static String sign(String token, String url, List<Parameter> parameters) {
    StringBuilder text = new StringBuilder(url);
    new TreeSet<>(parameters).forEach(p -> text.append(p.name()).append(p.value()));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] digest = mac.doFinal(text.toString().getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }
}
