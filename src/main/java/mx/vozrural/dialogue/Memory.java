package mx.vozrural.dialogue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/** What is remembered after a text. A question that was never sent is not open. */
final class Memory {

  private Memory() {}

  static Conversation after(Turn turn, Outcome outcome, boolean answered) {
    Conversation before = turn.conversation();
    boolean remembers = answered && Repetition.remembers(turn, outcome);
    return new Conversation(
        before.greeted() || answered,
        question(turn, outcome, answered),
        answers(turn, answered),
        answered && outcome.keptFor(Words.Reason.THANKS) ? turn.now() : before.thankedAt(),
        remembers ? turn.incoming().key() : before.lastKey(),
        remembers ? turn.now() : before.lastKeyAt(),
        muted(turn, outcome));
  }

  private static @Nullable Question question(Turn turn, Outcome outcome, boolean answered) {
    if (answered && outcome.asks() != null) {
      return outcome.asks();
    }
    return outcome.settles() ? null : turn.question().orElse(null);
  }

  /** The caps look back a day, so nothing older is kept, nor more than they count. */
  private static List<Instant> answers(Turn turn, boolean answered) {
    Instant since = turn.now().minus(Silence.LONG);
    List<Instant> answers =
        new ArrayList<>(
            turn.conversation().answers().stream().filter(at -> at.isAfter(since)).toList());
    if (answered) {
      answers.add(turn.now());
    }
    int surplus = Math.max(0, answers.size() - Silence.MOST_IN_LONG);
    return List.copyOf(answers.subList(surplus, answers.size()));
  }

  /** After the one answer to violence at home, silence, until the person says that it is safe. */
  private static boolean muted(Turn turn, Outcome outcome) {
    boolean reported = outcome.words() instanceof Words.File file && file.violenceAtHome();
    return !turn.says(Trait.SAYS_SAFE) && (turn.conversation().muted() || reported);
  }
}
