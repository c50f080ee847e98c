package mx.vozrural;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** A part of the product measured beside its yardsticks; {@link Bench} lists them all. */
interface Benchmark {

  /** As the command line names it. */
  String name();

  /** What its ratios should come to, by their names, in the order in which they are printed. */
  List<Target> targets();

  /**
   * Measures and prints the figures behind the ratios.
   *
   * @return a ratio for each target
   */
  Map<String, Double> run(Effort effort, PrintStream out) throws Exception;

  /** A ratio's bound: it may not be under {@code least} nor over {@code most}. */
  record Target(String ratio, double least, double most) {
    static Target atLeast(String ratio, double least) {
      return new Target(ratio, least, Double.POSITIVE_INFINITY);
    }

    static Target atMost(String ratio, double most) {
      return new Target(ratio, 0, most);
    }

    boolean met(double value) {
      return value >= least && value <= most;
    }

    @Override
    public String toString() {
      return Double.isInfinite(most) ? ">= " + least : "<= " + most;
    }
  }
}
