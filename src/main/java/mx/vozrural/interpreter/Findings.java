package mx.vozrural.interpreter;

/**
 * What the phrases of the tables tell of a text: for each signal its strongest phrase, of equally
 * strong ones the longest.
 */
final class Findings {

  private final int[] weights;
  private final int[] totals;
  private final int[] from;
  private final int[] to;
  private final int[] first;
  private final int[] last;

  Findings(int signals) {
    weights = new int[signals];
    totals = new int[signals];
    from = new int[signals];
    to = new int[signals];
    first = new int[signals];
    last = new int[signals];
  }

  void add(int signal, int weight, int start, int end) {
    totals[signal] += weight;
    boolean stronger = weight > weights[signal];
    if (stronger) {
      first[signal] = start;
      last[signal] = end;
    } else if (weight == weights[signal]) {
      first[signal] = Math.min(first[signal], start);
      last[signal] = Math.max(last[signal], end);
    }
    boolean longer = weight == weights[signal] && end - start > to[signal] - from[signal];
    if (stronger || longer) {
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

  /** Whether all strongest phrases of one signal lie within the longest one of another. */
  boolean within(int signal, int other) {
    boolean inside = first[signal] >= from[other] && last[signal] <= to[other];
    return inside && last[signal] - first[signal] < to[other] - from[other];
  }

  /** The words of the strongest phrase. */
  String words(int signal, Words words) {
    return words.span(from[signal], to[signal]);
  }
}
