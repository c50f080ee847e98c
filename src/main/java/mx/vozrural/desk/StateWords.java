package mx.vozrural.desk;

import java.util.Map;

/** How far a text got, in words. */
final class StateWords {
  private static final Map<String, String> WORDS =
      Map.of(
          "answered", "contestado",
          "pending", "por salir",
          "leased", "saliendo",
          "accepted", "enviado",
          "delivered", "entregado",
          "failed", "no llegó",
          "parked", "detenido: hace falta revisarlo",
          "cancelled", "cancelado",
          "expired", "venció antes de salir");

  private StateWords() {}

  static String of(String state) {
    return WORDS.getOrDefault(state, state);
  }
}
