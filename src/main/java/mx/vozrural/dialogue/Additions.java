package mx.vozrural.dialogue;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.domain.Status;

/** Words that go to reports that stand already. */
final class Additions {

  private Additions() {}

  static Outcome to(Turn turn, List<KnownReport> reports) {
    return Outcome.of(new Words.Add(reports.stream().map(KnownReport::folio).toList()))
        .bringing(effects(turn, reports))
        .saying(said(reports));
  }

  private static List<Effect> effects(Turn turn, List<KnownReport> reports) {
    List<Effect> effects = new ArrayList<>();
    for (KnownReport report : reports) {
      if (report.own() && report.status() == Status.ASKED) {
        effects.add(new Effect.AnswerToStaff(report.folio()));
      }
      if (turn.reading().urgent() || turn.danger()) {
        effects.add(new Effect.Raise(report.folio(), turn.danger()));
      }
    }
    return effects;
  }

  /** An answer never names a report of violence at home by itself. */
  private static Reply said(List<KnownReport> reports) {
    return reports.stream().anyMatch(KnownReport::violenceAtHome)
        ? Reply.of("received")
        : Reply.of("added").with("added", Reply.folios(reports));
  }
}
