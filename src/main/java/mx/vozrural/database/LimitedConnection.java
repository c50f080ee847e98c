package mx.vozrural.database;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PrepareOptions;
import io.vertx.sqlclient.PreparedQuery;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Query;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import io.vertx.sqlclient.spi.DatabaseMetadata;
import java.time.Duration;

/**
 * A connection on which no {@link Sql} is waited for longer than a limit, whoever owns the
 * statement. The server's own limits do nothing where it is frozen, or the network swallows its
 * answer.
 */
public final class LimitedConnection implements SqlConnection {
  private final SqlConnection connection;
  private final Duration limit;

  private LimitedConnection(SqlConnection connection, Duration limit) {
    this.connection = connection;
    this.limit = limit;
  }

  /**
   * Takes one, which must be closed; waits no longer for it either.
   *
   * @param name stands in the failure
   */
  public static LimitedConnection take(String name, Pool pool, Duration limit) {
    Future<SqlConnection> asked = pool.getConnection();
    try {
      return new LimitedConnection(Sql.step(name, asked, limit), limit);
    } catch (SqlFailure e) {
      // One that comes after all must not be missing from the pool.
      asked.onSuccess(SqlConnection::close);
      throw e;
    }
  }

  Duration limit() {
    return limit;
  }

  @Override
  public Query<RowSet<Row>> query(String sql) {
    return connection.query(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql) {
    return connection.preparedQuery(sql);
  }

  @Override
  public PreparedQuery<RowSet<Row>> preparedQuery(String sql, PrepareOptions options) {
    return connection.preparedQuery(sql, options);
  }

  @Override
  public Future<PreparedStatement> prepare(String sql) {
    return connection.prepare(sql);
  }

  @Override
  public Future<PreparedStatement> prepare(String sql, PrepareOptions options) {
    return connection.prepare(sql, options);
  }

  @Override
  public SqlConnection exceptionHandler(Handler<Throwable> handler) {
    connection.exceptionHandler(handler);
    return this;
  }

  @Override
  public SqlConnection closeHandler(Handler<Void> handler) {
    connection.closeHandler(handler);
    return this;
  }

  @Override
  public Future<Transaction> begin() {
    return connection.begin();
  }

  @Override
  public Transaction transaction() {
    return connection.transaction();
  }

  @Override
  public boolean isSSL() {
    return connection.isSSL();
  }

  @Override
  public DatabaseMetadata databaseMetadata() {
    return connection.databaseMetadata();
  }

  @Override
  public Future<Void> close() {
    return connection.close();
  }
}
