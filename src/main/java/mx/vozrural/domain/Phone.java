package mx.vozrural.domain;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who a text comes from or goes to.
 *
 * @param value E.164 for a telephone ({@code +526141234567}), else the sender as it came
 */
public record Phone(String value, Kind kind) {

  private static final String MEXICO = "MX";
  private static final String MEXICO_PREFIX = "+52";
  private static final int MEXICO_CODE = 52;
  private static final int LONGEST_NAME = 64;

  /** Control and invisible characters, halves of surrogate pairs. */
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}]");

  /** What people put between digits; a text with letters is a name, even where digits follow. */
  private static final Pattern PUNCTUATION = Pattern.compile("[\\s\\p{Z}\\p{Pd}().,/]");

  private static final Pattern SHORT = Pattern.compile("\\d{3,8}");
  private static final Pattern TELEPHONE = Pattern.compile("\\+?\\d{9,20}");

  /**
   * Ten national digits with or without a prefix. Until 2019 (IFT, Plan Técnico Fundamental de
   * Numeración) 1 stood before a mobile number from abroad, 01, 044 and 045 before one from within:
   * handsets and people still use them.
   */
  private static final Pattern MEXICAN =
      Pattern.compile("(?:\\+|00)?521?(\\d{10})|(?:01|04[45])?([2-9]\\d{9})");

  /** What can be done with it. */
  public enum Kind {
    /** A number that can be texted. */
    NUMBER,
    /** Digits too few for a telephone: a service. */
    SHORT_CODE,
    /** Anything else: an alphanumeric sender, a garbled number. */
    NAME
  }

  /**
   * Any sender that Twilio may name, the old Mexican form +521… and ten national digits included.
   * Numbers without a country code are Mexican. A number counts as one if its length is possible:
   * number plans grow, and whether it exists is the network's to say. Never fails.
   */
  public static Phone of(String raw) {
    if (isMexicanE164(raw)) {
      return new Phone(raw, Kind.NUMBER);
    }
    String visible = INVISIBLE.matcher(raw).replaceAll("");
    String digits = PUNCTUATION.matcher(visible).replaceAll("");
    if (SHORT.matcher(digits).matches()) {
      return new Phone(digits, Kind.SHORT_CODE);
    }
    return number(digits).orElseGet(() -> new Phone(shortened(visible), Kind.NAME));
  }

  /** Almost every sender; spares the start the loading of the world's number plans. */
  private static boolean isMexicanE164(String raw) {
    if (raw.length() != 13 || !raw.startsWith(MEXICO_PREFIX)) {
      return false;
    }
    for (int i = 3; i < 13; i++) {
      if (raw.charAt(i) < '0' || raw.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  private static Optional<Phone> number(String digits) {
    if (!TELEPHONE.matcher(digits).matches()) {
      return Optional.empty();
    }
    Matcher mexican = MEXICAN.matcher(digits);
    Optional<String> e164 =
        mexican.matches()
            ? Optional.of(
                MEXICO_PREFIX + (mexican.group(1) == null ? mexican.group(2) : mexican.group(1)))
            : foreign(digits);
    return e164.map(value -> new Phone(value, Kind.NUMBER));
  }

  /** Mexican numbers of a right length don't come here, so what is read as one is garbled. */
  private static Optional<String> foreign(String digits) {
    PhoneNumberUtil plans = PhoneNumberUtil.getInstance();
    try {
      PhoneNumber number = plans.parse(digits, MEXICO);
      boolean possible = plans.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
      return possible && number.getCountryCode() != MEXICO_CODE
          ? Optional.of(plans.format(number, PhoneNumberFormat.E164))
          : Optional.empty();
    } catch (NumberParseException e) {
      return Optional.empty();
    }
  }

  private static String shortened(String name) {
    int end = Math.min(name.length(), LONGEST_NAME);
    boolean splitsPair = end < name.length() && Character.isLowSurrogate(name.charAt(end));
    return name.substring(0, splitsPair ? end - 1 : end);
  }

  /** For people to see: the last two digits only. Never the whole number in a log. */
  public String masked() {
    return "••" + value.substring(Math.max(0, value.length() - 2));
  }

  @Override
  public String toString() {
    return "Phone[" + masked() + "]";
  }
}
