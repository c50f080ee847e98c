package mx.vozrural.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/**
 * An equal text within ten minutes of an answered one makes no second report and gets no second
 * answer. What can bring something new (keywords, SI, NO, answers, additions, how a report stands)
 * always takes effect.
 */
final class Repetition {

  static final Duration WINDOW = Duration.ofMinutes(10);

  /** Kept for reasons whose answer would be the same again. */
  private static final Set<Words.Reason> SAME_ANSWER =
      EnumSet.of(
          Words.Reason.GREETING,
          Words.Reason.UNREADABLE,
          Words.Reason.COMMITMENT,
          Words.Reason.PRIVACY);

  private Repetition() {}

  static Outcome dampen(Turn turn, Outcome outcome) {
    boolean equal = live(turn) && turn.incoming().key().equals(turn.conversation().lastKey());
    return equal && dampened(turn, outcome) ? Outcome.keep(Words.Reason.REPEATED) : outcome;
  }

  /** Whether this text, once answered, is the one to compare the next with. */
  static boolean remembers(Turn turn, Outcome outcome) {
    return outcome.files() || (dampened(turn, outcome) && !live(turn));
  }

  private static boolean dampened(Turn turn, Outcome outcome) {
    return outcome.files()
        || (turn.sentence()
            && outcome.words() instanceof Words.Keep keep
            && SAME_ANSWER.contains(keep.reason()));
  }

  private static boolean live(Turn turn) {
    Instant at = turn.conversation().lastKeyAt();
    return at != null && turn.now().isBefore(at.plus(WINDOW));
  }
}
