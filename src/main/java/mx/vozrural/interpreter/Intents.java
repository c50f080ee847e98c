package mx.vozrural.interpreter;

import java.util.List;
import mx.vozrural.interpreter.Needs.Need;
import org.jspecify.annotations.Nullable;

/** What somebody who texts wants: questions in order, the first that holds decides. */
final class Intents {

  private static final int ENOUGH = 3;

  /** A sentence of so many words tells something even where no table knows it. */
  private static final int A_SENTENCE = 5;

  private static final int SHORT = 6;

  private final Signals signals;

  /** The numbers of the signals. */
  private record Signals(
      int spam,
      int misdial,
      int privacy,
      int optOut,
      int optIn,
      int help,
      int commitment,
      int status,
      int close,
      int reopen,
      int followUp,
      int info,
      int complaint,
      int ack,
      int abuse,
      int problem,
      int unsolved,
      int when,
      int where,
      int mayBeNeed) {}

  /** What is known of a text when its intent is asked for. */
  record Facts(
      Words words,
      Findings findings,
      List<Need> needs,
      Dangers.Found danger,
      boolean folio,
      boolean place,
      boolean commitmentCode,
      int said) {

    boolean stated() {
      return !needs.isEmpty() && needs.getFirst().weight() >= ENOUGH;
    }
  }

  /** An intent, how sure it is, and the signal that told it or -1. */
  record Found(Intent intent, double sure, int signal) {}

  Intents(RuleBook book) {
    signals =
        new Signals(
            book.signal("intent spam"),
            book.signal("intent misdial"),
            book.signal("intent privacy"),
            book.signal("intent opt_out"),
            book.signal("intent opt_in"),
            book.signal("intent help"),
            book.signal("intent commitment"),
            book.signal("intent status"),
            book.signal("intent close"),
            book.signal("intent reopen"),
            book.signal("intent followup"),
            book.signal("intent info"),
            book.signal("intent complaint"),
            book.signal("intent ack"),
            book.signal("intent abuse"),
            book.signal("fact problem"),
            book.signal("trait SAYS_UNSOLVED"),
            book.signal("trait SAYS_WHEN"),
            book.signal("trait SAYS_WHERE"),
            book.signal("trait MAY_BE_NEED"));
  }

  /** Whether a text of an intent is about needs. */
  static boolean bearsCategories(Intent intent) {
    return switch (intent) {
      case REPORT, FOLLOW_UP, STATUS_QUERY, CLOSE_CONFIRM, REOPEN, INFO_REQUEST, COMPLAINT -> true;
      case COMMITMENT_QUERY,
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
          false;
    };
  }

  /** Whether a text of an intent may tell a need that can't wait. */
  static boolean bearsUrgency(Intent intent) {
    return bearsCategories(intent) && intent != Intent.CLOSE_CONFIRM;
  }

  Found find(Facts facts) {
    if (facts.danger().life()) {
      return inDanger(facts);
    }
    Found found = aboutTheService(facts);
    if (found == null) {
      found = facts.folio() ? withFolio(facts) : aboutAReport(facts);
    }
    if (found == null) {
      found = aboutANeed(facts);
    }
    return found == null ? besideTheMatter(facts) : found;
  }

  private Found inDanger(Facts facts) {
    boolean adds = facts.folio() || enough(facts, signals.followUp);
    return adds
        ? new Found(Intent.FOLLOW_UP, 0.8, signals.followUp)
        : new Found(Intent.REPORT, 0.9, -1);
  }

  private @Nullable Found aboutTheService(Facts facts) {
    boolean link = has(facts, signals.spam) && !facts.stated() && !facts.place() && !facts.folio();
    if (enough(facts, signals.spam) || link) {
      return new Found(Intent.SPAM, 0.9, signals.spam);
    }
    if (enough(facts, signals.misdial)) {
      return new Found(Intent.UNCLEAR, 0.8, signals.misdial);
    }
    if (enough(facts, signals.privacy)) {
      return new Found(Intent.PRIVACY_REQUEST, 0.9, signals.privacy);
    }
    if (enough(facts, signals.optIn)) {
      return new Found(Intent.OPT_IN, 0.9, signals.optIn);
    }
    if (enough(facts, signals.optOut) && !facts.folio()) {
      return new Found(Intent.OPT_OUT, 0.9, signals.optOut);
    }
    if (facts.commitmentCode() || (enough(facts, signals.commitment) && !facts.folio())) {
      return new Found(Intent.COMMITMENT_QUERY, 0.9, signals.commitment);
    }
    boolean asksHow = enough(facts, signals.help) && !facts.stated() && !facts.folio();
    return asksHow ? new Found(Intent.HELP, 0.9, signals.help) : null;
  }

