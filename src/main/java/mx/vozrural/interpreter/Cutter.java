package mx.vozrural.interpreter;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/** Cuts a text into folded words and numbers, in one pass. */
final class Cutter {

  private final String text;
  private final Words words = new Words();
  private final char[] letters;
  private int length;
  private boolean digits;
  private byte separation = Words.STOPPED;
  private byte sign;
  private boolean visible;
  private boolean question;
  private boolean thanks;

  private Cutter(String text) {
    this.text = text;
    this.letters = new char[text.length()];
  }

  static Words cut(String text) {
    String plain = Fold.dressed(text) ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
    return new Cutter(plain).run();
  }

  /** One word of a table, folded. */
  static String fold(String word) {
    Words words = cut(word);
    return words.size() == 1 ? words.plain(0) : "";
  }

  private Words run() {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        picture(text.codePointAt(i));
        i += Character.charCount(text.codePointAt(i)) - 1;
      } else if (Fold.thanks(c)) {
        picture(c);
      } else {
        character(c, i);
      }
    }
    flush();
    words.seen(visible, question, thanks);
    return words;
  }

  private void character(char c, int i) {
    char folded = Fold.of(c);
    if (folded > Fold.LAST_MARK) {
      letter(folded);
    } else if (folded != Fold.NOTHING) {
      mark(folded, i);
      visible |= !blank(c);
    }
  }

  private static boolean blank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200B'
        || Character.isISOControl(c);
  }

  private void letter(char c) {
    boolean digit = c >= '0' && c <= '9';
    if (digit != digits) {
      flush();
    }
    visible = true;
    digits = digit;
    letters[length++] = c;
  }

  private void mark(char mark, int i) {
    boolean withinNumber = digits && length > 0 && digitAt(i + 1);
    flush();
    switch (mark) {
      case Fold.STOP -> separate(stopOrDash(withinNumber, i));
      case Fold.QUESTION -> {
        question = true;
        separate(Words.STOPPED);
      }
      case Fold.COMMA -> separate(Words.COMMA);
      case Fold.DASH -> separate(Words.DASHED);
      case Fold.HASH -> sign = Words.HASH;
      case Fold.MONEY -> sign = Words.MONEY;
      default -> separate(Words.SPACED);
    }
  }

  /** The dot of 300.4129 ends no sentence, nor does a line that the screen broke. */
  private byte stopOrDash(boolean withinNumber, int i) {
    return withinNumber && text.charAt(i) == '.' ? Words.DASHED : Words.STOPPED;
  }

  private boolean digitAt(int i) {
    return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
  }

  private void separate(byte by) {
    separation = (byte) Math.max(separation, by);
  }

  private void picture(int codePoint) {
    flush();
    visible = true;
    thanks |= Fold.thanks(codePoint);
    @Nullable String word = Fold.picture(codePoint);
    if (word != null) {
      separate(Words.COMMA);
      words.add(word, separation, (byte) 0);
      separation = Words.COMMA;
    } else if (Character.isLetter(codePoint)) {
      words.add(Character.toString(Character.toLowerCase(codePoint)), separation, (byte) 0);
      separation = Words.GLUED;
    } else {
      separate(Words.SPACED);
    }
  }

  private void flush() {
    if (length == 0) {
      return;
    }
    words.add(new String(letters, 0, length), separation, sign);
    length = 0;
    separation = Words.GLUED;
    sign = 0;
  }
}
