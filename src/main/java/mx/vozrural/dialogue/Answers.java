package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.FolioMention;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;

/**
 * Answers to the one open question: a number of the list, a place or time in words, a misspelling,
 * a landmark. They fill the gap and make no new report; a new need does, and leaves the question
 * open.
 */
final class Answers {

  private static final Pattern LONE_NUMBER =
      Pattern.compile(
          "(?:(?:es|en|el|la|numero|num|opcion|number|option) )*(\\d{1,2}|[a-z]+)"
              + "(?: (?:por favor|gracias|please|thanks))?");

  private static final List<List<String>> NUMERALS =
      List.of(
          List.of("uno", "una", "one"),
          List.of("dos", "two"),
          List.of("tres", "three"),
          List.of("cuatro", "four"),
          List.of("cinco", "five"),
          List.of("seis", "six"));

  private Answers() {}

  /** A lone short number, which could else be taken for a folio. */
  static Optional<Outcome> lone(Turn turn) {
    return asked(turn).flatMap(q -> loneNumber(turn.reading()).map(n -> choice(turn, q, n)));
  }

  static Optional<Outcome> judge(Turn turn) {
    return asked(turn).filter(q -> answers(turn, q)).map(q -> answer(turn, q, complete(turn, q)));
  }

  /** The same for a text that names the folio: it may settle the question on its way. */
  static Outcome completing(Turn turn, Outcome outcome, List<KnownReport> reports) {
    return turn.question()
        .filter(q -> fits(turn.reading(), q))
        .filter(q -> reports.stream().anyMatch(r -> r.own() && r.folio().equals(q.folio())))
        .map(q -> settled(turn, q, outcome.bringing(complete(turn, q))))
        .orElse(outcome);
  }

  /** The open question, for a sentence from who has the report that it is about. */
  private static Optional<Question> asked(Turn turn) {
    return turn.question().filter(q -> turn.sentence() && turn.own(q.folio()).isPresent());
  }

  private static boolean answers(Turn turn, Question question) {
    boolean fits = fits(turn.reading(), question);
    return switch (turn.reading().intent()) {
      case REPORT -> fits && sameNeed(turn, question);
      case SHORT_REPLY -> fits || turn.own(Status.ASKED).isEmpty();
      case UNCLEAR -> fits || (!turn.says(Trait.MAY_BE_NEED) && turn.own(Status.ASKED).isEmpty());
      case FOLLOW_UP, ACK -> fits;
      case STATUS_QUERY,
          CLOSE_CONFIRM,
          REOPEN,
          COMMITMENT_QUERY,
          INFO_REQUEST,
          COMPLAINT,
          OPT_OUT,
          OPT_IN,
          HELP,
          PRIVACY_REQUEST,
          ABUSE,
          SPAM,
          EMPTY ->
          false;
    };
  }

  private static boolean fits(Reading reading, Question question) {
    return switch (question.kind()) {
      case WHERE ->
          reading.section() != null || reading.community() != null || reading.has(Trait.SAYS_WHERE);
      case SINCE_WHEN -> reading.has(Trait.SAYS_WHEN);
    };
  }

  /** "En el charco no hay agua" after "no hay agua": the need again, with what was asked. */
  private static boolean sameNeed(Turn turn, Question question) {
    return turn.own(question.folio()).filter(r -> StaffQuestions.same(turn, r)).isPresent();
  }

  private static Outcome choice(Turn turn, Question question, int number) {
    if (question.options().isEmpty()) {
      return answer(turn, question, complete(turn, question));
    }
    if (number < 1 || number > question.options().size()) {
      return askedAgain(turn, question);
    }
    String section = question.options().get(number - 1);
    return answer(turn, question, new Effect.Complete(question.folio(), section, null));
  }

  private static Outcome askedAgain(Turn turn, Question question) {
    Outcome added = added(turn, question);
    return added.saying(added.reply().then(Asking.again(turn, question)));
  }

  private static Outcome answer(Turn turn, Question question, Effect complete) {
    return settled(turn, question, added(turn, question).bringing(complete));
  }

  /** The question is closed; a long outage makes urgent what the words alone did not. */
  private static Outcome settled(Turn turn, Question question, Outcome outcome) {
    boolean raised = turn.reading().urgent() || turn.danger();
    boolean longOutage =
        question.kind() == Question.Kind.SINCE_WHEN && LongOutage.of(turn, question.folio());
    return longOutage && !raised
        ? outcome.bringing(new Effect.Raise(question.folio(), false)).settling()
        : outcome.settling();
  }

  private static Outcome added(Turn turn, Question question) {
    return Additions.to(turn, turn.own(question.folio()).stream().toList());
  }

  private static Effect complete(Turn turn, Question question) {
    Reading reading = turn.reading();
    return question.kind() == Question.Kind.WHERE
        ? new Effect.Complete(question.folio(), reading.section(), reading.community())
        : new Effect.Complete(question.folio(), null, null);
  }

  private static Optional<Integer> loneNumber(Reading reading) {
    if (reading.content().isEmpty() && reading.folios().size() == 1) {
      FolioMention only = reading.folios().getFirst();
      return only.valid() ? Optional.empty() : number(only.digits());
    }
    return reading.folios().isEmpty() ? number(reading.content()) : Optional.empty();
  }

  private static Optional<Integer> number(String words) {
    Matcher matcher = LONE_NUMBER.matcher(words);
    return matcher.matches() ? value(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Integer> value(String number) {
    if (Character.isDigit(number.charAt(0))) {
      return Optional.of(Integer.valueOf(number));
    }
    return IntStream.range(0, NUMERALS.size())
        .filter(i -> NUMERALS.get(i).contains(number))
        .mapToObj(i -> i + 1)
        .findFirst();
  }
}
