package mx.vozrural.interpreter;

/** What the phrases of the tables tell of a text: for each signal its strongest phrase. */
final class Findings {

  private final int[] weights;
  private final int[] totals;
  private final int[] from;
  private final int[] to;

  Findings(int signals) {
    weights = new int[signals];
    totals = new int[signals];
    from = new int[signals];
    to = new int[signals];
  }

  void add(int signal, int weight, int start, int end) {
    totals[signal] += weight;
    if (weight > weights[signal]) {
      weights[signal] = weight;
      from[signal] = start;
      to[signal] = end;
    }
  }

  boolean has(int signal) {
    return weights[signal] > 0;
  }

  /** The weight of the strongest phrase; 0 where none was found. */
  int weight(int signal) {
    return weights[signal];
  }

  /** The weight of all its phrases together. */
  int total(int signal) {
    return totals[signal];
  }

  /** Where the strongest phrase begins. */
  int from(int signal) {
    return from[signal];
  }

  /** The words of the strongest phrase. */
  String words(int signal, Words words) {
    return words.span(from[signal], to[signal]);
  }
}
