package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Collects words, whole or by their beginning, with the classes that they belong to. */
final class LexiconBuilder {

  private final List<int[]> children = new ArrayList<>();
  private final List<BitSet> exact = new ArrayList<>();
  private final List<BitSet> starts = new ArrayList<>();
  private final BitSet isWord = new BitSet();
  private final Map<String, Integer> guessable = new LinkedHashMap<>();
  private final BitSet numbers = new BitSet();
  private final Map<BitSet, Lexeme> lexemes = new HashMap<>();
  private final int longs;
  private final Lexeme unknown;

  LexiconBuilder(int classes) {
    longs = (classes >>> 6) + 1;
    unknown = new Lexeme(new long[longs], false);
    node();
  }

  /** A word by its sound. */
  void add(String sound, int wordClass) {
    exact.get(known(sound)).set(wordClass);
  }

  /** The plural of a word: known, but no other word is taken for it. */
  void addPlural(String sound, int wordClass) {
    exact.get(path(sound)).set(wordClass);
  }

  /** A word that belongs to no class: not to be taken for another. */
  int known(String sound) {
    int node = path(sound);
    isWord.set(node);
    guessable.put(sound, node);
    return node;
  }

  /** Every word that begins with a sound. */
  void addBeginning(String sound, int wordClass) {
    starts.get(path(sound)).set(wordClass);
    for (String ending : List.of("a", "o", "as", "os")) {
      guessable.put(sound + ending, path(sound));
    }
  }

  /** Numbers in digits are of the class. */
  void addNumber(int wordClass) {
    numbers.set(wordClass);
  }

  /** A lexeme for what stands for several words: a place, a folio. */
  Lexeme special(BitSet classes) {
    return lexeme(classes);
  }

  Lexicon build() {
    int nodes = children.size();
    Lexeme[] whole = new Lexeme[nodes];
    Lexeme[] beginning = new Lexeme[nodes];
    int[] flat = new int[nodes * Lexicon.LETTERS];
    spread(0, new BitSet(), whole, beginning, flat);
    return new Lexicon(flat, whole, beginning, guesses(whole), lexeme(numbers));
  }

  private void spread(int node, BitSet above, Lexeme[] whole, Lexeme[] beginning, int[] flat) {
    BitSet begun = with(above, starts.get(node));
    beginning[node] = begun.isEmpty() ? unknown : lexeme(begun);
    BitSet all = with(begun, exact.get(node));
    whole[node] = all.isEmpty() && !isWord.get(node) ? unknown : lexeme(all);
    int[] below = children.get(node);
    System.arraycopy(below, 0, flat, node * Lexicon.LETTERS, Lexicon.LETTERS);
    for (int child : below) {
      if (child != 0) {
        spread(child, begun, whole, beginning, flat);
      }
    }
  }

  private Map<String, Lexeme> guesses(Lexeme[] whole) {
    Map<String, Lexeme> guesses = new HashMap<>();
    guessable.forEach((sound, node) -> {
      if (sound.length() >= Lexicon.SHORTEST_GUESS) {
        guesses.put(sound, whole[node]);
        for (int skip = 1; skip < sound.length(); skip++) {
          guesses.putIfAbsent(sound.substring(0, skip) + sound.substring(skip + 1), whole[node]);
        }
      }
    });
    return guesses;
  }

  private Lexeme lexeme(BitSet classes) {
    return lexemes.computeIfAbsent(
        (BitSet) classes.clone(), c -> new Lexeme(Arrays.copyOf(c.toLongArray(), longs), true));
  }

  private static BitSet with(BitSet some, BitSet others) {
    BitSet all = (BitSet) some.clone();
    all.or(others);
    return all;
  }

  private int path(String sound) {
    int node = 0;
    for (int i = 0; i < sound.length(); i++) {
      int letter = sound.charAt(i) - 'a';
      if (letter < 0 || letter >= Lexicon.LETTERS) {
        throw new IllegalArgumentException("A table's word has no sound: " + sound);
      }
      int child = children.get(node)[letter];
      if (child == 0) {
        child = node();
        children.get(node)[letter] = child;
      }
      node = child;
    }
    return node;
  }

  private int node() {
    children.add(new int[Lexicon.LETTERS]);
    exact.add(new BitSet());
    starts.add(new BitSet());
    return children.size() - 1;
  }
}
