package mx.vozrural;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The product before a Twilio with faults, killed while it sends. No ratios: what became of each
 * text, counted at Twilio's side.
 */
final class FaultsBenchmark implements Benchmark {
  private static final List<String> JAR = List.of("-jar", "target/voz-rural.jar");
  private static final long SEED = 20_261_125;

  @Override
  public String name() {
    return "faults";
  }

  @Override
  public List<Target> targets() {
    return List.of(Target.atMost("faults_lost", 0), Target.atMost("faults_twice", 0));
  }

  private static FaultsRun.Plan plan(Effort effort) {
    return effort.full()
        ? new FaultsRun.Plan(SEED, 1_000, 5, 2, Duration.ofSeconds(90), JAR)
        : new FaultsRun.Plan(SEED, 60, 1, 0, Duration.ofMinutes(1), JAR);
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out)
      throws IOException, InterruptedException {
    FaultsRun.Plan plan = plan(effort);
    try (FaultsRun run = new FaultsRun(plan, out::println)) {
      FaultsRun.Outcome outcome = run.run();
      out.printf(
          "  %d texts: %d taken once, %d parked in sight of staff, %d lost, %d twice; %d s%n",
          plan.texts(),
          outcome.once(),
          outcome.parked(),
          outcome.lost(),
          outcome.twice(),
          outcome.time().toSeconds());
      out.printf(
          "  other texts twice: %d; callbacks refused: %d%n",
          outcome.repeated(),
          outcome.refused());
      return counts(outcome);
    }
  }

  private static Map<String, Double> counts(FaultsRun.Outcome outcome) {
    Map<String, Double> counts = new LinkedHashMap<>();
    counts.put("faults_once", (double) outcome.once());
    counts.put("faults_parked", (double) outcome.parked());
    counts.put("faults_lost", (double) outcome.lost());
    counts.put("faults_twice", (double) outcome.twice());
    return counts;
  }
}
