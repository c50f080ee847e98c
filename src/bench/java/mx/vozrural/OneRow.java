package mx.vozrural;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A yardstick: senders as one would write them at first. Each takes one text at a time and keeps its
 * row locked until the text is marked, all in one transaction: no lease, no pace, no stop list.
 */
final class OneRow {
  private static final String TAKE =
      """
      WITH next AS (
        SELECT message, message_at, resident FROM outbox
        WHERE state = 'pending' AND due_at <= now() AND expires_at > now()
        ORDER BY priority, message LIMIT 1 FOR UPDATE SKIP LOCKED)
      SELECT n.message, m.body, r.phone FROM next n
      JOIN message m ON m.id = n.message AND m.at = n.message_at JOIN resident r ON r.id = n.resident\
      """;

  private static final String MARK =
      """
      UPDATE outbox SET state = 'accepted', sid = ?, note = 'queued', updated_at = now() WHERE message = ?\
      """;

  private OneRow() {}

  /** Texts marked in that time. */
  static int run(OutboxTable table, int workers, Duration duration) throws Exception {
    long until = System.nanoTime() + duration.toNanos();
    List<Callable<Integer>> all = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      all.add(() -> work(table, until));
    }
    try (ExecutorService threads = Executors.newFixedThreadPool(workers)) {
      return sum(threads.invokeAll(all));
    }
  }

  private static int sum(List<Future<Integer>> workers)
      throws InterruptedException, ExecutionException {
    int sum = 0;
    for (Future<Integer> worker : workers) {
      sum += worker.get();
    }
    return sum;
  }

  private static int work(OutboxTable table, long until) throws SQLException {
    int done = 0;
    try (Connection connection = table.connect();
        PreparedStatement take = connection.prepareStatement(TAKE);
        PreparedStatement mark = connection.prepareStatement(MARK)) {
      connection.setAutoCommit(false);
      while (System.nanoTime() < until && one(take, mark)) {
        connection.commit();
        done++;
      }
      connection.rollback();
    }
    return done;
  }

  private static boolean one(PreparedStatement take, PreparedStatement mark) throws SQLException {
    try (ResultSet text = take.executeQuery()) {
      if (!text.next()) {
        throw new IllegalStateException("void: no text is left");
      }
      mark.setString(1, "SM%032x".formatted(text.getLong(1)));
      mark.setLong(2, text.getLong(1));
    }
    return mark.executeUpdate() == 1;
  }
}
