package mx.vozrural;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import mx.vozrural.interpreter.Fuzz;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.learning.ModelFile;

/**
 * Texts of anything, each from its own seed, read with the built model: how many were not read, and
 * whether ten times the text takes more than ten times as long. Prints seeds, never words.
 */
final class FuzzBenchmark implements Benchmark {
  private static final long SHORT = 5_000;
  private static final long FULL = 1_000_000;
  private static final long TOLD = 100_000;

  /** The tests read the seeds before these. */
  private static final long FIRST_SEED = 1_000_000_000;

  private static final int FAULTS_SHOWN = 10;

  /** On the processor: what else the machine does moves it least. */
  private static final ThreadMXBean TIME = ManagementFactory.getThreadMXBean();

  /** A reading is timed again, since the caches may have been cold; the least counts. */
  private static final int AGAIN = 5;

  private static final long WARM_UP = 3_000;
  private static final int USUAL = 160;
  private static final int SAMPLE_SHORT = 15;
  private static final int SAMPLE_FULL = 200;

  private record Slow(long nanos, int length, long seed) {}

  @Override
  public String name() {
    return "fuzz";
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.atLeast("fuzz_texts", SHORT),
        Target.atMost("fuzz_faults", 0),
        Target.atMost("fuzz_growth", 1.5),
        Target.atMost("fuzz_slowest", 10));
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out) {
    Interpreter interpreter = new Interpreter(ExampleCatalogue.read(), ModelFile.built());
    LongStream.range(0, WARM_UP).forEach(seed -> interpreter.read(Fuzz.text(seed)));
    Growth growth = growth(interpreter, effort.full() ? SAMPLE_FULL : SAMPLE_SHORT, out);
    Run run = new Run(interpreter, out);
    long texts = effort.full() ? FULL : SHORT;
    LongStream.range(FIRST_SEED, FIRST_SEED + texts).forEach(run::read);
    out.printf(Locale.ROOT, "  %,d texts, %d faults%n", run.texts, run.faults);
    double slowest = (double) run.slowest.nanos() / growth.mean();
    out.printf(
        Locale.ROOT,
        "  slowest reading: %.1f ms, %,d characters, seed %d (%s); %.1f times the mean of %,d%n",
        run.slowest.nanos() / 1e6,
        run.slowest.length(),
        run.slowest.seed(),
        Fuzz.kind(run.slowest.seed()),
        slowest,
        Fuzz.LONGEST);
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("fuzz_texts", (double) run.texts);
    ratios.put("fuzz_faults", (double) run.faults);
    ratios.put("fuzz_growth", growth.worst());
    ratios.put("fuzz_slowest", slowest);
    return ratios;
  }

  /** Counts what became of the texts. */
  private static final class Run {
    private final Interpreter interpreter;
    private final PrintStream out;
    private long texts;
    private long faults;
    private Slow slowest = new Slow(0, 0, FIRST_SEED);

    Run(Interpreter interpreter, PrintStream out) {
      this.interpreter = interpreter;
      this.out = out;
    }

    void read(long seed) {
      String text = Fuzz.text(seed);
      try {
        long began = TIME.getCurrentThreadCpuTime();
        Reading reading = interpreter.read(text);
        long nanos = TIME.getCurrentThreadCpuTime() - began;
        String fault = Fuzz.fault(reading);
        if (fault != null) {
          fault(seed, fault);
        }
        if (nanos > slowest.nanos()) {
          long least = Math.min(nanos, least(interpreter, text));
          slowest = least > slowest.nanos() ? new Slow(least, text.length(), seed) : slowest;
        }
      } catch (RuntimeException | StackOverflowError e) {
        // Its message might hold words of the text.
        fault(seed, e.getClass().getName() + " " + Arrays.toString(e.getStackTrace()));
      }
      if (++texts % TOLD == 0) {
        out.printf(Locale.ROOT, "  %,d read, %d faults%n", texts, faults);
      }
    }

    private void fault(long seed, String what) {
      if (++faults <= FAULTS_SHOWN) {
        out.printf(Locale.ROOT, "  seed %d (%s): %s%n", seed, Fuzz.kind(seed), what);
      }
    }
  }

  private static long least(Interpreter interpreter, String text) {
    return LongStream.range(0, AGAIN).map(i -> nanos(interpreter, text)).min().orElseThrow();
  }

  private static long nanos(Interpreter interpreter, String text) {
    long began = TIME.getCurrentThreadCpuTime();
    interpreter.read(text);
    return TIME.getCurrentThreadCpuTime() - began;
  }

  /**
   * @param worst of all kinds: time for the longest ÷ ten times that for a usual text
   * @param mean nanoseconds for the longest, of all kinds
   */
  private record Growth(double worst, double mean) {}

  private static Growth growth(Interpreter interpreter, int sample, PrintStream out) {
    double worst = 0;
    double sum = 0;
    out.printf(Locale.ROOT, "  %-10s %8s %8s %8s%n", "µs for", USUAL, Fuzz.LONGEST, "growth");
    for (Fuzz.Kind kind : Fuzz.Kind.values()) {
      long[] usual = new long[sample];
      long[] longest = new long[sample];
      // By turns: read again at once, a short text would find its part of the model in the cache.
      for (int time = 0; time < AGAIN; time++) {
        for (int seed = 0; seed < sample; seed++) {
          again(usual, seed, nanos(interpreter, Fuzz.text(kind, USUAL, seed)));
          again(longest, seed, nanos(interpreter, Fuzz.text(kind, Fuzz.LONGEST, seed)));
        }
      }
      double growth = mean(longest) / mean(usual) * USUAL / Fuzz.LONGEST;
      out.printf(
          Locale.ROOT,
          "  %-10s %8.0f %8.0f %8.2f%n",
          kind,
          mean(usual) / 1e3,
          mean(longest) / 1e3,
          growth);
      worst = Math.max(worst, growth);
      sum += mean(longest);
    }
    return new Growth(worst, sum / Fuzz.Kind.values().length);
  }

  /** The least of several counts. */
  private static void again(long[] times, int at, long nanos) {
    times[at] = times[at] == 0 ? nanos : Math.min(times[at], nanos);
  }

  private static double mean(long[] nanos) {
    return Arrays.stream(nanos).average().orElse(0);
  }
}
