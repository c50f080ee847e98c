package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import mx.vozrural.interpreter.Reading;

/**
 * The rules of the exchange by text: a pure function of a reading and its context. The first rule
 * that has something to say decides; what holds for every text (secrets, repetition, danger,
 * silence) is laid over its outcome.
 */
public final class Dialogue {

  private static final List<Rule> RULES =
      List.of(
          Strangers::judge,
          TwilioWords::judge,
          Subscriptions::judge,
          Safety::judge,
          Keywords::judge,
          Unwanted::judge,
          PrivacyRequests::judge,
          Answers::lone,
          Folios::judge,
          LentPhones::judge,
          Verdicts::judge,
          Answers::judge,
          StaffQuestions::judge,
          FollowUps::judge,
          Needs::judge,
          Standing::judge,
          Courtesies::judge);

  /** What becomes of a text; always the same for equal arguments. */
  public Decision decide(Incoming incoming, Reading reading, Context context) {
    Turn turn = new Turn(incoming, reading, context);
    Outcome outcome = firstOf(turn);
    outcome = Secrets.keep(turn, outcome);
    outcome = Repetition.dampen(turn, outcome);
    outcome = Danger.over(turn, outcome);
    Answer answer = Silence.over(turn, outcome) ? null : Wording.of(turn, outcome);
    return new Decision(
        outcome.words(), outcome.effects(), answer, Memory.after(turn, outcome, answer != null));
  }

  private static Outcome firstOf(Turn turn) {
    return RULES.stream()
        .map(rule -> rule.judge(turn))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(() -> Outcome.keep(Words.Reason.UNREADABLE, "not_understood"));
  }
}
