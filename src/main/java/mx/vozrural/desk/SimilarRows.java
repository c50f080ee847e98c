package mx.vozrural.desk;

import mx.vozrural.audit.Scope;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.EditRequest;
import mx.vozrural.reports.Move;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.Similar;
import mx.vozrural.web.Form;

/** What may tell of the same as a report, as its page suggests it. */
final class SimilarRows {
  private final DeskParts parts;
  private final Frames frames;

  SimilarRows(DeskParts parts, Frames frames) {
    this.parts = parts;
    this.frames = frames;
  }

  /** What the form of a row asks for: its report goes into the one whose page it is. */
  static EditRequest merge(Form form, Report into) {
    String why = form.text("why");
    return EditRequest.move(
        new Move(
            Status.MERGED, why.isEmpty() ? ReportView.Similar.WHY : why, null, null, into.folio()));
  }

  ReportView.Similar of(Report report, Scope scope) {
    Similar similar = parts.reader().similar(report, scope);
    return new ReportView.Similar(
        similar.count(),
        similar.newest().stream().map(other -> row(other, report, scope)).toList(),
        parts.reader().merged(report, scope).stream().map(Report::folio).toList());
  }

  private ReportView.Like row(Report other, Report report, Scope scope) {
    boolean restricted = other.gravity().restricted();
    return new ReportView.Like(
        other.folio(),
        other.version(),
        other.receivedAt(),
        frames.community(other.community()),
        other.status(),
        restricted ? "Reservado" : QueuePage.firstWords(other.body()),
        other.neighbours() + 1L,
        mayMerge(other, report, scope));
  }

  /**
   * A restricted report and one that isn't are not offered to be merged: what is texted to the old
   * folio is read with the other.
   */
  private static boolean mayMerge(Report other, Report report, Scope scope) {
    return scope.covers(other.section(), other.gravity().restricted())
        && other.gravity().restricted() == report.gravity().restricted();
  }
}
