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
 * Takes batches from {@link Intake} and has them written. What lost a race is judged again; a batch
 * that fails is tried again one by one, so that one bad text takes no neighbour along; what can't
 * be written now is handed back to the door. Runs on a virtual thread.
 */
public final class IntakeWriter extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeWriter.class);
  private static final int MOST_RACES = 8;

  private final Intake intake;
  private final BatchWrite batchWrite;
  private final AtomicBoolean busy = new AtomicBoolean();
  private final BooleanSupplier wake = this::wake;

  public IntakeWriter(Intake intake, IntakeParts parts) {
    this.intake = intake;
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
    Set<Arrival> open = new LinkedHashSet<>(batch);
    try {
      settle(open);
    } catch (RuntimeException e) {
      LOG.warn("A batch of {} texts failed: {}", batch.size(), e.getMessage());
      if (!(e instanceof SqlFailure failure && failure.unavailable())) {
        List.copyOf(open).forEach(arrival -> alone(arrival, open));
      }
    } finally {
      open.forEach(arrival -> arrival.reply().accept(new Reply.Unavailable()));
      intake.done(batch);
    }
  }

  private void alone(Arrival arrival, Set<Arrival> open) {
    Set<Arrival> one = new LinkedHashSet<>(List.of(arrival));
    try {
      settle(one);
      if (one.isEmpty()) {
        open.remove(arrival);
      }
    } catch (RuntimeException e) {
      LOG.error("The text {} can't be written", arrival.sid(), e);
    }
  }

  /** Writes until all are written; what was answered leaves the set. */
  private void settle(Set<Arrival> open) {
    for (int races = 0; races < MOST_RACES && !open.isEmpty(); races++) {
      batchWrite.write(
          List.copyOf(open),
          (arrival, reply) -> {
            open.remove(arrival);
            arrival.reply().accept(reply);
          });
    }
  }
}
