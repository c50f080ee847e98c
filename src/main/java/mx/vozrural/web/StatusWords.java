package mx.vozrural.web;

import mx.vozrural.domain.Status;

/** The states of a report in the words of the office and in those of residents. */
public final class StatusWords {
  private StatusWords() {}

  /** For staff: short, a heading or a row. */
  public static String label(Status status) {
    return switch (status) {
      case RECEIVED -> "Recibido";
      case ASKED -> "Con pregunta";
      case ACCEPTED -> "Aceptado";
      case REFERRED -> "Turnado";
      case SCHEDULED -> "Programado";
      case IN_PROGRESS -> "En trabajo";
      case RESOLVED -> "Resuelto";
      case CONFIRMED -> "Confirmado";
      case REOPENED -> "Reabierto";
      case REJECTED -> "No procede";
      case MERGED -> "Unido a otro";
    };
  }

  /** For the resident: what has happened, as one would say it. */
  public static String said(Status status) {
    return switch (status) {
      case RECEIVED -> "Ya lo recibimos";
      case ASKED -> "Le hicimos una pregunta";
      case ACCEPTED -> "Lo vamos a atender";
      case REFERRED -> "Lo pasamos a quien le toca";
      case SCHEDULED -> "Ya tiene fecha";
      case IN_PROGRESS -> "Estamos trabajando en eso";
      case RESOLVED -> "Ya lo atendimos";
      case CONFIRMED -> "Quedó resuelto";
      case REOPENED -> "Lo abrimos otra vez";
      case REJECTED -> "Esto no nos toca";
      case MERGED -> "Va junto con otro reporte";
    };
  }
}
