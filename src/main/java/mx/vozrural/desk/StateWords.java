package mx.vozrural.desk;

import java.util.Map;

/** How far a text got, in words. */
final class StateWords {
  private static final Map<String, String> WORDS =
      Map.ofEntries(
          Map.entry("answered", "contestado"),
          Map.entry("waiting", "espera su hora"),
          Map.entry("pending", "por salir"),
          Map.entry("leased", "saliendo"),
          Map.entry("uncertain", "se averigua si salió"),
          Map.entry("accepted", "enviado"),
          Map.entry("sent", "en camino"),
          Map.entry("delivered", "entregado"),
          Map.entry("failed", "no llegó"),
          Map.entry("parked", "detenido: hace falta revisarlo"),
          Map.entry("cancelled", "cancelado"),
          Map.entry("expired", "venció antes de salir"));

  private StateWords() {}

  static String of(String state) {
    return WORDS.getOrDefault(state, state);
  }
}
