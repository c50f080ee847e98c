package mx.vozrural.web;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The hidden field that shows that a form is ours: signed, and saying when it was shown. Nothing is
 * kept on the server, so it holds across restarts and instances with the same key.
 */
public final class Csrf {

  /** The name of the hidden field. */
  public static final String FIELD = "csrf";

  /** Nobody reads and fills in a form faster. */
  public static final Duration HUMAN = Duration.ofSeconds(3);

  private static final String ALGORITHM = "HmacSHA256";
  private static final int MAC_BYTES = 16;
  private static final int TOKEN_BYTES = Long.BYTES + MAC_BYTES;

  private final SecretKeySpec key;
  private final Duration lifetime;
  private final InstantSource clock;

  /**
   * @param key 32 secret bytes used for nothing else
   * @param lifetime how long after it was shown a form is still taken
   */
  public Csrf(byte[] key, Duration lifetime, InstantSource clock) {
    this.key = new SecretKeySpec(key, ALGORITHM);
    this.lifetime = lifetime;
    this.clock = clock;
  }

  /**
   * For a form that is shown now.
   *
   * @param holder whose form: a session's id, or the form's address where there is no session
   */
  public String token(String holder) {
    return token(holder, clock.instant());
  }

  /** For a form that comes back to be mended: it keeps the time of its first showing. */
  public String token(String holder, Instant shownAt) {
    long millis = shownAt.toEpochMilli();
    byte[] token =
        ByteBuffer.allocate(TOKEN_BYTES).putLong(millis).put(mac(holder, millis)).array();
    return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
  }

  /** When the form was shown; empty where the token is missing, not ours, another's or too old. */
  public Optional<Instant> shownAt(String holder, String token) {
    return decoded(token)
        .filter(bytes -> bytes.length == TOKEN_BYTES)
        .filter(bytes -> signed(holder, bytes))
        .map(bytes -> Instant.ofEpochMilli(ByteBuffer.wrap(bytes).getLong()))
        .filter(shown -> !shown.plus(lifetime).isBefore(clock.instant()));
  }

  /** Whether a form shown then and posted now was filled in faster than a person can. */
  public boolean hasty(Instant shownAt) {
    Duration age = Duration.between(shownAt, clock.instant());
    // Before it was shown: the clock was set back or another instance's is ahead; no sign of a
    // robot.
    return !age.isNegative() && age.compareTo(HUMAN) < 0;
  }

  private static Optional<byte[]> decoded(String token) {
    try {
      return Optional.of(Base64.getUrlDecoder().decode(token));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private boolean signed(String holder, byte[] token) {
    byte[] mac = Arrays.copyOfRange(token, Long.BYTES, TOKEN_BYTES);
    return MessageDigest.isEqual(mac, mac(holder, ByteBuffer.wrap(token).getLong()));
  }

  private byte[] mac(String holder, long millis) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      mac.update(ByteBuffer.allocate(Long.BYTES).putLong(millis).array());
      return Arrays.copyOf(mac.doFinal(holder.getBytes(StandardCharsets.UTF_8)), MAC_BYTES);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
    }
  }
}
