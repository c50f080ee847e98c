package mx.vozrural.interpreter;

import java.util.List;

/** A run of word classes to be found in a text. */
final class Phrase {

  private static final int NEAR_BEFORE = 3;
  private static final int NEAR_AFTER = 3;

  private final int signal;
  private final boolean scope;
  private final int weight;
  private final Element[] elements;
  private final int notBefore;
  private final boolean first;
  private final boolean last;

  /**
   * A word of a phrase.
   *
   * @param wordClass what the word must be
   * @param gap how many other words may stand before it, within the sentence
   * @param notAfter a class that must not stand among the three words after it, or -1
   */
  record Element(int wordClass, int gap, int notAfter) {}

  /**
   * Where a phrase may stand.
   *
   * @param notBefore a class that must not stand among the three words before, or -1
   * @param first whether it must begin the text
   * @param last whether it must end the text
   */
  record Bounds(int notBefore, boolean first, boolean last) {
    static final Bounds NONE = new Bounds(-1, false, false);
  }

  /**
   * @param signal what it tells: an index of {@link RuleBook}
   * @param scope whether it says how other words are to be read, instead of telling something
   * @param weight how much
   */
  Phrase(int signal, boolean scope, int weight, List<Element> elements, Bounds bounds) {
    this.signal = signal;
    this.scope = scope;
    this.weight = weight;
    this.elements = elements.toArray(Element[]::new);
    this.notBefore = bounds.notBefore();
    this.first = bounds.first();
    this.last = bounds.last();
  }

  int signal() {
    return signal;
  }

  boolean scope() {
    return scope;
  }

  int weight() {
    return weight;
  }

  /** The class of the word that it begins with. */
  int beginning() {
    return elements[0].wordClass();
  }

  /** Whether it has no other word. */
  boolean single() {
    return elements.length == 1;
  }

  /** The index after the phrase's last word where the phrase stands at {@code start}, or -1. */
  int end(Words words, int start) {
    boolean within = first && start > 0;
    if (within || stands(notBefore, words, start) || follows(words, 0, start)) {
      return -1;
    }
    return rest(words, 1, start + 1);
  }

  /** Tries the nearest word for each class first; gaps are few and short, so this stays cheap. */
  private int rest(Words words, int element, int from) {
    if (element == elements.length) {
      return last && from < words.size() ? -1 : from;
    }
    int until = Math.min(words.size(), from + elements[element].gap() + 1);
    for (int i = from; i < until && words.before(i) != Words.STOPPED; i++) {
      if (words.lexeme(i).is(elements[element].wordClass()) && !follows(words, element, i)) {
        int end = rest(words, element + 1, i + 1);
        if (end >= 0) {
          return end;
        }
      }
    }
    return -1;
  }

  private boolean follows(Words words, int element, int at) {
    int unwanted = elements[element].notAfter();
    if (unwanted < 0) {
      return false;
    }
    int until = Math.min(words.size(), at + 1 + NEAR_AFTER);
    for (int i = at + 1; i < until && words.before(i) != Words.STOPPED; i++) {
      if (words.lexeme(i).is(unwanted)) {
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
