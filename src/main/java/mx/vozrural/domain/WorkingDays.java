package mx.vozrural.domain;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.MonthDay;
import java.util.List;
import java.util.Set;

/**
 * Working days: Monday to Friday without holidays, which are the municipality's data.
 *
 * @param rules holidays of every year
 * @param days further days off
 */
public record WorkingDays(List<HolidayRule> rules, Set<LocalDate> days) {

  /** A holiday of every year. */
  public sealed interface HolidayRule {
    /** The same date each year. */
    record OnDate(int month, int day) implements HolidayRule {
      /**
       * @throws java.time.DateTimeException for a date that no year has
       */
      public OnDate {
        MonthDay.of(month, day);
      }
    }

    /**
     * The nth such weekday of a month ("third Monday of March").
     *
     * @param nth 1 to 5; a month without a fifth has no such holiday
     * @param weekday 1 Monday to 7 Sunday
     */
    record OnWeekday(int month, int nth, int weekday) implements HolidayRule {
      /**
       * @throws java.time.DateTimeException for a month or weekday that doesn't exist
       * @throws IllegalArgumentException for another nth
       */
      public OnWeekday {
        Month.of(month);
        DayOfWeek.of(weekday);
        if (nth < 1 || nth > 5) {
          throw new IllegalArgumentException("A month has no weekday number " + nth);
        }
      }
    }
  }

  public WorkingDays {
    rules = List.copyOf(rules);
    days = Set.copyOf(days);
  }

  public boolean working(LocalDate day) {
    boolean weekend = day.getDayOfWeek().getValue() >= DayOfWeek.SATURDAY.getValue();
    return !weekend && !days.contains(day) && rules.stream().noneMatch(rule -> falls(rule, day));
  }

  /**
   * The day that is {@code days} working days after {@code from}; 0: that day itself or, where it
   * isn't one, the next working day.
   *
   * @throws IllegalArgumentException for a negative number of days
   */
  public LocalDate after(LocalDate from, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("Working days are counted forward, not " + days);
    }
    LocalDate day = days == 0 ? workingFrom(from) : from;
    for (int left = days; left > 0; left--) {
      day = workingFrom(day.plusDays(1));
    }
    return day;
  }

  private LocalDate workingFrom(LocalDate first) {
    LocalDate day = first;
    while (!working(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private static boolean falls(HolidayRule rule, LocalDate day) {
    return switch (rule) {
      case HolidayRule.OnDate(int month, int dayOfMonth) ->
          day.getMonthValue() == month && day.getDayOfMonth() == dayOfMonth;
      case HolidayRule.OnWeekday(int month, int nth, int weekday) ->
          day.getMonthValue() == month
              && day.getDayOfWeek().getValue() == weekday
              && (day.getDayOfMonth() + 6) / 7 == nth;
    };
  }
}
