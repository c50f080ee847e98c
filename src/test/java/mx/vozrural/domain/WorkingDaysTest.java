package mx.vozrural.domain;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mx.vozrural.domain.WorkingDays.HolidayRule;
import mx.vozrural.domain.WorkingDays.HolidayRule.OnDate;
import mx.vozrural.domain.WorkingDays.HolidayRule.OnWeekday;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

  /** Ley Federal del Trabajo, art. 74, without the day of a new government every six years. */
  private static final List<HolidayRule> FEDERAL =
      List.of(
          new OnDate(1, 1),
          new OnWeekday(2, 1, 1),
          new OnWeekday(3, 3, 1),
          new OnDate(5, 1),
          new OnDate(9, 16),
          new OnWeekday(11, 3, 1),
          new OnDate(12, 25));

  private static final WorkingDays MEXICO = new WorkingDays(FEDERAL, Set.of());

  @ParameterizedTest
  @CsvSource({
    "2026, 2026-01-01 2026-02-02 2026-03-16 2026-05-01 2026-09-16 2026-11-16 2026-12-25",
    "2027, 2027-01-01 2027-02-01 2027-03-15 2027-05-01 2027-09-16 2027-11-15 2027-12-25",
  })
  void the_holidays_of_a_year_are_those_of_the_law(int year, String holidays) {
    Set<LocalDate> off =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> !MEXICO.working(day))
            .collect(toSet());

    assertThat(off).isEqualTo(weekendsAnd(year, holidays));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-10-05, 0, 2026-10-05", // a Monday
    "2026-10-05, 1, 2026-10-06",
    "2026-10-05, 4, 2026-10-09",
    "2026-10-05, 5, 2026-10-12",
    "2026-10-03, 0, 2026-10-05", // a Saturday
    "2026-10-03, 1, 2026-10-05",
    "2026-10-04, 3, 2026-10-07",
    "2026-09-15, 1, 2026-09-17", // over Independence Day
    "2026-09-16, 0, 2026-09-17",
    "2026-12-24, 1, 2026-12-28", // over Christmas and a weekend
    "2026-12-24, 5, 2027-01-04", // and over the new year
    "2026-01-30, 1, 2026-02-03", // over a long weekend
    "2026-03-13, 3, 2026-03-19",
    "2026-01-01, 30, 2026-02-13",
  })
  void due_days_count_working_days(LocalDate from, int days, LocalDate due) {
    assertThat(MEXICO.after(from, days)).isEqualTo(due);
  }

  @Test
  void further_days_off_are_the_municipalitys_own() {
    LocalDate local = LocalDate.of(2026, 10, 12);
    WorkingDays more = new WorkingDays(FEDERAL, Set.of(local));

    assertThat(more.working(local)).isFalse();
    assertThat(more.after(LocalDate.of(2026, 10, 9), 1)).isEqualTo(LocalDate.of(2026, 10, 13));
    assertThat(more.after(local, 0)).isEqualTo(LocalDate.of(2026, 10, 13));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2026-03-02, true", "2, 2026-03-09, true", "4, 2026-03-23, true", "5, 2026-03-30, true",
    "1, 2026-03-09, false", "2, 2026-03-02, false", "5, 2026-03-23, false", "1, 2026-04-06, false",
    "1, 2026-03-03, false"
  })
  void the_nth_weekday_is_the_nth_of_its_month(int nth, LocalDate day, boolean off) {
    WorkingDays mondays = new WorkingDays(List.of(new OnWeekday(3, nth, 1)), Set.of());
    assertThat(mondays.working(day)).isEqualTo(!off);
  }

  @Test
  void a_month_without_a_fifth_monday_has_no_such_holiday() {
    WorkingDays fifth = new WorkingDays(List.of(new OnWeekday(2, 5, 1)), Set.of());
    assertThat(
            LocalDate.of(2026, 2, 1)
                .datesUntil(LocalDate.of(2026, 3, 8))
                .filter(day -> day.getDayOfWeek() == DayOfWeek.MONDAY))
        .allMatch(fifth::working);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, 6})
  void a_weekday_that_no_month_has_is_no_rule(int nth) {
    assertThatIllegalArgumentException().isThrownBy(() -> new OnWeekday(3, nth, 1));
  }

  @ParameterizedTest
  @CsvSource({"13, 1", "0, 1", "4, 31", "2, 30", "1, 0"})
  void a_date_that_no_year_has_is_no_rule(int month, int day) {
    assertThatExceptionOfType(DateTimeException.class).isThrownBy(() -> new OnDate(month, day));
  }

  @ParameterizedTest
  @CsvSource({"13, 1", "0, 1", "3, 0", "3, 8"})
  void a_month_or_weekday_that_does_not_exist_is_no_rule(int month, int weekday) {
    assertThatExceptionOfType(DateTimeException.class)
        .isThrownBy(() -> new OnWeekday(month, 1, weekday));
  }

  @Test
  void days_are_counted_forward() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MEXICO.after(LocalDate.of(2026, 1, 1), -1));
  }

  @Test
  void later_changes_of_the_data_do_not_reach_it() {
    List<HolidayRule> rules = new ArrayList<>(FEDERAL);
    Set<LocalDate> days = new HashSet<>();
    WorkingDays copy = new WorkingDays(rules, days);
    rules.clear();
    days.add(LocalDate.of(2026, 10, 12));

    assertThat(copy).isEqualTo(MEXICO);
  }

  @Property(tries = 300, seed = "20260106")
  void after_n_days_exactly_n_working_days_have_passed(
      @ForAll @IntRange(max = 3_000) int start, @ForAll @IntRange(max = 60) int days) {
    LocalDate from = LocalDate.of(2024, 1, 1).plusDays(start);
    LocalDate due = MEXICO.after(from, days);

    assertThat(MEXICO.working(due)).isTrue();
    if (days > 0) {
      assertThat(from.plusDays(1).datesUntil(due.plusDays(1)).filter(MEXICO::working))
          .hasSize(days);
    }
  }

  private static Set<LocalDate> weekendsAnd(int year, String holidays) {
    Stream<LocalDate> weekends =
        LocalDate.of(year, 1, 1)
            .datesUntil(LocalDate.of(year + 1, 1, 1))
            .filter(day -> day.getDayOfWeek().getValue() > 5);
    return Stream.concat(weekends, Stream.of(holidays.split(" ")).map(LocalDate::parse))
        .collect(toSet());
  }
}
