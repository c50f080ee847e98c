package mx.vozrural.outbox;

import java.time.Duration;

/** How long a text that was certainly not taken waits for its next try. */
final class RetryPolicy {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private RetryPolicy() {}

  /**
   * Doubles with each failure, at least what the gateway asks for, up to half as long again by
   * chance.
   *
   * @param failures in a row, this one included
   * @param chance 0 to 1: spreads the tries of many texts
   */
  static Duration wait(Duration least, int failures, double chance) {
    Duration doubled = Duration.ofSeconds(1L << Math.clamp(failures, 0, 10));
    Duration wait = doubled.compareTo(least) < 0 ? least : doubled;
    Duration bounded = wait.compareTo(LONGEST) > 0 && least.compareTo(LONGEST) < 0 ? LONGEST : wait;
    return bounded.plusMillis((long) (bounded.toMillis() * chance / 2));
  }
}
