package mx.vozrural.domain;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * From the running number of a report to its folio, through a keyed permutation: neighbours tell
 * nothing of each other. At most one in fifty numbers of a length is given away, so that a guess
 * misses; then folios become one digit longer. Safe for many threads.
 */
public final class FolioCipher {

  private static final int KEY_BYTES = 32;
  private static final int ONE_IN = 50;

  private final byte[] key;

  /** By digits of the folio; worked out when the first of a length is asked for. */
  private final AtomicReferenceArray<Feistel> permutations =
      new AtomicReferenceArray<>(Folio.LONGEST + 1);

  /**
   * @param key 32 bytes; the same for all time, or old folios would be given again
   * @throws IllegalArgumentException for a key of another length
   */
  public FolioCipher(byte[] key) {
    if (key.length != KEY_BYTES) {
      throw new IllegalArgumentException(
          "A folio key has %d bytes, not %d".formatted(KEY_BYTES, key.length));
    }
    this.key = key.clone();
  }

  /**
   * The first folio of a length takes tens of milliseconds, any other less than one microsecond: a
   * server asks for one before it opens.
   *
   * @param running 0 and up; equal numbers give equal folios, different ones different folios
   * @throws IllegalArgumentException below 0 and from 1,999,998,000 on, where the folios of at most
   *     twelve digits end
   */
  public Folio folio(long running) {
    long first = 100_000;
    long left = running;
    for (int length = Folio.SHORTEST; length <= Folio.LONGEST && left >= 0; length++) {
      long payloads = 9 * first;
      if (left < payloads / ONE_IN) {
        return checked(first + permutation(length, payloads).apply(left));
      }
      left -= payloads / ONE_IN;
      first *= 10;
    }
    throw new IllegalArgumentException("No folio for running number " + running);
  }

  private static Folio checked(long payload) {
    String digits = Long.toString(payload);
    return new Folio(digits + Damm.checkDigit(digits));
  }

  /** Two threads at once may both work it out: they come to the same. */
  private Feistel permutation(int length, long payloads) {
    Feistel known = permutations.get(length);
    if (known != null) {
      return known;
    }
    Feistel made = new Feistel(key, payloads);
    permutations.set(length, made);
    return made;
  }
}
