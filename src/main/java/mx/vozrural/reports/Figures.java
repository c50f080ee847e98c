package mx.vozrural.reports;

import io.vertx.sqlclient.SqlClient;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/**
 * What the public may know of the reports as a whole. Restricted ones count in the municipal total
 * only.
 */
public final class Figures {
  private static final Sql SUMMARY =
      Sql.of(
          """
          -- figures.summary
          SELECT count(*) AS received, count(*) FILTER (WHERE open) AS open, count(*) FILTER (WHERE open AND due_on < $2) AS late
          FROM report WHERE kind = 'need' AND received_at >= $1\
          """);

  private static final Sql BY_SECTION =
      Sql.of(
          """
          -- figures.by_section
          SELECT s.name, count(r.folio) AS n FROM section s
          LEFT JOIN report r ON r.section = s.code AND r.kind = 'need' AND NOT r.restricted AND r.received_at >= $1
          GROUP BY s.code ORDER BY s.position\
          """);

  private final SqlClient client;
  private final Deadlines deadlines;

  public Figures(SqlClient client, Deadlines deadlines) {
    this.client = client;
    this.deadlines = deadlines;
  }

  /** How many needs came, how many are open, how many of these are past their day. */
  public record Summary(long received, long open, long late) {}

  public Summary summary(LocalDate since, LocalDate today) {
    return SUMMARY
        .first(
            client,
            row -> new Summary(row.getLong("received"), row.getLong("open"), row.getLong("late")),
            Columns.time(since.atStartOfDay(deadlines.zone()).toInstant()),
            today)
        .orElseThrow();
  }

  /** Needs by the section's name. */
  public Map<String, Long> bySection(LocalDate since) {
    Map<String, Long> figures = new LinkedHashMap<>();
    BY_SECTION
        .run(client, Columns.time(since.atStartOfDay(deadlines.zone()).toInstant()))
        .forEach(row -> figures.put(row.getString("name"), row.getLong("n")));
    return figures;
  }
}
