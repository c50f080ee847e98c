package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.database.Sql;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Who gets a broadcast is found from those who subscribed and from what is linked, however many
 * residents and reports there are beside them.
 */
class AudiencePlanTest {
  private static final int REPORTS = 20_000;
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    DATABASE.execute(
        """
        INSERT INTO resident (id, phone_index, phone, phone_kind, created_at)
        SELECT n, int8send(n), ''::bytea, 'number', now() FROM generate_series(1::bigint, ?) n
        """,
        REPORTS);
    DATABASE.execute(
        """
        INSERT INTO report (folio, kind, channel, status, section, category, categories, urgent, life_danger, restricted,
          violence_at_home, unclear, priority, received_at, updated_at, due_on, resident, language, message, message_at)
        SELECT 2000000 + n, 'need', 'sms', 'accepted', 'EL_CHARCO', 'AGUA', '{AGUA}', false, false, false, false, false, 3, now(),
          now(), '2026-12-01', n, 'es', n, now() FROM generate_series(1, ?) n
        """,
        REPORTS);
    DATABASE.execute("INSERT INTO neighbour SELECT folio, resident % 1000 + 1, now() FROM report");
    DATABASE.execute(
        "INSERT INTO subscription SELECT id, NULL, now() FROM resident WHERE id % 100 = 0");
    DATABASE.execute(
        """
        INSERT INTO staff (id, email, password, role, created_at) VALUES (1, 'ana@voz.example', '', 'admin', now())
        """);
    DATABASE.execute(
        """
        INSERT INTO report_commitment SELECT folio, 'MXCHH0003', now(), 1 FROM report WHERE folio % 100 = 0
        """);
    for (String table : List.of("resident", "report", "neighbour", "subscription")) {
      DATABASE.execute("ANALYZE " + table);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "broadcast.count | NULL, NULL, NULL, 'MXCHH0003', true",
        "broadcast.count | '{EL_SAUZ}', '{CAMINO}', NULL, 'MXCHH0003', false",
        "broadcast.write_recipients | NULL, NULL, NULL, 'MXCHH0003', true, 1"
      })
  void it_reads_no_table_of_residents_or_reports_whole(String statement, String values)
      throws Exception {
    for (String mode : List.of("force_generic_plan", "force_custom_plan")) {
      assertThat(plan(statement, values, mode))
          .isNotEmpty()
          .noneMatch(step -> step.matches(".*Seq Scan on (report|resident|neighbour)\\b .*"));
    }
  }

  private static List<String> plan(String name, String values, String mode)
      throws IOException, SQLException, ReflectiveOperationException {
    Sql sql =
        LeastPrivilegeTest.statements().stream()
            .filter(one -> one.name().equals(name))
            .findFirst()
            .orElseThrow();
    List<String> steps = new ArrayList<>();
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE planned AS " + sql.text());
      ResultSet plan = statement.executeQuery("EXPLAIN EXECUTE planned(" + values + ")");
      while (plan.next()) {
        steps.add(plan.getString(1));
      }
    }
    return steps;
  }
}
