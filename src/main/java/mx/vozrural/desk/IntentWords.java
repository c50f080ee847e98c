package mx.vozrural.desk;

/** What somebody wants, in Spanish. */
final class IntentWords {
  private IntentWords() {}

  static String of(String intent) {
    return switch (intent) {
      case "report" -> "reporta una necesidad";
      case "follow_up" -> "agrega a un reporte";
      case "status_query" -> "pregunta cómo va";
      case "close_confirm" -> "dice que ya quedó";
      case "reopen" -> "dice que no quedó";
      case "commitment_query" -> "pregunta por un compromiso";
      case "info_request" -> "pregunta";
      case "complaint" -> "se queja";
      case "opt_out" -> "ya no quiere mensajes";
      case "opt_in" -> "quiere mensajes";
      case "help" -> "pide ayuda para usar esto";
      case "privacy_request" -> "pregunta por sus datos";
      case "ack" -> "saluda o da las gracias";
      case "short_reply" -> "contesta algo corto";
      case "abuse" -> "insulta";
      case "spam" -> "propaganda";
      case "empty" -> "nada escrito";
      default -> "no se entiende";
    };
  }
}
