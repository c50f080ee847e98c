package mx.vozrural.interpreter;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * From the sound of a word to its lexeme: a tree of letters, so that a look-up costs the word's
 * length, beginnings of words included. A long unknown word is taken for the known one that differs
 * in one letter. Built by {@link LexiconBuilder}.
 */
final class Lexicon {

  /** Letters that a sound is made of; a word with any other is unknown. */
  static final int LETTERS = 26;

  /** Shorter words have too many neighbours to guess. */
  static final int SHORTEST_GUESS = 7;

  /** A longer word is no misspelling. */
  private static final int LONGEST_GUESS = 20;

  private final int[] children;
  private final Lexeme[] whole;
  private final Lexeme[] beginning;
  private final Map<String, Lexeme> guesses;
  private final Lexeme number;

  Lexicon(
      int[] children,
      Lexeme[] whole,
      Lexeme[] beginning,
      Map<String, Lexeme> guesses,
      Lexeme number) {
    this.children = children;
    this.whole = whole;
    this.beginning = beginning;
    this.guesses = guesses;
    this.number = number;
  }

  Lexeme number() {
    return number;
  }

  /** 911, which the tables write as a word. */
  Lexeme emergency() {
    char[] sound = Sound.of("emergencyline").toCharArray();
    return walk(sound, sound.length);
  }

  Lexeme find(char[] sound, int length) {
    Lexeme found = walk(sound, length);
    if (found.known() || length < SHORTEST_GUESS || length > LONGEST_GUESS) {
      return found;
    }
    return guess(sound, length, found);
  }

  /** Every lexeme, each once. */
  Set<Lexeme> lexemes() {
    Set<Lexeme> all = new HashSet<>(List.of(whole));
    all.addAll(List.of(beginning));
    return all;
  }

  private Lexeme walk(char[] sound, int length) {
    int node = 0;
    for (int i = 0; i < length; i++) {
      int letter = sound[i] - 'a';
      int child = letter >= 0 && letter < LETTERS ? children[node * LETTERS + letter] : 0;
      if (child == 0) {
        return beginning[node];
      }
      node = child;
    }
    return whole[node];
  }

  /** One letter wrong, missing, too many, or two exchanged: both words share a shortened form. */
  private Lexeme guess(char[] sound, int length, Lexeme otherwise) {
    Lexeme found = guesses.get(new String(sound, 0, length));
    char[] shorter = new char[length - 1];
    for (int skip = 1; found == null && skip < length; skip++) {
      System.arraycopy(sound, 0, shorter, 0, skip);
      System.arraycopy(sound, skip + 1, shorter, skip, length - skip - 1);
      found = guesses.get(new String(shorter));
    }
    return found == null ? otherwise : found;
  }
}
