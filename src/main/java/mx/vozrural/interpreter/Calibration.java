package mx.vozrural.interpreter;

import java.util.List;

/**
 * How often a model was right where it gave such a probability, on texts that it had not learned
 * from: straight lines between a few points.
 *
 * @param given probabilities of the model, ascending
 * @param right how often it was right there, 0 to 1, never falling
 */
public record Calibration(List<Double> given, List<Double> right) {
  static final Calibration NONE = new Calibration(List.of(), List.of());

  public Calibration {
    given = List.copyOf(given);
    right = List.copyOf(right);
    if (given.size() != right.size()) {
      throw new IllegalArgumentException("each point has two coordinates");
    }
  }

  /** The probability itself where nothing was measured. */
  public double of(double probability) {
    if (given.isEmpty()) {
      return probability;
    }
    if (probability <= given.getFirst()) {
      return right.getFirst();
    }
    for (int i = 1; i < given.size(); i++) {
      if (probability <= given.get(i)) {
        double from = given.get(i - 1);
        double part = given.get(i) > from ? (probability - from) / (given.get(i) - from) : 1;
        return right.get(i - 1) + part * (right.get(i) - right.get(i - 1));
      }
    }
    return right.getLast();
  }
}
