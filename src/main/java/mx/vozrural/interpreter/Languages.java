package mx.vozrural.interpreter;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import mx.vozrural.domain.Language;

/** The language of a text, by the words that only one language has. */
final class Languages {

  private static final int SPANISH = 1;
  private static final int ENGLISH = 2;

  /** So many words of a language, and so great a part, make a text mixed. */
  private static final int FEW = 2;

  private static final double PART = 0.2;

  private final Map<String, Integer> words = words();
  private final Lexeme place;

  Languages(Lexeme place) {
    this.place = place;
  }

  /** The words that are known in either language, and in which. */
  static Map<String, Integer> words() {
    Map<String, Set<String>> lists = Tables.sections("languages.txt");
    Map<String, Integer> words = new HashMap<>();
    lists.getOrDefault("es", Set.of()).forEach(w -> note(words, w, SPANISH));
    lists.getOrDefault("en", Set.of()).forEach(w -> note(words, w, ENGLISH));
    return words;
  }

  private static void note(Map<String, Integer> words, String word, int language) {
    words.merge(Cutter.fold(word), language, (a, b) -> a | b);
  }

  /** A language and how sure it is, 0 to 1. */
  record Found(Language language, double sure) {}

  Found find(Words text) {
    int spanish = 0;
    int english = 0;
    int letters = 0;
    for (int i = 0; i < text.size(); i++) {
      if (text.number(i)) {
        continue;
      }
      letters++;
      if (text.lexeme(i) != place) {
        int language = words.getOrDefault(text.plain(i), 0);
        spanish += language == SPANISH ? 1 : 0;
        english += language == ENGLISH ? 1 : 0;
      }
    }
    return letters == 0 ? new Found(Language.UND, 1) : found(spanish, english);
  }

  private static Found found(int spanish, int english) {
    int sum = spanish + english;
    if (sum == 0) {
      return new Found(Language.ES, 0.4);
    }
    int fewer = Math.min(spanish, english);
    if (fewer >= FEW && fewer >= PART * sum) {
      return new Found(Language.MIXED, 0.8);
    }
    double sure = Math.max(spanish, english) / (double) sum;
    return new Found(english > spanish ? Language.EN : Language.ES, sure);
  }
}
