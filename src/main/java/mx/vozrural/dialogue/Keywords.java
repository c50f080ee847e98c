package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;

/** Words with one fixed answer, and sentences that ask for the same. */
final class Keywords {

  private Keywords() {}

  static Optional<Outcome> judge(Turn turn) {
    Keyword word = turn.keyword();
    if (word == null) {
      return sentence(turn);
    }
    return switch (word) {
      case HELP -> kept(Words.Reason.KEYWORD, "help");
      case PRIVACY_NOTICE -> kept(Words.Reason.KEYWORD, "privacy_notice");
      case COMMITMENTS, PROGRESS -> kept(Words.Reason.COMMITMENT, "commitments");
      case JOIN -> folioMissing(turn, "join_help");
      case STOP,
          TWILIO_STOP,
          STOP_NOTICES,
          START,
          TWILIO_START,
          TWILIO_HELP,
          NOTICES,
          STATUS,
          YES,
          NO ->
          Optional.empty();
    };
  }

  private static Optional<Outcome> sentence(Turn turn) {
    if (turn.means(Intent.COMMITMENT_QUERY) && turn.reading().folios().isEmpty()) {
      return kept(Words.Reason.COMMITMENT, "commitments");
    }
    return turn.means(Intent.HELP) ? kept(Words.Reason.KEYWORD, "help") : Optional.empty();
  }

  private static Optional<Outcome> folioMissing(Turn turn, String part) {
    return turn.reading().folios().isEmpty() ? kept(Words.Reason.KEYWORD, part) : Optional.empty();
  }

  private static Optional<Outcome> kept(Words.Reason reason, String part) {
    return Optional.of(Outcome.keep(reason, part));
  }
}
