package mx.vozrural.database;

import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;

/** The application's connections to one schema. */
public final class Database implements AutoCloseable {
  private static final Sql PING =
      Sql.of("-- database.ping\nSELECT 1").within(Duration.ofSeconds(3));

  private static final Map<String, String> PLANNED_ONCE =
      Map.of(
          "plan_cache_mode", "force_generic_plan",
          "enable_seqscan", "off",
          "enable_hashjoin", "off",
          "enable_mergejoin", "off");

  private final Vertx vertx;
  private final Endpoint endpoint;
  private final String schema;
  private final Pool pool;

  public Database(Vertx vertx, Endpoint endpoint, String schema, int connections) {
    this.vertx = vertx;
    this.endpoint = endpoint;
    this.schema = schema;
    this.pool = pool("desk", connections);
  }

  /** Connections for pages and programs. */
  public Pool pool() {
    return pool;
  }

  /**
   * How long the server itself works at a statement, and waits for a row that somebody else holds.
   */
  public record Limits(Duration statement, Duration lock) {
    private Map<String, String> options() {
      return Map.of(
          "statement_timeout", Long.toString(statement.toMillis()),
          "lock_timeout", Long.toString(lock.toMillis()));
    }
  }

  /** A pool of its own for work that must not wait behind the pages. */
  public Pool pool(String name, int connections) {
    return pool(name, connections, Map.of());
  }

  /** The same, for work at which nobody may hang. */
  public Pool pool(String name, int connections, Limits limits) {
    return pool(name, connections, limits.options());
  }

  /**
   * A pool for statements over arrays of keys. They look cheaper planned for their values, and
   * would be planned at each run, which takes longer than most runs; so they are planned once. That
   * may be while the tables are small, when reading them whole is cheapest: a plan that would still
   * be run when they are large.
   */
  public Pool batchPool(String name, int connections) {
    return pool(name, connections, PLANNED_ONCE);
  }

  /** The same, for work at which nobody may hang. */
  public Pool batchPool(String name, int connections, Limits limits) {
    Map<String, String> options = new HashMap<>(PLANNED_ONCE);
    options.putAll(limits.options());
    return pool(name, connections, options);
  }

  private Pool pool(String name, int connections, Map<String, String> server) {
    PgConnectOptions options =
        new PgConnectOptions()
            .setHost(endpoint.host())
            .setPort(endpoint.port())
            .setDatabase(endpoint.database())
            .setUser(endpoint.user())
            .setPassword(endpoint.password())
            .addProperty("search_path", schema)
            .addProperty("application_name", schema + "." + name)
            // Off by default in the client, which costs half of the throughput.
            .setCachePreparedStatements(true)
            .setPreparedStatementCacheMaxSize(256)
            // By default those over 2,048 characters are passed over: those of a batch.
            .setPreparedStatementCacheSqlFilter(sql -> true)
            .setPipeliningLimit(16)
            .setReconnectAttempts(2)
            .setReconnectInterval(100);
    server.forEach(options::addProperty);
    return PgBuilder.pool()
        .with(
            new PoolOptions()
                .setName(schema + "." + name)
                .setShared(true)
                .setMaxSize(connections)
                .setConnectionTimeout(5)
                .setConnectionTimeoutUnit(TimeUnit.SECONDS))
        .connectingTo(options)
        .using(vertx)
        .build();
  }

  public String schema() {
    return schema;
  }

  /** All or nothing: what is thrown inside undoes what was written. */
  public <T> T inTransaction(Function<SqlConnection, T> work) {
    SqlConnection connection = pool.getConnection().await();
    try {
      Transaction transaction = connection.begin().await();
      T result;
      try {
        result = work.apply(connection);
      } catch (Throwable e) {
        transaction.rollback().otherwiseEmpty().await();
        throw e;
      }
      transaction.commit().await();
      return result;
    } finally {
      connection.close();
    }
  }

  public void transact(Consumer<SqlConnection> work) {
    inTransaction(connection -> {
      work.accept(connection);
      return true;
    });
  }

  /** Answers when the database does; throws when it doesn't. */
  public void ping() {
    PING.run(pool);
  }

  @Override
  public void close() {
    pool.close().await();
  }
}
