package mx.vozrural.dialogue;

import java.util.Optional;

/** What tells a need, a question or a complaint is filed at once, whatever else is open. */
final class Needs {

  private Needs() {}

  static Optional<Outcome> judge(Turn turn) {
    return turn.sentence() && turn.tellsNeed() ? Optional.of(Filing.of(turn)) : Optional.empty();
  }
}
