package mx.vozrural.outbox;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The texts of broadcasts in the outbox: put there, counted, taken out again. */
public final class BroadcastTexts {
  private BroadcastTexts() {}

  /**
   * Part of a statement: puts {@code to_send(broadcast, message, resident, body, language,
   * segments, staff, expires_at)} into the outbox. They leave after everything else.
   */
  public static final String QUEUED =
      """
      recorded AS (
        INSERT INTO message (id, at, direction, channel, resident, body, template, language, segments, staff)
        SELECT message, $1::timestamptz, 'out', 'sms', resident, body, 'broadcast', language, segments, staff FROM to_send),
      queued AS (
        INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at, stream, any_hour, broadcast)
        SELECT message, $1::timestamptz, resident, 'pending', $2::smallint, $1::timestamptz, expires_at, $1::timestamptz, $3, false,
          broadcast
        FROM to_send)\
      """;

  /** The parameters of {@link #QUEUED}. */
  public static List<Object> queued(Instant at) {
    return List.of(
        Columns.time(at), (short) Notice.Urgency.BROADCAST.priority(), Notice.Stream.NOTICE.code());
  }

  private static final Sql WITHDRAW =
      Sql.of(
          """
          -- outbox.withdraw
          UPDATE outbox SET state = 'cancelled', note = $2, updated_at = $3
          WHERE broadcast = $1 AND state IN ('waiting', 'pending')\
          """);

  /** By the partial index of what may leave: only the few that broadcasts have there are read. */
  private static final Sql PENDING =
      Sql.of(
          """
          -- outbox.pending_of_broadcasts
          SELECT count(*) FROM outbox WHERE state = 'pending' AND priority = $1 AND broadcast IS NOT NULL\
          """);

  /**
   * Takes out what has not left; how many texts that were.
   *
   * @param note a code for why
   */
  public static int withdraw(SqlConnection connection, long broadcast, String note, Instant at) {
    return WITHDRAW.run(connection, broadcast, note, Columns.time(at)).rowCount();
  }

  /** How many texts of all broadcasts together wait to leave. */
  public static long pending(SqlClient client) {
    return PENDING
        .run(client, (short) Notice.Urgency.BROADCAST.priority())
        .iterator()
        .next()
        .getLong(0);
  }
}
