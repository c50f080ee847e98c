package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import mx.vozrural.access.Role;
import mx.vozrural.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the application's role may do in its schema, and what only the owner may. */
class LeastPrivilegeTest {
  private static final String MAY_NOT = "42501";
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static TestServer server;
  private static String folio;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    folio = server.phones().report(Phones.number(1), "No hay agua en Palo Blanco");
    server.desk(Role.TRIAGER).change(folio, new JsonObject().put("note", "Llamar por la tarde"));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** Runs it with the application's rights, and undoes it. */
  private static void asApp(String sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("SET ROLE " + DATABASE.app());
      statement.execute(sql);
      connection.rollback();
    }
  }

  private static void assertForbidden(String sql) {
    assertThatThrownBy(() -> asApp(sql))
        .as(sql)
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo(MAY_NOT));
  }

  @Test
  void its_role_is_the_schemas_own_and_the_application_works_as_it() {
    assertThat(DATABASE.app()).isEqualTo(DATABASE.schema() + "_app");
    assertThat(
            DATABASE.texts(
                "SELECT DISTINCT usename FROM pg_stat_activity WHERE application_name LIKE ?",
                DATABASE.schema() + ".%"))
        .containsExactly(DATABASE.app());
    assertThat(
            DATABASE.rows(
                "SELECT rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls FROM"
                    + " pg_roles WHERE rolname = ?",
                DATABASE.app()))
        .singleElement()
        .satisfies(row -> assertThat(row.values()).containsOnly(false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREATE TABLE extra (id integer)",
        "ALTER TABLE report ADD COLUMN extra integer",
        "DROP TABLE kept",
        "CREATE INDEX extra ON report (kind)",
        "CREATE SCHEMA extra",
        "CREATE ROLE extra",
        "TRUNCATE history",
        "ALTER TABLE history DISABLE TRIGGER ALL",
        "DELETE FROM report",
        "DELETE FROM resident",
        "DELETE FROM outbox",
        "DELETE FROM staff",
        "DELETE FROM inbound",
        "UPDATE data_key SET wrapped = ''",
        "DELETE FROM data_key",
        "UPDATE secret_key SET fingerprint = ''",
        "UPDATE municipality SET name = 'x'",
        "UPDATE inbound SET sid = 'x'",
        "INSERT INTO plan (id, title) VALUES ('x', 'x')"
      })
  void it_may_not_alter_the_schema_or_what_the_owner_keeps(String sql) {
    assertForbidden(sql);
  }

  @ParameterizedTest
  @CsvSource({
    "history, reason = 'x'",
    "audit, action = 'x'",
    "message, body = 'x'",
    "words, body = 'x'",
    "consent, event = 'start'"
  })
  void what_only_grows_it_may_neither_change_nor_delete(String table, String change) {
    assertForbidden("UPDATE " + table + " SET " + change);
    assertForbidden("DELETE FROM " + table);
    for (String partition :
        DATABASE.texts(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = ?::regclass",
            table)) {
      assertForbidden("UPDATE " + partition + " SET " + change);
      assertForbidden("DELETE FROM " + partition);
      assertForbidden("INSERT INTO " + partition + " SELECT * FROM " + table);
    }
  }

  @Test
  void words_of_staff_can_be_redacted_and_the_history_says_so() {
    String words = DATABASE.text("SELECT id FROM words WHERE body IS NOT NULL");

    assertThat(redact("redact_words(%s, %s, NULL, 'asked', 900001, now())", words)).isEqualTo("t");
    assertThat(redact("redact_words(%s, %s, NULL, 'asked', 900002, now())", words)).isEqualTo("f");

    assertThat(DATABASE.text("SELECT body FROM words WHERE id = ?::bigint", words))
        .isEqualTo("null");
    assertThat(
            DATABASE.texts(
                "SELECT words FROM history WHERE event = 'redacted' AND id BETWEEN 900001 AND"
                    + " 900002"))
        .containsExactly(words);
  }

  private static String redact(String call, String id) {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + DATABASE.app());
      var result = statement.executeQuery("SELECT " + call.formatted(id, folio));
      result.next();
      return result.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void a_text_can_be_redacted_and_the_history_says_so() {
    String message = DATABASE.text("SELECT message FROM report WHERE folio = ?::bigint", folio);
    String call =
        "redact_message(%s, (SELECT message_at FROM report WHERE folio = %s), "
            + folio
            + ", NULL, 'asked', 900003, now())";

    assertThat(redact(call, message)).isEqualTo("t");

    assertThat(DATABASE.text("SELECT body FROM message WHERE id = ?::bigint", message)).isEmpty();
    assertThat(
            DATABASE.text(
                "SELECT detail->>'message' FROM history WHERE event = 'redacted' AND id = 900003"))
        .isEqualTo(message);
  }

  @Test
  void no_table_has_a_trigger_so_that_all_that_happens_stands_in_the_statements() {
    assertThat(
            DATABASE.texts(
                "SELECT tgname FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid WHERE NOT"
                    + " tgisinternal AND c.relnamespace = ?::regnamespace",
                DATABASE.schema()))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "fsync, on",
    "synchronous_commit, on",
    "full_page_writes, on",
    "log_parameter_max_length, 0",
    "log_parameter_max_length_on_error, 0",
    "password_encryption, scram-sha-256",
    "listen_addresses, 127.0.0.1"
  })
  void the_embedded_server_is_durable_closed_and_discreet(String setting, String value) {
    assertThat(DATABASE.text("SHOW " + setting)).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"history", "audit", "message"})
  void what_grows_is_partitioned_by_month_for_a_year_to_come(String table) {
    List<String> partitions =
        DATABASE.texts(
            "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = ?::regclass",
            table);

    assertThat(partitions)
        .contains(table + "_other", table + "_2026_11", table + "_2026_12", table + "_2027_10")
        .hasSizeGreaterThanOrEqualTo(14);
    assertThat(DATABASE.count(table + "_other")).isZero();
  }

  @Test
  void making_partitions_again_makes_none() throws SQLException {
    asApp("SELECT make_partitions('2026-10-01', 14)");
    assertThat(DATABASE.text("SELECT make_partitions('2026-10-01', 14)")).isEqualTo("0");
    assertThat(DATABASE.text("SELECT make_partitions('2031-01-01', 1)")).isEqualTo("3");
    assertThat(DATABASE.text("SELECT make_partitions('2031-01-01', 1)")).isEqualTo("0");
  }

  static List<Sql> statements() throws IOException, ReflectiveOperationException {
    Path classes =
        Path.of(Wiring.class.getProtectionDomain().getCodeSource().getLocation().getPath());
    List<Sql> statements = new ArrayList<>();
    try (Stream<Path> files = Files.walk(classes.resolve("mx"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".class")).sorted().toList()) {
        String name = classes.relativize(file).toString().replace('/', '.');
        Class<?> type = Class.forName(name.substring(0, name.length() - ".class".length()));
        for (Field field : type.getDeclaredFields()) {
          if (Modifier.isStatic(field.getModifiers()) && field.getType() == Sql.class) {
            field.setAccessible(true);
            statements.add((Sql) field.get(null));
          }
        }
      }
    }
    return statements;
  }

  @Test
  void no_statement_is_missed_below() throws Exception {
    assertThat(statements().stream().map(Sql::name))
        .contains("intake.write", "report.open", "delivery.claim", "keyring.claim", "ids.block")
        .hasSizeGreaterThan(60)
        .doesNotHaveDuplicates();
  }

  /** EXPLAIN of an execution checks the rights to each table and column, and runs nothing. */
  @ParameterizedTest
  @MethodSource("statements")
  void each_statement_is_whole_and_the_role_may_run_it(Sql sql) throws SQLException {
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET ROLE " + DATABASE.app());
      statement.execute("PREPARE checked AS " + sql.text());
      var result =
          statement.executeQuery(
              "SELECT cardinality(parameter_types) FROM pg_prepared_statements WHERE name ="
                  + " 'checked'");
      result.next();
      int parameters = result.getInt(1);
      String nulls = String.join(", ", Collections.nCopies(parameters, "NULL"));
      statement.execute("EXPLAIN EXECUTE checked" + (parameters == 0 ? "" : "(" + nulls + ")"));
    }
  }
}
