package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Intent;

/** Spam, and abuse without a need: kept in sight, never answered. */
final class Unwanted {

  private Unwanted() {}

  static Optional<Outcome> judge(Turn turn) {
    if (turn.means(Intent.SPAM)) {
      return Optional.of(Outcome.keep(Words.Reason.SPAM));
    }
    if (!turn.means(Intent.ABUSE)) {
      return Optional.empty();
    }
    return Optional.of(
        turn.named().isEmpty()
            ? Outcome.keep(Words.Reason.ABUSE)
            : Additions.to(turn, turn.named()).saying(Reply.NONE));
  }
}
