package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;

/**
 * What a dispatcher does to the database for a batch of texts, by the product's own statements and
 * without the gateway between: claims what is due, marks it as taken. At no pace.
 */
public final class OutboxWork {
  /** As good as no pace: a second brings more than there is. */
  private static final double RATE = 1e9;

  private static final double ROOM_SECONDS = 1;

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
    List<Delivery> claimed =
        DeliverySql.CLAIM.list(
            pool,
            DeliverySql::delivery,
            Columns.time(now),
            (double) most,
            RATE,
            ROOM_SECONDS,
            Columns.time(now.plus(Course.LEASE)),
            false);
    return claimed.isEmpty()
        ? 0
        : StepWriter.writeAll(
                pool, claimed.stream().map(text -> accepted(text, now)).toList())
            .size();
  }

  private static StepWriter.Change accepted(Delivery text, Instant now) {
    SendResult taken = new SendResult.Accepted("SM%032x".formatted(text.message()), "queued", 1);
    DeliveryEvent posted = new DeliveryEvent.Posted(text.attempts(), taken);
    return new StepWriter.Change(text, Course.after(text, posted, now, 0).next(), now);
  }
}
