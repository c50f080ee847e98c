package mx.vozrural.reports;

import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mx.vozrural.domain.ShortDate;
import mx.vozrural.domain.Status;
import mx.vozrural.outbox.Notice;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.residents.Residents;
import org.jspecify.annotations.Nullable;

/**
 * The short text that a resident gets at each move that matters to them, in the move's own
 * transaction.
 */
final class ReportNotices {
  private static final Map<Status, String> TEMPLATES =
      Map.of(
          Status.ACCEPTED, "status_accepted",
          Status.ASKED, "status_asked",
          Status.REFERRED, "status_referred",
          Status.SCHEDULED, "status_scheduled",
          Status.RESOLVED, "status_resolved",
          Status.REOPENED, "status_reopened",
          Status.REJECTED, "status_rejected");

  private static final List<String> STAFF_MESSAGE = List.of("staff_message");

  private final ZoneId zone;
  private final Outbox outbox;
  private final Residents residents;
  private final DutyAlerts duty;

  /**
   * @param zone in which a promised day ends
   */
  ReportNotices(Outbox outbox, Residents residents, ZoneId zone) {
    this.zone = zone;
    this.outbox = outbox;
    this.residents = residents;
    this.duty = new DutyAlerts(outbox);
  }

  DutyAlerts duty() {
    return duty;
  }

  void moved(SqlConnection connection, Report report, Move move, @Nullable Long staff) {
    String template = TEMPLATES.get(move.to());
    if (template != null && report.resident() != null) {
      tell(connection, report.resident(), report, template, move, staff);
    }
    if (move.to() == Status.RESOLVED) {
      resolved(connection, report, move, staff);
    }
  }

  /**
   * Of the end hear, too, who reported the same, by the folio that they know, and who joined either
   * report; each phone once.
   */
  private void resolved(SqlConnection connection, Report report, Move move, @Nullable Long staff) {
    List<Report> merged = SimilarSql.MERGED.list(connection, Report::of, report.number());
    Set<Long> told = new HashSet<>();
    if (report.resident() != null) {
      told.add(report.resident());
    }
    for (Report other : merged) {
      if (other.resident() != null && told.add(other.resident())) {
        tell(connection, other.resident(), other, "status_resolved", move, staff);
      }
    }
    Stream.concat(Stream.of(report), merged.stream())
        .forEach(joined ->
            ReportSql.NEIGHBOURS.list(connection, row -> row.getLong(0), joined.number()).stream()
                .filter(told::add)
                .forEach(neighbour ->
                    tell(connection, neighbour, joined, "neighbour_resolved", move, staff)));
  }

  /**
   * Of what was resolved no word came: who reported it, or the same, is asked once more, each phone
   * once. False where nobody can be asked.
   */
  boolean remind(SqlConnection connection, Report report) {
    Move none = Move.to(report.status(), null);
    Set<Long> met = new HashSet<>();
    return Stream.concat(
                Stream.of(report),
                SimilarSql.MERGED.list(connection, Report::of, report.number()).stream())
            .filter(one -> one.resident() != null && met.add(one.resident()))
            .filter(one ->
                tell(
                    connection,
                    Objects.requireNonNull(one.resident()),
                    one,
                    "status_reminder",
                    none,
                    null))
            .count()
        > 0;
  }

  /** False where this phone must not get it. */
  private boolean tell(
      SqlConnection connection,
      long resident,
      Report report,
      String template,
      Move move,
      @Nullable Long staff) {
    if (report.gravity().violenceAtHome() || residents.refusal(connection, resident).isPresent()) {
      return false;
    }
    outbox.enqueue(
        connection,
        new Notice(
            resident,
            report.number(),
            report.language(),
            List.of(template),
            values(report, move),
            Notice.Stream.REPORT,
            Notice.Urgency.UPDATE,
            move.to() == Status.SCHEDULED ? endOfTheDay(report, move) : null,
            staff));
    return true;
  }

  /** After the promised day its promise is no longer texted. */
  private @Nullable Instant endOfTheDay(Report report, Move move) {
    return first(move.on(), report.scheduledOn())
        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
        .orElse(null);
  }

  private static Map<String, String> values(Report report, Move move) {
    Map<String, String> values = new HashMap<>();
    values.put("folio", report.folio());
    values.put("due", ShortDate.of(report.dueOn(), report.language()));
    values.put("reason", Optional.ofNullable(move.reason()).orElse(""));
    values.put("text", Optional.ofNullable(move.reason()).orElse(""));
    values.put("agency", first(move.agency(), report.agency()).orElse(""));
    values.put(
        "day",
        first(move.on(), report.scheduledOn())
            .map(day -> ShortDate.of(day, report.language()))
            .orElse(""));
    return values;
  }

  /** What the move says, else, where a merger is undone, what the report still knows. */
  private static <T> Optional<T> first(@Nullable T ofMove, @Nullable T ofReport) {
    return Optional.ofNullable(ofMove).or(() -> Optional.ofNullable(ofReport));
  }

  /** Words of staff as they would go out. */
  String preview(Report report, String text) {
    return outbox
        .texts()
        .render(report.language(), STAFF_MESSAGE, Map.of("folio", report.folio(), "text", text));
  }

  /** Words of staff to the resident of a report. */
  Outbox.Queued message(
      SqlConnection connection, Report report, long resident, String text, long staff) {
    return outbox.enqueue(
        connection,
        new Notice(
            resident,
            report.number(),
            report.language(),
            STAFF_MESSAGE,
            Map.of("folio", report.folio(), "text", text),
            Notice.Stream.REPORT,
            Notice.Urgency.UPDATE,
            staff));
  }
}
