package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Keyword;

/**
 * STOP, START, HELP and their kin: Twilio has answered and blocked or unblocked by itself; our own
 * list follows. The same where Advanced Opt-Out was taught our Spanish words.
 */
final class TwilioWords {

  private TwilioWords() {}

  static Optional<Outcome> judge(Turn turn) {
    if (!turn.leftToTwilio() || turn.keyword() == null) {
      return Optional.empty();
    }
    Outcome kept = Outcome.keep(Words.Reason.KEYWORD);
    return switch (turn.keyword()) {
      case Keyword.TWILIO_STOP, Keyword.STOP ->
          Optional.of(kept.bringing(new Effect.StopAll(true)));
      case Keyword.TWILIO_START, Keyword.START ->
          Optional.of(kept.bringing(new Effect.StartAgain(true)));
      case Keyword.TWILIO_HELP, Keyword.HELP -> Optional.of(kept);
      case STOP_NOTICES, PRIVACY_NOTICE, NOTICES, STATUS, YES, NO, JOIN, COMMITMENTS, PROGRESS ->
          Optional.empty();
    };
  }
}
