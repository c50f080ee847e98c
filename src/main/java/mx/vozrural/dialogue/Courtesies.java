package mx.vozrural.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.vozrural.interpreter.Intent;

/** Greetings, thanks, empty texts and pictures without words: kept in sight, no report. */
final class Courtesies {

  private static final Duration THANKED_FOR = Duration.ofDays(1);

  private static final Pattern GREETING =
      Pattern.compile(
          "^(?:h?ola|buen[oa]?s?|saludos|hi|hello|hey|good (?:morning|afternoon|evening|day))\\b");

  private Courtesies() {}

  static Optional<Outcome> judge(Turn turn) {
    if (turn.means(Intent.ACK)) {
      return Optional.of(greets(turn) ? greeting() : thanks(turn));
    }
    return turn.means(Intent.EMPTY) ? Optional.of(wordless(turn)) : Optional.empty();
  }

  private static boolean greets(Turn turn) {
    return GREETING.matcher(turn.reading().content()).find();
  }

  private static Outcome greeting() {
    return Outcome.keep(Words.Reason.GREETING, "greeting");
  }

  /** The second thanks in a day gets no answer: two polite machines would never end. */
  private static Outcome thanks(Turn turn) {
    Instant thankedAt = turn.conversation().thankedAt();
    boolean already = thankedAt != null && turn.now().isBefore(thankedAt.plus(THANKED_FOR));
    return already
        ? Outcome.keep(Words.Reason.THANKS)
        : Outcome.keep(Words.Reason.THANKS, "thanks");
  }

  private static Outcome wordless(Turn turn) {
    return turn.incoming().media() > 0
        ? Outcome.keep(Words.Reason.MEDIA_ONLY, "media_only")
        : Outcome.keep(Words.Reason.EMPTY, "empty");
  }
}
