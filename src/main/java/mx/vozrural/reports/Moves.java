package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import java.util.Objects;
import java.util.regex.Pattern;
import mx.vozrural.audit.Actor;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * From a wanted move to the change that it is: a pure function of the report, the calendar and
 * today.
 */
final class Moves {
  private static final int LONGEST_REASON = 400;
  private static final int MOST_YEARS_AHEAD = 10;
  private static final Pattern FOLIO = Pattern.compile("[1-9]\\d{6,11}");

  private Moves() {}

  /** The change, or why it can't be. */
  sealed interface Judged {
    record Allowed(Change change) implements Judged {}

    record Refused(Edit why) implements Judged {}
  }

  static Judged byStaff(
      Report report, Move move, Actor actor, LocalDate today, Deadlines deadlines) {
    if (!Lifecycle.staffMay(report.status(), report.before(), move.to())) {
      return new Judged.Refused(
          new Edit.NotAllowed(
              report.status(), Lifecycle.staffMoves(report.status(), report.before())));
    }
    Edit.Invalid invalid = invalid(report, move, today);
    return invalid != null
        ? new Judged.Refused(invalid)
        : new Judged.Allowed(change(report, move, actor, null, today, deadlines));
  }

  private static Edit.@Nullable Invalid invalid(Report report, Move move, LocalDate today) {
    if (move.reason() != null && move.reason().length() > LONGEST_REASON) {
      return new Edit.Invalid(
          "reason", "El motivo pasa de " + LONGEST_REASON + " letras. Acórtelo.");
    }
    if (report.status() == Status.MERGED) {
      return null; // Undoing: what the state before needs is still there.
    }
    return switch (move.to()) {
      case REJECTED, ASKED ->
          blank(move.reason())
              ? new Edit.Invalid("reason", "Escriba el motivo: la persona lo va a leer.")
              : null;
      case SCHEDULED ->
          move.on() == null
                  || move.on().isBefore(today)
                  || move.on().isAfter(today.plusYears(MOST_YEARS_AHEAD))
              ? new Edit.Invalid("on", "Escriba el día prometido, de hoy en adelante.")
              : null;
      case REFERRED ->
          blank(move.agency())
              ? new Edit.Invalid("agency", "Escriba a qué dependencia se turna.")
              : null;
      case MERGED ->
          !named(move.into()) || report.folio().equals(move.into())
              ? new Edit.Invalid("into", "Escriba el folio del otro reporte.")
              : null;
      case RECEIVED, ACCEPTED, IN_PROGRESS, RESOLVED, CONFIRMED, REOPENED -> null;
    };
  }

  /** Whether this can be the folio of a report. */
  static boolean named(@Nullable String folio) {
    return folio != null && FOLIO.matcher(folio).matches();
  }

  private static boolean blank(@Nullable String text) {
    return text == null || text.isBlank();
  }

  /** The change that a move is, once the table allows it. */
  static Change change(
      Report report,
      Move move,
      Actor actor,
      @Nullable String reasonCode,
      LocalDate today,
      Deadlines deadlines) {
    JsonObject detail = new JsonObject().put("status", move.to().code());
    if (report.status() == Status.ASKED) {
      LocalDate paused = report.pausedOn() == null ? today : report.pausedOn();
      detail
          .putNull("paused_on")
          .put("due_on", deadlines.resumed(report.dueOn(), paused, today).toString());
    }
    if (report.status() == Status.MERGED) {
      detail.putNull("merged_into");
    } else {
      putWhatItNeeds(detail, report, move, today);
    }
    putWaiting(detail, report, move.to(), reasonCode, today, deadlines);
    return new Change(
        "moved", actor, detail, reasonCode, blank(move.reason()) ? null : move.reason());
  }

  private static void putWhatItNeeds(JsonObject detail, Report report, Move move, LocalDate today) {
    switch (move.to()) {
      case ASKED ->
          detail.put("status_before", report.status().code()).put("paused_on", today.toString());
      // A question ends with a merger: undone, the report is where it was before it.
      case MERGED ->
          detail
              .put(
                  "status_before",
                  (report.status() == Status.ASKED && report.before() != null
                          ? report.before()
                          : report.status())
                      .code())
              .put("merged_into", number(move.into()));
      case SCHEDULED -> detail.put("scheduled_on", String.valueOf(move.on()));
      case REFERRED -> detail.put("agency", move.agency());
      case RECEIVED, ACCEPTED, IN_PROGRESS, RESOLVED, CONFIRMED, REOPENED, REJECTED -> {}
    }
  }

  private static void putWaiting(
      JsonObject detail,
      Report report,
      Status to,
      @Nullable String reasonCode,
      LocalDate today,
      Deadlines deadlines) {
    LocalDate until = Patience.until(to, today, deadlines);
    if (!Objects.equals(until, report.waitsUntil())) {
      detail.put("waits_until", until == null ? null : until.toString());
    }
    Patience.Silence silence =
        Patience.SILENCE.equals(reasonCode) ? Patience.Silence.CONFIRMED : null;
    if (silence != report.silence()) {
      detail.put("silence", silence == null ? null : silence.code());
    }
  }

  private static @Nullable Long number(@Nullable String folio) {
    return folio == null ? null : Long.valueOf(folio);
  }
}
