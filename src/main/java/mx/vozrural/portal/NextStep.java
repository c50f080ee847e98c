package mx.vozrural.portal;

import java.time.LocalDate;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * What happens next to a report, as its resident is told.
 *
 * @param words a sentence; ends before the day where there is one ("Le respondemos a más tardar
 *     el")
 * @param on the day; null where none was promised
 */
public record NextStep(String words, @Nullable LocalDate on) {

  /**
   * @param dueOn the day promised; null where there is none
   */
  public static NextStep of(Status status, @Nullable LocalDate dueOn) {
    return switch (status) {
      case RECEIVED -> by("Le respondemos", dueOn);
      case ACCEPTED -> by("Le damos fecha o lo arreglamos", dueOn);
      case REFERRED -> by("La otra dependencia debe responder", dueOn);
      case IN_PROGRESS -> by("Terminamos", dueOn);
      case REOPENED -> by("Lo revisamos otra vez", dueOn);
      case SCHEDULED ->
          dueOn == null ? open("Vamos el día acordado.") : new NextStep("Vamos el", dueOn);
      case ASKED -> open("Conteste la pregunta que le mandamos. Mientras, su reporte espera.");
      case RESOLVED ->
          open("Díganos si quedó bien. Si en cuatro semanas no contesta, lo damos por resuelto.");
      case CONFIRMED -> open("Ya no falta nada. Si vuelve a fallar, avísenos con este folio.");
      case REJECTED ->
          open("Le decimos el motivo y a dónde acudir. Si no está de acuerdo, avísenos.");
      case MERGED -> open("Siga el otro folio: ahí va el avance de los dos.");
    };
  }

  private static NextStep by(String what, @Nullable LocalDate day) {
    return day == null
        ? open(what + " en cuanto una persona lo revise.")
        : new NextStep(what + " a más tardar el", day);
  }

  private static NextStep open(String words) {
    return new NextStep(words, null);
  }
}
