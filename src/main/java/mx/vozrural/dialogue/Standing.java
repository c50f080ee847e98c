package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.vozrural.domain.ShortDate;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * "¿Cómo va mi reporte?": one's own reports by state and due date, another's by state only. Never
 * words, names or places.
 */
final class Standing {

  private static final int MOST_NAMED = 3;

  private Standing() {}

  /** ESTADO, or a sentence that asks so, without a folio. */
  static Optional<Outcome> judge(Turn turn) {
    boolean asks =
        turn.keyword() == Keyword.STATUS || (turn.sentence() && turn.means(Intent.STATUS_QUERY));
    return asks
        ? Optional.of(Outcome.keep(Words.Reason.STATUS).saying(own(turn)))
        : Optional.empty();
  }

  /** The state of each report; of restricted ones nothing else. */
  static Reply of(Turn turn, List<KnownReport> reports) {
    Reply reply = Reply.NONE;
    for (Status status : Status.values()) {
      List<KnownReport> those = reports.stream().filter(r -> r.status() == status).toList();
      if (!those.isEmpty()) {
        reply = reply.then(part(turn, status, those));
      }
    }
    boolean dates = reports.stream().anyMatch(Standing::dated);
    return dates ? reply.then(Reply.of("state_dates")) : reply;
  }

  private static Reply own(Turn turn) {
    if (turn.says(Trait.LENT_PHONE)) {
      return Reply.of("status_help");
    }
    List<KnownReport> all =
        Stream.concat(turn.ownOpen().stream(), turn.own(r -> !r.status().open()).stream()).toList();
    if (all.isEmpty()) {
      return Reply.of("no_reports");
    }
    Reply reply = of(turn, all.stream().limit(MOST_NAMED).toList());
    return all.size() > MOST_NAMED ? reply.then(Reply.of("status_help")) : reply;
  }

  private static Reply part(Turn turn, Status status, List<KnownReport> reports) {
    String listed =
        reports.stream().map(r -> listed(turn, r)).collect(Collectors.joining(", folio "));
    return Reply.of("state_" + status.code()).with(status.code(), listed);
  }

  private static String listed(Turn turn, KnownReport report) {
    return dated(report) && report.dueOn() != null
        ? report.folio() + " (" + ShortDate.of(report.dueOn(), turn.language()) + ")"
        : report.folio();
  }

  private static boolean dated(KnownReport report) {
    return report.own()
        && !report.restricted()
        && !report.violenceAtHome()
        && report.status().open()
        && report.dueOn() != null;
  }
}
