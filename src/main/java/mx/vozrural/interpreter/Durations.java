package mx.vozrural.interpreter;

import java.util.HashMap;
import java.util.Map;

/** How long a need stands, where the text says so. */
final class Durations {

  /** A drinking-water outage of so many days is urgent. */
  static final int LONG_DAYS = 3;

  private static final int HOURS_A_DAY = 24;
  private static final int YEAR = 365;

  /** Numerals and ordinals by their sound, as people spell them. */
  private static final Map<String, Integer> NUMBERS = new HashMap<>();

  static {
    numbers(1, "un una a one toda casi primer primera");
    numbers(2, "dos two par semanas weeks segundo segunda second");
    numbers(3, "tres three tercer tercero tercera third");
    numbers(4, "cuatro four varios varias several cuarto cuarta fourth");
    numbers(5, "cinco five muchos quinto quinta fifth");
    numbers(6, "seis six sexto sexta sixth");
    numbers(7, "siete seven septimo septima seventh");
    numbers(8, "ocho eight octavo octava eighth");
    numbers(9, "nueve nine noveno novena ninth");
    numbers(10, "diez ten decimo decima tenth");
    numbers(12, "doce twelve");
    numbers(15, "quince fifteen");
    numbers(20, "veinte twenty");
    numbers(30, "treinta thirty");
  }

  private static void numbers(int number, String words) {
    for (String word : words.split(" ", -1)) {
      NUMBERS.put(Sound.of(word), number);
    }
  }

  private final int unit;
  private final int month;
  private final int since;
  private final int past;
  private final int half;
  private final int aged;

  Durations(RuleBook book) {
    unit = book.wordClass("@unit");
    month = book.wordClass("@month");
    since = book.wordClass("@since");
    past = book.wordClass("@past");
    half = book.wordClass("@half");
    aged = book.wordClass("@aged");
  }

  /** The longest time that the text names, in days, over or not; 0 where it names none. */
  int longest(Words words) {
    int longest = 0;
    for (int i = 0; i < words.size(); i++) {
      if (words.is(i, unit)) {
        longest = Math.max(longest, days(words, i));
      }
    }
    return longest;
  }

  /** Of a number of years: somebody's age, where so many are one; -1 for what is no age. */
  int age(Words words, int i) {
    boolean years = i >= 0 && words.is(i + 1, unit) && unitDays(words.plain(i + 1)) == YEAR;
    return years && words.number(i) && words.plain(i).length() <= 2
        ? Integer.parseInt(words.plain(i))
        : -1;
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

  /** "abuelo de 70 años", but not "mas de 2 años": how old somebody is. */
  private boolean aged(Words words, int i) {
    return age(words, i - 1) >= 0
        && i > 2
        && words.plain(i - 2).equals("de")
        && words.is(i - 3, aged);
  }

  private int days(Words words, int i) {
    if (aged(words, i)) {
      return 0;
    }
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
    return NUMBERS.getOrDefault(words.sound(i), 0);
  }

  /** Days of a unit of time; 0 for hours. */
  private static int unitDays(String unit) {
    return switch (unit.charAt(0)) {
      case 's', 'w' -> 7;
      case 'm' -> 30;
      case 'a', 'y' -> YEAR;
      case 'd', 'n' -> 1;
      default -> 0;
    };
  }
}
