package mx.vozrural.interpreter;

import java.util.Map;

/** How long a need stands, where the text says so. */
final class Durations {

  /** A drinking-water outage of so many days is urgent. */
  static final int LONG_DAYS = 3;

  private static final int HOURS_A_DAY = 24;

  private static final Map<String, Integer> NUMBERS =
      Map.ofEntries(
          Map.entry("un", 1),
          Map.entry("una", 1),
          Map.entry("a", 1),
          Map.entry("one", 1),
          Map.entry("dos", 2),
          Map.entry("two", 2),
          Map.entry("tres", 3),
          Map.entry("three", 3),
          Map.entry("cuatro", 4),
          Map.entry("four", 4),
          Map.entry("cinco", 5),
          Map.entry("five", 5),
          Map.entry("seis", 6),
          Map.entry("six", 6),
          Map.entry("siete", 7),
          Map.entry("seven", 7),
          Map.entry("ocho", 8),
          Map.entry("nueve", 9),
          Map.entry("diez", 10),
          Map.entry("ten", 10),
          Map.entry("quince", 15),
          Map.entry("veinte", 20),
          Map.entry("varios", 4),
          Map.entry("varias", 4),
          Map.entry("muchos", 5),
          Map.entry("several", 4),
          Map.entry("toda", 1),
          Map.entry("semanas", 2),
          Map.entry("weeks", 2),
          Map.entry("casi", 1));

  private final int unit;
  private final int month;
  private final int since;
  private final int past;
  private final int half;

  Durations(RuleBook book) {
    unit = book.wordClass("@unit");
    month = book.wordClass("@month");
    since = book.wordClass("@since");
    past = book.wordClass("@past");
    half = book.wordClass("@half");
  }

  /** Whether the text names three days or more, up to now. */
  boolean longOutage(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.is(i, unit) && days(words, i) >= LONG_DAYS && !over(words, i)) {
        return true;
      }
      if (words.is(i, since) && sinceLongAgo(words, i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** "la semana pasada": a time that is over. */
  private boolean over(Words words, int i) {
    return words.is(i + 1, past) || words.is(i - 1, past);
  }

  /** "desde enero", "desde el mes pasado", "desde la semana pasada". */
  private boolean sinceLongAgo(Words words, int from) {
    for (int i = from; i < Math.min(words.size(), from + 3); i++) {
      boolean whole = words.is(i, unit) && unitDays(words.plain(i)) >= 7 && over(words, i);
      if (words.is(i, month) || whole) {
        return true;
      }
    }
    return false;
  }

  private int days(Words words, int i) {
    int count = Math.max(count(words, i - 1), Math.min(1, count(words, i - 2)));
    int days = unitDays(words.plain(i));
    if (days == 0) {
      return count / HOURS_A_DAY;
    }
    if (count == 0 && words.is(i + 2, half)) {
      return days;
    }
    boolean plural = days > 1 && words.plain(i).endsWith("s");
    return Math.max(count, plural ? 2 : 0) * days;
  }

  private static int count(Words words, int i) {
    if (i < 0) {
      return 0;
    }
    String word = words.plain(i);
    if (words.number(i)) {
      return word.length() > 3 ? 0 : Integer.parseInt(word);
    }
    return NUMBERS.getOrDefault(word, 0);
  }

  /** Days of a unit of time; 0 for hours. */
  private static int unitDays(String unit) {
    return switch (unit.charAt(0)) {
      case 's', 'w' -> 7;
      case 'm' -> 30;
      case 'a', 'y' -> 365;
      case 'd' -> 1;
      default -> 0;
    };
  }
}
