package mx.vozrural;

import java.util.Locale;

/** Counts durations in buckets of 1.5 %; not thread-safe. */
final class Latencies {
  private static final double STEP = Math.log(1.015);
  private static final double LEAST_NANOS = 1_000;

  private final int[] counts = new int[1_600];
  private long total;

  void add(long nanos) {
    int bucket = (int) (Math.log(Math.max(nanos, LEAST_NANOS) / LEAST_NANOS) / STEP);
    counts[Math.min(bucket, counts.length - 1)]++;
    total++;
  }

  void addAll(Latencies other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
    }
    total += other.total;
  }

  long total() {
    return total;
  }

  /** The duration, in milliseconds, that this part of all don't exceed. */
  double millis(double part) {
    long rest = (long) Math.ceil(total * part);
    for (int i = 0; i < counts.length; i++) {
      rest -= counts[i];
      if (rest <= 0) {
        return LEAST_NANOS * Math.exp((i + 0.5) * STEP) / 1e6;
      }
    }
    return Double.NaN;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.2f / %.2f ms", millis(0.5), millis(0.99));
  }
}
