package mx.vozrural.dialogue;

import java.util.regex.Pattern;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.interpreter.Reading;

/**
 * Danger to life, in whatever text: filed or added, raised, on top of the queue, and who is on duty
 * is told at any hour. The answer begins with 911.
 */
public final class Danger {

  /** Words of fire, as people write them; they count only in a text about civil protection. */
  private static final Pattern FIRE =
      Pattern.compile("lumbre|incendi|quem|kem|flama|llamas|humo|[zs]acat|\\bfire|smoke|burning");

  private Danger() {}

  static Outcome over(Turn turn, Outcome outcome) {
    if (!turn.danger() || outcome.keptFor(Words.Reason.NOT_A_PERSON)) {
      return outcome;
    }
    return switch (outcome.words()) {
      case Words.File file -> alerting(outcome, turn.context().nextFolio());
      case Words.Add add -> alerting(outcome, add.folios().getFirst());
      // The same words, a moment ago, told who is on duty: a phone that repeats itself floods
      // nobody.
      case Words.Keep(Words.Reason reason) when reason == Words.Reason.REPEATED -> outcome;
      case Words.Keep keep when turn.leftToTwilio() -> outcome;
      case Words.Keep keep ->
          alerting(Filing.of(turn).bringing(outcome.effects()), turn.context().nextFolio());
    };
  }

  /** The template that opens the answer: the forest fire line has a number of its own. */
  static String opening(Turn turn) {
    return opening(turn.reading(), turn.context().catalogue());
  }

  /** The same, where nothing is known but the text. */
  public static String opening(Reading reading, Catalogue catalogue) {
    boolean about =
        reading.categories().stream()
            .anyMatch(code ->
                catalogue.category(code).map(Category::base).orElse(code).equals("PROTCIVIL"));
    boolean fire = about && FIRE.matcher(reading.content()).find();
    return fire ? "danger_fire" : "danger";
  }

  private static Outcome alerting(Outcome outcome, String folio) {
    return outcome.bringing(new Effect.AlertOnDuty(folio));
  }
}
