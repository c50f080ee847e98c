package mx.vozrural.residents;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import mx.vozrural.database.Keyring;
import mx.vozrural.database.Keyring.Purpose;
import mx.vozrural.database.Sealed;
import mx.vozrural.domain.Phone;

/**
 * Telephone numbers as the database holds them: sealed, to be texted; and as a keyed blind index,
 * to be found. Without the keys, which the master key wraps, neither tells the number; a plain
 * digest would, since ten digits are soon tried.
 */
public final class PhoneVault {
  private static final byte[] ABOUT = "resident.phone".getBytes(StandardCharsets.UTF_8);
  private static final int INDEX_BYTES = 16;

  private final Keyring keys;

  /** Cloned for each use: to look one up and give it its key takes longer than to use it. */
  private final Mac indexMac;

  public PhoneVault(Keyring keys) {
    this.keys = keys;
    try {
      indexMac = Mac.getInstance("HmacSHA256");
      byte[] key = keys.key(Purpose.PHONE_INDEX, keys.newest(Purpose.PHONE_INDEX));
      indexMac.init(new SecretKeySpec(key, "HmacSHA256"));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
    }
  }

  /** The same for the same number, 16 bytes. */
  public Buffer index(Phone phone) {
    return Buffer.buffer(Arrays.copyOf(hmac(phone.value()), INDEX_BYTES));
  }

  /**
   * A digest of words that can't be tried without the key: to know an equal text again without
   * keeping it.
   */
  public String fingerprint(String words) {
    byte[] hash = hmac("words " + words);
    return Long.toString(ByteBuffer.wrap(hash).getLong(), Character.MAX_RADIX);
  }

  private byte[] hmac(String text) {
    try {
      Mac mac = (Mac) indexMac.clone();
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("The platform's own HMAC-SHA256 can be cloned", e);
    }
  }

  /** Sealed with the newest key: its version (2 bytes), then AES-GCM. */
  public Buffer seal(Phone phone) {
    int version = keys.newest(Purpose.PHONE);
    byte[] plain = phone.value().getBytes(StandardCharsets.UTF_8);
    return Buffer.buffer()
        .appendShort((short) version)
        .appendBytes(Sealed.seal(keys.key(Purpose.PHONE, version), plain, ABOUT));
  }

  /** The number again, to text it or to mask it. */
  public Phone open(Buffer sealed) {
    byte[] key = keys.key(Purpose.PHONE, sealed.getShort(0));
    byte[] plain = Sealed.open(key, sealed.getBytes(2, sealed.length()), ABOUT);
    return Phone.of(new String(plain, StandardCharsets.UTF_8));
  }
}
