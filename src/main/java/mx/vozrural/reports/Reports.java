package mx.vozrural.reports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Status;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.residents.Residents;
import org.jspecify.annotations.Nullable;

/**
 * What can be done with a report that is there. Each change and its text stand or fall in one
 * transaction.
 */
public final class Reports {
  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Deadlines deadlines;
  private final Residents residents;
  private final ReportNotices notices;

  public Reports(
      Database database,
      Ids ids,
      InstantSource clock,
      Deadlines deadlines,
      Residents residents,
      Outbox outbox) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.deadlines = deadlines;
    this.residents = residents;
    this.notices = new ReportNotices(outbox, residents, deadlines.zone());
  }

  public Deadlines deadlines() {
    return deadlines;
  }

  /** A report by its folio's digits. A merged one is found under its own, old folio. */
  public Optional<Report> find(SqlClient client, String folio) {
    return folio.length() > 12
        ? Optional.empty()
        : ReportSql.FIND.first(client, Report::of, Long.valueOf(folio));
  }

  public Optional<Report> find(String folio) {
    return find(database.pool(), folio);
  }

  /** The report, held by this transaction until it ends. */
  public Optional<Report> lock(SqlConnection connection, String folio) {
    return folio.length() > 12
        ? Optional.empty()
        : ReportSql.LOCK.first(connection, Report::of, Long.valueOf(folio));
  }

  public List<HistoryEntry> history(SqlClient client, String folio) {
    return ReportSql.HISTORY.list(client, HistoryEntry::of, Long.valueOf(folio));
  }

  /**
   * Writes a change and its line of history; throws where the report is no longer in this version.
   */
  public void apply(SqlConnection connection, Report report, Change change) {
    Instant now = clock.instant();
    int changed =
        ReportSql.CHANGE
            .run(
                connection,
                report.number(),
                change.detail(),
                Columns.time(now),
                report.version(),
                ids.next(),
                change.event(),
                change.actor().kind().code(),
                change.actor().id(),
                change.reason(),
                keep(connection, change.words(), now),
                change.detail())
            .rowCount();
    if (changed == 0) {
      throw new StaleReport();
    }
  }

  /** A line of history that changes no field. */
  public void note(
      SqlConnection connection,
      String folio,
      String event,
      Actor actor,
      @Nullable String reason,
      @Nullable String words,
      @Nullable JsonObject detail) {
    Instant now = clock.instant();
    ReportSql.NOTE.run(
        connection,
        Long.valueOf(folio),
        ids.next(),
        Columns.time(now),
        event,
        actor.kind().code(),
        actor.id(),
        reason,
        keep(connection, words, now),
        detail);
  }

  /** Links a report to a commitment, or unlinks it. */
  void link(SqlConnection connection, Report report, Links.Step step, Actor staff) {
    step.write(connection, report, staff, clock.instant());
    apply(connection, report, step.change(staff));
  }

  /** A text that was recorded with one report belongs to this one too. */
  public void belongsAlso(SqlConnection connection, String folio, long message, Instant at) {
    ReportSql.ALSO.run(connection, Long.valueOf(folio), message, Columns.time(at));
  }

  private @Nullable Long keep(SqlConnection connection, @Nullable String words, Instant now) {
    if (words == null) {
      return null;
    }
    long id = ids.next();
    ReportSql.WORDS.run(connection, id, Columns.time(now), words);
    return id;
  }

  /**
   * Life is in danger: who is on duty is told.
   *
   * @param folio null: the text made no report
   */
  public void alertOnDuty(SqlConnection connection, @Nullable String folio) {
    Optional<Report> report = folio == null ? Optional.empty() : find(connection, folio);
    notices.duty().danger(connection, report.map(Report::section).orElse(null), folio);
  }

  /**
   * A move that is not staff's: the resident's SI or NO, the clock's. False where the table doesn't
   * have it.
   */
  public boolean move(
      SqlConnection connection, Report report, Move move, Actor actor, String reasonCode) {
    if (!Lifecycle.allowed(report.status(), report.before(), move.to())) {
      return false;
    }
    apply(connection, report, Moves.change(report, move, actor, reasonCode, today(), deadlines));
    if (move.to() == Status.REOPENED && report.status() != Status.ASKED) {
      notices.duty().reopened(connection, report);
    }
    return true;
  }

  /**
   * Asks who reported once more for a SI or NO; false where they have no phone or must not get a
   * text.
   */
  boolean remind(SqlConnection connection, Report report) {
    return notices.remind(connection, report);
  }

  /** A move by staff, with the text that goes with it. */
  Edit moveByStaff(SqlConnection connection, Report report, Move move, Scope scope) {
    return switch (Moves.byStaff(report, move, scope.actor(), today(), deadlines)) {
      case Moves.Judged.Refused refused -> refused.why();
      case Moves.Judged.Allowed allowed -> {
        if (move.to() == Status.MERGED && !mergeable(connection, move, scope)) {
          yield new Edit.Invalid("into", "No hay un reporte abierto con ese folio.");
        }
        apply(connection, report, allowed.change());
        notices.moved(connection, report, move, scope.actor().id());
        yield new Edit.Done(lock(connection, report.folio()).orElseThrow());
      }
    };
  }

  /** Only into what the mover may know of: the other report's people will hear of the end. */
  private boolean mergeable(SqlConnection connection, Move move, Scope scope) {
    return move.into() != null
        && lock(connection, move.into())
            .filter(into -> into.status() != Status.MERGED)
            .filter(into -> scope.covers(into.section(), into.gravity().restricted()))
            .isPresent();
  }

  /** Joins a phone to a report; false where it was joined before. */
  public boolean join(SqlConnection connection, Report report, long resident) {
    boolean joined =
        ReportSql.JOIN_NEIGHBOUR
                .run(connection, report.number(), resident, Columns.time(clock.instant()))
                .rowCount()
            == 1;
    if (joined) {
      apply(
          connection,
          report,
          new Change(
              "joined",
              new Actor(Actor.Kind.NEIGHBOUR, resident),
              new JsonObject().put("neighbours", report.neighbours() + 1),
              null,
              null));
    }
    return joined;
  }

  /** The fields that change where urgency goes up. */
  public static JsonObject raised(Report report, boolean lifeDanger) {
    Filing.Gravity old = report.gravity();
    Filing.Gravity gravity =
        new Filing.Gravity(
            true, old.lifeDanger() || lifeDanger, old.restricted(), old.violenceAtHome());
    return new JsonObject()
        .put("urgent", true)
        .put("life_danger", gravity.lifeDanger())
        .put("priority", gravity.priority());
  }

  /** What comes of texting the resident of a report. */
  public sealed interface Sent {
    record Queued(long id, int segments) implements Sent {}

    record NoPhone() implements Sent {}

    record Refused(Residents.Refusal why) implements Sent {}
  }

  /** Words of staff as the resident would get them. */
  public String preview(Report report, String text) {
    return notices.preview(report, text);
  }

  /** Words of staff to the resident. */
  public Sent message(Report report, String text, Actor staff) {
    Long resident = report.resident();
    if (resident == null || staff.id() == null) {
      return new Sent.NoPhone();
    }
    long by = staff.id();
    return database.inTransaction(connection -> {
      Optional<Residents.Refusal> refusal = residents.refusal(connection, resident);
      if (refusal.isPresent() || report.gravity().violenceAtHome()) {
        return new Sent.Refused(refusal.orElse(Residents.Refusal.UNSAFE));
      }
      Outbox.Queued queued = notices.message(connection, report, resident, text, by);
      note(
          connection,
          report.folio(),
          "message",
          staff,
          null,
          null,
          new JsonObject().put("message", queued.id()));
      return new Sent.Queued(queued.id(), queued.segments());
    });
  }

  private LocalDate today() {
    return deadlines.day(clock.instant());
  }

  /** The fields that change where a report is put elsewhere. */
  static JsonObject categories(List<String> categories) {
    return new JsonObject()
        .put("category", categories.get(0))
        .put("categories", new JsonArray(categories));
  }
}
