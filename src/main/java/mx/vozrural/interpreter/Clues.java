package mx.vozrural.interpreter;

import java.util.Arrays;

/**
 * What a {@link Model} weighs of a sentence. Each clue is a number of 64 bits made of its words, so
 * that a model holds no text; of equal clues only the first counts.
 */
final class Clues {

  /** For a clue that no single word gave. */
  static final int NO_WORD = -1;

  private static final long BASIS = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private long[] clues = new long[256];
  private int[] words = new int[256];
  private int[] slots = new int[1024];
  private int size;

  int size() {
    return size;
  }

  long clue(int i) {
    return clues[i];
  }

  /** The word that gave it, or {@link #NO_WORD}. */
  int word(int i) {
    return words[i];
  }

  long[] all() {
    return Arrays.copyOf(clues, size);
  }

  void add(int word, char kind, CharSequence... parts) {
    long clue = hash(kind, parts);
    int slot = slot(clue);
    if (slots[slot] != 0) {
      return;
    }
    if (size == clues.length) {
      grow();
      slot = slot(clue);
    }
    clues[size] = clue;
    words[size] = word;
    slots[slot] = ++size;
  }

  private int slot(long clue) {
    int mask = slots.length - 1;
    int slot = (int) clue & mask;
    while (slots[slot] != 0 && clues[slots[slot] - 1] != clue) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private void grow() {
    clues = Arrays.copyOf(clues, size * 2);
    words = Arrays.copyOf(words, size * 2);
    slots = new int[slots.length * 2];
    for (int i = 0; i < size; i++) {
      slots[slot(clues[i])] = i + 1;
    }
  }

  /** FNV-1a (RFC 9923) over the kind and the parts, each ended by a mark. */
  private static long hash(char kind, CharSequence... parts) {
    long hash = (BASIS ^ kind) * PRIME;
    for (CharSequence part : parts) {
      for (int i = 0; i < part.length(); i++) {
        hash = (hash ^ part.charAt(i)) * PRIME;
      }
      hash = (hash ^ '\u001f') * PRIME;
    }
    return hash ^ hash >>> 32;
  }
}
