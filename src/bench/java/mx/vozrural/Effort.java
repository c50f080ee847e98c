package mx.vozrural;

import java.time.Duration;

/**
 * How long a benchmark may take.
 *
 * @param warmUp of each path, before anything counts
 * @param measured of each point in each round
 * @param rounds over all points; the median counts
 */
record Effort(Duration warmUp, Duration measured, int rounds) {
  static final Effort FULL = new Effort(Duration.ofSeconds(5), Duration.ofSeconds(5), 3);
  static final Effort SHORT = new Effort(Duration.ofSeconds(2), Duration.ofSeconds(2), 1);

  boolean full() {
    return rounds > 1;
  }
}
