package mx.vozrural.dialogue;

import java.util.regex.Pattern;

/**
 * Danger to life, in whatever text: filed or added, raised, on top of the queue, and who is on duty
 * is told at any hour. The answer begins with 911.
 */
final class Danger {

  /** Words of fire, as people write them; they count only in a text about civil protection. */
  private static final Pattern FIRE =
      Pattern.compile("lumbre|incendi|quem|kem|flama|llamas|humo|[zs]acat|\\bfire|smoke|burning");

  private Danger() {}

  static Outcome over(Turn turn, Outcome outcome) {
    if (!turn.danger() || turn.leftToTwilio() || outcome.keptFor(Words.Reason.NOT_A_PERSON)) {
      return outcome;
    }
    return switch (outcome.words()) {
      case Words.File file -> alerting(outcome, turn.context().nextFolio());
      case Words.Add add -> alerting(outcome, add.folios().getFirst());
      // The same words, a moment ago, told who is on duty: a phone that repeats itself floods
      // nobody.
      case Words.Keep(Words.Reason reason) when reason == Words.Reason.REPEATED -> outcome;
      case Words.Keep keep ->
          alerting(Filing.of(turn).bringing(outcome.effects()), turn.context().nextFolio());
    };
  }

  /** The template that opens the answer: the forest fire line has a number of its own. */
  static String opening(Turn turn) {
    boolean fire = turn.about("PROTCIVIL") && FIRE.matcher(turn.reading().content()).find();
    return fire ? "danger_fire" : "danger";
  }

  private static Outcome alerting(Outcome outcome, String folio) {
    return outcome.bringing(new Effect.AlertOnDuty(folio));
  }
}
