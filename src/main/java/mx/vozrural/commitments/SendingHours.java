package mx.vozrural.commitments;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import mx.vozrural.outbox.QuietHours;

/**
 * When broadcasts leave: at the common pace, never in the quiet hours.
 *
 * @param rate texts a second
 */
public record SendingHours(int rate, QuietHours quiet) {
  /** What is put into the outbox may take so long to leave. */
  static final Duration AHEAD = Duration.ofSeconds(10);

  Instant start(Instant now) {
    return quiet.next(now);
  }

  /** Whether what is put into the outbox now can leave before the quiet hours begin. */
  boolean open(Instant now) {
    return quiet.next(now).equals(now) && quiet.next(now.plus(AHEAD)).equals(now.plus(AHEAD));
  }

  /** When the last of so many texts leaves, if nothing else has to be sent. */
  Instant finish(Instant now, long texts) {
    Duration left = Duration.ofSeconds((texts + rate - 1) / rate);
    Instant at = quiet.next(now);
    while (!quiet.from().equals(quiet.to())) {
      Instant end = end(at);
      Duration stretch = Duration.between(at, end);
      if (left.compareTo(stretch) <= 0) {
        break;
      }
      left = left.minus(stretch);
      at = quiet.next(end);
    }
    return at.plus(left);
  }

  /** When the quiet hours after an allowed moment begin. */
  private Instant end(Instant allowed) {
    ZonedDateTime local = allowed.atZone(quiet.zone());
    ZonedDateTime end = local.with(quiet.from());
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }
}
