package mx.vozrural.access;

import java.time.Duration;
import java.time.Instant;

/**
 * How long the next try must wait.
 *
 * @param free wrong passwords that cost nothing
 * @param longest the longest wait
 */
record Throttle(int free, Duration longest) {
  static final Throttle ACCOUNT = new Throttle(5, Duration.ofSeconds(30));

  /** A whole town hall may share one address. */
  static final Throttle ADDRESS = new Throttle(20, Duration.ofMinutes(5));

  /** The wrong passwords of the last quarter of an hour. */
  record Failures(long count, Instant last) {

    /** Doubles with each one past the free ones; zero or less: now. */
    Duration wait(Instant now, Throttle throttle) {
      if (count < throttle.free) {
        return Duration.ZERO;
      }
      long seconds = 1L << Math.min(20, count - throttle.free + 1);
      Duration pause = Duration.ofSeconds(Math.min(seconds, throttle.longest.toSeconds()));
      return Duration.between(now, last.plus(pause));
    }
  }
}
