package mx.vozrural.dialogue;

import java.util.List;
import java.util.stream.Stream;
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
    Stream<Effect> answers =
        reports.stream()
            .filter(r -> r.own() && r.status() == Status.ASKED)
            .map(r -> new Effect.AnswerToStaff(r.folio()));
    return Stream.concat(answers, raising(turn, reports).stream()).toList();
  }

  /** Urgent words make urgent what they go to. */
  static List<Effect> raising(Turn turn, List<KnownReport> reports) {
    if (!turn.reading().urgent() && !turn.danger()) {
      return List.of();
    }
    return reports.stream().<Effect>map(r -> new Effect.Raise(r.folio(), turn.danger())).toList();
  }

  /** An answer never names a report of violence at home by itself. */
  private static Reply said(List<KnownReport> reports) {
    return reports.stream().anyMatch(KnownReport::violenceAtHome)
        ? Reply.of("received")
        : Reply.of("added").with("added", Reply.folios(reports));
  }
}
