package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import java.time.InstantSource;
import mx.vozrural.audit.Actor;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.database.Sql;
import mx.vozrural.domain.Status;

/**
 * What a reporter without a phone does on the page of their folio. Their secret was checked before.
 */
public final class Reporter {
  private static final Sql SAY =
      Sql.of(
          """
          -- message.say
          INSERT INTO message (id, at, direction, channel, folio, body, language) VALUES ($1, $2, 'in', 'web', $3, $4, $5)\
          """);

  private static final Actor REPORTER = new Actor(Actor.Kind.RESIDENT, null);

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Reports reports;

  public Reporter(Database database, Ids ids, InstantSource clock, Reports reports) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.reports = reports;
  }

  /** Adds words to the report; where staff had asked, the clock runs again. */
  public void add(Report report, String words) {
    database.transact(connection -> {
      long message = ids.next();
      SAY.run(
          connection,
          message,
          Columns.time(clock.instant()),
          report.number(),
          words,
          report.language());
      reports.note(
          connection,
          report.folio(),
          "added",
          REPORTER,
          null,
          null,
          new JsonObject().put("message", message));
      Report now = reports.lock(connection, report.folio()).orElseThrow();
      if (now.status() == Status.ASKED && now.before() != null) {
        reports.move(connection, now, Move.to(now.before(), null), REPORTER, "resident_answered");
      }
    });
  }

  /** SI or NO; false where the report's state has no such answer. */
  public boolean answer(Report report, boolean solved) {
    return database.inTransaction(connection -> {
      Report now = reports.lock(connection, report.folio()).orElseThrow();
      return reports.move(
          connection,
          now,
          Move.to(solved ? Status.CONFIRMED : Status.REOPENED, null),
          REPORTER,
          solved ? "resident_yes" : "resident_no");
    });
  }
}
