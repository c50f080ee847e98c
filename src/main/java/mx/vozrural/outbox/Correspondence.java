package mx.vozrural.outbox;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text as staff see it.
 *
 * @param state in words of the interface: {@code received} for what came in, else the outbox's
 *     state
 */
public record Correspondence(
    long id,
    Instant at,
    boolean inbound,
    String channel,
    String body,
    int segments,
    @Nullable Long staff,
    int media,
    String state,
    @Nullable String note) {

  static Correspondence of(Row row) {
    boolean inbound = row.getString("direction").equals("in");
    String state = row.getString("state");
    return new Correspondence(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        inbound,
        row.getString("channel"),
        row.getString("body"),
        row.getInteger("segments"),
        row.getLong("staff"),
        row.getInteger("media"),
        inbound || state == null ? "received" : state,
        row.getString("note"));
  }
}
