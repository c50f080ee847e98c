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

  private final Learned learned;
  private final long[] keys;
  private final int[] rows;

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

  public Model(Learned learned) {
    this.learned = learned;
    int slots = Integer.highestOneBit(Math.max(learned.clues().length, 1)) * 4;
    keys = new long[slots];
    rows = new int[slots];
    for (int i = 0; i < learned.clues().length; i++) {
      int slot = slot(learned.clues()[i]);
      keys[slot] = learned.clues()[i];
      rows[slot] = i + 1;
    }
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

  private int slot(long clue) {
    int mask = keys.length - 1;
    int slot = (int) clue & mask;
    while (rows[slot] != 0 && keys[slot] != clue) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** The sum of each column over a sentence's clues. */
  float[] scores(Clues clues) {
    float[] scores = learned.bias().clone();
    for (int i = 0; i < clues.size(); i++) {
      add(scores, clues.clue(i));
    }
    return scores;
  }

  private void add(float[] scores, long clue) {
    int row = rows[slot(clue)] - 1;
    if (row >= 0) {
      for (int k = learned.starts()[row]; k < learned.starts()[row + 1]; k++) {
        scores[learned.columns()[k]] += learned.weights()[k];
      }
    }
  }

  /** How likely it is that a name stands for the place of the text. */
  double placeNamed(Clues clues) {
    float[] scores = scores(clues);
    return 1 / (1 + Math.exp(-scores[scores.length - 1]));
  }

  /** What one clue adds to a column. */
  float weight(long clue, int column) {
    int row = rows[slot(clue)] - 1;
    if (row >= 0) {
      for (int k = learned.starts()[row]; k < learned.starts()[row + 1]; k++) {
        if (learned.columns()[k] == column) {
          return learned.weights()[k];
        }
      }
    }
    return 0;
  }
}
