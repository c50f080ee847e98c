package mx.vozrural.outbox;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Virtual milliseconds, what happens in them, and all the chance there is: from one seed. */
final class SimulatedTime {
  private final SplittableRandom random;
  private final PriorityQueue<Task> tasks =
      new PriorityQueue<>(Comparator.comparingLong(Task::at).thenComparingLong(Task::order));
  private final @Nullable List<String> schedule;
  private long now;
  private long order;

  private record Task(long at, long order, Runnable work) {}

  /**
   * @param recording whether the schedule is written down
   */
  SimulatedTime(long seed, boolean recording) {
    this.random = new SplittableRandom(seed);
    this.schedule = recording ? new ArrayList<>() : null;
  }

  long now() {
    return now;
  }

  void in(long millis, Runnable work) {
    tasks.add(new Task(now + millis, order++, work));
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  double fraction() {
    return random.nextDouble();
  }

  long between(long least, long most) {
    return random.nextLong(least, most + 1);
  }

  /** How long a step takes: mostly a moment, sometimes a stall of up to a minute. */
  long step() {
    return chance(0.03) ? between(500, 60_000) : between(1, 40);
  }

  void note(Supplier<String> what) {
    if (schedule != null) {
      schedule.add("%9d ms  %s".formatted(now, what.get()));
    }
  }

  List<String> schedule() {
    return schedule == null ? List.of() : schedule;
  }

  /** Until nothing is left to happen. */
  void run(long most) {
    for (Task next = tasks.poll(); next != null && next.at() <= most; next = tasks.poll()) {
      now = next.at();
      next.work().run();
    }
  }
}
