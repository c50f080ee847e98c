package mx.vozrural.reports;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.outbox.Correspondence;
import mx.vozrural.outbox.Outbox;

/**
 * What staff read. Opening a restricted report leaves a line in its history, before it is shown.
 */
public final class ReportReader {
  private final Database database;
  private final Reports reports;
  private final Outbox outbox;
  private final Supplier<Map<Long, String>> names;

  /**
   * @param names addresses of staff by id
   */
  public ReportReader(
      Database database, Reports reports, Outbox outbox, Supplier<Map<Long, String>> names) {
    this.database = database;
    this.reports = reports;
    this.outbox = outbox;
    this.names = names;
  }

  public QueueQuery.Page queue(QueueQuery query, Scope scope) {
    return query.run(database.pool(), scope);
  }

  /** How many match, on all pages. */
  public long count(QueueQuery query, Scope scope) {
    return query.count(database.pool(), scope);
  }

  /**
   * What may tell of the same as a report. All of it is of its section, so who may know of the one
   * may know of the others, but for restricted ones.
   */
  public Similar similar(Report report, Scope scope) {
    return scope.covers(report.section(), report.gravity().restricted())
        ? Similar.of(
            SimilarSql.NEWEST.run(database.pool(), report.number(), scope.restricted()).stream()
                .toList())
        : Similar.NONE;
  }

  /** What was merged into a report, without words. */
  public List<Report> merged(Report report, Scope scope) {
    return SimilarSql.MERGED.list(database.pool(), Report::of, report.number()).stream()
        .filter(r -> scope.covers(r.section(), r.gravity().restricted()))
        .toList();
  }

  /**
   * Where the same phone reported from the last time: a hint for who places this report, no more,
   * since phones are lent and people travel. Empty where this person may not know of that report.
   */
  public Optional<String> lately(Report report, Scope scope) {
    return report.resident() == null
        ? Optional.empty()
        : ReportSql.LATELY
            .first(
                database.pool(),
                row -> row.getString("section"),
                report.resident(),
                Columns.time(report.receivedAt()),
                report.number())
            .filter(section -> scope.covers(section, false));
  }

  /** Empty where there is no such report, or none that this person may know of. */
  public Optional<Report> open(String folio, Scope scope) {
    Optional<Report> report =
        reports.find(folio).filter(r -> scope.covers(r.section(), r.gravity().restricted()));
    report.filter(r -> r.gravity().restricted()).ifPresent(r -> record(r, scope));
    return report;
  }

  private void record(Report report, Scope scope) {
    database.transact(connection ->
        reports.note(connection, report.folio(), "read", scope.actor(), null, null, null));
  }

  public List<HistoryEntry> history(Report report) {
    return reports.history(database.pool(), report.folio());
  }

  /** The ids of the commitments that it is linked to. */
  public List<String> commitments(Report report) {
    return Links.of(database.pool(), report);
  }

  /** Those of several reports, by their numbers; a report that has none is left out. */
  public Map<Long, List<String>> commitments(List<Report> reports) {
    return Links.of(database.pool(), reports);
  }

  public List<Correspondence> correspondence(Report report) {
    return outbox.ofReport(database.pool(), report.number());
  }

  public Map<Long, String> names() {
    return names.get();
  }

  /** ISO 8601 with the municipality's offset. */
  public String time(Instant instant) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        instant.truncatedTo(ChronoUnit.SECONDS).atZone(reports.deadlines().zone()));
  }
}
