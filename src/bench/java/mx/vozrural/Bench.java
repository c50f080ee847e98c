package mx.vozrural;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Runs benchmarks: without a name all in a short pass, {@code all} in full, else those named in
 * full. Rates depend on the machine and on what else it does, so each benchmark gives ratios to
 * yardsticks measured right beside it. The last line is one JSON object, name to ratio.
 */
final class Bench {
  private static final List<Benchmark> ALL =
      List.of(
          new IntakeBenchmark(),
          new InterpretBenchmark(),
          new OutboxBenchmark(),
          new FaultsBenchmark(),
          new SimulateBenchmark(),
          new FuzzBenchmark());

  private Bench() {}

  public static void main(String[] args) throws Exception {
    Optional<List<Benchmark>> chosen = chosen(List.of(args));
    if (chosen.isEmpty()) {
      System.err.println("There are: all, " + String.join(", ", names()));
      System.exit(2);
    }
    Effort effort = args.length == 0 ? Effort.SHORT : Effort.FULL;
    // Whatever a library prints goes where it can't follow the last line.
    PrintStream out = System.out;
    System.setOut(System.err);
    Map<String, Double> ratios = new LinkedHashMap<>();
    for (Benchmark benchmark : chosen.get()) {
      out.printf("%n%s: %s pass%n", benchmark.name(), effort.full() ? "full" : "short");
      Map<String, Double> measured = benchmark.run(effort, out);
      benchmark.targets().forEach(target -> print(out, target, measured.get(target.ratio())));
      ratios.putAll(measured);
    }
    out.println(json(ratios));
    out.flush();
    System.exit(0);
  }

  private static List<String> names() {
    return ALL.stream().map(Benchmark::name).toList();
  }

  /** Empty where a name is unknown. */
  private static Optional<List<Benchmark>> chosen(List<String> names) {
    if (names.isEmpty() || names.equals(List.of("all"))) {
      return Optional.of(ALL);
    }
    List<Benchmark> chosen = new ArrayList<>();
    for (String name : names) {
      ALL.stream().filter(b -> b.name().equals(name)).forEach(chosen::add);
    }
    return chosen.size() == names.size() ? Optional.of(chosen) : Optional.empty();
  }

  private static void print(PrintStream out, Benchmark.Target target, double ratio) {
    out.printf(
        Locale.ROOT,
        "  %-20s %7.3f   target %-8s %s%n",
        target.ratio(),
        ratio,
        target,
        target.met(ratio) ? "met" : "MISSED");
  }

  private static String json(Map<String, Double> ratios) {
    List<String> fields = new ArrayList<>();
    ratios.forEach((name, ratio) ->
        fields.add(String.format(Locale.ROOT, "\"%s\":%.4g", name, ratio)));
    return "{" + String.join(",", fields) + "}";
  }
}
