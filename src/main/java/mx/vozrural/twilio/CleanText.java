package mx.vozrural.twilio;

import java.util.regex.Pattern;

/**
 * A resident's words without what no person typed and PostgreSQL or XML refuse. Line breaks and
 * tabs part words, so they become spaces; other control characters (the NUL among them) and halves
 * of surrogate pairs go.
 */
final class CleanText {
  private static final Pattern SUSPECT = Pattern.compile("[\\p{Cc}\\p{Cs}\\u2028\\u2029]");
  private static final Pattern BREAK =
      Pattern.compile("\\r\\n|[\\t\\n\\u000b\\f\\r\\u0085\\u2028\\u2029]");
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}\\p{Cs}]");

  private CleanText() {}

  static String of(String raw) {
    return SUSPECT.matcher(raw).find()
        ? UNSEEN.matcher(BREAK.matcher(raw).replaceAll(" ")).replaceAll("")
        : raw;
  }
}
