package mx.vozrural.dialogue;

import java.util.Optional;

/**
 * Who is no person (a service, a name, our own number) is never answered and files nothing. A name
 * may be a garbled number, so danger to life that comes from one is filed all the same.
 */
final class Strangers {

  private Strangers() {}

  static Optional<Outcome> judge(Turn turn) {
    return switch (turn.incoming().sender()) {
      case PERSON -> Optional.empty();
      case NAME -> Optional.of(turn.danger() ? Filing.of(turn) : kept());
      case SHORT_CODE, OURSELVES -> Optional.of(kept());
    };
  }

  private static Outcome kept() {
    return Outcome.keep(Words.Reason.NOT_A_PERSON);
  }
}
