package mx.vozrural;

import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * The webhook for texts: from a signed form to the answer after the commit, beside three
 * yardsticks. A point counts only where every answer was 200 with a folio of its own and the table
 * of reports grew by as many.
 */
final class IntakeBenchmark implements Benchmark {
  /** What is measured. */
  private enum Path {
    /** The product. */
    INBOUND,
    /** Its work without batches: {@link mx.vozrural.intake.OneByOne}. */
    CTE,
    /** A form and a fixed answer over the same HTTP server. */
    HTTP,
    /** {@link Tx5}: clients instead of connections. */
    TX5
  }

  private static final int TX5_CLIENTS = 32;
  private static final long MOST_MEBIBYTES = 400;

  /** Opens connections and prepares their statements, as the other yardstick does. */
  private static final Duration LEAD_IN = Duration.ofMillis(300);

  /** Neighbours in time are compared, so those of a ratio stand together. */
  private static final List<Point> POINTS =
      List.of(
          new Point(Path.CTE, 1),
          new Point(Path.INBOUND, 1),
          new Point(Path.TX5, 1),
          new Point(Path.CTE, 64),
          new Point(Path.INBOUND, 64),
          new Point(Path.HTTP, 64),
          new Point(Path.TX5, TX5_CLIENTS),
          new Point(Path.INBOUND, 256),
          new Point(Path.CTE, 256),
          new Point(Path.HTTP, 256));

  private record Point(Path path, int connections) {}

