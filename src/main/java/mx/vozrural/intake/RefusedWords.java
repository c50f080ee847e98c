package mx.vozrural.intake;

import java.util.List;
import java.util.stream.Collectors;
import mx.vozrural.outbox.Refusals.Refusal;
import mx.vozrural.outbox.SendResult.Reason;

/** Why the gateway refuses texts, in words for who must mend it. */
final class RefusedWords {
  private static final int MOST = 3;

  private RefusedWords() {}

  static String of(List<Refusal> refusals) {
    return Alarm.REFUSED.words()
        + refusals.stream()
            .limit(MOST)
            .map(refusal -> " " + of(refusal.reason()) + " (error " + refusal.code() + ").")
            .collect(Collectors.joining());
  }

  private static String of(Reason reason) {
    return switch (reason) {
      case CONFIGURATION ->
          "El número que manda, o el permiso para mandar a ese país, no está bien puesto en Twilio";
      case ROUTE -> "Desde nuestro número no hay camino hacia ese teléfono";
      case OUR_BUG -> "El mensaje iba vacío o era demasiado largo";
      case FILTERED -> "La compañía telefónica lo tomó por publicidad";
      case LOOP -> "Otra máquina nos contesta y se detuvo el ir y venir";
      case NUMBER, OPTED_OUT, BLOCKED, EXPIRED, UNKNOWN ->
          "Es un error que este programa no conoce: búsquelo en la cuenta de Twilio";
    };
  }
}
