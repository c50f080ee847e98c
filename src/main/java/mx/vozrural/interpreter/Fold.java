package mx.vozrural.interpreter;

import java.text.Normalizer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Characters as words are compared: lower case, without accents, pictures as the words they mean.
 */
final class Fold {

  /** What a character is to the cutting into words. */
  static final char SPACE = 0;

  static final char STOP = 1;
  static final char COMMA = 2;
  static final char DASH = 3;
  static final char HASH = 4;
  static final char MONEY = 5;
  static final char QUESTION = 6;

  /** Leaves no trace, within a word too: accents written apart, direction marks. */
  static final char NOTHING = 7;

  /** Above this a result is a letter or a digit. */
  static final char LAST_MARK = 7;

  private static final int TABLE = 0x250;
  private static final char[] FOLDED = table();

  private static final Map<Integer, String> PICTURES =
      Map.ofEntries(
          Map.entry(0x1F525, "lumbre"),
          Map.entry(0x1F198, "auxilio"),
          Map.entry(0x1F692, "bomberos"),
          Map.entry(0x1F691, "ambulancia"));

  private Fold() {}

  /** A mark, or the letter or digit that stands for a character. */
  static char of(char c) {
    if (c < TABLE) {
      return FOLDED[c];
    }
    if ((c >= 0x300 && c <= 0x36F) || (c >= 0xFE00 && c <= 0xFE0F)) {
      return NOTHING;
    }
    return beyondLatin(c);
  }

  /** The word that a picture means, or null. */
  static @Nullable String picture(int codePoint) {
    return PICTURES.get(codePoint);
  }

  /** Pictures of thanks and approval: thumbs, hands, hearts, smiling faces. */
  static boolean thanks(int p) {
    return p == 0x1F44D
        || p == 0x1F44C
        || p == 0x1F64F
        || p == 0x1F44F
        || p == 0x1F64C
        || p == 0x1F91D
        || p == 0x2705
        || p == 0x2764
        || (p >= 0x1F493 && p <= 0x1F49F)
        || (p >= 0x1F600 && p <= 0x1F60F);
  }

  /** Letters in fancy dress (bold, circled), which compatibility normalisation undresses. */
  static boolean dressed(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0xD835 || (c >= 0x2100 && c <= 0x214F) || (c >= 0x2460 && c <= 0x24FF)) {
        return true;
      }
      if ((c >= 0xFB00 && c <= 0xFB06) || (c >= 0xFF01 && c <= 0xFF5E)) {
        return true;
      }
    }
    return false;
  }

  private static char beyondLatin(char c) {
    return switch (c) {
      case '\u200B', '\u3000', '\u2028', '\u2029' -> SPACE;
      case '\u2013', '\u2014', '\u2010', '\u2011', '\u2012', '\u2212' -> DASH;
      case '\u2026' -> STOP;
      default -> {
        if (Character.getType(c) == Character.FORMAT) {
          yield NOTHING;
        }
        yield Character.isLetter(c) ? Character.toLowerCase(c) : SPACE;
      }
    };
  }

  private static char[] table() {
    char[] folded = new char[TABLE];
    for (char c = 0; c < TABLE; c++) {
      folded[c] = entry(c);
    }
    return folded;
  }

  private static char entry(char c) {
    return switch (c) {
      case '.', '!', ';', '\n', '\r', '\u00A1' -> STOP;
      case '?', '\u00BF' -> QUESTION;
      case ',', ':', '(', ')', '"', '/', '|', '*', '[', ']' -> COMMA;
      case '-', '_' -> DASH;
      case '#' -> HASH;
      case '$' -> MONEY;
      case '\'', '`', '\u00B4', '\u00AD' -> NOTHING;
      case '\u00AA', '\u00BA' -> NOTHING;
      default -> letter(c);
    };
  }

  private static char letter(char c) {
    if (!Character.isLetterOrDigit(c)) {
      return SPACE;
    }
    char base = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD).charAt(0);
    return Character.toLowerCase(base);
  }
}
