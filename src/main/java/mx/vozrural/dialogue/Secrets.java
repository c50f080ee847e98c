package mx.vozrural.dialogue;

/**
 * Words about a crime never go to a report that all staff read, whichever folio they name: they
 * make a restricted report of their own. What else the text brought about still holds.
 */
final class Secrets {

  private Secrets() {}

  static Outcome keep(Turn turn, Outcome outcome) {
    if (!(outcome.words() instanceof Words.Add add) || !turn.restricted()) {
      return outcome;
    }
    boolean read = add.folios().stream().anyMatch(folio -> !restricted(turn, folio));
    if (!read) {
      return outcome;
    }
    Outcome filed = Filing.of(turn).bringing(outcome.effects());
    return outcome.settles() ? filed.settling() : filed;
  }

  private static boolean restricted(Turn turn, String folio) {
    return turn.own(folio)
        .or(() -> turn.named().stream().filter(r -> r.folio().equals(folio)).findFirst())
        .map(r -> r.restricted() || r.violenceAtHome())
        .orElse(false);
  }
}
