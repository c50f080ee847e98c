package mx.vozrural.sms;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * How easily a text reads, 0 to 100 and beyond; more is easier. Both formulas weigh syllables a
 * word and words a sentence, and a sentence ends at a full stop, question or exclamation mark,
 * semicolon or colon, as Flesch counted "units of thought". Numbers and variables count for
 * nothing.
 *
 * <p>Spanish: 206.835 - 62.3 syllables/words - words/sentences (F. Szigriszt Pazos, "Sistemas
 * predictivos de legibilidad del mensaje escrito", Madrid 1993); from 65 on it is "bastante fácil"
 * (I. Barrio-Cantalejo and others, "Validación de la Escala INFLESZ", Anales del Sistema Sanitario
 * de Navarra 31/2, 2008).
 *
 * <p>English: 206.835 - 84.6 syllables/words - 1.015 words/sentences (R. Flesch, "A new readability
 * yardstick", Journal of Applied Psychology 32, 1948); from 60 on it is plain English.
 */
enum Readability {
  SPANISH("Szigriszt-Pazos", 65, 62.3, 1.0) {
    @Override
    int syllables(String word) {
      return spanish(word);
    }
  },
  ENGLISH("Flesch", 60, 84.6, 1.015) {
    @Override
    int syllables(String word) {
      return english(word);
    }
  };

  /** Of fewer words a formula made for pages says nothing. */
  static final int FEWEST_WORDS = 8;

  private static final double BEST = 206.835;
  private static final Pattern WORD =
      Pattern.compile("(?<![\\p{L}\\p{N}])\\p{L}+(?:['’]\\p{L}+)?(?![\\p{L}\\p{N}])");
  private static final Pattern SENTENCE_END = Pattern.compile("[.?!:;]+");
  private static final Pattern ENGLISH_VOWELS = Pattern.compile("[aeiouy]+");
  private static final Pattern SILENT = Pattern.compile(".*(?:[^aeiouyl]e|[aeiouy]le|[^td]ed)");
  private static final String STRONG = "aeoáéóíú";
  private static final String WEAK = "iuü";

  private final String scale;
  private final int least;
  private final double ofSyllables;
  private final double ofWords;

  Readability(String scale, int least, double ofSyllables, double ofWords) {
    this.scale = scale;
    this.least = least;
    this.ofSyllables = ofSyllables;
    this.ofWords = ofWords;
  }

  /** By the code of a language that we have a formula for. */
  static Optional<Readability> of(String language) {
    return switch (language) {
      case "es" -> Optional.of(SPANISH);
      case "en" -> Optional.of(ENGLISH);
      default -> Optional.empty();
    };
  }

  String scale() {
    return scale;
  }

  /** What a text to residents has to reach. */
  int least() {
    return least;
  }

  abstract int syllables(String word);

  /** Empty for a text of too few words. */
  OptionalDouble score(String text) {
    List<String> words = words(text).stream().map(MatchResult::group).toList();
    if (words.size() < FEWEST_WORDS) {
      return OptionalDouble.empty();
    }
    double count = words.size();
    int syllables = words.stream().mapToInt(this::syllables).sum();
    return OptionalDouble.of(
        BEST - ofSyllables * syllables / count - ofWords * count / sentences(text));
  }

  /** The word that makes it hard, the first of several. */
  Optional<MatchResult> heaviest(String text) {
    return words(text).stream()
        .max(Comparator.comparingInt(word -> syllables(word.group())))
        .flatMap(most ->
            words(text).stream()
                .filter(word -> syllables(word.group()) == syllables(most.group()))
                .findFirst());
  }

  /** Variables are blanked out, so that places stay where they are. */
  private static List<MatchResult> words(String text) {
    String plain =
        Template.VARIABLE.matcher(text).replaceAll(found -> " ".repeat(found.group().length()));
    return WORD.matcher(plain).results().toList();
  }

  private static long sentences(String text) {
    return Arrays.stream(SENTENCE_END.split(text, -1))
        .filter(sentence -> !words(sentence).isEmpty())
        .count();
  }

  /**
   * A vowel begins a syllable, unless it stands beside another and either is weak (i, u without an
   * accent): "agua" and "día" have two, "aérea" has four. The silent u of "que" is weak too.
   */
  private static int spanish(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int syllables = 0;
    char before = ' ';
    for (int i = 0; i < lower.length(); i++) {
      char letter = lower.charAt(i) == 'y' && i == lower.length() - 1 ? 'i' : lower.charAt(i);
      boolean strong = STRONG.indexOf(letter) >= 0;
      boolean weak = WEAK.indexOf(letter) >= 0;
      boolean besideStrong = STRONG.indexOf(before) >= 0;
      boolean besideWeak = WEAK.indexOf(before) >= 0;
      if (strong ? !besideWeak || hiatus(letter, before) : weak && !besideStrong && !besideWeak) {
        syllables++;
      }
      before = letter;
    }
    return Math.max(1, syllables);
  }

  /** An accent on i or u parts it from its neighbour, but for the silent u of "guía". */
  private static boolean hiatus(char letter, char before) {
    return (letter == 'í' || letter == 'ú') && before != 'u';
  }

  /** A run of vowels is a syllable; a silent e ("place", "opened") is none, that of "table" is. */
  private static int english(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    int runs = (int) ENGLISH_VOWELS.matcher(lower).results().count();
    return Math.max(1, SILENT.matcher(lower).matches() ? runs - 1 : runs);
  }
}
