package mx.vozrural.dialogue;

import java.util.Optional;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;

/**
 * Leaving and coming back. ALTO, or a sentence that says so, stops everything; BAJA AVISOS only the
 * notices. Only ALTA (and Twilio's START) undoes ALTO: a sentence read wrong must not.
 */
final class Subscriptions {

  private Subscriptions() {}

  static Optional<Outcome> judge(Turn turn) {
    if (turn.sentence()) {
      return sentence(turn);
    }
    return turn.keyword() == Keyword.STOP
        ? Optional.of(stop(turn, Words.Reason.KEYWORD))
        : word(turn);
  }

  private static Optional<Outcome> sentence(Turn turn) {
    if (turn.means(Intent.OPT_OUT)) {
      return Optional.of(stop(turn, Words.Reason.SUBSCRIPTION));
    }
    return turn.means(Intent.OPT_IN) ? Optional.of(subscribe(turn)) : Optional.empty();
  }

  private static Optional<Outcome> word(Turn turn) {
    if (turn.keyword() == Keyword.STOP_NOTICES) {
      return Optional.of(
          Outcome.keep(Words.Reason.KEYWORD, "notices_stopped").bringing(new Effect.StopNotices()));
    }
    if (turn.keyword() == Keyword.START) {
      return Optional.of(start(turn));
    }
    return turn.keyword() == Keyword.NOTICES ? Optional.of(subscribe(turn)) : Optional.empty();
  }

  /** One confirmation, not one for each ALTO. */
  private static Outcome stop(Turn turn, Words.Reason reason) {
    Outcome stopped = Outcome.keep(reason).bringing(new Effect.StopAll(false));
    return turn.stopped() ? stopped : stopped.saying("stopped");
  }

  /** Twilio's own block stays until START: an answer would fail with its error 21610. */
  private static Outcome start(Turn turn) {
    Outcome started = Outcome.keep(Words.Reason.KEYWORD).bringing(new Effect.StartAgain(false));
    return turn.context().blockedByTwilio() ? started : started.saying("started");
  }

  private static Outcome subscribe(Turn turn) {
    String section = turn.reading().section();
    Reply reply =
        section == null
            ? Reply.of("subscribed")
            : Reply.of("subscribed_section").with("place", turn.sectionName(section));
    return Outcome.keep(Words.Reason.SUBSCRIPTION)
        .saying(reply)
        .bringing(new Effect.Subscribe(section));
  }
}
