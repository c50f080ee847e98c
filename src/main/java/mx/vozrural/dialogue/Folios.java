package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * A folio in a text takes its words to that report, two folios to both. A folio that is nobody's is
 * said in the answer, and words that tell a need are then filed anew rather than lost.
 */
final class Folios {

  /** Longer runs of digits are cut in the answer, so that it keeps its length. */
  private static final int DIGITS_SHOWN = 12;

  /** "Sumo" and more: "me sumo al folio ...", "sumo ..., aqui tampoco hay". */
  private static final Pattern JOINING = Pattern.compile("^(?:me |nos )?(?:sumo|sumamos)\\b");

  private Folios() {}

  static Optional<Outcome> judge(Turn turn) {
    if (turn.reading().folios().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(turn.named().isEmpty() ? nobodys(turn) : known(turn, turn.named()));
  }

  private static Outcome known(Turn turn, List<KnownReport> reports) {
    Outcome outcome = toward(turn, reports);
    return turn.strayFolios().isEmpty()
        ? outcome
        : outcome.saying(outcome.reply().then(stray(turn)));
  }

  private static Outcome toward(Turn turn, List<KnownReport> reports) {
    if (turn.keyword() == Keyword.JOIN || JOINING.matcher(turn.reading().content()).find()) {
      return joining(turn, reports);
    }
    if (asksStanding(turn)) {
      return standing(turn, reports);
    }
    return Verdicts.said(turn)
        .or(() -> stillBroken(turn, reports))
        .map(yes -> Verdicts.on(turn, yes, reports))
        .orElseGet(() -> Answers.completing(turn, Additions.to(turn, reports), reports));
  }

  /** "Sigue igual" about a report that staff call resolved is the reporter's NO. */
  private static Optional<Boolean> stillBroken(Turn turn, List<KnownReport> reports) {
    return turn.says(Trait.SAYS_UNSOLVED)
            && reports.stream().allMatch(r -> r.own() && r.status() == Status.RESOLVED)
        ? Optional.of(false)
        : Optional.empty();
  }

  private static boolean asksStanding(Turn turn) {
    if (!turn.sentence()) {
      return turn.keyword() == Keyword.STATUS;
    }
    boolean folioAlone =
        turn.reading().content().isEmpty()
            && !turn.tellsNeed()
            && !turn.means(Intent.CLOSE_CONFIRM, Intent.REOPEN);
    return folioAlone || turn.means(Intent.STATUS_QUERY);
  }

  private static Outcome standing(Turn turn, List<KnownReport> reports) {
    boolean words = turn.sentence() && !turn.reading().content().isEmpty();
    Outcome outcome = words ? Additions.to(turn, reports) : Outcome.keep(Words.Reason.STATUS);
    return outcome.saying(Standing.of(turn, reports));
  }

  /**
   * SUMO: a neighbour's phone joins what is open. Violence at home is joined by nobody, and the
   * answer doesn't tell.
   */
  private static Outcome joining(Turn turn, List<KnownReport> reports) {
    List<KnownReport> joined = reports.stream().filter(Folios::canBeJoined).toList();
    List<KnownReport> told = reports.stream().filter(r -> !canBeJoined(r)).toList();
    return Outcome.of(new Words.Add(reports.stream().map(KnownReport::folio).toList()))
        .bringing(joins(joined))
        .bringing(Additions.raising(turn, reports))
        .saying(Reply.naming("joined", joined).then(Standing.of(turn, told)));
  }

  private static boolean canBeJoined(KnownReport report) {
    return !report.own() && report.status().open();
  }

  private static List<Effect> joins(List<KnownReport> reports) {
    return reports.stream()
        .filter(r -> !r.violenceAtHome())
        .<Effect>map(r -> new Effect.Join(r.folio()))
        .toList();
  }

  private static Outcome nobodys(Turn turn) {
    boolean need =
        turn.tellsNeed()
            || (turn.means(Intent.FOLLOW_UP, Intent.REOPEN)
                && !turn.reading().categories().isEmpty());
    if (!turn.sentence() || !need) {
      return Outcome.keep(Words.Reason.UNKNOWN_FOLIO).saying(stray(turn));
    }
    Outcome filed = Filing.of(turn);
    return filed.saying(filed.reply().then(stray(turn)));
  }

  private static Reply stray(Turn turn) {
    String digits =
        turn.strayFolios().stream()
            .limit(2)
            .map(d -> d.substring(0, Math.min(DIGITS_SHOWN, d.length())))
            .collect(Collectors.joining(", folio "));
    return Reply.of("unknown_folio").with("unknown", digits);
  }
}
