package mx.vozrural.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A logistic regression over sparse yes-or-no clues, fitted by stochastic gradients whose steps
 * shrink for each clue by itself (AdaGrad: Duchi, Hazan and Singer, JMLR 12, 2011). The same input
 * gives the same weights.
 */
final class Regression {
  private static final float LEAST = 1e-6f;

  /** How strongly weights are drawn to zero. */
  private static final float L2 = 0.002f;

  private final float[] weights;
  private final float[] squares;
  private final float step;

  private Regression(int clues, float step) {
    this.step = step;
    weights = new float[clues + 1];
    squares = new float[clues + 1];
    Arrays.fill(squares, LEAST);
  }

  /**
   * How it is learned: measured by what was held back.
   *
   * @param epochs how often all texts are gone through
   */
  record Pace(int epochs, float step) {
    static final Pace USUAL = new Pace(12, 0.1f);

    /** For what few texts have: smaller steps keep a rare clue from deciding alone. */
    static final Pace SLOW = new Pace(20, 0.03f);
  }

  /**
   * What is to be learned.
   *
   * @param clues for each text the numbers of its clues
   * @param count how many clues there are
   * @param from the texts to learn from
   */
  record Task(int[][] clues, int count, int[] from) {}

  /**
   * @param wanted for each text whether it has the outcome
   * @param stress how much more a text that has it counts
   * @return a weight for each clue; the last one is the bias
   */
  static float[] fit(Task task, boolean[] wanted, float stress, Pace pace, long seed) {
    Regression regression = new Regression(task.count(), pace.step());
    SplittableRandom random = new SplittableRandom(seed);
    int[] order = task.from().clone();
    for (int epoch = 0; epoch < pace.epochs(); epoch++) {
      shuffle(order, random);
      for (int text : order) {
        regression.learn(task.clues()[text], wanted[text], stress);
      }
    }
    return regression.weights;
  }

  private static void shuffle(int[] order, SplittableRandom random) {
    for (int i = order.length - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
  }

  private void learn(int[] clues, boolean wanted, float stress) {
    double probability = 1 / (1 + Math.exp(-score(weights, clues)));
    float slope = (float) (wanted ? (1 - probability) * stress : -probability);
    for (int clue : clues) {
      step(clue, slope - L2 * weights[clue]);
    }
    step(weights.length - 1, slope);
  }

  private void step(int at, float slope) {
    squares[at] += slope * slope;
    weights[at] += step * slope / (float) Math.sqrt(squares[at]);
  }

  static double score(float[] weights, int[] clues) {
    double score = weights[weights.length - 1];
    for (int clue : clues) {
      score += weights[clue];
    }
    return score;
  }
}
