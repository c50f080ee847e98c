package mx.vozrural.interpreter;

import java.util.Arrays;

/**
 * A run of word classes to be found in a text.
 *
 * @param signal what it tells: an index of {@link RuleBook}
 * @param scope whether it says how other words are to be read, instead of telling something itself
 * @param weight how much
 * @param classes the word classes in order
 * @param gaps how many other words may stand before each, within the sentence
 * @param notAfter for each a class that must not stand among the three words after it, or -1
 * @param notBefore a class that must not stand among the two words before, or -1
 * @param first whether it must begin the text
 * @param last whether it must end the text
 */
record Phrase(
    int signal,
    boolean scope,
    int weight,
    int[] classes,
    int[] gaps,
    int[] notAfter,
    int notBefore,
    boolean first,
    boolean last) {

  private static final int NEAR_BEFORE = 2;
  private static final int NEAR_AFTER = 3;

  /** Words one after the other. */
  static Phrase plain(int signal, int weight, int[] classes) {
    int[] none = new int[classes.length];
    Arrays.fill(none, -1);
    int[] gaps = new int[classes.length];
    return new Phrase(signal, false, weight, classes, gaps, none, -1, false, false);
  }

  /** The index after the phrase's last word where the phrase stands at {@code start}, or -1. */
  int end(Words words, int start) {
    if ((first && start > 0) || stands(notBefore, words, start) || follows(words, 0, start)) {
      return -1;
    }
    return rest(words, 1, start + 1);
  }

  /** Tries the nearest word for each class first; gaps are few and short, so this stays cheap. */
  private int rest(Words words, int element, int from) {
    if (element == classes.length) {
      return last && from < words.size() ? -1 : from;
    }
    int until = Math.min(words.size(), from + gaps[element] + 1);
    for (int i = from; i < until && words.before(i) != Words.STOPPED; i++) {
      if (words.lexeme(i).is(classes[element]) && !follows(words, element, i)) {
        int end = rest(words, element + 1, i + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  private boolean follows(Words words, int element, int at) {
    if (notAfter[element] < 0) {
      return false;
    }
    int until = Math.min(words.size(), at + 1 + NEAR_AFTER);
    for (int i = at + 1; i < until && words.before(i) != Words.STOPPED; i++) {
      if (words.lexeme(i).is(notAfter[element])) {
        return true;
      }
    }
    return false;
  }

  private static boolean stands(int unwanted, Words words, int before) {
    if (unwanted < 0) {
      return false;
    }
    int until = Math.max(0, before - NEAR_BEFORE);
    for (int i = before; i > until && words.before(i) != Words.STOPPED; i--) {
      if (words.lexeme(i - 1).is(unwanted)) {
        return true;
      }
    }
    return false;
  }
}
