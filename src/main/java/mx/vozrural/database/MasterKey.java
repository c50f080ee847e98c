package mx.vozrural.database;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 32 bytes of SECRET_KEY, which wrap the data keys; never shown. */
public final class MasterKey {
  private final byte[] bytes;

  private MasterKey(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * @throws IllegalArgumentException with a reason that repeats nothing of the key
   */
  public static MasterKey parse(String base64) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(base64.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be base64");
    }
    if (bytes.length != 32) {
      throw new IllegalArgumentException("must be 32 bytes in base64, not " + bytes.length);
    }
    return new MasterKey(bytes);
  }

  /** A key of its own for one use, from which neither this key nor another use's can be told. */
  byte[] derive(String use) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(bytes, "HmacSHA256"));
      return mac.doFinal(use.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return "MasterKey";
  }
}
