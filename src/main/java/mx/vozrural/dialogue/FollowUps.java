package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * "Sigue igual", a forgotten detail: to the sender's one open report. With several the answer asks
 * which and names them. With none, words that tell a need are filed anew by the rules below.
 */
final class FollowUps {

  private static final int MOST_NAMED = 5;

  private FollowUps() {}

  static Optional<Outcome> judge(Turn turn) {
    if (!turn.sentence() || !follows(turn)) {
      return Optional.empty();
    }
    List<KnownReport> open = turn.ownOpen();
    return switch (open.size()) {
      case 0 -> withNoneOpen(turn);
      case 1 -> Optional.of(Additions.to(turn, open));
      default -> Optional.of(whichOf(open));
    };
  }

  /** Words that could go to several reports: kept, and the answer names the reports. */
  static Outcome whichOf(List<KnownReport> reports) {
    List<KnownReport> named = reports.stream().limit(MOST_NAMED).toList();
    return Outcome.keep(Words.Reason.AMBIGUOUS)
        .saying(Reply.of("which_report").with("list", Reply.folios(named)));
  }

  private static boolean follows(Turn turn) {
    return turn.means(Intent.FOLLOW_UP, Intent.SHORT_REPLY)
        || (turn.says(Trait.SAYS_UNSOLVED) && turn.means(Intent.UNCLEAR));
  }

  private static Optional<Outcome> withNoneOpen(Turn turn) {
    List<KnownReport> resolved = turn.own(Status.RESOLVED);
    if (turn.says(Trait.SAYS_UNSOLVED) && resolved.size() == 1) {
      return Optional.of(Verdicts.on(turn, false, resolved));
    }
    boolean need = turn.tellsNeed() || !turn.reading().categories().isEmpty();
    if (need) {
      return Optional.of(Filing.of(turn));
    }
    if (turn.says(Trait.SAYS_UNSOLVED) && !resolved.isEmpty()) {
      return Optional.of(whichOf(resolved));
    }
    List<KnownReport> unspoken = turn.unspoken();
    return unspoken.size() == 1
        ? Optional.of(Additions.to(turn, unspoken))
        : Optional.of(Outcome.keep(Words.Reason.UNREADABLE, "no_report_meant"));
  }
}
