package mx.vozrural;

import java.io.PrintStream;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.LongStream;
import mx.vozrural.outbox.Delivery;
import mx.vozrural.outbox.Simulation;

/**
 * Schedules of the outbox under faults, each from its own seed: no speed, but a count of how many
 * held. The first that doesn't ends the run and prints its schedule.
 */
final class SimulateBenchmark implements Benchmark {
  private static final long SHORT = 20_000;
  private static final long FULL = 1_000_000;

  /** The tests run the seeds before these. */
  private static final long FIRST_SEED = 1_000_000_000;

  @Override
  public String name() {
    return "simulate";
  }

  @Override
  public List<Target> targets() {
    return List.of(Target.atLeast("simulate_schedules", SHORT));
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out) {
    long schedules = effort.full() ? FULL : SHORT;
    Map<Delivery.State, Long> ends = new EnumMap<>(Delivery.State.class);
    long began = System.nanoTime();
    LongStream.range(FIRST_SEED, FIRST_SEED + schedules)
        .parallel()
        .mapToObj(Simulation::run)
        .forEach(one -> add(ends, one));
    double seconds = (System.nanoTime() - began) / 1e9;
    out.printf(
        Locale.ROOT, "  %,d schedules in %.0f s; none lost, repeated or overtook a text%n",
        schedules, seconds);
    ends.forEach((state, count) -> out.printf(Locale.ROOT, "  %-10s %,12d%n", state.code(), count));
    return Map.of("simulate_schedules", (double) schedules);
  }

  private static synchronized void add(
      Map<Delivery.State, Long> ends, Map<Delivery.State, Integer> more) {
    more.forEach((state, count) -> ends.merge(state, (long) count, Long::sum));
  }
}
