package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * "Soy Chuy, me prestaron el telefono": what is told is a report of its own, never an addition to
 * one of the phone's owner.
 */
final class LentPhones {

  private LentPhones() {}

  static Optional<Outcome> judge(Turn turn) {
    boolean tells =
        turn.tellsNeed()
            || turn.means(
                Intent.FOLLOW_UP,
                Intent.REOPEN,
                Intent.CLOSE_CONFIRM,
                Intent.SHORT_REPLY,
                Intent.UNCLEAR);
    return turn.says(Trait.LENT_PHONE) && turn.sentence() && tells
        ? Optional.of(Filing.of(turn))
        : Optional.empty();
  }
}
