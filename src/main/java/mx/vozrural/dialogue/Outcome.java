package mx.vozrural.dialogue;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a rule decides, before it is known whether an answer may go out.
 *
 * @param asks the question that the reply puts; it counts only if the reply goes out
 * @param settles whether the open question is answered with this text
 */
record Outcome(
    Words words, List<Effect> effects, Reply reply, @Nullable Question asks, boolean settles) {

  static Outcome of(Words words) {
    return new Outcome(words, List.of(), Reply.NONE, null, false);
  }

  /** Kept in sight, answered by one template, or by none. */
  static Outcome keep(Words.Reason reason, String... parts) {
    return of(new Words.Keep(reason)).saying(Reply.of(parts));
  }

  Outcome saying(Reply other) {
    return new Outcome(words, effects, other, asks, settles);
  }

  Outcome saying(String... parts) {
    return saying(Reply.of(parts));
  }

  Outcome bringing(Effect... more) {
    return bringing(List.of(more));
  }

  Outcome bringing(List<? extends Effect> more) {
    List<Effect> all = Stream.<Effect>concat(effects.stream(), more.stream()).toList();
    return new Outcome(words, all, reply, asks, settles);
  }

  Outcome asking(Question question) {
    return new Outcome(words, effects, reply, question, settles);
  }

  Outcome settling() {
    return new Outcome(words, effects, reply, asks, true);
  }

  boolean files() {
    return words instanceof Words.File;
  }

  boolean keptFor(Words.Reason reason) {
    return words instanceof Words.Keep keep && keep.reason() == reason;
  }

  /** Whether somebody's ALTO or ALTA takes effect: its confirmation passes the stop list. */
  boolean movesStopList() {
    return effects.stream()
        .anyMatch(e -> e instanceof Effect.StopAll || e instanceof Effect.StartAgain);
  }
}
