package mx.vozrural.intake;

import java.util.Locale;

/** What may be wrong with the service, in words for the desk. */
public enum Alarm {
  DATABASE("La base de datos no responde. Los mensajes que llegan se guardan aparte.", Text.NONE),
  DISPATCHER("El envío de mensajes está detenido.", Text.ANY_HOUR),
  HALTED("Twilio no acepta mensajes: cuenta suspendida o clave equivocada.", Text.NONE),
  REFUSED("Twilio rechazó mensajes y una persona debe arreglarlo.", Text.NONE),
  WEBHOOK("Twilio no pudo entregarnos mensajes y los recuperamos de su lista.", Text.ANY_HOUR),
  SILENCE("Nadie ha escrito en varias horas de trabajo. ¿Llegan los mensajes?", Text.WORKING_HOURS),
  OUTBOX("Hay mensajes por mandar con más de 10 minutos de espera.", Text.ANY_HOUR),
  SPOOL("Hay mensajes guardados en disco que esperan la base de datos.", Text.ANY_HOUR),
  UNFILED(
      "Hay mensajes que no se pudieron registrar. Avise a quien cuida el servidor.", Text.ANY_HOUR),
  PARKED(
      "Hay mensajes que no se sabe si salieron: una persona debe revisarlos.", Text.WORKING_HOURS);

  private final String words;
  private final Text text;

  /** When a text about it may leave. */
  private enum Text {
    /** None could, or the desk says more. */
    NONE,
    ANY_HOUR,
    /** Nobody need get up for it. */
    WORKING_HOURS
  }

  Alarm(String words, Text text) {
    this.words = words;
    this.text = text;
  }

  public String words() {
    return words;
  }

  /** Whether a text about it may leave now. */
  boolean sendable(boolean workingHours) {
    return text == Text.ANY_HOUR || (text == Text.WORKING_HOURS && workingHours);
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Key of the text to who is on duty. */
  String template() {
    return "alarm_" + code();
  }
}
