package mx.vozrural.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mx.vozrural.interpreter.Interpreter;

/**
 * Learns when a name stands for the place of a text: wherever the corpus has a name of a section's
 * place, the text is labelled with that section or it isn't.
 */
final class PlaceTrainer {
  private static final int LEAST_TEXTS = 2;

  private final Map<Long, Integer> numbers;
  private final float[] weights;

  private PlaceTrainer(Map<Long, Integer> numbers, float[] weights) {
    this.numbers = numbers;
    this.weights = weights;
  }

  static PlaceTrainer train(Corpus corpus, Interpreter tables) {
    List<long[]> found = new ArrayList<>();
    List<Boolean> meant = new ArrayList<>();
    for (Corpus.Text text : corpus.texts()) {
      for (Interpreter.Mentioned mention : tables.mentions(text.body())) {
        found.add(mention.clues());
        meant.add(mention.section().equals(text.section()));
      }
    }
    Map<Long, Integer> numbers = Numbers.of(found, LEAST_TEXTS);
    int[][] clues = found.stream().map(all -> Numbers.known(all, numbers)).toArray(int[][]::new);
    boolean[] wanted = new boolean[clues.length];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = meant.get(i);
    }
    int[] all = IntStream.range(0, clues.length).toArray();
    return new PlaceTrainer(
        numbers,
        Regression.fit(
            new Regression.Task(clues, numbers.size(), all), wanted, 1, Regression.Pace.USUAL, 0));
  }

  void into(Sparse sparse, int column) {
    numbers.forEach((clue, number) -> sparse.row(clue, column, weights[number]));
    sparse.bias()[column] = weights[weights.length - 1];
  }
}
