package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What a {@link Model} says of one sentence. */
final class Weighed {

  /** Of the words that led to something, those with so much of the strongest one's weight. */
  private static final double PART_OF_STRONGEST = 0.3;

  private static final double PART_WHERE_SEEN = 0.5;

  private static final int INTENT = 0;
  private static final int NEED = 1;
  private static final int URGENT = 2;

  private final Model model;
  private final Model.Learned learned;
  private final Words words;
  private final Clues clues;
  private final int[] rows;
  private final float[] scores;

  Weighed(Model model, Words words, Clues clues) {
    this.model = model;
    this.learned = model.learned();
    this.words = words;
    this.clues = clues;
    this.rows = model.rows(clues);
    this.scores = model.scores(rows);
  }

  /** An outcome, how likely it is, and its column. */
  record Likely(String outcome, double probability, int column) {}

  private static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private int firstNeed() {
    return learned.intents().size();
  }

  private int firstFurther() {
    return firstNeed() + learned.bases().size();
  }

  private int urgency() {
    return firstFurther() + learned.bases().size();
  }

  /** The likeliest intent; the probabilities of all come to one. */
  Likely intent() {
    int best = 0;
    double sum = 0;
    for (int i = 0; i < learned.intents().size(); i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    for (int i = 0; i < learned.intents().size(); i++) {
      sum += Math.exp(scores[i] - scores[best]);
    }
    return new Likely(learned.intents().get(best), 1 / sum, best);
  }

  /**
   * The needs as a municipality names them, the primary one first.
   *
   * @param readers which category reads each base's words
   * @param demanded whether the text is about some need for certain
   */
  List<Likely> needs(Map<String, String> readers, boolean demanded) {
    List<Likely> needs = new ArrayList<>();
    int best = -1;
    for (int i = 0; i < learned.bases().size(); i++) {
      boolean better = best < 0 || scores[firstNeed() + i] > scores[firstNeed() + best];
      best = better && readers.containsKey(learned.bases().get(i)) ? i : best;
    }
    if (best < 0) {
      return needs;
    }
    double sure = sigmoid(scores[firstNeed() + best]);
    // Which need it is was learned from texts that have one; whether there is one, from all.
    boolean any = sigmoid(scores[firstFurther() + best]) >= learned.bars().primary();
    if (demanded || any) {
      needs.add(need(readers, best, sure, firstNeed()));
      for (int i = 0; i < learned.bases().size(); i++) {
        double further = sigmoid(scores[firstFurther() + i]);
        boolean named = i != best && readers.containsKey(learned.bases().get(i));
        if (named
            && further >= learned.bars().further()
            && !learned.bases().get(i).equals("OTRO")) {
          needs.add(need(readers, i, further, firstFurther()));
        }
      }
    }
    return needs;
  }

  private Likely need(Map<String, String> readers, int base, double sure, int first) {
    String code = readers.getOrDefault(learned.bases().get(base), learned.bases().get(base));
    return new Likely(code, sure, first + base);
  }

  Likely urgent() {
    return new Likely("urgent", sigmoid(scores[urgency()]), urgency());
  }

  Likely life() {
    return new Likely("life", sigmoid(scores[urgency() + 1]), urgency() + 1);
  }

  /**
   * @param seen the tables see it too: less is asked of the model, since a missed danger is the
   *     worst error
   */
  boolean isUrgent(boolean seen) {
    double bar = learned.bars().urgent();
    return urgent().probability() >= (seen ? bar * PART_WHERE_SEEN : bar);
  }

  boolean isLife() {
    return life().probability() >= learned.bars().life();
  }

  double sureOfIntent() {
    return calibrated(INTENT, intent().probability());
  }

  /** Of the primary need; the likeliest where none was named. */
  double sureOfNeed(Map<String, String> readers) {
    List<Likely> needs = needs(readers, true);
    return needs.isEmpty() ? 0 : calibrated(NEED, needs.getFirst().probability());
  }

  /** That it is urgent, or that it isn't, whichever was said. */
  double sureOfUrgency(boolean said) {
    double urgent = calibrated(URGENT, urgent().probability());
    return said ? urgent : 1 - urgent;
  }

  private double calibrated(int field, double probability) {
    return learned.calibrations().get(field).of(probability);
  }

  /** The words that spoke most for an outcome; empty where none did. */
  String words(Likely outcome) {
    double[] byWord = new double[words.size()];
    for (int i = 0; i < clues.size(); i++) {
      if (clues.word(i) != Clues.NO_WORD) {
        byWord[clues.word(i)] += model.weight(rows[i], outcome.column());
      }
    }
    double most = Arrays.stream(byWord).max().orElse(0);
    if (most <= 0) {
      return "";
    }
    List<String> telling = new ArrayList<>();
    for (int i = 0; i < byWord.length; i++) {
      if (byWord[i] >= PART_OF_STRONGEST * most) {
        telling.add(words.plain(i));
      }
    }
    return String.join(" ", telling);
  }
}
