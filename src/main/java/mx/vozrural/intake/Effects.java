package mx.vozrural.intake;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import mx.vozrural.audit.Actor;
import mx.vozrural.dialogue.Effect;
import mx.vozrural.domain.Status;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.reports.Change;
import mx.vozrural.reports.Move;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.StaleReport;
import mx.vozrural.residents.Residents;

/**
 * Carries out what a decision asks for beside its words and its answer, in the text's own
 * transaction.
 */
final class Effects {
  private final Reports reports;
  private final Residents residents;
  private final Outbox outbox;

  Effects(Reports reports, Residents residents, Outbox outbox) {
    this.reports = reports;
    this.residents = residents;
    this.outbox = outbox;
  }

  void apply(SqlConnection connection, Judgement text, Instant at) {
    long resident = text.claim().resident();
    long message = text.inbound().id();
    addTo(connection, text, at);
    for (Effect effect : text.decision().effects()) {
      apply(connection, effect, resident, message, at);
    }
  }

  /** The words belong to these reports: each of them says so in its history. */
  private void addTo(SqlConnection connection, Judgement text, Instant at) {
    List<String> folios = text.added();
    for (int i = 0; i < folios.size(); i++) {
      if (i > 0) {
        reports.belongsAlso(connection, folios.get(i), text.inbound().id(), at);
      }
      reports.note(
          connection,
          folios.get(i),
          "added",
          Actor.resident(text.claim().resident()),
          null,
          null,
          new JsonObject().put("message", text.inbound().id()));
    }
  }

  private void apply(
      SqlConnection connection, Effect effect, long resident, long message, Instant at) {
    switch (effect) {
      case Effect.Confirm confirm ->
          move(connection, confirm.folio(), Status.CONFIRMED, resident, "resident_yes");
      case Effect.Reopen reopen ->
          move(connection, reopen.folio(), Status.REOPENED, resident, "resident_no");
      case Effect.AnswerToStaff answer -> answered(connection, answer.folio(), resident);
      case Effect.NoteWord word -> noteWord(connection, word, resident, message);
      case Effect.Join join -> reports.join(connection, locked(connection, join.folio()), resident);
      case Effect.Complete complete -> complete(connection, complete, resident);
      case Effect.Raise raise -> raise(connection, raise, resident);
      case Effect.StopAll stop -> {
        if (residents.stopAll(connection, resident, stop.byTwilio(), at, message)) {
          outbox.cancelAll(connection, resident);
        }
      }
      case Effect.StopNotices stop -> residents.stopNotices(connection, resident, at, message);
      case Effect.StartAgain start ->
          residents.startAgain(connection, resident, start.byTwilio(), at, message);
      case Effect.Subscribe subscribe ->
          residents.subscribe(connection, resident, subscribe.section(), at, message);
      case Effect.OpenPrivacyCase privacy ->
          residents.openPrivacyCase(
              connection, resident, at, reports.deadlines().privacyDue(at), message);
      case Effect.AlertOnDuty alert -> reports.alertOnDuty(connection, alert.folio());
    }
  }

  private Report locked(SqlConnection connection, String folio) {
    return reports.lock(connection, folio).orElseThrow(StaleReport::new);
  }

  /**
   * The table of states was asked before, on a state that may have passed: then the text is judged
   * again.
   */
  private void move(
      SqlConnection connection, String folio, Status to, long resident, String reason) {
    if (!reports.move(
        connection,
        locked(connection, folio),
        Move.to(to, null),
        Actor.resident(resident),
        reason)) {
      throw new StaleReport();
    }
  }

  private void answered(SqlConnection connection, String folio, long resident) {
    Report report = locked(connection, folio);
    if (report.status() != Status.ASKED || report.before() == null) {
      throw new StaleReport();
    }
    reports.move(
        connection,
        report,
        Move.to(report.before(), null),
        Actor.resident(resident),
        "resident_answered");
  }

  private void noteWord(
      SqlConnection connection, Effect.NoteWord word, long resident, long message) {
    reports.note(
        connection,
        word.folio(),
        "neighbour_word",
        Actor.resident(resident),
        word.yes() ? "yes" : "no",
        null,
        new JsonObject().put("message", message));
  }

  private void complete(SqlConnection connection, Effect.Complete complete, long resident) {
    Report report = locked(connection, complete.folio());
    JsonObject detail = new JsonObject();
    if (complete.section() != null && report.section() == null) {
      detail.put("section", complete.section());
    }
    if (complete.community() != null && report.community() == null) {
      detail.put("community", complete.community());
    }
    if (!detail.isEmpty()) {
      reports.apply(
          connection,
          report,
          new Change("completed", Actor.resident(resident), detail, null, null));
    }
  }

  private void raise(SqlConnection connection, Effect.Raise raise, long resident) {
    Report report = locked(connection, raise.folio());
    reports.apply(
        connection,
        report,
        new Change(
            "raised",
            Actor.resident(resident),
            Reports.raised(report, raise.lifeDanger()),
            raise.lifeDanger() ? "life_danger" : "urgent",
            null));
  }
}
