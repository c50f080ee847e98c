package mx.vozrural.outbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import mx.vozrural.outbox.GatewayList.Listed;
import org.jspecify.annotations.Nullable;

/**
 * What is still to be read of the day of UTC that begins at {@code from}: the gateway lists newest
 * first, so the end comes nearer. A pass goes from the day of the oldest text without a price, at
 * most a week back, at least yesterday, to today; then the next pass begins.
 */
record Sweep(Instant from, Instant until) {
  private static final Duration OLDEST = Duration.ofDays(7);
  private static final Duration DAY = Duration.ofDays(1);

  static Sweep start(@Nullable Instant oldestUnpriced, Instant now) {
    Instant yesterday = now.minus(DAY);
    Instant oldest = Objects.requireNonNullElse(oldestUnpriced, yesterday);
    Instant bounded = oldest.isBefore(now.minus(OLDEST)) ? now.minus(OLDEST) : oldest;
    return day((bounded.isBefore(yesterday) ? bounded : yesterday).truncatedTo(ChronoUnit.DAYS));
  }

  private static Sweep day(Instant start) {
    return new Sweep(start, start.plus(DAY));
  }

  /** Nothing left: the pass is over. */
  boolean over() {
    return !until.isAfter(from);
  }

  /** The whole day was read. */
  Sweep nextDay(Instant now) {
    Instant next = from.plus(DAY);
    return next.isAfter(now) ? new Sweep(from, from) : day(next);
  }

  /**
   * The day was read down to the oldest of these. Texts of that very second may be on both sides,
   * so it is read again.
   */
  Sweep rest(List<Listed> read) {
    return read.stream()
        .map(Listed::sentAt)
        .filter(Objects::nonNull)
        .min(Instant::compareTo)
        .map(oldest -> oldest.plusSeconds(1))
        .filter(end -> end.isBefore(until))
        .map(end -> new Sweep(from, end))
        .orElse(this);
  }
}
