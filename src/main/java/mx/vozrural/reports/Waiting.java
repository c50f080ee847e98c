package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import mx.vozrural.audit.Actor;
import mx.vozrural.database.Database;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.domain.Status;
import mx.vozrural.outbox.QuietHours;
import mx.vozrural.reports.Patience.Silence;
import mx.vozrural.reports.Patience.Step;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does what silence leads to, a report at a time, each with its text in one transaction. Several
 * instances may run it at once: each report is held while it is looked at again.
 */
public final class Waiting {
  private static final Logger LOG = LoggerFactory.getLogger(Waiting.class);
  private static final int PAGE = 200;

  private final Database database;
  private final InstantSource clock;
  private final QuietHours quietHours;
  private final Reports reports;

  /**
   * @param quietHours in which nobody is reminded: much may happen before the text could leave
   */
  public Waiting(Database database, InstantSource clock, QuietHours quietHours, Reports reports) {
    this.database = database;
    this.clock = clock;
    this.quietHours = quietHours;
    this.reports = reports;
  }

  private record Due(LocalDate until, long folio) {}

  /** Takes every step that is due. One that fails is tried again the next time. */
  public void run() {
    Instant now = clock.instant();
    LocalDate today = reports.deadlines().day(now);
    boolean quiet = quietHours.next(now).isAfter(now);
    Due last = new Due(LocalDate.of(1, 1, 1), 0);
    List<Due> page;
    do {
      page =
          ReportSql.WAITED.list(
              database.pool(),
              row -> new Due(row.getLocalDate("due"), row.getLong("folio")),
              today,
              last.until(),
              last.folio(),
              PAGE);
      for (Due due : page) {
        step(due.folio(), today, quiet);
        last = due;
      }
    } while (page.size() == PAGE);
  }

  private void step(long folio, LocalDate today, boolean quiet) {
    try {
      database.transact(connection ->
          reports
              .lock(connection, Long.toString(folio))
              .ifPresent(report ->
                  Patience.step(report, today, reports.deadlines())
                      .filter(step -> !(quiet && step instanceof Step.Remind))
                      .ifPresent(step -> take(connection, report, step))));
    } catch (SqlFailure e) {
      LOG.warn("A report that waits could not be moved on: {}", e.getMessage());
    }
  }

  private void take(SqlConnection connection, Report report, Step step) {
    switch (step) {
      case Step.Lapse(Status before) ->
          reports.move(connection, report, Move.to(before, null), Actor.SYSTEM, "no_answer");
      case Step.Confirm() ->
          reports.move(
              connection, report, Move.to(Status.CONFIRMED, null), Actor.SYSTEM, Patience.SILENCE);
      case Step.Remind(LocalDate until) ->
          wait(
              connection,
              report,
              until,
              Silence.REMINDED,
              "message",
              reports.remind(connection, report) ? "reminder" : "unreachable");
      case Step.Begin(LocalDate until, Silence silence) ->
          wait(connection, report, until, silence, "noted", null);
    }
  }

  private void wait(
      SqlConnection connection,
      Report report,
      LocalDate until,
      @Nullable Silence silence,
      String event,
      @Nullable String reason) {
    JsonObject detail =
        new JsonObject()
            .put("waits_until", until.toString())
            .put("silence", silence == null ? null : silence.code());
    reports.apply(connection, report, new Change(event, Actor.SYSTEM, detail, reason, null));
  }
}
