package mx.vozrural.learning;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Calibration;
import mx.vozrural.interpreter.Model;

/** Collects the weights of a model, row by row, and leaves out those that change nothing. */
final class Sparse {
  /** A weight that small changes no outcome, and need not be kept. */
  private static final float LEAST_WEIGHT = 0.05f;

  private final List<Long> clues = new ArrayList<>();
  private final List<Integer> ends = new ArrayList<>();
  private final List<Short> columns = new ArrayList<>();
  private final List<Float> weights = new ArrayList<>();
  private final float[] bias;

  Sparse(int columns) {
    bias = new float[columns];
  }

  /** Of each column, to be filled. */
  float[] bias() {
    return bias;
  }

  /**
   * @param of for each column its weights
   * @param at where the clue's stand
   */
  void row(long clue, int at, float[][] of) {
    int before = columns.size();
    for (int c = 0; c < of.length; c++) {
      add(c, of[c][at]);
    }
    end(clue, before);
  }

  /** A clue that speaks of one column only. */
  void row(long clue, int column, float weight) {
    int before = columns.size();
    add(column, weight);
    end(clue, before);
  }

  private void add(int column, float weight) {
    if (Math.abs(weight) >= LEAST_WEIGHT) {
      columns.add((short) column);
      weights.add(weight);
    }
  }

  private void end(long clue, int before) {
    if (columns.size() > before) {
      clues.add(clue);
      ends.add(columns.size());
    }
  }

  Model model(
      String version,
      List<String> intents,
      List<String> bases,
      Model.Bars bars,
      List<Calibration> calibrations) {
    long[] names = new long[clues.size()];
    int[] starts = new int[names.length + 1];
    for (int i = 0; i < names.length; i++) {
      names[i] = clues.get(i);
      starts[i + 1] = ends.get(i);
    }
    short[] of = new short[columns.size()];
    float[] values = new float[of.length];
    for (int i = 0; i < of.length; i++) {
      of[i] = columns.get(i);
      values[i] = weights.get(i);
    }
    return new Model(
        new Model.Learned(
            version, intents, bases, names, starts, of, values, bias, bars, calibrations));
  }
}
