package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * Violence at home. It always begins a report of its own, whatever question is open and whatever
 * report the text would else go to. A person who says that it is safe to text is answered again.
 */
final class Safety {

  private Safety() {}

  static Optional<Outcome> judge(Turn turn) {
    if (!turn.sentence()) {
      return Optional.empty();
    }
    if (turn.says(Trait.VIOLENCE_AT_HOME)) {
      return Optional.of(reported(turn));
    }
    return safeAgain(turn) ? Optional.of(safe(turn)) : Optional.empty();
  }

  private static Outcome reported(Turn turn) {
    boolean toItsOwn =
        !turn.named().isEmpty() && turn.named().stream().allMatch(KnownReport::violenceAtHome);
    return toItsOwn ? Additions.to(turn, turn.named()) : Filing.of(turn);
  }

  private static boolean safeAgain(Turn turn) {
    return turn.conversation().muted()
        && turn.says(Trait.SAYS_SAFE)
        && turn.named().isEmpty()
        && !turn.means(Intent.PRIVACY_REQUEST)
        && !turn.tellsNeed();
  }

  private static Outcome safe(Turn turn) {
    List<KnownReport> unspoken = turn.unspoken();
    Outcome outcome =
        unspoken.isEmpty() ? Outcome.keep(Words.Reason.UNREADABLE) : Additions.to(turn, unspoken);
    return outcome.saying("safe");
  }
}
