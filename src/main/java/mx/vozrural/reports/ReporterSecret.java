package mx.vozrural.reports;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Locale;

/**
 * Eight letters and digits that open a report to who filed it without a phone: 40 random bits, in
 * an alphabet without look-alikes (no I, L, O, U: Crockford's base 32). Shown once; its digest is
 * kept.
 */
public final class ReporterSecret {
  private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ReporterSecret() {}

  public static String make() {
    StringBuilder secret = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      secret.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
    }
    return secret.toString();
  }

  /** The same for what people make of it: small letters, blanks, dashes, O for 0, I and L for 1. */
  public static Buffer digest(String typed) {
    String secret =
        typed
            .toUpperCase(Locale.ROOT)
            .replaceAll("[^0-9A-Z]", "")
            .replace('O', '0')
            .replaceAll("[IL]", "1");
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether these words open this report. */
  public static boolean opens(Report report, String typed) {
    Buffer secret = report.secret();
    return secret != null && MessageDigest.isEqual(secret.getBytes(), digest(typed).getBytes());
  }
}
