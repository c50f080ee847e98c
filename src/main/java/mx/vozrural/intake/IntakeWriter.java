package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import mx.vozrural.database.SqlFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches from {@link Intake} and has them written. With the database away, texts go to the
 * {@link Spool}; what can't be written now is handed back to the door. Runs on a virtual thread.
 */
public final class IntakeWriter extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeWriter.class);
  private static final int MOST_RACES = 8;

  private final Intake intake;
  private final BatchWrite batchWrite;
  private final Spool spool;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final BooleanSupplier wake = this::wake;

  public IntakeWriter(Intake intake, IntakeParts parts, Spool spool) {
    this.intake = intake;
    this.spool = spool;
    this.batchWrite = new BatchWrite(parts);
  }

  @Override
  public Future<?> start() {
    intake.addWriter(wake);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    intake.removeWriter(wake);
    return Future.succeededFuture();
  }

  private boolean wake() {
    boolean slept = busy.compareAndSet(false, true);
    if (slept) {
      context.runOnContext(v -> writeAll());
    }
    return slept;
  }

  private void writeAll() {
    do {
      for (List<Arrival> batch = intake.take(); !batch.isEmpty(); batch = intake.take()) {
        write(batch);
      }
      busy.set(false);
      // A text may have come between the empty hand and the flag.
    } while (intake.takeable() && busy.compareAndSet(false, true));
  }

  private void write(List<Arrival> batch) {
    Set<Arrival> open = new LinkedHashSet<>(spool.withoutThoseAside(batch));
    try {
      settle(open, MOST_RACES);
    } finally {
      open.forEach(arrival -> arrival.reply().accept(new Reply.Unavailable()));
      intake.done(batch);
    }
  }

  /**
   * Writes until all are written; what was answered leaves the set. What fails is written again by
   * halves, so that one bad text takes no neighbour along, and a single one a few times, since a
   * race that it lost is over when it is judged again.
   */
  private void settle(Set<Arrival> open, int triesLeft) {
    try {
      batchWrite.write(
          List.copyOf(open),
          (arrival, reply) -> {
            open.remove(arrival);
            arrival.reply().accept(reply);
          });
    } catch (RuntimeException e) {
      boolean hopeless = e instanceof SqlFailure failure && failure.unavailable();
      if (open.size() > 1 && !hopeless) {
        halves(open);
      } else if (open.size() == 1 && !hopeless && triesLeft > 1) {
        settle(open, triesLeft - 1);
      } else {
        LOG.warn("{} texts can't be written: {}", open.size(), e.getMessage());
        if (hopeless) {
          open.removeAll(spool.keep(List.copyOf(open)));
        }
      }
    }
  }

  private void halves(Set<Arrival> open) {
    List<Arrival> all = List.copyOf(open);
    int middle = all.size() / 2;
    open.clear();
    for (List<Arrival> part : List.of(all.subList(0, middle), all.subList(middle, all.size()))) {
      Set<Arrival> half = new LinkedHashSet<>(part);
      settle(half, MOST_RACES);
      open.addAll(half);
    }
  }
}
