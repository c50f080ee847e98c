package mx.vozrural.interpreter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a text is about: names and misspelled names, but no people, puddles and
 * saints, and not the place that the text denies.
 */
final class Places {

  private static final int NONE = 0;
  private static final int DENIED = -1;

  private final List<PlaceName> names;
  private final PlaceContext context;
  private final int first;
  private final Lexeme place;

  Places(RuleBook book, List<PlaceName> names) {
    this.names = names;
    this.context = new PlaceContext(book);
    this.first = names.isEmpty() ? -1 : book.wordClass(PlaceNames.FIRST);
    this.place = book.place();
  }

  /**
   * The place of a text.
   *
   * @param section null where none was named or its section isn't verified
   * @param community null where none was named
   * @param words the words that name it; empty where none do
   * @param sure 0 to 1
   */
  record Found(@Nullable String section, @Nullable Integer community, String words, double sure) {

    static final Found NOWHERE = new Found(null, null, "", 0);

    boolean named() {
      return !words.isEmpty();
    }
  }

  /** Finds the place and has the words of every place named read as such. */
  Found find(Words words) {
    Found best = Found.NOWHERE;
    int bestScore = NONE;
    for (int i = 0; i < words.size(); i++) {
      PlaceName name = words.is(i, first) ? nameAt(words, i) : null;
      if (name == null) {
        continue;
      }
      int end = i + name.words().size();
      int score = context.score(words, name, i, end);
      if (score == NONE) {
        continue;
      }
      for (int k = i; k < end; k++) {
        words.read(k, place);
      }
      if (score > bestScore) {
        best = found(best, name, words.span(i, end), score);
        bestScore = score;
      } else if (score > NONE && best.section() == null && name.section() != null) {
        best = found(best, name, words.span(i, end), score);
      }
      i = end - 1;
    }
    return best;
  }

  /** A verified section wins over a place without one. */
  private static Found found(Found before, PlaceName name, String words, int score) {
    if (name.section() == null && before.section() != null) {
      return before;
    }
    return new Found(name.section(), name.community(), words, Math.min(1, 0.5 + 0.1 * score));
  }

  private @Nullable PlaceName nameAt(Words words, int i) {
    for (PlaceName name : names) {
      if (name.end(words, i) >= 0) {
        return name;
      }
    }
    return null;
  }

  /** Whether a score means that the text denies the place. */
  static int denied() {
    return DENIED;
  }
}
