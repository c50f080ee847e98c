package mx.vozrural.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a schema up to date as its owner, and makes the role with fewer rights as which the
 * application works.
 */
public final class Migration {
  private static final Logger LOG = LoggerFactory.getLogger(Migration.class);
  private static final int LEAST_VERSION = 150000;

  private final Endpoint owner;
  private final String schema;

  public Migration(Endpoint owner, String schema) {
    this.owner = owner;
    this.schema = schema;
  }

  /**
   * Migrates and loads the catalogue where there is none.
   *
   * @param given the application's own account where its operator made one
   * @return the account to work with
   */
  public Endpoint run(Optional<Endpoint> given, MasterKey key) {
    try (Connection connection = connect()) {
      requireVersion(connection);
      requireKey(connection, key);
      Endpoint app = given.orElseGet(() -> makeRole(connection, key));
      migrate(app.user());
      seed(connection);
      return app;
    } catch (SQLException e) {
      throw new StartFailure("DATABASE_URL: " + reason(e), e);
    } catch (FlywayException e) {
      throw new StartFailure(
          "DATABASE_URL: the schema " + schema + " can't be migrated: " + firstLine(e), e);
    }
  }

  private Connection connect() throws SQLException {
    return DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
  }

  private static void requireVersion(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SHOW server_version_num")) {
      result.next();
      if (result.getInt(1) < LEAST_VERSION) {
        throw new StartFailure("DATABASE_URL: PostgreSQL 15 or newer is needed");
      }
    }
  }

  /**
   * Before anything is changed: the role's password follows the key, and other instances use it.
   */
  private void requireKey(Connection connection, MasterKey key) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      try (ResultSet kept =
          statement.executeQuery("SELECT to_regclass('" + schema + ".secret_key')")) {
        kept.next();
        if (kept.getString(1) == null) {
          return;
        }
      }
      try (ResultSet fingerprint =
          statement.executeQuery("SELECT fingerprint FROM " + schema + ".secret_key")) {
        if (fingerprint.next()) {
          Keyring.refuseOther(key, fingerprint.getBytes(1));
        }
      }
    }
  }

  /**
   * The role's password is derived from the master key, so that every instance knows it and none
   * has to keep it.
   */
  private Endpoint makeRole(Connection connection, MasterKey key) {
    String role = schema + "_app";
    String password =
        Base64.getUrlEncoder().withoutPadding().encodeToString(key.derive("role " + role));
    Endpoint app = owner.as(role, password);
    if (signsIn(app)) {
      return app;
    }
    try (Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('" + role + "'))");
      try (ResultSet found =
          statement.executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
        if (!found.next()) {
          statement.execute("CREATE ROLE \"" + role + "\" LOGIN");
        }
      }
      // The verifier is computed here, so that the password itself is in no statement and no log.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(role, password.toCharArray(), "scram-sha-256");
      connection.commit();
      connection.setAutoCommit(true);
      return app;
    } catch (SQLException e) {
      rollBack(connection);
      LOG.warn(
          "The role {} can't be made ({}): working as the schema's owner, with more rights than needed",
          role,
          e.getSQLState());
      return owner;
    }
  }

  private static boolean signsIn(Endpoint app) {
    try (Connection connection =
        DriverManager.getConnection(app.jdbcUrl(), app.user(), app.password())) {
      return connection.isValid(5);
    } catch (SQLException e) {
      return false;
    }
  }

  private static void rollBack(Connection connection) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      throw new StartFailure("DATABASE_URL: " + reason(e), e);
    }
  }

  private void migrate(String app) {
    Flyway.configure()
        .dataSource(owner.jdbcUrl(), owner.user(), owner.password())
        .schemas(schema)
        .defaultSchema(schema)
        .createSchemas(true)
        .locations("classpath:db/migration")
        .placeholders(Map.of("schema", schema, "app", app))
        .validateMigrationNaming(true)
        .load()
        .migrate();
  }

  /** In the order in which they refer to each other. */
  private static final List<String> CATALOGUE =
      List.of(
          "section",
          "community",
          "category",
          "holiday_rule",
          "plan",
          "commitment",
          "commitment_action",
          "municipality");

  /**
   * A schema without a municipality gets the example's; the row of the municipality comes last and
   * says that all is there.
   */
  private void seed(Connection connection) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("SET LOCAL search_path = " + schema);
      statement.execute("SELECT pg_advisory_xact_lock(hashtext('" + schema + ".seed'))");
      try (ResultSet found = statement.executeQuery("SELECT 1 FROM municipality")) {
        if (found.next()) {
          return;
        }
      }
      for (String table : CATALOGUE) {
        fill(connection, table);
      }
      statement.execute(
          "SELECT setval(pg_get_serial_sequence('community', 'id'), (SELECT max(id) FROM community))");
    } finally {
      connection.commit();
      connection.setAutoCommit(true);
    }
  }

  private static void fill(Connection connection, String table) throws SQLException {
    String json = resource("/db/catalogue/" + table + ".json");
    String columns = columns(connection, table, json);
    String sql =
        "INSERT INTO %1$s (%2$s) SELECT %2$s FROM jsonb_populate_recordset(null::%1$s, ?::jsonb)"
            .formatted(table, columns);
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, json);
      insert.executeUpdate();
    }
  }

  /** Only what the file names: what it leaves out keeps the column's default. */
  private static String columns(Connection connection, String table, String json)
      throws SQLException {
    String sql =
        "SELECT string_agg(DISTINCT quote_ident(k), ', ') FROM jsonb_array_elements(?::jsonb) e, jsonb_object_keys(e) k";
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setString(1, json);
      try (ResultSet result = query.executeQuery()) {
        result.next();
        String columns = result.getString(1);
        if (columns == null) {
          throw new StartFailure("db/catalogue/" + table + ".json is empty");
        }
        return columns;
      }
    }
  }

  private static String resource(String name) {
    try (InputStream in = Migration.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the operator can act on; the driver's words may repeat the address with its password. */
  private static String reason(SQLException e) {
    String state = e.getSQLState() == null ? "" : e.getSQLState();
    return switch (state) {
      case "28P01", "28000" -> "user or password is refused";
      case "3D000" -> "there is no such database";
      case "42501" -> "the role may not do what a migration needs";
      default ->
          state.startsWith("08")
              ? "no database answers there"
              : "the database refuses (SQLSTATE " + state + ")";
    };
  }

  private static String firstLine(Exception e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
