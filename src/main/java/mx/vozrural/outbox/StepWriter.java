package mx.vozrural.outbox;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import mx.vozrural.database.Columns;

/**
 * Writes the steps of many texts together: whoever comes while a statement is under way waits for
 * it, and the next one takes along all who wait.
 */
final class StepWriter {
  private static final int MOST = 200;

  private final SqlClient client;
  private final ConcurrentLinkedQueue<Entry> waiting = new ConcurrentLinkedQueue<>();
  private final ReentrantLock writing = new ReentrantLock();

  StepWriter(SqlClient client) {
    this.client = client;
  }

  /** From where a text was judged to where it stands then. */
  record Change(Delivery was, Delivery is, Instant at) {}

  /** One step; what became of it is written by whoever holds the lock, and read under it. */
  private static final class Entry {
    private final Change change;
    private Optional<Boolean> written = Optional.empty();
    private Optional<RuntimeException> failure = Optional.empty();

    Entry(Change change) {
      this.change = change;
    }
  }

  /**
   * Waits until it is written.
   *
   * @return false where the text no longer stands where it was judged: nothing is changed
   */
  boolean write(Delivery was, Delivery is, Instant at) {
    Entry own = new Entry(new Change(was, is, at));
    waiting.add(own);
    writing.lock();
    try {
      while (own.written.isEmpty() && own.failure.isEmpty()) {
        writeAll(next());
      }
    } finally {
      writing.unlock();
    }
    if (own.failure.isPresent()) {
      throw own.failure.get();
    }
    return own.written.orElseThrow();
  }

  /** Of one text only one step at a time: the second is judged by what the first left. */
  private List<Entry> next() {
    List<Entry> batch = new ArrayList<>();
    Set<Long> texts = new HashSet<>();
    while (batch.size() < MOST) {
      Entry entry = waiting.peek();
      if (entry == null || !texts.add(entry.change.was().message())) {
        break;
      }
      batch.add(waiting.remove());
    }
    return batch;
  }

  private void writeAll(List<Entry> batch) {
    try {
      Set<Long> written = writeAll(client, batch.stream().map(entry -> entry.change).toList());
      batch.forEach(
          entry -> entry.written = Optional.of(written.contains(entry.change.was().message())));
    } catch (RuntimeException e) {
      if (batch.size() == 1) {
        batch.getFirst().failure = Optional.of(e);
      } else {
        batch.forEach(entry -> writeAll(List.of(entry)));
      }
    }
  }

  static boolean write(SqlClient client, Delivery was, Delivery is, Instant at) {
    return !writeAll(client, List.of(new Change(was, is, at))).isEmpty();
  }

  /**
   * @return the texts that still stood where they were judged
   */
  static Set<Long> writeAll(SqlClient client, List<Change> batch) {
    Set<Long> written = new HashSet<>();
    DeliverySql.STEP.run(client, parameters(batch)).forEach(row -> written.add(row.getLong(0)));
    return written;
  }

  private static Tuple parameters(List<Change> batch) {
    return Tuple.tuple()
        .addValue(Columns.longs(batch, e -> e.was().message()))
        .addValue(Columns.texts(batch, e -> e.was().state().code()))
        .addValue(Columns.ints(batch, e -> e.was().attempts()))
        .addValue(Columns.ints(batch, e -> e.was().looks()))
        .addValue(Columns.texts(batch, e -> e.was().sid()))
        .addValue(Columns.texts(batch, e -> e.is().state().code()))
        .addValue(Columns.times(batch, e -> e.is().dueAt()))
        .addValue(Columns.ints(batch, e -> e.is().looks()))
        .addValue(Columns.times(batch, e -> e.is().leasedUntil()))
        .addValue(Columns.texts(batch, e -> e.is().sid()))
        .addValue(
            Columns.texts(batch, e -> e.is().source() == null ? null : e.is().source().code()))
        .addValue(Columns.ints(batch, e -> e.is().error() == 0 ? null : e.is().error()))
        .addValue(Columns.ints(batch, e -> e.is().failures()))
        .addValue(Columns.texts(batch, e -> e.is().note()))
        .addValue(Columns.times(batch, e -> e.at()));
  }
}
