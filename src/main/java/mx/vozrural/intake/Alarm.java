package mx.vozrural.intake;

import java.util.Locale;

/** What may be wrong with the service, in words for the desk. */
public enum Alarm {
  DATABASE("La base de datos no responde. Los mensajes que llegan se guardan aparte.", false),
  DISPATCHER("El envío de mensajes está detenido.", true),
  HALTED("Twilio no acepta mensajes: cuenta suspendida o clave equivocada.", false),
  WEBHOOK("Twilio no pudo entregarnos mensajes y los recuperamos de su lista.", true),
  SILENCE("Nadie ha escrito en varias horas de trabajo. ¿Llegan los mensajes?", true),
  OUTBOX("Hay mensajes por mandar con más de 10 minutos de espera.", true),
  SPOOL("Hay mensajes guardados en disco que esperan la base de datos.", true),
  UNFILED("Hay mensajes que no se pudieron registrar. Avise a quien cuida el servidor.", true),
  PARKED("Hay mensajes que no se sabe si salieron: una persona debe revisarlos.", true);

  private final String words;
  private final boolean sendable;

  Alarm(String words, boolean sendable) {
    this.words = words;
    this.sendable = sendable;
  }

  public String words() {
    return words;
  }

  /** Whether a text about it could leave. */
  boolean sendable() {
    return sendable;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of the text to who is on duty. */
  String template() {
    return "alarm_" + code();
  }
}
