package mx.vozrural.database;

import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/**
 * A statement failed. The message names the statement, the SQLSTATE and the constraint; never the
 * server's own words, which may repeat a value.
 */
public final class SqlFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

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

  /** Whether the database itself is away, so that the same again may go through later. */
  public boolean unavailable() {
    return sqlState == null
        || sqlState.startsWith("08")
        || sqlState.startsWith("57P")
        || sqlState.startsWith("53");
  }
}
