package mx.vozrural.reports;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Sql;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A page of the queue: what is most urgent and due first, then what came first. Pages follow each
 * other by key, so that a page costs the same wherever it is.
 *
 * @param status null: all that are open
 * @param words a folio, or words that stand in the report
 * @param after the cursor of the page before
 */
public record QueueQuery(
    @Nullable String section,
    @Nullable String category,
    @Nullable Status status,
    @Nullable Boolean urgent,
    @Nullable Long assignee,
    @Nullable String words,
    @Nullable Cursor after,
    int limit) {

  /** One page and the way to the next. */
  public record Page(List<Queued> reports, @Nullable Cursor next) {}

  /**
   * A report in the queue.
   *
   * @param similar how many others may tell of the same, counted as far as {@link Similar#MOST}
   */
  public record Queued(Report report, int similar) {
    static Queued of(Row row) {
      return new Queued(Report.of(row), row.getInteger("similar"));
    }
  }

  /** The last row of a page. */
  public record Cursor(int priority, LocalDate dueOn, Instant receivedAt, long folio) {

    public String encode() {
      // The database keeps microseconds; a finer instant would never be equal.
      long micros = ChronoUnit.MICROS.between(Instant.EPOCH, receivedAt);
      String text = priority + " " + dueOn + " " + micros + " " + folio;
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Empty for anything that {@link #encode} didn't make. */
    public static Optional<Cursor> decode(String text) {
      try {
        String[] parts =
            new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", -1);
        return Optional.of(
            new Cursor(
                Integer.parseInt(parts[0]),
                LocalDate.parse(parts[1]),
                Instant.EPOCH.plus(Long.parseLong(parts[2]), ChronoUnit.MICROS),
                Long.parseLong(parts[3])));
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }

    static Cursor of(Row row) {
      return new Cursor(
          row.getInteger("priority"),
          row.getLocalDate("due_on"),
          row.getOffsetDateTime("received_at").toInstant(),
          row.getLong("folio"));
    }
  }

  public Page run(SqlClient client, Scope scope) {
    if (!scope.queue()
        || (scope.section() != null && section != null && !section.equals(scope.section()))) {
      return new Page(List.of(), null);
    }
    List<Object> values = new ArrayList<>();
    Sql sql = page(scope, values);
    List<Row> rows = sql.run(client, Tuple.from(values)).stream().toList();
    boolean more = rows.size() > limit;
    List<Row> page = more ? rows.subList(0, limit) : rows;
    return new Page(
        page.stream().map(Queued::of).toList(), more ? Cursor.of(page.get(limit - 1)) : null);
  }

  /** What is alike is counted for the rows of the page alone. */
  private Sql page(Scope scope, List<Object> values) {
    List<String> conditions = new ArrayList<>();
    where(conditions, values, scope);
    String most = add(values, "$", limit + 1);
    String restricted = add(values, "$", scope.restricted());
    return Sql.of(
        """
        -- queue.page
        SELECT r.*, %s AS similar FROM (
          SELECT %s, r.open, m.body FROM report r LEFT JOIN message m ON m.id = r.message AND m.at = r.message_at
          WHERE %s
          ORDER BY r.priority, r.due_on, r.received_at, r.folio LIMIT %s) r
        ORDER BY r.priority, r.due_on, r.received_at, r.folio\
        """
            .formatted(
                SimilarSql.count(restricted),
                ReportSql.COLUMNS,
                String.join(" AND ", conditions),
                most));
  }

  long count(SqlClient client, Scope scope) {
    if (!scope.queue()) {
      return 0;
    }
    List<String> conditions = new ArrayList<>();
    List<Object> values = new ArrayList<>();
    new QueueQuery(section, category, status, urgent, assignee, words, null, limit)
        .where(conditions, values, scope);
    String joined =
        words == null ? "" : " LEFT JOIN message m ON m.id = r.message AND m.at = r.message_at";
    Sql sql =
        Sql.of(
            "-- queue.count\nSELECT count(*) FROM report r%s WHERE %s"
                .formatted(joined, String.join(" AND ", conditions)));
    return sql.run(client, Tuple.from(values)).iterator().next().getLong(0);
  }

  /** Each set of filters is one prepared statement; values are always parameters. */
  private void where(List<String> conditions, List<Object> values, Scope scope) {
    conditions.add(status == null ? "r.open" : add(values, "r.status = $", status.code()));
    String ofSection = scope.section() != null ? scope.section() : section;
    if (ofSection != null) {
      conditions.add(add(values, "r.section = $", ofSection));
    }
    if (category != null) {
      conditions.add(add(values, "r.category = $", category));
    }
    if (urgent != null) {
      conditions.add(urgent ? "r.priority <= 1" : "r.priority > 1");
    }
    if (assignee != null) {
      conditions.add(add(values, "r.assignee = $", assignee));
    }
    if (!scope.restricted()) {
      conditions.add("NOT r.restricted");
    }
    if (words != null) {
      search(conditions, values);
    }
    if (after != null) {
      conditions.add(after(values, after));
    }
  }

  private void search(List<String> conditions, List<Object> values) {
    String digits = words == null ? "" : words.replaceAll("[\\s.-]", "");
    if (digits.matches("\\d{7,12}")) {
      conditions.add(add(values, "r.folio = $", Long.valueOf(digits)));
      return;
    }
    conditions.add(
        add(values, "to_tsvector('spanish', m.body) @@ websearch_to_tsquery('spanish', $", words)
            + ")");
  }

  private static String after(List<Object> values, Cursor cursor) {
    OffsetDateTime received = cursor.receivedAt().atOffset(ZoneOffset.UTC);
    int first = values.size() + 1;
    values.addAll(List.of(cursor.priority(), cursor.dueOn(), received, cursor.folio()));
    return "(r.priority, r.due_on, r.received_at, r.folio) > ($%d, $%d, $%d, $%d)"
        .formatted(first, first + 1, first + 2, first + 3);
  }

  private static String add(List<Object> values, String condition, @Nullable Object value) {
    values.add(value);
    return condition + values.size();
  }
}
