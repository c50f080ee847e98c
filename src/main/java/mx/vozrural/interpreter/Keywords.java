package mx.vozrural.interpreter;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Texts that are one word, alone or with a folio. Twilio's own words: its help centre, "Twilio
 * support for opt-out keywords".
 */
final class Keywords {

  private static final Map<String, Keyword> WORDS =
      Map.ofEntries(
          Map.entry("alto", Keyword.STOP),
          Map.entry("baja", Keyword.STOP),
          Map.entry("parar", Keyword.STOP),
          Map.entry("cancelar", Keyword.STOP),
          Map.entry("salir", Keyword.STOP),
          Map.entry("stop", Keyword.TWILIO_STOP),
          Map.entry("stopall", Keyword.TWILIO_STOP),
          Map.entry("unsubscribe", Keyword.TWILIO_STOP),
          Map.entry("cancel", Keyword.TWILIO_STOP),
          Map.entry("end", Keyword.TWILIO_STOP),
          Map.entry("quit", Keyword.TWILIO_STOP),
          Map.entry("revoke", Keyword.TWILIO_STOP),
          Map.entry("optout", Keyword.TWILIO_STOP),
          Map.entry("alta", Keyword.START),
          Map.entry("start", Keyword.TWILIO_START),
          Map.entry("yes", Keyword.TWILIO_START),
          Map.entry("unstop", Keyword.TWILIO_START),
          Map.entry("ayuda", Keyword.HELP),
          Map.entry("help", Keyword.TWILIO_HELP),
          Map.entry("info", Keyword.TWILIO_HELP),
          Map.entry("aviso", Keyword.PRIVACY_NOTICE),
          Map.entry("privacidad", Keyword.PRIVACY_NOTICE),
          Map.entry("avisos", Keyword.NOTICES),
          Map.entry("estado", Keyword.STATUS),
          Map.entry("si", Keyword.YES),
          Map.entry("no", Keyword.NO),
          Map.entry("sumo", Keyword.JOIN),
          Map.entry("compromisos", Keyword.COMMITMENTS),
          Map.entry("avance", Keyword.PROGRESS));

  private static final Map<String, Keyword> PHRASES =
      Map.of(
          "baja avisos", Keyword.STOP_NOTICES,
          "privacidad aviso", Keyword.PRIVACY_NOTICE,
          "aviso de privacidad", Keyword.PRIVACY_NOTICE);

  private static final int LONGEST =
      WORDS.keySet().stream().mapToInt(String::length).max().orElse(0);

  private Keywords() {}

  /**
   * The keyword that a text consists of, or null.
   *
   * @param said the words of the text without its folios
   * @param folio whether the text names a folio
   */
  static @Nullable Keyword of(List<String> said, boolean folio) {
    if (said.isEmpty()) {
      return null;
    }
    // AYUUDA is a slip; AYUDAAA is a cry, and no keyword.
    Keyword word = Doubled.find(WORDS, said.getFirst(), LONGEST);
    if (said.size() == 1) {
      return folio && word != null && !takesFolio(word) ? null : word;
    }
    Keyword phrase = PHRASES.get(String.join(" ", said));
    if (phrase != null) {
      return folio ? null : phrase;
    }
    boolean code = word == Keyword.PROGRESS && !folio && Commitments.code(said, 1) == said.size();
    return code ? word : null;
  }

  private static boolean takesFolio(Keyword word) {
    return switch (word) {
      case STATUS, YES, NO, JOIN -> true;
      case STOP,
          TWILIO_STOP,
          STOP_NOTICES,
          START,
          TWILIO_START,
          HELP,
          TWILIO_HELP,
          PRIVACY_NOTICE,
          NOTICES,
          COMMITMENTS,
          PROGRESS ->
          false;
    };
  }

  /** What a text wants that is a keyword. */
  static Intent intent(Keyword word, boolean folio) {
    return switch (word) {
      case STOP, TWILIO_STOP, STOP_NOTICES -> Intent.OPT_OUT;
      case START, TWILIO_START, NOTICES -> Intent.OPT_IN;
      case HELP, TWILIO_HELP, PRIVACY_NOTICE -> Intent.HELP;
      case STATUS -> Intent.STATUS_QUERY;
      case YES -> folio ? Intent.CLOSE_CONFIRM : Intent.SHORT_REPLY;
      case NO -> folio ? Intent.REOPEN : Intent.SHORT_REPLY;
      case JOIN -> Intent.FOLLOW_UP;
      case COMMITMENTS, PROGRESS -> Intent.COMMITMENT_QUERY;
    };
  }

  /** Whether a keyword is English: INFO is Spanish too. */
  static boolean english(Keyword word, String typed) {
    return switch (word) {
      case TWILIO_STOP, TWILIO_START -> true;
      case TWILIO_HELP -> typed.startsWith("h");
      case STOP,
          STOP_NOTICES,
          START,
          HELP,
          PRIVACY_NOTICE,
          NOTICES,
          STATUS,
          YES,
          NO,
          JOIN,
          COMMITMENTS,
          PROGRESS ->
          false;
    };
  }
}
