package mx.vozrural.dialogue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * SI and NO: whether a need is solved. The reporter's word moves the state where the state allows
 * it; a neighbour's, or one that comes too early or too late, is noted and staff are told.
 */
final class Verdicts {

  private static final Set<Status> REOPENED_BY_NO =
      EnumSet.of(Status.RESOLVED, Status.CONFIRMED, Status.REJECTED);

  private Verdicts() {}

  /** True SI, false NO, empty where the text is neither. */
  static Optional<Boolean> said(Turn turn) {
    if (turn.keyword() == Keyword.YES || turn.keyword() == Keyword.NO) {
      return Optional.of(turn.keyword() == Keyword.YES);
    }
    if (turn.sentence() && turn.means(Intent.REOPEN)) {
      return Optional.of(false);
    }
    return turn.sentence() && saysSolved(turn) ? Optional.of(true) : Optional.empty();
  }

  private static boolean saysSolved(Turn turn) {
    return turn.means(Intent.CLOSE_CONFIRM)
        || (turn.says(Trait.SAYS_SOLVED) && !turn.says(Trait.SAYS_UNSOLVED) && !turn.tellsNeed());
  }

  /** A verdict without a folio: it counts where only one report can be meant. */
  static Optional<Outcome> judge(Turn turn) {
    Optional<Boolean> said = said(turn);
    if (said.isEmpty()) {
      return Optional.empty();
    }
    List<KnownReport> meant = meant(turn);
    if (meant.size() == 1) {
      return said.map(yes -> on(turn, yes, meant));
    }
    return meant.isEmpty() ? aboutNothing(turn) : Optional.of(FollowUps.whichOf(meant));
  }

  /** What a verdict does to each report, its words being added to all. */
  static Outcome on(Turn turn, boolean yes, List<KnownReport> reports) {
    List<Effect> effects = reports.stream().map(report -> effect(yes, report)).toList();
    return Additions.to(turn, reports).bringing(effects).saying(said(reports, effects));
  }

  /** The reports that a SI or NO can be about, the likeliest kind first. */
  private static List<KnownReport> meant(Turn turn) {
    Stream<Predicate<KnownReport>> kinds =
        turn.sentence()
            ? Stream.of(
                r -> r.status() == Status.RESOLVED,
                r -> r.status().open(),
                r -> REOPENED_BY_NO.contains(r.status()))
            : Stream.of(r -> r.status() == Status.RESOLVED, r -> r.status() == Status.ASKED);
    return kinds.map(turn::own).filter(l -> !l.isEmpty()).findFirst().orElse(List.of());
  }

  private static Optional<Outcome> aboutNothing(Turn turn) {
    if (!turn.sentence()) {
      return Optional.of(Outcome.keep(Words.Reason.KEYWORD, "verdict_help"));
    }
    boolean mayBeFiled = turn.means(Intent.REOPEN) && !turn.reading().categories().isEmpty();
    if (mayBeFiled) {
      return Optional.of(Filing.of(turn));
    }
    return Optional.of(Outcome.keep(Words.Reason.AMBIGUOUS, "verdict_help"));
  }

  private static Effect effect(boolean yes, KnownReport report) {
    if (report.own() && yes && report.status() == Status.RESOLVED) {
      return new Effect.Confirm(report.folio());
    }
    if (report.own() && !yes && REOPENED_BY_NO.contains(report.status())) {
      return new Effect.Reopen(report.folio());
    }
    return new Effect.NoteWord(report.folio(), yes);
  }

  private static Reply said(List<KnownReport> reports, List<Effect> effects) {
    return part("confirmed", Effect.Confirm.class, reports, effects)
        .then(part("reopened", Effect.Reopen.class, reports, effects))
        .then(part("noted", Effect.NoteWord.class, reports, effects));
  }

  private static Reply part(
      String key, Class<?> kind, List<KnownReport> reports, List<Effect> effects) {
    List<KnownReport> those =
        Stream.iterate(0, i -> i < reports.size(), i -> i + 1)
            .filter(i -> kind.isInstance(effects.get(i)))
            .<KnownReport>map(reports::get)
            .toList();
    return Reply.naming(key, those);
  }
}
