package mx.vozrural.domain;

/**
 * From the running number of a report to its folio, through a keyed permutation: neighbours tell
 * nothing of each other.
 */
public final class FolioCipher {

  /**
   * @param key 32 bytes; the same for all time, or old folios would be given again
   */
  public FolioCipher(byte[] key) {}

  /**
   * @param running 0 and up; equal numbers give equal folios, different ones different folios
   */
  public Folio folio(long running) {
    throw new UnsupportedOperationException();
  }
}
