package mx.vozrural;

import io.vertx.core.Vertx;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import mx.vozrural.outbox.OutboxWork;

/**
 * Texts through the database: claimed and marked by the hundred as the dispatcher does, beside one
 * in a transaction; and before ten times as many that wait.
 */
final class OutboxBenchmark implements Benchmark {
  private static final int BATCH = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  /** What is measured, in the order in which neighbours are compared. */
  private enum Point {
    ONE_ROW_1(1, false),
    BATCH_1(1, false),
    BATCH_1_MANY(1, true),
    ONE_ROW_4(4, false),
    BATCH_4(4, false),
    BATCH_4_MANY(4, true);

    private final int workers;
    private final boolean many;

    Point(int workers, boolean many) {
      this.workers = workers;
      this.many = many;
    }

    private boolean oneRow() {
      return name().startsWith("ONE_ROW");
    }
  }

  /**
   * @param few texts that wait, in one schema
   * @param many texts that wait, in the other
   * @param rows marked at each point by the batch
   * @param oneRow how long the yardstick runs at each point
   * @param shared how long two dispatchers share one rate
   */
  private record Size(int few, int many, int rows, Duration oneRow, Duration shared) {
    static Size of(Effort effort) {
      return effort.full()
          ? new Size(
              200_000, 2_000_000, 30_000, Duration.ofSeconds(3), Duration.ofSeconds(30))
          : new Size(20_000, 200_000, 4_000, Duration.ofSeconds(1), Duration.ofSeconds(10));
    }
  }

  private final Map<Point, List<Double>> rates = new EnumMap<>(Point.class);

  @Override
  public String name() {
    return "outbox";
  }

  @Override
  public List<Target> targets() {
    return List.of(
        Target.atLeast("outbox_batch_1", 15),
        Target.atLeast("outbox_batch_4", 10),
        Target.atLeast("outbox_growth", 0.8),
        Target.atMost("outbox_rate_off", 0.05));
  }

  @Override
  public Map<String, Double> run(Effort effort, PrintStream out) throws Exception {
    Size size = Size.of(effort);
    Vertx vertx = Vertx.vertx();
    try (OutboxTable few = new OutboxTable(vertx, size.few);
        OutboxTable many = new OutboxTable(vertx, size.many)) {
      out.printf("  %,d and %,d texts wait%n", size.few, size.many);
      SharedRate.Measured shared = SharedRate.measure(vertx, few, size.shared);
      out.printf(
          Locale.ROOT,
          "  two dispatchers at one rate: %.3f of it, %.0f %% by the first%n",
          shared.ofRate(),
          100 * shared.share());
      // The first round warms up.
      round(size, few, many);
      rates.clear();
      for (int round = 0; round < effort.rounds(); round++) {
        round(size, few, many);
      }
      Map<String, Double> ratios = ratios(out);
      ratios.put("outbox_rate_off", Math.abs(1 - shared.ofRate()));
      return ratios;
    } finally {
      vertx.close().await();
    }
  }

  private void round(Size size, OutboxTable few, OutboxTable many) throws Exception {
    for (Point point : Point.values()) {
      OutboxTable table = point.many ? many : few;
      rates.computeIfAbsent(point, p -> new ArrayList<>()).add(rate(size, point, table));
    }
  }

  private double rate(Size size, Point point, OutboxTable table) throws Exception {
    long before = table.accepted();
    long from = System.nanoTime();
    int done =
        point.oneRow()
            ? OneRow.run(table, point.workers, size.oneRow)
            : batches(table.work(), point.workers, size.rows);
    double seconds = (System.nanoTime() - from) / 1e9;
    if (table.accepted() - before != done) {
      throw new IllegalStateException("void: " + done + " done, others marked");
    }
    table.add(done);
    return done / seconds;
  }

  private static int batches(OutboxWork work, int workers, int rows) throws InterruptedException {
    AtomicInteger done = new AtomicInteger();
    long until = System.nanoTime() + PATIENCE.toNanos();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      threads.add(
          Thread.ofVirtual()
              .start(
                  () -> {
                    while (done.get() < rows && System.nanoTime() < until) {
                      int marked = work.round(BATCH);
                      done.addAndGet(marked);
                      if (marked == 0) {
                        // Another has the pace in hand; a dispatcher waits far longer.
                        LockSupport.parkNanos(500_000);
                      }
                    }
                  }));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return done.get();
  }

  private Map<String, Double> ratios(PrintStream out) {
    Map<Point, Double> median = new EnumMap<>(Point.class);
    rates.forEach((point, all) -> median.put(point, median(all)));
    median.forEach(
        (point, rate) -> out.printf(Locale.ROOT, "  %-14s %,10.0f texts/s%n", point, rate));
    Map<String, Double> ratios = new LinkedHashMap<>();
    ratios.put("outbox_batch_1", median.get(Point.BATCH_1) / median.get(Point.ONE_ROW_1));
    ratios.put("outbox_batch_4", median.get(Point.BATCH_4) / median.get(Point.ONE_ROW_4));
    ratios.put(
        "outbox_growth",
        Math.min(
            median.get(Point.BATCH_1_MANY) / median.get(Point.BATCH_1),
            median.get(Point.BATCH_4_MANY) / median.get(Point.BATCH_4)));
    return ratios;
  }

  private static double median(List<Double> rates) {
    return rates.stream().sorted().toList().get(rates.size() / 2);
  }
}
