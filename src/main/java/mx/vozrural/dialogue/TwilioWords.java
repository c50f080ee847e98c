package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.domain.OptOut;
import mx.vozrural.interpreter.Keyword;

/**
 * STOP, START, HELP and their kin: Twilio has answered and blocked or unblocked by itself; our own
 * list follows. The same where Advanced Opt-Out was taught our Spanish words.
 */
final class TwilioWords {

  private TwilioWords() {}

  static Optional<Outcome> judge(Turn turn) {
    if (!turn.leftToTwilio()) {
      return Optional.empty();
    }
    Outcome kept = Outcome.keep(Words.Reason.KEYWORD);
    OptOut done = turn.incoming().byTwilio() == null ? own(turn) : turn.incoming().byTwilio();
    return switch (done) {
      case STOP -> Optional.of(kept.bringing(new Effect.StopAll(true)));
      case START -> Optional.of(kept.bringing(new Effect.StartAgain(true)));
      // A need in whose answer Twilio explained how to stop is a need all the same.
      case HELP -> help(turn) ? Optional.of(kept) : Optional.empty();
    };
  }

  /** What Twilio does with its own words. */
  private static OptOut own(Turn turn) {
    return switch (turn.keyword()) {
      case Keyword.TWILIO_STOP -> OptOut.STOP;
      case Keyword.TWILIO_START -> OptOut.START;
      case null, default -> OptOut.HELP;
    };
  }

  private static boolean help(Turn turn) {
    return turn.keyword() == Keyword.TWILIO_HELP || turn.keyword() == Keyword.HELP;
  }
}
