package mx.vozrural.learning;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import mx.vozrural.interpreter.Calibration;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.Corpus.Text;

/**
 * Learns a {@link Model} from a corpus: a regression for each of its columns. How sure it may be is
 * measured on texts that were held back, a third at a time.
 */
public final class Trainer {

  /** A clue that fewer texts have tells nothing. */
  private static final int LEAST_TEXTS = 2;

  /** A missed danger is the worst error, so the texts that tell one count for more. */
  private static final float STRESS = 1.5f;

  /**
   * From where on something is said: measured on texts that were held back. Of danger so low that
   * few are missed.
   */
  private static final Model.Bars BARS = new Model.Bars(0.15, 0.55, 0.25, 0.2);

  private static final int PARTS = 3;
  private static final int POINTS = 12;

  private final List<Text> texts;
  private final int[][] clues;
  private final long[] names;
  private final List<Column> columns;
  private final List<String> intents;
  private final List<String> bases;

  /**
   * One thing to be told of a text.
   *
   * @param of the texts of which it may be asked
   */
  private record Column(
      Predicate<Text> wanted, Predicate<Text> of, float stress, Regression.Pace pace) {}

  /**
   * @param cluesOf the clues of a text, as the interpreter finds them; none where it needs no model
   */
  private Trainer(Corpus corpus, Function<String, long[]> cluesOf) {
    List<Text> learned = new ArrayList<>();
    List<long[]> found = new ArrayList<>();
    for (Text text : corpus.texts()) {
      long[] clue = cluesOf.apply(text.body());
      if (clue.length > 0) {
        learned.add(text);
        found.add(clue);
      }
    }
    texts = List.copyOf(learned);
    Map<Long, Integer> numbers = Numbers.of(found, LEAST_TEXTS);
    names = new long[numbers.size()];
    numbers.forEach((clue, number) -> names[number] = clue);
    clues = found.stream().map(all -> Numbers.known(all, numbers)).toArray(int[][]::new);
    intents = texts.stream().map(Text::intent).distinct().sorted().toList();
    bases = texts.stream().flatMap(t -> t.categories().stream()).distinct().sorted().toList();
    columns = columns();
  }

  /**
   * @param tables an interpreter without a model, which finds the clues
   * @param tablesVersion tells these tables from those of other releases; the end of the model's
   *     version
   */
  public static Model train(Corpus corpus, Interpreter tables, String tablesVersion) {
    String version = corpus.fingerprint() + "-" + tablesVersion;
    return new Trainer(corpus, tables::clues).learned(corpus, tables, version);
  }

  /** In the order of {@link Model.Learned}. */
  private List<Column> columns() {
    List<Column> all = new ArrayList<>();
    intents.forEach(
        i -> all.add(new Column(t -> t.intent().equals(i), t -> true, 1, Regression.Pace.USUAL)));
    bases.forEach(b ->
        all.add(
            new Column(
                t -> t.categories().getFirst().equals(b),
                t -> !t.categories().isEmpty(),
                1,
                Regression.Pace.USUAL)));
    bases.forEach(b ->
        all.add(new Column(t -> t.categories().contains(b), t -> true, 1, Regression.Pace.USUAL)));
    all.add(new Column(Text::urgent, t -> true, STRESS, Regression.Pace.SLOW));
    all.add(new Column(Text::life, t -> true, STRESS, Regression.Pace.SLOW));
    return all;
  }

  private Model learned(Corpus corpus, Interpreter tables, String version) {
    float[][] weights = fit(IntStream.range(0, texts.size()).toArray());
    Sparse sparse = new Sparse(weights.length + 1);
    for (int clue = 0; clue < names.length; clue++) {
      sparse.row(names[clue], clue, weights);
    }
    PlaceTrainer.train(corpus, tables).into(sparse, weights.length);
    float[] bias = sparse.bias();
    for (int c = 0; c < weights.length; c++) {
      bias[c] = weights[c][names.length];
    }
    return sparse.model(version, intents, bases, BARS, measured());
  }

  /** Each column by itself, so that the result doesn't hang on how many run beside each other. */
  private float[][] fit(int[] from) {
    float[][] weights = new float[columns.size()][];
    IntStream.range(0, columns.size())
        .parallel()
        .forEach(c -> weights[c] = fit(columns.get(c), from, c));
    return weights;
  }

  private float[] fit(Column column, int[] from, long seed) {
    int[] asked = Arrays.stream(from).filter(i -> column.of().test(texts.get(i))).toArray();
    boolean[] wanted = new boolean[texts.size()];
    for (int i : asked) {
      wanted[i] = column.wanted().test(texts.get(i));
    }
    return Regression.fit(
        new Regression.Task(clues, names.length, asked),
        wanted,
        column.stress(),
        column.pace(),
        seed);
  }

  /** How often intents, needs and urgency were right, by how likely the model held them. */
  private List<Calibration> measured() {
    List<Isotonic.Point> intent = new ArrayList<>();
    List<Isotonic.Point> need = new ArrayList<>();
    List<Isotonic.Point> urgent = new ArrayList<>();
    for (int part = 0; part < PARTS; part++) {
      int held = part;
      float[][] weights =
          fit(IntStream.range(0, texts.size()).filter(i -> i % PARTS != held).toArray());
      for (int i = part; i < texts.size(); i += PARTS) {
        intent.add(intent(weights, i));
        urgent.add(
            new Isotonic.Point(sigmoid(weights[columns.size() - 2], i), texts.get(i).urgent()));
        if (!texts.get(i).categories().isEmpty()) {
          need.add(need(weights, i));
        }
      }
    }
    return List.of(
        Isotonic.curve(intent, POINTS),
        Isotonic.curve(need, POINTS),
        Isotonic.curve(urgent, POINTS));
  }

  private double sigmoid(float[] weights, int text) {
    return 1 / (1 + Math.exp(-Regression.score(weights, clues[text])));
  }

  private Isotonic.Point intent(float[][] weights, int text) {
    double[] scores =
        IntStream.range(0, intents.size())
            .mapToDouble(i -> Regression.score(weights[i], clues[text]))
            .toArray();
    int best = best(scores);
    double sum = Arrays.stream(scores).map(s -> Math.exp(s - scores[best])).sum();
    return new Isotonic.Point(1 / sum, intents.get(best).equals(texts.get(text).intent()));
  }

  private Isotonic.Point need(float[][] weights, int text) {
    double[] sure =
        IntStream.range(0, bases.size())
            .mapToDouble(b -> sigmoid(weights[intents.size() + b], text))
            .toArray();
    int best = best(sure);
    return new Isotonic.Point(
        sure[best], bases.get(best).equals(texts.get(text).categories().getFirst()));
  }

  private static int best(double[] scores) {
    int best = 0;
    for (int i = 1; i < scores.length; i++) {
      best = scores[i] > scores[best] ? i : best;
    }
    return best;
  }
}
