package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import mx.vozrural.database.Columns;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What gateways report of texts, and what waits or needs a person. */
public final class Deliveries {
  private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);

  private final Pool pool;
  private final DeliveryLog log;

  public Deliveries(Pool pool, OptOuts optOuts) {
    this.pool = pool;
    this.log = new DeliveryLog(pool, optOuts);
  }

  /**
   * Hears, in the transaction of the text that met it, that a resident told the gateway to stop.
   */
  @FunctionalInterface
  public interface OptOuts {
    void blocked(SqlConnection connection, long resident, long message, Instant at);
  }

  /**
   * How far a try of one of our texts has come. Reports come in any order and more than once: what
   * is final stays. Of a text that we don't know nothing changes.
   *
   * @param attempt which try; 0 travelled in the answer to an inbound text
   */
  public void report(
      long message, int attempt, String sid, DeliveryEvent.Progress progress, Instant at) {
    if (!log.happen(message, new DeliveryEvent.Reported(attempt, sid, progress), at)) {
      LOG.info("A status of text {}, which is none of ours", message);
    }
  }

  /** The same from the gateway's list, of a text that goes by this name. */
  void listed(long message, String sid, DeliveryEvent.Progress progress, Instant at) {
    report(message, DeliveryEvent.Reported.OF_NO_TRY, sid, progress, at);
  }

  /**
   * How much waits.
   *
   * @param uncertain of unknown fate, looked for at the gateway
   * @param oldest when the text was due that has waited longest of those that could leave now, null
   *     where none could
   * @param halted the gateway's error for which all senders wait, null where none does
   */
  public record Waiting(
      long pending,
      long uncertain,
      long parked,
      @Nullable Instant oldest,
      @Nullable Integer halted) {
    public static final Waiting NOTHING = new Waiting(0, 0, 0, null, null);
  }

  public Waiting waiting(Instant now) {
    return OutboxSql.WAITING
        .first(
            pool,
            row ->
                new Waiting(
                    row.getLong("pending"),
                    row.getLong("uncertain"),
                    row.getLong("parked"),
                    row.getOffsetDateTime("oldest") == null
                        ? null
                        : row.getOffsetDateTime("oldest").toInstant(),
                    row.getInteger("halted")),
            Columns.time(now))
        .orElseThrow();
  }
}
