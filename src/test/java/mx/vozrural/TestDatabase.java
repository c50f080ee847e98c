package mx.vozrural;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mx.vozrural.database.DataFolder;
import mx.vozrural.database.EmbeddedServer;
import mx.vozrural.database.Endpoint;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;

/**
 * A schema on the PostgreSQL server that the product brings, started once for all tests with the
 * product's own settings. Reads and spoils rows past the application, as the server's superuser.
 *
 * @param schema new and empty; the first server on it migrates it
 */
record TestDatabase(String schema) {
  private static final AtomicInteger SCHEMAS = new AtomicInteger();
  private static final Path FOLDERS = folders();
  private static final Endpoint SERVER = start();

  static TestDatabase fresh() {
    return new TestDatabase("test_" + SCHEMAS.incrementAndGet());
  }

  private static Endpoint start() {
    try {
      Path path = Files.createTempDirectory("voz-rural-tests");
      DataFolder folder = DataFolder.take(path).orElseThrow();
      EmbeddedServer server = EmbeddedServer.start(folder);
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server, folder, path)));
      return server.endpoint();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void stop(EmbeddedServer server, DataFolder folder, Path path) {
    server.close();
    folder.close();
    remove(path);
  }

  /** A folder and all that is in it. */
  static void remove(Path path) {
    try (Stream<Path> files = Files.walk(path)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The owner's address, as an operator would write it. */
  String url() {
    return "postgresql://%s:%s@%s:%d/%s"
        .formatted(
            SERVER.user(),
            SERVER.password().replace("+", "%2B").replace("/", "%2F").replace("=", "%3D"),
            SERVER.host(),
            SERVER.port(),
            SERVER.database());
  }

  /** A {@code DATA_DIR} for the servers on it. */
  Path folder() {
    return FOLDERS.resolve(schema);
  }

  private static Path folders() {
    try {
      Path folders = Files.createTempDirectory("voz-rural-data");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folders)));
      return folders;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The application is cut off, and gets no connection any more. */
  void goesAway() {
    execute("ALTER ROLE " + app() + " CONNECTION LIMIT 0");
    Awaitility.await()
        .until(() ->
            text(
                    "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = ?",
                    app())
                .equals("0"));
  }

  void comesBack() {
    execute("ALTER ROLE " + app() + " CONNECTION LIMIT -1");
  }

  /** The role as which the application works. */
  String app() {
    return schema + "_app";
  }

  /** A connection of the superuser whose names are this schema's. */
  Connection connect() throws SQLException {
    Connection connection =
        DriverManager.getConnection(
            "jdbc:postgresql://%s:%d/%s".formatted(SERVER.host(), SERVER.port(), SERVER.database()),
            SERVER.user(),
            SERVER.password());
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET search_path = " + schema);
    }
    return connection;
  }

  /** The rows of a query, each by its columns' names. */
  List<Map<String, @Nullable Object>> rows(String sql, @Nullable Object... values) {
    try (Connection connection = connect();
        PreparedStatement query = prepared(connection, sql, values);
        ResultSet result = query.executeQuery()) {
      List<Map<String, @Nullable Object>> rows = new ArrayList<>();
      while (result.next()) {
        rows.add(row(result));
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  private static PreparedStatement prepared(
      Connection connection, String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  private static Map<String, @Nullable Object> row(ResultSet result) throws SQLException {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
      row.put(result.getMetaData().getColumnLabel(i), result.getObject(i));
    }
    return row;
  }

  /** The first column of a query, as texts. */
  List<String> texts(String sql, @Nullable Object... values) {
    return rows(sql, values).stream()
        .map(row -> String.valueOf(row.values().iterator().next()))
        .toList();
  }

  String text(String sql, @Nullable Object... values) {
    List<String> texts = texts(sql, values);
    return texts.isEmpty() ? "" : texts.get(0);
  }

  long count(String table) {
    return Long.parseLong(text("SELECT count(*) FROM " + table));
  }

  void execute(String sql, @Nullable Object... values) {
    try (Connection connection = connect();
        PreparedStatement statement = prepared(connection, sql, values)) {
      statement.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
