package mx.vozrural.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a report: digits, the last one a check digit (Damm), never 0 first, seven digits or
 * more.
 */
public record Folio(String digits) {

  /** Digits of the first and shortest folios. */
  public static final int SHORTEST = 7;

  /** Digits of the longest: some two thousand million reports away. */
  public static final int LONGEST = 12;

  private static final Pattern SEPARATORS = Pattern.compile("[\\s\\p{Z}.\\p{Pd}\u2212]+");

  /** Why what was typed can't be a folio, so that a page can say what to look at. */
  public enum Flaw {
    /** Something other than digits in it, or nothing at all. */
    NOT_DIGITS,
    TOO_SHORT,
    TOO_LONG,
    /** The length is right, the digits aren't: one is wrong or two are swapped. */
    WRONG_DIGIT
  }

  /**
   * @throws IllegalArgumentException where the digits can't be one; {@link #parse} asks first
   */
  public Folio {
    flawOf(digits)
        .ifPresent(flaw -> {
          throw new IllegalArgumentException("No folio: " + flaw);
        });
  }

  /**
   * A folio typed by a person: spaces, dots and dashes are passed over; empty where it can't be
   * one.
   */
  public static Optional<Folio> parse(String typed) {
    String digits = withoutSeparators(typed);
    return flawOf(digits).isPresent() ? Optional.empty() : Optional.of(new Folio(digits));
  }

  /** What is wrong with a folio typed by a person; empty where {@link #parse} takes it. */
  public static Optional<Flaw> flaw(String typed) {
    return flawOf(withoutSeparators(typed));
  }

  private static String withoutSeparators(String typed) {
    return SEPARATORS.matcher(typed).replaceAll("");
  }

  private static Optional<Flaw> flawOf(String digits) {
    if (digits.isEmpty() || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Optional.of(Flaw.NOT_DIGITS);
    }
    if (digits.length() < SHORTEST) {
      return Optional.of(Flaw.TOO_SHORT);
    }
    if (digits.length() > LONGEST) {
      return Optional.of(Flaw.TOO_LONG);
    }
    boolean right = digits.charAt(0) != '0' && Damm.holds(digits);
    return right ? Optional.empty() : Optional.of(Flaw.WRONG_DIGIT);
  }
}
