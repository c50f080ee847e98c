package mx.vozrural.twilio;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tells Twilio's requests from forged ones by {@code X-Twilio-Signature}: base64 of HMAC-SHA1 over
 * the address and the sorted parameters, name and value without separators, repeated pairs once
 * (https://www.twilio.com/docs/usage/security). Never throws, whatever the request.
 *
 * <p>Not thread-safe: it holds the one {@link Mac} that it computes with. Each event loop has an
 * instance of its own.
 */
public final class RequestSignature {
  private static final int SIGNATURE_CHARACTERS = 28;
  private static final String BODY_DIGEST = "bodySHA256";

  private final Mac mac;
  private final MessageDigest sha256;

  /**
   * The account's primary token; the secondary one signs nothing.
   *
   * @throws IllegalArgumentException for an empty token
   */
  public RequestSignature(String authToken) {
    try {
      mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(utf8(authToken), "HmacSHA1"));
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA1 and SHA-256", e);
    }
  }

  /**
   * Whether Twilio signed this form, or this request without a body.
   *
   * @param parameters every pair of the body, as decoded, nothing trimmed; left as they are
   * @param signature the header; null where it is missing
   */
  public boolean isGenuine(SignedUrl url, List<Parameter> parameters, @Nullable String signature) {
    if (signature == null || signature.length() != SIGNATURE_CHARACTERS) {
      return false;
    }
    Parameter[] sorted = parameters.toArray(Parameter[]::new);
    Arrays.sort(sorted);
    byte[] given = signature.getBytes(StandardCharsets.ISO_8859_1);
    for (byte[] form : url.forms()) {
      if (MessageDigest.isEqual(computed(form, sorted), given)) {
        return true;
      }
    }
    return false;
  }

  /** Whether Twilio signed this request with a JSON body, whose digest its query holds. */
  public boolean isGenuineJson(SignedUrl url, byte[] body, @Nullable String signature) {
    String digest = Parameter.first(url.parameters(), BODY_DIGEST).orElse("");
    String actual = HexFormat.of().formatHex(sha256.digest(body));
    return MessageDigest.isEqual(utf8(actual), utf8(digest))
        && isGenuine(url, List.of(), signature);
  }

  private byte[] computed(byte[] url, Parameter[] sorted) {
    mac.update(url);
    Parameter before = null;
    for (Parameter parameter : sorted) {
      if (!parameter.equals(before)) {
        mac.update(utf8(parameter.name()));
        mac.update(utf8(parameter.value()));
      }
      before = parameter;
    }
    return Base64.getEncoder().encode(mac.doFinal());
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
