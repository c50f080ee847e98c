package mx.vozrural.dialogue;

import java.util.regex.Pattern;

/**
 * "Desde hace 5 dias" in answer to since when: three days or more without drinking water are
 * urgent. Only what the words say by themselves counts; "desde el lunes" is left to a person.
 */
final class LongOutage {

  private static final String SOME =
      "(?:[3-9]|[1-9]\\d|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|quince|three|four|five|six|"
          + "seven|eight|nine|ten)";
  private static final Pattern DAYS = Pattern.compile("\\b" + SOME + " (?:d[ií]as|days)\\b");
  private static final Pattern WEEKS =
      Pattern.compile(
          "(?<!\\besta |\\bfin de |\\bfin d |\\bthis )\\b(?:semanas?|meses|mes|weeks?|months?)\\b");

  private LongOutage() {}

  static boolean of(Turn turn, String folio) {
    boolean water =
        turn.own(folio).stream()
            .flatMap(report -> report.categories().stream())
            .anyMatch(code -> turn.base(code).equals("AGUA"));
    String words = turn.reading().content();
    return water && (DAYS.matcher(words).find() || WEEKS.matcher(words).find());
  }
}
