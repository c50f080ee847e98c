package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that a text is about: names and misspelled names, but no people, puddles and
 * saints, and not the place that the text denies.
 */
final class Places {

  private static final int NONE = 0;
  private static final int DENIED = -1;
  private static final int MOST = 4;
  private static final double EVEN = 0.5;

  private final List<PlaceName> names;
  private final PlaceContext context;
  private final Model model;
  private final int first;
  private final Lexeme place;

  Places(RuleBook book, List<PlaceName> names, Model model) {
    this.model = model;
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
      Mention mention = mentionAt(words, i);
      int score = mention == null ? NONE : score(words, mention);
      if (mention == null || score == NONE) {
        continue;
      }
      for (int k = i; k < mention.to(); k++) {
        words.read(k, place);
      }
      if (score > bestScore) {
        best = found(best, mention.name(), words.span(i, mention.to()), score);
        bestScore = score;
      } else if (score > NONE && best.section() == null && mention.name().section() != null) {
        best = found(best, mention.name(), words.span(i, mention.to()), score);
      }
      i = mention.to() - 1;
    }
    return best;
  }

  /** Every name of a place whose section is known, for learning. */
  List<Mention> mentions(Words words) {
    List<Mention> mentions = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Mention mention = mentionAt(words, i);
      if (mention != null && mention.name().section() != null) {
        mentions.add(mention);
      }
    }
    return mentions;
  }

  private @Nullable Mention mentionAt(Words words, int i) {
    PlaceName name = words.is(i, first) ? nameAt(words, i) : null;
    if (name == null) {
      return null;
    }
    int end = i + name.words().size();
    return new Mention(name, i, end, context.score(words, name, i, end));
  }

  /**
   * A place that the text denies is denied, and one that staff pinned is one, whatever was learned.
   */
  private int score(Words words, Mention mention) {
    boolean ruled =
        mention.score() == DENIED
            || mention.name().section() == null
            || mention.name().kind() == PlaceName.Kind.PINNED;
    if (ruled || !model.knows()) {
      return mention.score();
    }
    double probability = model.placeNamed(mention.clues(words));
    return probability < EVEN ? NONE : 1 + (int) (MOST * (probability - EVEN) / EVEN);
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
