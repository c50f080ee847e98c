package mx.vozrural.outbox;

import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import mx.vozrural.database.Columns;
import org.jspecify.annotations.Nullable;

/** What gateways report of texts, and what waits or needs a person. */
public final class Deliveries {
  /** The gateway's word to ours; what isn't here changes nothing. */
  private static final Map<String, String> STATES =
      Map.of(
          "accepted", "accepted",
          "queued", "accepted",
          "sending", "accepted",
          "sent", "accepted",
          "delivered", "delivered",
          "read", "delivered",
          "undelivered", "failed",
          "failed", "failed",
          "canceled", "failed");

  private final SqlClient client;

  public Deliveries(SqlClient client) {
    this.client = client;
  }

  /**
   * A status of one of our texts. Comes in any order and more than once: what is terminal stays.
   *
   * @param error the gateway's code, null for none
   */
  public void report(long message, String sid, String status, @Nullable Integer error, Instant at) {
    String state = STATES.get(status);
    if (state != null) {
      OutboxSql.STATUS.run(client, message, sid, state, error, Columns.time(at));
    }
  }

  /**
   * How much waits.
   *
   * @param oldest when the text that has waited longest was due, null where none waits
   */
  public record Waiting(long pending, long parked, @Nullable Instant oldest) {}

  public Waiting waiting() {
    return OutboxSql.WAITING
        .first(
            client,
            row ->
                new Waiting(
                    row.getLong("pending"),
                    row.getLong("parked"),
                    row.getOffsetDateTime("oldest") == null
                        ? null
                        : row.getOffsetDateTime("oldest").toInstant()))
        .orElseThrow();
  }

  /** A text that a person must look at. */
  public record Parked(
      long message, Instant since, @Nullable String folio, String body, String why) {
    @Override
    public String toString() {
      return "Parked[" + message + "]";
    }
  }

  public List<Parked> parked() {
    return OutboxSql.PARKED.list(
        client,
        row ->
            new Parked(
                row.getLong("message"),
                row.getOffsetDateTime("updated_at").toInstant(),
                row.getLong("folio") == null ? null : Long.toString(row.getLong("folio")),
                row.getString("body"),
                row.getString("note") == null ? "" : row.getString("note")));
  }
}
