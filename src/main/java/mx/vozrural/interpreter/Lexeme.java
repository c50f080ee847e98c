package mx.vozrural.interpreter;

import java.util.BitSet;
import java.util.stream.IntStream;

/** What the tables know of a word: the classes that it belongs to and the phrases it begins. */
final class Lexeme {

  private static final Phrase[] NONE = {};

  private final long[] classes;
  private final boolean known;
  private Phrase[] scopes = NONE;
  private Phrase[] signals = NONE;

  Lexeme(long[] classes, boolean known) {
    this.classes = classes;
    this.known = known;
  }

  boolean is(int wordClass) {
    return wordClass >= 0 && (classes[wordClass >>> 6] >>> wordClass & 1) != 0;
  }

  IntStream classes() {
    return BitSet.valueOf(classes).stream();
  }

  /** Whether any table names the word; an unknown one may be misspelled. */
  boolean known() {
    return known;
  }

  /** Phrases that say how the words around them are to be read, and that may begin here. */
  Phrase[] scopes() {
    return scopes;
  }

  /** Phrases that tell something, and that may begin here. */
  Phrase[] signals() {
    return signals;
  }

  /** Once, while the lexicon is built. */
  void begin(Phrase[] ofScopes, Phrase[] ofSignals) {
    scopes = ofScopes;
    signals = ofSignals;
  }
}