  @Override
  public String name() {
    return "intake";
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.atLeast("inbound_tx5_64", 3.5),
        Target.atLeast("inbound_tx5_256", 4.5),
        Target.atLeast("inbound_cte_64", 2),
        Target.atLeast("inbound_cte_256", 2.5),
        Target.atLeast("inbound_http_64", 0.25),
        Target.atLeast("inbound_http_256", 0.3),
        Target.atMost("inbound_lone_p50", 1.1),
        Target.atMost("inbound_lone_tx5", 0.75),
        Target.atMost("inbound_p99_64", 0.75));
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out) throws Exception {
    Map<Point, List<Measured>> measured = new LinkedHashMap<>();
    try (BenchServer server = new BenchServer();
        Paths paths = new Paths(server)) {
      paths.warmUp(effort.warmUp());
      for (int round = 0; round < effort.rounds(); round++) {
        for (Point point : POINTS) {
          measured
              .computeIfAbsent(point, p -> new ArrayList<>())
              .add(paths.run(point, effort.measured()));
        }
      }
      print(out, measured);
    }
    if (effort.full()) {
      long resident = ProductMemory.mebibytes();
      out.printf(
          "  run alone, 200 texts a second: %d MiB resident   target < %d %s%n",
          resident, MOST_MEBIBYTES, resident < MOST_MEBIBYTES ? "met" : "MISSED");
    }
    return ratios(measured);
  }

  /** Each way to the database, with what it needs. */
  private static final class Paths implements AutoCloseable {
    private final BenchServer server;
    private final Loader loader;
    private final SignedTexts texts;
    private final Tx5 tx5;
    private final Requests same;
    private final Map<Path, Double> rates = new EnumMap<>(Path.class);

    Paths(BenchServer server) throws IOException {
      this.server = server;
      this.loader = new Loader(server.postmaster());
      this.texts = new SignedTexts(server.publicUrl());
      this.tx5 = new Tx5(server, loader.cpu());
      this.same = Requests.again(1_000, new SignedTexts(server.publicUrl()));
    }

    void warmUp(Duration duration) throws Exception {
      for (Path path : Path.values()) {
        run(new Point(path, path == Path.TX5 ? TX5_CLIENTS : 64), duration);
      }
      server.analyze();
    }

    Measured run(Point point, Duration duration) throws Exception {
      return switch (point.path()) {
        case INBOUND -> texts(point, server.port(), duration);
        case CTE -> {
          try (Closeable writers = server.oneByOne()) {
            yield texts(point, server.oneByOnePort(), duration);
          }
        }
        case HTTP -> valid(loader.run(server.plainPort(), point.connections(), same, duration));
        case TX5 -> written(point, duration);
      };
    }

    private Measured texts(Point point, int port, Duration duration) throws Exception {
      Duration both = duration.plus(LEAD_IN);
      try (Requests requests = Requests.once(enough(point, both), texts)) {
        valid(loader.run(port, point.connections(), requests, LEAD_IN));
        long before = server.reports();
        Measured measured =
            valid(loader.run(port, point.connections(), requests, duration));
        long rows = server.reports() - before;
        long folios = Arrays.stream(measured.folios()).distinct().count();
        require(measured.all() == folios, measured.all() + " answers with " + folios + " folios");
        require(rows == folios, rows + " reports for " + folios + " folios");
        rates.merge(point.path(), measured.rate(), Math::max);
        return measured;
      }
    }

    /** Half as many again as the path took at its best. */
    private int enough(Point point, Duration duration) {
      double rate = point.connections() == 1 ? 6_000 : rates.getOrDefault(point.path(), 16_000.0);
      return (int) (duration.toMillis() / 1e3 * rate * 1.5);
    }

    private Measured written(Point point, Duration duration) throws Exception {
      long before = server.reports();
      Measured measured = tx5.run(point.connections(), duration);
      long rows = server.reports() - before;
      require(rows == measured.done(), rows + " reports for " + measured.done() + " transactions");
      return measured;
    }

    private static Measured valid(Measured measured) {
      require(measured.failed() == 0, measured.failed() + " answers were not 200");
      return measured;
    }

    private static void require(boolean holds, String otherwise) {
      if (!holds) {
        throw new IllegalStateException("void: " + otherwise);
      }
    }

    @Override
    public void close() {
      loader.close();
      same.close();
    }
  }

  private static Map<String, Double> ratios(Map<Point, List<Measured>> measured) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Path path : List.of(Path.TX5, Path.CTE, Path.HTTP)) {
      for (int connections : new int[] {64, 256}) {
        Point other = new Point(path, path == Path.TX5 ? TX5_CLIENTS : connections);
        Point inbound = new Point(Path.INBOUND, connections);
        ratios.put(
            "inbound_" + path.name().toLowerCase(Locale.ROOT) + "_" + connections,
            ratio(measured, inbound, other, Measured::rate));
      }
    }
    Point lone = new Point(Path.INBOUND, 1);
    ratios.put(
        "inbound_lone_p50", ratio(measured, lone, new Point(Path.CTE, 1), Measured::p50));
    ratios.put(
        "inbound_lone_tx5", ratio(measured, lone, new Point(Path.TX5, 1), Measured::p50));
    ratios.put(
        "inbound_p99_64",
        ratio(measured, new Point(Path.INBOUND, 64), new Point(Path.CTE, 64), Measured::p99));
    return ratios;
  }

  /** The median over the rounds of the ratio within each round. */
  private static double ratio(
      Map<Point, List<Measured>> measured,
      Point point,
      Point yardstick,
      ToDoubleFunction<Measured> figure) {
    List<Measured> of = measured.get(point);
    List<Measured> to = measured.get(yardstick);
    double[] ratios = new double[of.size()];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = figure.applyAsDouble(of.get(i)) / figure.applyAsDouble(to.get(i));
    }
    return median(ratios);
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values[values.length / 2];
  }

  private static void print(PrintStream out, Map<Point, List<Measured>> measured) {
    out.printf(
        Locale.ROOT,
        "  %d cores; this JVM, loader and yardsticks in it, %d MiB resident; medians of the rounds%n",
        Runtime.getRuntime().availableProcessors(),
        Resident.mebibytes(ProcessHandle.current().pid()));
    out.printf(
        "  %-8s %11s %8s %8s %8s   %s%n",
        "path", "connections", "a second", "p50 ms", "p99 ms", "CPU us each: database, Java");
    measured.forEach((point, rounds) ->
        out.printf(
            Locale.ROOT,
            "  %-8s %11d %8.0f %8.2f %8.2f   %8.0f %8.0f%n",
            point.path().name().toLowerCase(Locale.ROOT),
            point.connections(),
            median(rounds, Measured::rate),
            median(rounds, Measured::p50),
            median(rounds, Measured::p99),
            median(rounds, m -> m.spent().database() / m.all() * 1e6),
            median(rounds, m -> m.spent().java() / m.all() * 1e6)));
  }

  private static double median(List<Measured> rounds, ToDoubleFunction<Measured> figure) {
    return median(rounds.stream().mapToDouble(figure).toArray());
  }
}
