package mx.vozrural.dialogue;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * An answer from front to back: 911 first where life is in danger; the municipality at the start of
 * the first answer; what the rules say; the number to text, since "reply" may not reach it; and the
 * way to the privacy notice at the end of the first answer.
 */
final class Wording {

  private Wording() {}

  /** Of what is filed or added: a missed danger is the worst error, and a few words cost little. */
  private static boolean conceivable(Turn turn, Outcome outcome) {
    return turn.says(Trait.MAY_BE_DANGER)
        && !turn.danger()
        && !(outcome.words() instanceof Words.Keep)
        && !outcome.reply().silent();
  }

  static Answer of(Turn turn, Outcome outcome) {
    boolean first = !turn.conversation().greeted();
    List<String> parts = new ArrayList<>();
    if (turn.danger()) {
      parts.add(Danger.opening(turn));
    }
    if (first) {
      parts.add("welcome");
    }
    if (conceivable(turn, outcome)) {
      parts.add("if_danger");
    }
    parts.addAll(outcome.reply().parts());
    parts.add("number");
    if (first) {
      parts.add("privacy");
    }
    return new Answer(List.copyOf(parts), outcome.reply().values(), turn.language());
  }
}
