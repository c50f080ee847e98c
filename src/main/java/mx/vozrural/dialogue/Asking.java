package mx.vozrural.dialogue;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.vozrural.domain.Section;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * The one question that may follow a folio: where, else since when, and only where the answer
 * changes who goes or how soon. While one is open no other is asked.
 */
final class Asking {

  /** A longer list of sections would push the answer past two segments (306 septets). */
  private static final int LONGEST_LIST = 100;

  private Asking() {}

  static Optional<Question> about(Turn turn, Words.File file) {
    if (file.kind() != Words.Kind.NEED
        || file.unclear()
        || file.violenceAtHome()
        || turn.question().isPresent()) {
      return Optional.empty();
    }
    return where(turn, file).or(() -> sinceWhen(turn, file));
  }

  static Reply words(Turn turn, Question question) {
    return switch (question.kind()) {
      case SINCE_WHEN -> Reply.of("ask_since_when");
      case WHERE -> question.options().isEmpty() ? Reply.of("ask_where") : again(turn, question);
    };
  }

  /** The list that was offered, once more. */
  static Reply again(Turn turn, Question question) {
    return Reply.of("ask_section").with("options", numbered(turn, question.options()));
  }

  private static Optional<Question> where(Turn turn, Words.File file) {
    if (file.section() != null) {
      return Optional.empty();
    }
    List<String> options = offered(turn, file);
    // A place without a known section was told already: only the list could add to it.
    boolean told = turn.says(Trait.SAYS_WHERE) || file.community() != null;
    return told && options.isEmpty()
        ? Optional.empty()
        : Optional.of(question(turn, Question.Kind.WHERE, options));
  }

  private static Optional<Question> sinceWhen(Turn turn, Words.File file) {
    boolean outage = turn.about("AGUA") || turn.about("LUZ");
    return outage && !file.urgent() && !file.restricted() && !turn.says(Trait.SAYS_WHEN)
        ? Optional.of(question(turn, Question.Kind.SINCE_WHEN, List.of()))
        : Optional.empty();
  }

  private static Question question(Turn turn, Question.Kind kind, List<String> options) {
    return new Question(kind, turn.context().nextFolio(), options, turn.now());
  }

  /**
   * No list of places where the answer must name none, nor behind a call to 911, nor beside a folio
   * that is nobody's, which the answer has to say too.
   */
  private static List<String> offered(Turn turn, Words.File file) {
    if (file.restricted() || file.lifeDanger() || !turn.strayFolios().isEmpty()) {
      return List.of();
    }
    Optional<String> lately = lately(turn);
    List<String> codes =
        turn.context().catalogue().sections().stream()
            .sorted(
                Comparator.comparing(
                        (Section section) -> !lately.equals(Optional.of(section.code())))
                    .thenComparingInt(Section::position))
            .map(Section::code)
            .toList();
    boolean worthIt = codes.size() > 1 && numbered(turn, codes).length() <= LONGEST_LIST;
    return worthIt ? codes : List.of();
  }

  /** Where this phone's newest report is from: offered first, never taken for the answer. */
  private static Optional<String> lately(Turn turn) {
    return turn.own(report -> report.section() != null && !report.restricted()).stream()
        .map(KnownReport::section)
        .findFirst();
  }

  private static String numbered(Turn turn, List<String> codes) {
    return IntStream.range(0, codes.size())
        .mapToObj(i -> (i + 1) + " " + turn.sectionName(codes.get(i)))
        .collect(Collectors.joining(", "));
  }
}
