package mx.vozrural.audit;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import java.time.InstantSource;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Ids;
import mx.vozrural.database.Sql;
import org.jspecify.annotations.Nullable;

/** The record of what was done beside reports: sign-ins, users, tokens, readings. It only grows. */
public final class Audit {
  private static final Sql APPEND =
      Sql.of(
          """
          -- audit.append
          INSERT INTO audit (id, at, actor_kind, actor, action, subject, detail) VALUES ($1, $2, $3, $4, $5, $6, $7)\
          """);

  private final Ids ids;
  private final InstantSource clock;

  public Audit(Ids ids, InstantSource clock) {
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Adds a line, in the transaction of what it tells.
   *
   * @param detail codes, ids and dates only
   */
  public void append(
      SqlClient client,
      Actor actor,
      String action,
      @Nullable Long subject,
      @Nullable JsonObject detail) {
    APPEND.run(
        client,
        ids.next(),
        Columns.time(clock.instant()),
        actor.kind().code(),
        actor.id(),
        action,
        subject,
        detail);
  }
}
