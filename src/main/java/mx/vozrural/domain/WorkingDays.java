package mx.vozrural.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** Working days: Monday to Friday without holidays, which are the municipality's data. */
public record WorkingDays(List<HolidayRule> rules, Set<LocalDate> days) {

  /** A holiday of every year. */
  public sealed interface HolidayRule {
    /** The same date each year. */
    record OnDate(int month, int day) implements HolidayRule {}

    /**
     * The nth such weekday of a month ("third Monday of March").
     *
     * @param weekday 1 Monday to 7 Sunday
     */
    record OnWeekday(int month, int nth, int weekday) implements HolidayRule {}
  }

  public boolean working(LocalDate day) {
    throw new UnsupportedOperationException();
  }

  /**
   * The day that is {@code days} working days after {@code from}; 0: that day itself or, where it
   * isn't one, the next working day.
   */
  public LocalDate after(LocalDate from, int days) {
    throw new UnsupportedOperationException();
  }
}
