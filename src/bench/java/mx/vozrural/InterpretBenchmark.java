package mx.vozrural;

import java.io.PrintStream;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * How long a text takes to be read, by JMH on one processor, beside the tables alone; how large the
 * model is, and how long it takes to be there.
 */
final class InterpretBenchmark implements Benchmark {
  private static final String ONE_PROCESSOR = "-XX:ActiveProcessorCount=1";
  private static final int LOADS = 5;

  @Override
  public String name() {
    return "interpret";
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.atMost("interpret_p50_ms", 1),
        Target.atMost("interpret_p99_ms", 5),
        Target.atMost("interpret_longest_p99_ms", 5),
        Target.atMost("model_megabytes", 20),
        Target.atMost("model_load_s", 1));
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out) throws RunnerException {
    Map<String, RunResult> read = readings(effort);
    read.forEach((what, result) ->
        out.printf(
            Locale.ROOT,
            "  %-10s p50 %6.3f ms, p99 %6.3f ms of %,d readings%n",
            what,
            percentile(result, 50),
            percentile(result, 99),
            result.getPrimaryResult().getStatistics().getN()));
    RunResult whole = of(read, "usual");
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("interpret_p50_ms", percentile(whole, 50));
    ratios.put("interpret_p99_ms", percentile(whole, 99));
    ratios.put("interpret_longest_p99_ms", percentile(of(read, "longest"), 99));
    double toTables = percentile(whole, 50) / percentile(of(read, "tables"), 50);
    out.printf(Locale.ROOT, "  a usual text takes %.1f times as long as by the tables alone%n", toTables);
    ratios.put("interpret_to_tables", toTables);
    ratios.put("model_megabytes", ReadingTime.modelBytes() / 1e6);
    ratios.put("model_load_s", loading());
    return ratios;
  }

  private static RunResult of(Map<String, RunResult> results, String what) {
    RunResult result = results.get(what);
    if (result == null) {
      throw new IllegalStateException("not measured: " + what);
    }
    return result;
  }

  private static Map<String, RunResult> readings(Effort effort) throws RunnerException {
    Collection<RunResult> results =
        new Runner(
                options("ReadingTime")
                    .forks(1)
                    .warmupIterations(2)
                    .warmupTime(TimeValue.milliseconds(effort.warmUp().toMillis()))
                    .measurementIterations(effort.rounds())
                    .measurementTime(TimeValue.milliseconds(effort.measured().toMillis()))
                    .build())
            .run();
    Map<String, RunResult> byName = new LinkedHashMap<>();
    results.forEach(result ->
        byName.put(
            result.getParams().getBenchmark().replaceAll(".*\\.", ""), result));
    return byName;
  }

  /** Of several cold starts the slowest, in seconds. */
  private static double loading() throws RunnerException {
    return new Runner(
            options("ModelLoading").forks(LOADS).warmupIterations(0).measurementIterations(1).build())
        .run().stream()
        .mapToDouble(result -> result.getPrimaryResult().getStatistics().getMax())
        .max()
        .orElseThrow();
  }

  private static ChainedOptionsBuilder options(String benchmarks) {
    return new OptionsBuilder()
        .include("mx\\.vozrural\\." + benchmarks + "\\.")
        .jvmArgs("-Xmx512m", ONE_PROCESSOR, "--enable-native-access=ALL-UNNAMED");
  }

  private static double percentile(RunResult result, double percent) {
    return result.getPrimaryResult().getStatistics().getPercentile(percent);
  }
}
