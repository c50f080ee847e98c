package mx.vozrural.learning;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/** Ways of typing the same: each keeps what a text says. */
enum Slips {
  CAPITALS,
  SMALL_LETTERS,
  ANY_CASE,
  WITHOUT_ACCENTS,
  ACCENTS_APART,
  MORE_ACCENTS,
  WITHOUT_END,
  ENDED,
  ENDED_LOUDLY,
  /** One letter twice, but for what twice is another letter (ll, rr) or word (x). */
  A_LETTER_TWICE;

  private static final String VOWELS = "aeiou";
  private static final String ACCENTED = "áéíóú";
  private static final String END = "[\\s.,;:!¡…]+$";

  /** The same text, typed so. */
  String type(String text, SplittableRandom random) {
    return switch (this) {
      case CAPITALS -> text.toUpperCase(Locale.ROOT);
      case SMALL_LETTERS -> text.toLowerCase(Locale.ROOT);
      case ANY_CASE -> anyCase(text, random);
      case WITHOUT_ACCENTS -> apart(text).replaceAll("\\p{M}", "");
      case ACCENTS_APART -> apart(text);
      case MORE_ACCENTS -> accented(text, random);
      case WITHOUT_END -> ended(text, "");
      case ENDED -> ended(text, ".");
      case ENDED_LOUDLY -> ended(text, " ...!!!");
      case A_LETTER_TWICE -> letterTwice(text, random);
    };
  }

  private static String apart(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }

  /** "..." is no text without its end, nor is nothing with one. */
  private static String ended(String text, String end) {
    String bare = text.replaceFirst(END, "");
    boolean nothing = bare.replaceAll("[\\s\\p{Z}\\p{Cf}]", "").isEmpty();
    return nothing ? text : bare + end;
  }

  private static String anyCase(String text, SplittableRandom random) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      typed.append(random.nextBoolean() ? Character.toUpperCase(c) : Character.toLowerCase(c));
    }
    return typed.toString();
  }

  private static String accented(String text, SplittableRandom random) {
    StringBuilder typed = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      int vowel = VOWELS.indexOf(c);
      typed.append(vowel >= 0 && random.nextInt(3) == 0 ? ACCENTED.charAt(vowel) : c);
    }
    return typed.toString();
  }

  private static String letterTwice(String text, SplittableRandom random) {
    List<Integer> places = new ArrayList<>();
    for (int i = 0; i < text.length(); i++) {
      boolean alone = !letter(text, i - 1) && !letter(text, i + 1);
      if (letter(text, i) && !alone && !another(text, i)) {
        places.add(i);
      }
    }
    if (places.isEmpty()) {
      return text;
    }
    int at = places.get(random.nextInt(places.size()));
    return text.substring(0, at) + text.charAt(at) + text.substring(at);
  }

  private static boolean another(String text, int i) {
    boolean first = !letter(text, i - 1) || vowel(text, i - 1);
    return "lr".indexOf(lower(text, i)) >= 0 && first && vowel(text, i + 1);
  }

  private static boolean letter(String text, int i) {
    return Character.isLetter(lower(text, i));
  }

  private static boolean vowel(String text, int i) {
    return VOWELS.indexOf(lower(text, i)) >= 0;
  }

  /** Without its accent; a blank beyond the ends. */
  private static char lower(String text, int i) {
    if (i < 0 || i >= text.length()) {
      return ' ';
    }
    return Character.toLowerCase(apart(text.substring(i, i + 1)).charAt(0));
  }
}
