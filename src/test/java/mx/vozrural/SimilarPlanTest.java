package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.database.Sql;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Suggesting costs the same however many reports there are: two years of them, one in ten open. */
@Tag("slow")
class SimilarPlanTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Pattern SCANNED = Pattern.compile("(\\w+ Scan)(?: using (\\w+))? on report");
  private static final Pattern TOUCHED = Pattern.compile("Buffers: shared hit=(\\d+)");

  @BeforeAll
  static void fill() {
    TestServer.simulator(DATABASE).close();
    DATABASE.execute(
        """
        INSERT INTO report (folio, kind, channel, status, section, community, category, categories, urgent, life_danger, restricted,
          violence_at_home, unclear, priority, received_at, updated_at, due_on, language, message, message_at)
        SELECT 1000000 + g, 'need', 'sms', CASE WHEN g % 10 = 0 OR minute < 20160 THEN 'received' ELSE 'confirmed' END,
          (SELECT array_agg(code ORDER BY position) FROM section)[1 + g * 7 % 5], CASE WHEN g % 3 = 0 THEN 1 + g % 29 END,
          categories[1], categories, false, false, g % 97 = 0, false, g % 41 = 0, 3, at, at, at::date + 3, 'es', g, at
        FROM (
          SELECT g, minute, timestamptz '2026-11-23T16:00:00Z' - minute * interval '1 minute' AS at,
            CASE WHEN g % 12 = 0 THEN ARRAY[all_codes[1 + g * 11 % 18], all_codes[1 + (g * 11 + 5) % 18]]
              ELSE ARRAY[all_codes[1 + g * 11 % 18]] END AS categories
          FROM (SELECT g, g::bigint * 1049 % 1051200 AS minute FROM generate_series(1, 120000) g) n,
            (SELECT array_agg(code ORDER BY position) AS all_codes FROM category) c) r\
        """);
    DATABASE.execute("ANALYZE report");
  }

  /** The nodes of a plan that was carried out. */
  private static List<String> plan(String mode, String name, String values) throws SQLException {
    Sql sql = statement(name);
    try (Connection connection = DATABASE.connect();
        Statement statement = connection.createStatement()) {
      statement.execute("SET plan_cache_mode = " + mode);
      statement.execute("PREPARE asked AS " + sql.text());
      statement.executeQuery("EXECUTE asked(" + values + ")").close();
      ResultSet nodes =
          statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS) EXECUTE asked(" + values + ")");
      List<String> lines = new ArrayList<>();
      while (nodes.next()) {
        lines.add(nodes.getString(1));
      }
      return lines;
    }
  }

  private static Sql statement(String name) {
    try {
      return LeastPrivilegeTest.statements().stream()
          .filter(sql -> sql.name().equals(name))
          .findFirst()
          .orElseThrow();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** By which way the reports were found. */
  private static List<String> ways(List<String> plan) {
    return plan.stream()
        .map(SCANNED::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1) + " " + found.group(2))
        .distinct()
        .toList();
  }

  private static int pagesTouched(List<String> plan) {
    return plan.stream()
        .map(TOUCHED::matcher)
        .filter(Matcher::find)
        .mapToInt(found -> Integer.parseInt(found.group(1)))
        .findFirst()
        .orElseThrow();
  }

  private static String recent() {
    return DATABASE.text(
        "SELECT folio FROM report WHERE open AND NOT unclear AND cardinality(categories) > 1 AND"
            + " received_at < '2026-11-18' ORDER BY received_at DESC LIMIT 1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
  void what_is_alike_is_found_by_its_indexes_in_a_few_pages(String mode) throws SQLException {
    List<String> plan = plan(mode, "similar.newest", recent() + ", false");

    assertThat(ways(plan))
        .containsExactlyInAnyOrder(
            "Index Scan report_pkey",
            "Index Scan report_similar",
            "Index Scan report_similar_further");
    // A look at each of the hundred or so that came near it; the table has some 5,000 pages.
    assertThat(pagesTouched(plan)).isLessThan(500);
  }

  @Test
  void what_was_merged_is_found_by_its_index() throws SQLException {
    List<String> plan = plan("force_generic_plan", "similar.merged", recent());

    assertThat(plan).anyMatch(node -> node.contains("Index Scan using report_merged_into"));
    assertThat(pagesTouched(plan)).isLessThan(20);
  }

  @Test
  void what_waits_for_a_word_is_found_by_its_index() throws SQLException {
    List<String> plan =
        plan("force_generic_plan", "report.waited", "'2026-11-23', '1970-01-01', 0, 200");

    assertThat(plan).anyMatch(node -> node.contains("using report_waits"));
    assertThat(pagesTouched(plan)).isLessThan(20);
  }
}
