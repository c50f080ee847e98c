package mx.vozrural.interpreter;

import java.util.List;

/** Codes of the plan's commitments: five letters and four digits, {@code MXCHH0003}. */
final class Commitments {

  private static final int LETTERS = 5;
  private static final int DIGITS = 4;

  private Commitments() {}

  /** The index after a code that begins at word i, else i. */
  static int code(List<String> words, int i) {
    return i + 1 < words.size() && code(words.get(i), words.get(i + 1)) ? i + 2 : i;
  }

  /** The index of the first word of a code, or -1. */
  static int find(Words words) {
    for (int i = 0; i + 1 < words.size(); i++) {
      if (words.before(i + 1) == Words.GLUED && code(words.plain(i), words.plain(i + 1))) {
        return i;
      }
    }
    return -1;
  }

  private static boolean code(String letters, String digits) {
    return letters.length() == LETTERS
        && digits.length() == DIGITS
        && !letters.equals("folio")
        && Character.isDigit(digits.charAt(0))
        && letters.startsWith("mx");
  }
}
