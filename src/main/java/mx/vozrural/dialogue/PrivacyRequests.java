package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Intent;

/** ARCO words open a case of their own and never touch a report, not even one that they name. */
final class PrivacyRequests {

  private PrivacyRequests() {}

  static Optional<Outcome> judge(Turn turn) {
    return turn.means(Intent.PRIVACY_REQUEST) && turn.sentence()
        ? Optional.of(
            Outcome.keep(Words.Reason.PRIVACY, "privacy_case")
                .bringing(new Effect.OpenPrivacyCase()))
        : Optional.empty();
  }
}
