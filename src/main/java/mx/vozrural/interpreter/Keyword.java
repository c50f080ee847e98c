package mx.vozrural.interpreter;

/**
 * A word that counts only where it stands alone, or alone with a folio. Twilio answers its own
 * English words by itself (STOP and kin, START and kin, HELP and INFO), so they are told apart from
 * ours.
 */
public enum Keyword {
  /** ALTO, BAJA, PARAR, CANCELAR, SALIR. */
  STOP,
  /** STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT: answered by Twilio. */
  TWILIO_STOP,
  /** BAJA AVISOS: leaves the notices, not the answers about one's own reports. */
  STOP_NOTICES,
  /** ALTA. */
  START,
  /** START, YES, UNSTOP: answered by Twilio. */
  TWILIO_START,
  /** AYUDA. */
  HELP,
  /** HELP, INFO: answered by Twilio. */
  TWILIO_HELP,
  /** AVISO, PRIVACIDAD, and "PRIVACIDAD: aviso" as it is offered: the short privacy notice. */
  PRIVACY_NOTICE,
  /** AVISOS: subscribes to notices. */
  NOTICES,
  /** ESTADO, with or without a folio. */
  STATUS,
  /** SI, with or without a folio. */
  YES,
  /** NO, with or without a folio. */
  NO,
  /** SUMO and a folio: a neighbour joins a report. */
  JOIN,
  /** COMPROMISOS. */
  COMMITMENTS,
  /** AVANCE, with or without a commitment's code. */
  PROGRESS
}
