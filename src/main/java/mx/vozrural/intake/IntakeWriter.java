package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import mx.vozrural.database.Database;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.intake.Reply.Unavailable.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes batches from {@link Intake} and has them written. With the database away, texts go to the
 * {@link Spool}; what can't be written now is handed back to the door. Runs on a virtual thread.
 */
public final class IntakeWriter extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(IntakeWriter.class);
  private static final int MOST_RACES = 8;

  /** Of its connections. */
  public static final Database.Limits LIMITS =
      new Database.Limits(IntakeSql.SERVERS_PATIENCE, IntakeSql.LOCKS_PATIENCE);

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

  /** Whatever is thrown, each text gets its reply, and the next batch is taken. */
  private void write(List<Arrival> batch) {
    Set<Arrival> open = new LinkedHashSet<>(batch);
    try {
      open.retainAll(spool.withoutThoseAside(batch));
      settle(open, List.copyOf(open), MOST_RACES);
    } catch (Exception | StackOverflowError e) {
      LOG.error("{} texts can't be taken: {}", open.size(), Fault.of(e));
    } finally {
      open.forEach(arrival -> arrival.answer(new Reply.Unavailable()));
      intake.done(batch);
    }
  }

  /**
   * Writes until all are written; what was answered is open no more. What fails is written again by
   * halves, so that one bad text takes no neighbour along, and a single one a few times, since a
   * race that it lost is over when it is judged again.
   */
  private void settle(Set<Arrival> open, List<Arrival> texts, int triesLeft) {
    try {
      batchWrite.write(texts, (arrival, reply) -> answer(open, arrival, reply));
    } catch (Exception | StackOverflowError e) {
      List<Arrival> rest = texts.stream().filter(open::contains).toList();
      boolean away = e instanceof SqlFailure failure && failure.unavailable();
      boolean locked = e instanceof SqlFailure failure && failure.locked();
      if (rest.isEmpty()) {
        return;
      }
      if (!away && rest.size() > 1) {
        int middle = rest.size() / 2;
        settle(open, rest.subList(0, middle), MOST_RACES);
        settle(open, rest.subList(middle, rest.size()), MOST_RACES);
      } else if (!away && !locked && triesLeft > 1) {
        settle(open, rest, triesLeft - 1);
      } else {
        LOG.warn("{} texts can't be written: {}", rest.size(), Fault.of(e));
        leave(open, rest, away ? Why.DATABASE_AWAY : locked ? Why.NOT_NOW : Why.REFUSED);
      }
    }
  }

  private static void answer(Set<Arrival> open, Arrival arrival, Reply reply) {
    open.remove(arrival);
    arrival.answer(reply);
  }

  /** They wait on the disk where a later try may go through. */
  private void leave(Set<Arrival> open, List<Arrival> texts, Why why) {
    if (why != Why.REFUSED) {
      spool.keep(texts, why == Why.DATABASE_AWAY).forEach(open::remove);
    }
    texts.stream()
        .filter(open::contains)
        .forEach(arrival -> answer(open, arrival, new Reply.Unavailable(why)));
  }
}