  private Found withFolio(Facts facts) {
    if (facts.said() == 0) {
      return new Found(Intent.STATUS_QUERY, 0.9, -1);
    }
    if (has(facts, signals.reopen)) {
      return new Found(Intent.REOPEN, 0.9, signals.reopen);
    }
    if (enough(facts, signals.status) && !facts.danger().urgent()) {
      return new Found(Intent.STATUS_QUERY, 0.9, signals.status);
    }
    if (enough(facts, signals.close) && !has(facts, signals.unsolved)) {
      return new Found(Intent.CLOSE_CONFIRM, 0.9, signals.close);
    }
    if (enough(facts, signals.followUp)) {
      return new Found(Intent.FOLLOW_UP, 0.9, signals.followUp);
    }
    if (facts.words().question() && !facts.danger().urgent()) {
      return new Found(Intent.STATUS_QUERY, 0.7, -1);
    }
    return has(facts, signals.unsolved) && !facts.danger().urgent()
        ? new Found(Intent.REOPEN, 0.5, signals.unsolved)
        : new Found(Intent.FOLLOW_UP, 0.6, -1);
  }

  private @Nullable Found aboutAReport(Facts facts) {
    if (enough(facts, signals.reopen)) {
      return new Found(Intent.REOPEN, 0.8, signals.reopen);
    }
    if (enough(facts, signals.close) && !has(facts, signals.unsolved)) {
      return new Found(Intent.CLOSE_CONFIRM, 0.8, signals.close);
    }
    if (enough(facts, signals.status) && !facts.danger().urgent()) {
      return new Found(Intent.STATUS_QUERY, 0.7, signals.status);
    }
    boolean adds = enough(facts, signals.followUp);
    return adds ? new Found(Intent.FOLLOW_UP, 0.7, signals.followUp) : null;
  }

  private @Nullable Found aboutANeed(Facts facts) {
    boolean urgent = facts.danger().urgent();
    if (asks(facts) && !urgent) {
      return new Found(Intent.INFO_REQUEST, 0.8, signals.info);
    }
    if (abusive(facts)) {
      return new Found(Intent.ABUSE, 0.8, signals.abuse);
    }
    if (enough(facts, signals.complaint) && !urgent) {
      return new Found(Intent.COMPLAINT, 0.7, signals.complaint);
    }
    if (facts.stated() || urgent) {
      return new Found(Intent.REPORT, 0.8, -1);
    }
    boolean subject = facts.said() > 1 && (!facts.needs().isEmpty() || tells(facts));
    return subject && !answersAQuestion(facts) ? new Found(Intent.REPORT, 0.6, -1) : null;
  }

  /** A question about a programme or a service; a weaker one where no need is stated with it. */
  private boolean asks(Facts facts) {
    boolean weakly = has(facts, signals.info) && !facts.stated();
    boolean problem = has(facts, signals.problem) && facts.stated();
    return (enough(facts, signals.info) || weakly) && !problem;
  }

  private boolean abusive(Facts facts) {
    boolean need = !facts.needs().isEmpty() && facts.needs().getFirst().weight() > 1;
    return enough(facts, signals.abuse) && !need && !facts.danger().urgent();
  }

  /** A sentence that names a place or speaks of a lack, though no table knows what it lacks. */
  private boolean tells(Facts facts) {
    boolean hint = facts.place() || has(facts, signals.mayBeNeed);
    return hint && facts.said() >= A_SENTENCE && !acknowledges(facts);
  }

  private Found besideTheMatter(Facts facts) {
    if (answersAQuestion(facts)) {
      return new Found(Intent.SHORT_REPLY, 0.6, -1);
    }
    boolean thanks = facts.words().thanks() && facts.said() == 0;
    if (thanks || acknowledges(facts)) {
      return new Found(Intent.ACK, 0.8, signals.ack);
    }
    return new Found(Intent.UNCLEAR, 0.4, -1);
  }

  /** Thanks and greetings; thanks that begin the text even where they speak of help. */
  private boolean acknowledges(Facts facts) {
    int weight = facts.findings().weight(signals.ack);
    return weight > ENOUGH || (weight == ENOUGH && !has(facts, signals.mayBeNeed));
  }

  /** A few words that tell only when or where. */
  private boolean answersAQuestion(Facts facts) {
    boolean whenOrWhere = facts.place() || has(facts, signals.when) || has(facts, signals.where);
    return whenOrWhere
        && facts.said() <= SHORT
        && !facts.stated()
        && !enough(facts, signals.ack)
        && !has(facts, signals.mayBeNeed);
  }

  private static boolean enough(Facts facts, int signal) {
    return facts.findings().weight(signal) >= ENOUGH;
  }

  private static boolean has(Facts facts, int signal) {
    return facts.findings().has(signal);
  }
}
