package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether readings are as often right as they are sure.
 *
 * @param bins those in which a reading fell, the least sure first
 */
public record Reliability(List<Bin> bins) {
  private static final int BINS = 10;

  /** How sure a reading was, and whether it was right. */
  public record Claim(double sure, boolean right) {}

  /**
   * The readings that were about equally sure.
   *
   * @param from the least confidence that belongs here
   * @param to what belongs to the next bin; the last has 1 too
   * @param sure on average
   * @param right the share of them that was
   */
  public record Bin(double from, double to, int texts, double sure, double right) {}

  public Reliability {
    bins = List.copyOf(bins);
  }

  static Reliability of(List<Claim> claims) {
    List<Bin> bins = new ArrayList<>();
    for (int i = 0; i < BINS; i++) {
      int at = i;
      List<Claim> within = claims.stream().filter(claim -> bin(claim.sure()) == at).toList();
      if (!within.isEmpty()) {
        bins.add(
            new Bin(
                (double) i / BINS,
                (i + 1.0) / BINS,
                within.size(),
                within.stream().mapToDouble(Claim::sure).average().orElse(0),
                (double) within.stream().filter(Claim::right).count() / within.size()));
      }
    }
    return new Reliability(bins);
  }

  private static int bin(double sure) {
    return Math.min(BINS - 1, (int) (sure * BINS));
  }

  /** How many texts it was measured on. */
  public int texts() {
    return bins.stream().mapToInt(Bin::texts).sum();
  }

  /**
   * By how much a confidence errs on average, 0 to 1: the expected calibration error, which weighs
   * each bin by its texts.
   */
  public double expectedError() {
    double sum = bins.stream().mapToDouble(b -> b.texts() * Math.abs(b.sure() - b.right())).sum();
    return bins.isEmpty() ? 0 : sum / texts();
  }
}
