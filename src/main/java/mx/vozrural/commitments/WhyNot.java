package mx.vozrural.commitments;

import java.time.Instant;
import java.util.Optional;
import mx.vozrural.commitments.Step.Reason;
import mx.vozrural.commitments.Step.Refused;

/** Why a step isn't taken, in words. */
final class WhyNot {
  private WhyNot() {}

  static Optional<Refused> tooLate(Instant start, Instant finish, Instant end) {
    if (!start.isBefore(end)) {
      return Optional.of(
          new Refused(
              Reason.INVALID,
              "ends_at",
              "De aquí a ese momento no hay horas en que se permita mandar avisos. Diga un momento"
                  + " posterior."));
    }
    return finish.isAfter(end)
        ? Optional.of(
            new Refused(
                Reason.INVALID,
                "ends_at",
                "De aquí a ese momento no alcanzan a salir todos los mensajes. Diga un momento"
                    + " posterior o elija menos gente."))
        : Optional.empty();
  }

  /**
   * @param verb what was asked for ("pausar")
   */
  static Optional<Refused> inState(Broadcast broadcast, String verb) {
    String state =
        switch (broadcast.state()) {
          case PROPOSED -> "todavía no se aprueba";
          case SENDING -> "ya está saliendo";
          case PAUSED -> "está en pausa";
          case CANCELLED -> "está cancelado";
          case DONE -> "ya terminó";
        };
    return Optional.of(
        new Refused(
            Reason.STATE, "approve", "No se puede %s: el aviso %s.".formatted(verb, state)));
  }
}
