package mx.vozrural.learning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import mx.vozrural.interpreter.Calibration;

/**
 * How often a guess was right, by the probability that was given to it: a curve that never falls
 * (isotonic regression by pooling adjacent violators: Zadrozny and Elkan, KDD 2002), thinned to a
 * few points.
 */
final class Isotonic {
  private Isotonic() {}

  record Point(double given, boolean right) {}

  private record Pool(double given, double right, int size) {
    Pool with(Pool other) {
      int all = size + other.size;
      return new Pool(
          (given * size + other.given * other.size) / all,
          (right * size + other.right * other.size) / all,
          all);
    }
  }

  static Calibration curve(List<Point> points, int most) {
    List<Pool> pools = new ArrayList<>();
    int width = Math.max(1, points.size() / most);
    List<Point> sorted = points.stream().sorted(Comparator.comparingDouble(Point::given)).toList();
    for (int from = 0; from < sorted.size(); from += width) {
      add(pools, pool(sorted.subList(from, Math.min(sorted.size(), from + width))));
    }
    return new Calibration(
        pools.stream().map(Pool::given).toList(), pools.stream().map(Pool::right).toList());
  }

  private static Pool pool(List<Point> points) {
    double given = points.stream().mapToDouble(Point::given).average().orElse(0);
    double right = points.stream().mapToDouble(p -> p.right() ? 1 : 0).average().orElse(0);
    return new Pool(given, right, points.size());
  }

  private static void add(List<Pool> pools, Pool next) {
    Pool last = next;
    while (!pools.isEmpty() && pools.getLast().right() >= last.right()) {
      last = pools.removeLast().with(last);
    }
    pools.add(last);
  }
}
