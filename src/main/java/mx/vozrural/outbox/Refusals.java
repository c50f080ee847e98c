package mx.vozrural.outbox;

import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.outbox.SendResult.Reason;

/** For what the gateway refused texts lately that only a person can mend. */
public final class Refusals {
  private static final Sql HEARD =
      Sql.of(
          """
          -- refusal.heard
          INSERT INTO refusal (code, reason, at) VALUES ($1, $2, $3)
          ON CONFLICT (code) DO UPDATE SET reason = excluded.reason, at = greatest(refusal.at, excluded.at)\
          """);

  private static final Sql SINCE =
      Sql.of(
          """
          -- refusal.since
          SELECT code, reason, at FROM refusal WHERE at > $1 ORDER BY at DESC\
          """);

  private Refusals() {}

  /**
   * An error.
   *
   * @param code the gateway's own
   * @param at when a text last met it
   */
  public record Refusal(int code, Reason reason, Instant at) {}

  static void heard(SqlClient client, Effect.Alert alert, Instant at) {
    HEARD.run(client, alert.code(), alert.reason().name(), Columns.time(at));
  }

  /** The newest first. */
  public static List<Refusal> since(SqlClient client, Instant from) {
    return SINCE.list(
        client,
        row ->
            new Refusal(
                row.getInteger("code"),
                Reason.valueOf(row.getString("reason")),
                row.getOffsetDateTime("at").toInstant()),
        Columns.time(from));
  }
}
