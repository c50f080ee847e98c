package mx.vozrural.database;

import io.vertx.pgclient.PgException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement failed. The message names the statement, the SQLSTATE and the constraint; never the
 * server's own words, which may repeat a value.
 */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Beginnings of SQLSTATE: lost connections, a login that is refused, no more room or connections,
   * an input or output error, a server that stops or starts, one that only reads (after a switch to
   * its standby), a statement that took too long.
   */
  private static final List<String> AWAY = List.of("08", "28", "53", "58", "57P", "25006", "57014");

  private final @Nullable String sqlState;
  private final @Nullable String constraint;

  private SqlFailure(String message, @Nullable String sqlState, @Nullable String constraint) {
    super(message);
    this.sqlState = sqlState;
    this.constraint = constraint;
  }

  static SqlFailure of(String statement, Throwable cause) {
    if (cause instanceof PgException e) {
      return new SqlFailure(
          statement + " failed: SQLSTATE " + e.getSqlState() + where(e),
          e.getSqlState(),
          e.getConstraint());
    }
    return new SqlFailure(statement + " failed: " + cause.getClass().getSimpleName(), null, null);
  }

  private static String where(PgException e) {
    return e.getConstraint() == null ? "" : ", constraint " + e.getConstraint();
  }

  /** The server answered; null: it could not be asked, or what it said was lost. */
  public @Nullable String sqlState() {
    return sqlState;
  }

  public boolean violates(String name) {
    return name.equals(constraint);
  }

  /**
   * Whether the database itself is away or can't write, so that the same again may go through
   * later.
   */
  public boolean unavailable() {
    return sqlState == null || AWAY.stream().anyMatch(sqlState::startsWith);
  }

  /** Whether somebody else held for too long what the statement needed. */
  public boolean locked() {
    return "55P03".equals(sqlState);
  }
}
