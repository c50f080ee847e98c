package mx.vozrural.interpreter;

import java.util.List;

/**
 * What was learned from labelled texts: for each clue, how much it speaks for and against each
 * outcome. A logistic regression for every intent, for every category as the primary need and as a
 * further one, for urgency and for danger to life. Holds no word of any text.
 */
public final class Model {

  /** Has learned nothing: the tables alone decide. */
  public static final Model NONE =
      new Model(
          new Learned(
              "none",
              List.of(),
              List.of(),
              new long[0],
              new int[] {0},
              new short[0],
              new float[0],
              new float[0],
              new Bars(1, 1, 1, 1),
              List.of()));

  /** In place of the row of a clue that was never learned. */
  private static final int UNKNOWN = -1;

  /** Of a slot, the bits that hold the clue's row and one; the rest are the clue's own. */
  private static final long ROW = 0xFFFFFF;

  /**
   * Of an entry, the bits that hold its column, whether it is the last of its row, and its weight:
   * what is added up lies together in memory, where each clue's row is somewhere else.
   */
  private static final int COLUMN = 0x3F;

  private static final int LAST = 0x40;
  private static final int WEIGHT = ~(COLUMN | LAST);

  /** So many bits a clue say of most that were never learned that they weren't. */
  private static final int BITS_A_CLUE = 8;

  private final Learned learned;
  private final int[] entries;
  private final long[] slots;
  private final long[] present;

  /**
   * A model as it is kept.
   *
   * @param version names it on every reading
   * @param intents codes of the intents; their columns come first
   * @param bases base categories; a column each as the primary need, then a column each as a
   *     further one; then urgency, danger to life, and whether a name stands for a place
   * @param clues in any order
   * @param starts clue i has the entries {@code starts[i]} to {@code starts[i + 1]}
   * @param columns of the entries
   * @param weights of the entries
   * @param bias of each column
   * @param calibrations for intent, categories and urgency: how often such a score was right
   */
  public record Learned(
      String version,
      List<String> intents,
      List<String> bases,
      long[] clues,
      int[] starts,
      short[] columns,
      float[] weights,
      float[] bias,
      Bars bars,
      List<Calibration> calibrations) {}

  /**
   * From which probability on something is said.
   *
   * @param primary a category where the intent doesn't demand one
   * @param further a second category
   */
  public record Bars(double primary, double further, double urgent, double life) {}

  /**
   * @throws IllegalArgumentException for more columns or entries than there are bits for
   */
  public Model(Learned learned) {
    this.learned = learned;
    entries = new int[learned.columns().length];
    if (learned.bias().length > COLUMN + 1 || entries.length >= ROW) {
      throw new IllegalArgumentException("too large a model");
    }
    int least = Integer.highestOneBit(Math.max(learned.clues().length, 1));
    slots = new long[least * 4];
    present = new long[Math.max(1, least * 2 * BITS_A_CLUE / Long.SIZE)];
    for (int i = 0; i < learned.clues().length; i++) {
      long clue = learned.clues()[i];
      int from = learned.starts()[i];
      int to = learned.starts()[i + 1];
      if (to > from) {
        slots[slot(clue)] = (clue & ~ROW) | (from + 1);
        present[word(clue)] |= 1L << (clue >>> 40);
        fill(from, to);
      }
    }
  }

  private void fill(int from, int to) {
    for (int k = from; k < to; k++) {
      int weight = Float.floatToRawIntBits(learned.weights()[k]) & WEIGHT;
      entries[k] = weight | learned.columns()[k];
    }
    entries[to - 1] |= LAST;
  }

  public String version() {
    return learned.version();
  }

  public Learned learned() {
    return learned;
  }

  boolean knows() {
    return !learned.intents().isEmpty();
  }

  private int word(long clue) {
    return (int) (clue >>> 46) & (present.length - 1);
  }

  /** One line of memory for each clue: they lie all over, and most were never learned. */
  private int slot(long clue) {
    int mask = slots.length - 1;
    int slot = (int) (clue ^ (clue >>> 32)) & mask;
    while (slots[slot] != 0 && ((slots[slot] ^ clue) & ~ROW) != 0) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private int row(long clue) {
    if ((present[word(clue)] & 1L << (clue >>> 40)) == 0) {
      return UNKNOWN;
    }
    return (int) (slots[slot(clue)] & ROW) - 1;
  }

  /** For each of a sentence's clues its row, {@link #UNKNOWN} for one that was never learned. */
  int[] rows(Clues clues) {
    int[] rows = new int[clues.size()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = row(clues.clue(i));
    }
    return rows;
  }

  /** The sum of each column over some rows. */
  float[] scores(int[] rows) {
    float[] scores = learned.bias().clone();
    for (int row : rows) {
      if (row != UNKNOWN) {
        add(scores, row);
      }
    }
    return scores;
  }

  private void add(float[] scores, int row) {
    int entry;
    int k = row;
    do {
      entry = entries[k++];
      scores[entry & COLUMN] += Float.intBitsToFloat(entry & WEIGHT);
    } while ((entry & LAST) == 0);
  }

  /** How likely it is that a name stands for the place of the text. */
  double placeNamed(Clues clues) {
    float[] scores = scores(rows(clues));
    return 1 / (1 + Math.exp(-scores[scores.length - 1]));
  }

  /** What the clue of a row adds to a column. */
  float weight(int row, int column) {
    if (row == UNKNOWN) {
      return 0;
    }
    int entry;
    int k = row;
    do {
      entry = entries[k++];
      if ((entry & COLUMN) == column) {
        return Float.intBitsToFloat(entry & WEIGHT);
      }
    } while ((entry & LAST) == 0);
    return 0;
  }
}
