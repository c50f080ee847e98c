package mx.vozrural.reports;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;

/**
 * Days as people read them: "lun 24 nov", "Mon 24 Nov"; without accents, which would make a text
 * dearer.
 */
public final class Days {
  private Days() {}

  private static final Map<Long, String> WEEKDAYS =
      Map.of(1L, "lun", 2L, "mar", 3L, "mie", 4L, "jue", 5L, "vie", 6L, "sab", 7L, "dom");
  private static final Map<Long, String> MONTHS =
      Map.ofEntries(
          Map.entry(1L, "ene"),
          Map.entry(2L, "feb"),
          Map.entry(3L, "mar"),
          Map.entry(4L, "abr"),
          Map.entry(5L, "may"),
          Map.entry(6L, "jun"),
          Map.entry(7L, "jul"),
          Map.entry(8L, "ago"),
          Map.entry(9L, "sep"),
          Map.entry(10L, "oct"),
          Map.entry(11L, "nov"),
          Map.entry(12L, "dic"));

  private static final DateTimeFormatter SPANISH =
      new DateTimeFormatterBuilder()
          .appendText(ChronoField.DAY_OF_WEEK, WEEKDAYS)
          .appendLiteral(' ')
          .appendValue(ChronoField.DAY_OF_MONTH)
          .appendLiteral(' ')
          .appendText(ChronoField.MONTH_OF_YEAR, MONTHS)
          .toFormatter(Locale.ROOT);

  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("EEE d MMM", Locale.ENGLISH);

  /**
   * @param language es or en
   */
  public static String words(LocalDate day, String language) {
    return (language.equals("en") ? ENGLISH : SPANISH).format(day);
  }
}
