package mx.vozrural;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import mx.vozrural.outbox.OutboxWork;

/** A schema of the product with many texts that may leave, each to a phone of its own at first. */
final class OutboxTable implements AutoCloseable {
  private static final int RESIDENTS = 200_000;
  private static final int CONNECTIONS = 6;

  private static final String PHONES =
      """
      INSERT INTO resident (id, phone_index, phone, phone_kind, created_at)
      SELECT 9000000000 + i, decode(md5(i::text), 'hex'), decode(repeat(md5(i::text), 2), 'hex'), 'number', now()
      FROM generate_series(0, ? - 1) i\
      """;

  private static final String TEXTS =
      """
      WITH text AS (
        INSERT INTO message (id, at, direction, channel, resident, body, template, language, segments)
        SELECT 9000000000 + i, now(), 'out', 'sms', 9000000000 + i %% %1$d,
          'Presidencia: el camion de agua pasa manana a las 10 por la calle ' || i || '. Duda o reporte: 614 410 0100.',
          'broadcast', 'es', 1
        FROM generate_series(?::bigint, ?::bigint) i RETURNING id, at, resident)
      INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at, stream)
      SELECT id, at, resident, 'pending', 2, at, at + interval '3 days', at, 'notice' FROM text\
      """
          .formatted(RESIDENTS);

  private final TestDatabase schema = TestDatabase.fresh();
  private final Storage storage;
  private final Pool pool;
  private int texts;

  OutboxTable(Vertx vertx, int pending) throws SQLException {
    Map<String, String> environment = TestServer.environment(schema, Map.of());
    storage = Storage.open(vertx, Settings.read(new Environment(environment)));
    pool = storage.database().pool("outbox", CONNECTIONS);
    try (Connection connection = connect();
        PreparedStatement phones = connection.prepareStatement(PHONES)) {
      phones.setInt(1, RESIDENTS);
      phones.execute();
    }
    add(pending);
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("VACUUM (ANALYZE) resident, message, outbox");
    }
  }

  Connection connect() throws SQLException {
    return schema.connect();
  }

  /** More texts that may leave. */
  void add(int more) throws SQLException {
    try (Connection connection = connect();
        PreparedStatement fill = connection.prepareStatement(TEXTS)) {
      fill.setLong(1, texts);
      fill.setLong(2, texts + more - 1L);
      fill.execute();
    }
    texts += more;
  }

  OutboxWork work() {
    return new OutboxWork(pool);
  }

  Pool pool() {
    return pool;
  }

  long accepted() {
    return Long.parseLong(schema.text("SELECT count(*) FROM outbox WHERE state = 'accepted'"));
  }

  @Override
  public void close() {
    pool.close().await();
    storage.close();
  }
}
