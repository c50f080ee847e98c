package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import mx.vozrural.database.Columns;

/**
 * What a dispatcher does to the database for a batch of texts, by the product's own statements and
 * without the gateway between: claims what is due, marks it as taken. At no pace.
 */
public final class OutboxWork {
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final double NO_PACE = 0;

  private final Pool pool;

  public OutboxWork(Pool pool) {
    this.pool = pool;
  }

  /**
   * @param most texts at once
   * @return how many were claimed and marked
   */
  public int round(int most) {
    Instant now = Instant.now();
    OffsetDateTime at = Columns.time(now);
    List<Long> claimed =
        OutboxSql.CLAIM.list(
            pool,
            row -> row.getLong("message"),
            at,
            most,
            Columns.time(now.plus(LEASE)),
            NO_PACE);
    if (!claimed.isEmpty()) {
      List<Tuple> steps =
          claimed.stream()
              .map(text -> Tuple.of(text, "accepted", at, sid(text), null, "queued").addValue(at))
              .toList();
      pool.preparedQuery(OutboxSql.SETTLE.text()).executeBatch(steps).await();
    }
    return claimed.size();
  }

  private static String sid(long text) {
    return "SM%032x".formatted(text);
  }
}
