package mx.vozrural.domain;

/**
 * The check digit that catches every single wrong digit and every swap of two neighbours: the
 * totally anti-symmetric quasigroup of order 10 in H. Michael Damm, "Total anti-symmetrische
 * Quasigruppen" (Philipps-Universität Marburg, 2004).
 */
public final class Damm {

  /** Row: what the digits before came to; column: the next digit. */
  private static final String[] QUASIGROUP = {
    "0317598642",
    "7092154863",
    "4206871359",
    "1750983426",
    "6123045978",
    "3674209581",
    "5869720134",
    "8945362017",
    "9438617205",
    "2581436790",
  };

  private Damm() {}

  /** The digit, '0' to '9', that goes behind these. */
  public static char checkDigit(CharSequence digits) {
    return (char) ('0' + total(digits));
  }

  /** Whether the last of these digits is the check digit of those before. */
  public static boolean holds(CharSequence digits) {
    return total(digits) == 0;
  }

  private static int total(CharSequence digits) {
    int total = 0;
    for (int i = 0; i < digits.length(); i++) {
      total = QUASIGROUP[total].charAt(digits.charAt(i) - '0') - '0';
    }
    return total;
  }
}
