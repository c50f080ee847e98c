package mx.vozrural.database;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256-GCM (NIST SP 800-38D): a random nonce of 12 bytes, then ciphertext and tag of 16 bytes.
 */
public final class Sealed {
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Sealed() {}

  /**
   * @param about what the plain text is, bound to it: it can't be opened as something else
   */
  public static byte[] seal(byte[] key, byte[] plain, byte[] about) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] sealed = apply(Cipher.ENCRYPT_MODE, key, nonce, plain, 0, about);
    byte[] whole = Arrays.copyOf(nonce, NONCE + sealed.length);
    System.arraycopy(sealed, 0, whole, NONCE, sealed.length);
    return whole;
  }

  /**
   * @throws IllegalStateException where the key isn't the one, or a bit was changed
   */
  public static byte[] open(byte[] key, byte[] whole, byte[] about) {
    return apply(Cipher.DECRYPT_MODE, key, Arrays.copyOf(whole, NONCE), whole, NONCE, about);
  }

  private static byte[] apply(
      int mode, byte[] key, byte[] nonce, byte[] input, int from, byte[] about) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(about);
      return cipher.doFinal(input, from, input.length - from);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the data can't be sealed or opened with this key");
    }
  }
}
