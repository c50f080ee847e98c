package mx.vozrural.interpreter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.vozrural.interpreter.Model.Bars;
import mx.vozrural.interpreter.Model.Learned;

/** A model of a few words, each with the weight that a test gives it. */
final class SmallModel {
  private final List<String> intents;
  private final List<String> bases;
  private final Map<Long, Map<Integer, Double>> entries = new LinkedHashMap<>();
  private final float[] bias;
  private Bars bars = new Bars(0.5, 0.6, 0.4, 0.3);
  private Calibration calibration = Calibration.NONE;

  SmallModel(List<String> intents, List<String> bases) {
    this.intents = intents;
    this.bases = bases;
    this.bias = new float[intents.size() + 2 * bases.size() + 3];
  }

  /**
   * @param outcome an intent, a category as the primary need, with a plus before it as a further
   *     one, urgent, life, or place
   */
  int column(String outcome) {
    int further = intents.size() + bases.size();
    return switch (outcome) {
      case "urgent" -> further + bases.size();
      case "life" -> further + bases.size() + 1;
      case "place" -> further + bases.size() + 2;
      default ->
          intents.contains(outcome)
              ? intents.indexOf(outcome)
              : outcome.startsWith("+")
                  ? further + bases.indexOf(outcome.substring(1))
                  : intents.size() + bases.indexOf(outcome);
    };
  }

  /** A word, as {@link ClueFinder} makes a clue of its sound. */
  SmallModel word(String word, Object... outcomesAndWeights) {
    Clues clues = new Clues();
    clues.add(0, 'u', word);
    Map<Integer, Double> entry = entries.computeIfAbsent(clues.clue(0), c -> new TreeMap<>());
    for (int i = 0; i < outcomesAndWeights.length; i += 2) {
      entry.put(
          column((String) outcomesAndWeights[i]),
          ((Number) outcomesAndWeights[i + 1]).doubleValue());
    }
    return this;
  }

  SmallModel bias(String outcome, double weight) {
    bias[column(outcome)] = (float) weight;
    return this;
  }

  SmallModel bars(double primary, double further, double urgent, double life) {
    bars = new Bars(primary, further, urgent, life);
    return this;
  }

  SmallModel calibrated(Calibration all) {
    calibration = all;
    return this;
  }

  Model build() {
    int count = entries.values().stream().mapToInt(Map::size).sum();
    long[] clues = new long[entries.size()];
    int[] starts = new int[entries.size() + 1];
    short[] columns = new short[count];
    float[] weights = new float[count];
    int row = 0;
    int at = 0;
    for (Map.Entry<Long, Map<Integer, Double>> entry : entries.entrySet()) {
      clues[row++] = entry.getKey();
      for (Map.Entry<Integer, Double> weight : entry.getValue().entrySet()) {
        columns[at] = weight.getKey().shortValue();
        weights[at++] = weight.getValue().floatValue();
      }
      starts[row] = at;
    }
    return new Model(
        new Learned(
            "small",
            intents,
            bases,
            clues,
            starts,
            columns,
            weights,
            bias,
            bars,
            List.of(calibration, calibration, calibration)));
  }
}
