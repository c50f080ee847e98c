package mx.vozrural.dialogue;

import java.time.Duration;

/** Where no answer goes out, though everything else takes effect. */
final class Silence {

  private static final Duration SHORT = Duration.ofMinutes(10);
  private static final int MOST_IN_SHORT = 10;
  static final Duration LONG = Duration.ofDays(1);
  static final int MOST_IN_LONG = 40;

  private Silence() {}

  static boolean over(Turn turn, Outcome outcome) {
    return nothingToSay(turn, outcome)
        || turn.incoming().sender() != Incoming.Sender.PERSON
        || turn.leftToTwilio()
        || turn.muted()
        || turn.context().looping()
        || (!turn.danger() && (stopped(turn, outcome) || capped(turn)));
  }

  private static boolean nothingToSay(Turn turn, Outcome outcome) {
    return outcome.reply().silent() && !turn.danger();
  }

  private static boolean stopped(Turn turn, Outcome outcome) {
    return turn.stopped() && !outcome.movesStopList();
  }

  private static boolean capped(Turn turn) {
    return within(turn, SHORT) >= MOST_IN_SHORT || within(turn, LONG) >= MOST_IN_LONG;
  }

  private static long within(Turn turn, Duration window) {
    return turn.conversation().answers().stream()
        .filter(at -> at.isAfter(turn.now().minus(window)))
        .count();
  }
}
