package mx.vozrural.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.WorkingDays;

/** By when a report is owed a solution or a dated plan, in the municipality's working days. */
public record Deadlines(WorkingDays calendar, ZoneId zone) {

  /** At once (the day itself) where the category has no days. */
  public LocalDate due(Category category, Instant receivedAt) {
    LocalDate received = day(receivedAt);
    return category.days() == null ? received : calendar.after(received, category.days());
  }

  public LocalDate day(Instant instant) {
    return instant.atZone(zone).toLocalDate();
  }

  /** A due date moved on by the working days for which the clock stood still. */
  public LocalDate resumed(LocalDate due, LocalDate pausedOn, LocalDate resumedOn) {
    int days = 0;
    for (LocalDate day = pausedOn.plusDays(1); !day.isAfter(resumedOn); day = day.plusDays(1)) {
      days += calendar.working(day) ? 1 : 0;
    }
    return days == 0 ? due : calendar.after(due, days);
  }

  /** Twenty working days for a request about personal data. */
  public LocalDate privacyDue(Instant openedAt) {
    return calendar.after(day(openedAt), 20);
  }
}
