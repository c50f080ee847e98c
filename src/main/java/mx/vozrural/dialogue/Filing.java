package mx.vozrural.dialogue;

import java.util.List;
import java.util.Optional;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;

/** A text becomes a report: the folio first, and at most one question after it. */
final class Filing {

  private static final String OTHER = "OTRO";

  private Filing() {}

  static Outcome of(Turn turn) {
    Words.File file = file(turn);
    Outcome filed = Outcome.of(file).saying(said(turn, file));
    Optional<Question> question = Asking.about(turn, file);
    return question.isEmpty()
        ? filed
        : filed
            .asking(question.get())
            .saying(filed.reply().then(Asking.words(turn, question.get())));
  }

  private static Words.File file(Turn turn) {
    Reading reading = turn.reading();
    boolean uncategorised = reading.categories().isEmpty();
    return new Words.File(
        kind(reading.intent()),
        uncategorised ? List.of(OTHER) : reading.categories(),
        reading.section(),
        reading.community(),
        reading.urgent() || reading.lifeDanger(),
        reading.lifeDanger(),
        turn.restricted(),
        turn.says(Trait.VIOLENCE_AT_HOME),
        uncategorised && kind(reading.intent()) == Words.Kind.NEED);
  }

  private static Words.Kind kind(Intent intent) {
    return switch (intent) {
      case INFO_REQUEST -> Words.Kind.QUESTION;
      case COMPLAINT -> Words.Kind.COMPLAINT;
      case REPORT,
          FOLLOW_UP,
          STATUS_QUERY,
          CLOSE_CONFIRM,
          REOPEN,
          COMMITMENT_QUERY,
          OPT_OUT,
          OPT_IN,
          HELP,
          PRIVACY_REQUEST,
          ACK,
          SHORT_REPLY,
          ABUSE,
          SPAM,
          UNCLEAR,
          EMPTY ->
          Words.Kind.NEED;
    };
  }

  private static Reply said(Turn turn, Words.File file) {
    return Reply.of(parts(file)).with("folio", turn.context().nextFolio());
  }

  /** A restricted report's answer tells neither the crime nor the place, nor when it is due. */
  private static String[] parts(Words.File file) {
    if (file.violenceAtHome()) {
      return new String[] {"filed_restricted", "hotline_home"};
    }
    if (file.restricted()) {
      return new String[] {"filed_restricted", "hotline_security"};
    }
    return new String[] {key(file), "due"};
  }

  private static String key(Words.File file) {
    return switch (file.kind()) {
      case NEED -> file.unclear() ? "filed_unclear" : "filed";
      case QUESTION -> "filed_question";
      case COMPLAINT -> "filed_complaint";
    };
  }
}
