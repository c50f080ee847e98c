package mx.vozrural.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A keyed permutation of the numbers 0 to size - 1: a balanced Feistel network over the next even
 * number of bits, walked until it is back among them (J. Black, P. Rogaway, "Ciphers with Arbitrary
 * Finite Domains", 2002). The round function is HMAC-SHA-256, worked out beforehand for every half:
 * a number then costs table look-ups only.
 */
final class Feistel {

  /** As many as NIST SP 800-38G asks of FF1. */
  private static final int ROUNDS = 10;

  private static final String LABEL = "folio";

  private final long size;
  private final int halfBits;
  private final int halfMask;
  private final int[][] rounds;

  Feistel(byte[] key, long size) {
    this.size = size;
    this.halfBits = (Long.SIZE - Long.numberOfLeadingZeros(size - 1) + 1) / 2;
    this.halfMask = (1 << halfBits) - 1;
    this.rounds = new int[ROUNDS][];
    Mac mac = hmac(key);
    for (int round = 0; round < ROUNDS; round++) {
      rounds[round] = table(mac, round);
    }
  }

  long apply(long number) {
    long image = number;
    do {
      image = once(image);
    } while (image >= size);
    return image;
  }

  private long once(long number) {
    int left = (int) (number >>> halfBits);
    int right = (int) number & halfMask;
    for (int[] round : rounds) {
      int mixed = left ^ round[right];
      left = right;
      right = mixed;
    }
    return (long) left << halfBits | right;
  }

  /** One digest fills eight entries. */
  private int[] table(Mac mac, int round) {
    int[] table = new int[1 << halfBits];
    ByteBuffer digest = ByteBuffer.allocate(0);
    for (int half = 0; half < table.length; half++) {
      if (!digest.hasRemaining()) {
        digest = digest(mac, round, half);
      }
      table[half] = digest.getInt() & halfMask;
    }
    return table;
  }

  private ByteBuffer digest(Mac mac, int round, int half) {
    mac.update(LABEL.getBytes(StandardCharsets.US_ASCII));
    ByteBuffer place = ByteBuffer.allocate(Long.BYTES + 2 * Integer.BYTES);
    mac.update(place.putLong(size).putInt(round).putInt(half).flip());
    return ByteBuffer.wrap(mac.doFinal());
  }

  private static Mac hmac(byte[] key) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
