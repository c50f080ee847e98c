package mx.vozrural.domain;

import java.time.LocalDate;
import java.util.List;

/**
 * A day as a text names it: "vie 27 nov", "Fri 27 Nov". Own words instead of a locale's, whose
 * Spanish has "sáb", which the alphabet of texts (GSM 03.38) lacks.
 */
public final class ShortDate {

  private record Names(List<String> days, List<String> months) {}

  private static final Names SPANISH =
      new Names(
          List.of("lun", "mar", "mie", "jue", "vie", "sab", "dom"),
          List.of(
              "ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"));
  private static final Names ENGLISH =
      new Names(
          List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
          List.of(
              "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"));

  private ShortDate() {}

  /**
   * @param language en; anything else is Spanish
   */
  public static String of(LocalDate day, String language) {
    Names names = language.equals("en") ? ENGLISH : SPANISH;
    return "%s %d %s"
        .formatted(
            names.days.get(day.getDayOfWeek().getValue() - 1),
            day.getDayOfMonth(),
            names.months.get(day.getMonthValue() - 1));
  }

  /** The same, with "hoy" or "today" for today. */
  public static String of(LocalDate day, LocalDate today, String language) {
    if (!day.equals(today)) {
      return of(day, language);
    }
    return language.equals("en") ? "today" : "hoy";
  }
}
