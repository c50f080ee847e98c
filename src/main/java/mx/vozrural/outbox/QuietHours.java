package mx.vozrural.outbox;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * The hours in which nobody is texted unasked: 21:00 to 09:00 local time (Twilio's guidelines for
 * Mexico).
 *
 * @param from equal to {@code to}: no quiet hours
 */
public record QuietHours(LocalTime from, LocalTime to, ZoneId zone) {

  public static QuietHours off(ZoneId zone) {
    return new QuietHours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT, zone);
  }

  /** The first moment from {@code now} on at which a text may leave. */
  public Instant next(Instant now) {
    ZonedDateTime local = now.atZone(zone);
    if (!quiet(local.toLocalTime())) {
      return now;
    }
    ZonedDateTime end = local.with(to);
    return (end.isAfter(local) ? end : end.plusDays(1)).toInstant();
  }

  private boolean quiet(LocalTime time) {
    return from.isBefore(to)
        ? !time.isBefore(from) && time.isBefore(to)
        : from.isAfter(to) && (!time.isBefore(from) || time.isBefore(to));
  }
}
