package mx.vozrural.dialogue;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mx.vozrural.domain.Status;

/**
 * Answers to what staff asked: where a report waits for its reporter, a sentence that isn't a new
 * need goes to it and its clock runs again.
 */
final class StaffQuestions {

  private StaffQuestions() {}

  static Optional<Outcome> judge(Turn turn) {
    List<KnownReport> waiting = turn.own(Status.ASKED);
    if (waiting.isEmpty() || !turn.sentence()) {
      return Optional.empty();
    }
    List<KnownReport> meant = waiting.stream().filter(r -> answers(turn, r)).toList();
    return switch (meant.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(Additions.to(turn, meant));
      default -> Optional.of(FollowUps.whichOf(meant));
    };
  }

  private static boolean answers(Turn turn, KnownReport report) {
    return switch (turn.reading().intent()) {
      case FOLLOW_UP, SHORT_REPLY, UNCLEAR -> true;
      case REPORT, COMPLAINT, INFO_REQUEST -> same(turn, report);
      case STATUS_QUERY,
          CLOSE_CONFIRM,
          REOPEN,
          COMMITMENT_QUERY,
          OPT_OUT,
          OPT_IN,
          HELP,
          PRIVACY_REQUEST,
          ACK,
          ABUSE,
          SPAM,
          EMPTY ->
          false;
    };
  }

  /** Whether the words tell no other need than the report's own, at no other place. */
  static boolean same(Turn turn, KnownReport report) {
    Set<String> told = new HashSet<>(turn.reading().categories());
    String section = turn.reading().section();
    boolean elsewhere =
        section != null && report.section() != null && !section.equals(report.section());
    return report.categories().containsAll(told) && !elsewhere;
  }
}
