package mx.vozrural.web;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * Dates, times and numbers as people in Mexico write them. Own tables: the JDK's change with its
 * version ("sept.", "p. m." with a thin space).
 */
public final class Spanish {
  private static final List<String> DAYS = List.of("lun", "mar", "mié", "jue", "vie", "sáb", "dom");
  private static final List<String> MONTHS =
      List.of("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic");

  private static final List<String> WHOLE_MONTHS =
      List.of(
          "enero",
          "febrero",
          "marzo",
          "abril",
          "mayo",
          "junio",
          "julio",
          "agosto",
          "septiembre",
          "octubre",
          "noviembre",
          "diciembre");

  private Spanish() {}

  /** "lun 24 nov"; with its year where that isn't this one: "mar 6 ene 2026". */
  public static String day(LocalDate day, LocalDate today) {
    String name =
        DAYS.get(day.getDayOfWeek().getValue() - 1)
            + " "
            + day.getDayOfMonth()
            + " "
            + MONTHS.get(day.getMonthValue() - 1);
    return day.getYear() == today.getYear() ? name : name + " " + day.getYear();
  }

  /** "noviembre 2026" */
  public static String month(YearMonth month) {
    return WHOLE_MONTHS.get(month.getMonthValue() - 1) + " " + month.getYear();
  }

  /** "2:30 p. m." */
  public static String time(LocalTime time) {
    int hour = time.getHour() % 12 == 0 ? 12 : time.getHour() % 12;
    return String.format(
        Locale.ROOT, "%d:%02d %s", hour, time.getMinute(), time.getHour() < 12 ? "a. m." : "p. m.");
  }

  /** "1,234" */
  public static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** "$1,234.50" */
  public static String pesos(BigDecimal pesos) {
    return String.format(Locale.ROOT, "$%,.2f", pesos);
  }

  /** "1 vecino", "3 vecinos" */
  public static String count(long number, String one, String many) {
    return number(number) + " " + (number == 1 ? one : many);
  }

  /** "ahora", "hace 5 min", "hace 3 h", "hace 2 días". */
  public static String age(Duration age) {
    if (age.toMinutes() < 1) {
      return "ahora";
    }
    if (age.toHours() < 1) {
      return "hace " + age.toMinutes() + " min";
    }
    return age.toDays() < 1
        ? "hace " + age.toHours() + " h"
        : "hace " + count(age.toDays(), "día", "días");
  }

  /** "vence hoy", "vence mañana", "vence en 4 días", "3 días tarde" (calendar days). */
  public static String due(LocalDate due, LocalDate today) {
    long days = ChronoUnit.DAYS.between(today, due);
    if (days < 0) {
      return count(-days, "día tarde", "días tarde");
    }
    return days == 0 ? "vence hoy" : days == 1 ? "vence mañana" : "vence en " + days + " días";
  }
}
