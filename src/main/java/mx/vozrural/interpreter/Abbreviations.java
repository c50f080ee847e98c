package mx.vozrural.interpreter;

import java.util.Map;

/** Words that people who text cut short, spelled out. */
final class Abbreviations {

  /** No spelled word is longer. */
  static final int LONGEST_SPELLED = 12;

  /** Longer words are spelled out already. */
  private static final int LONGEST = 5;

  private static final Map<String, String> SPELLED =
      Map.ofEntries(
          Map.entry("d", "de"),
          Map.entry("dl", "del"),
          Map.entry("q", "que"),
          Map.entry("k", "que"),
          Map.entry("x", "por"),
          Map.entry("xq", "porque"),
          Map.entry("pq", "porque"),
          Map.entry("porq", "porque"),
          Map.entry("pa", "para"),
          Map.entry("pal", "para"),
          Map.entry("ta", "esta"),
          Map.entry("tan", "estan"),
          Map.entry("tava", "estaba"),
          Map.entry("taba", "estaba"),
          Map.entry("tamos", "estamos"),
          Map.entry("toy", "estoy"),
          Map.entry("stoy", "estoy"),
          Map.entry("tb", "tambien"),
          Map.entry("tbn", "tambien"),
          Map.entry("tmb", "tambien"),
          Map.entry("dsd", "desde"),
          Map.entry("bn", "bien"),
          Map.entry("gpe", "guadalupe"),
          Map.entry("msj", "mensaje"),
          Map.entry("msjs", "mensajes"),
          Map.entry("tel", "telefono"),
          Map.entry("tell", "tell"),
          Map.entry("srio", "secretario"),
          Map.entry("pls", "please"),
          Map.entry("plz", "please"),
          Map.entry("porfa", "porfavor"),
          Map.entry("na", "nada"),
          // Else it would sound like "es".
          Map.entry("ex", "exmarido"));

  private Abbreviations() {}

  /** The word spelled out, or itself. */
  static String spelled(String word) {
    // Twice a single letter is no slip: "kk".
    String spelled = word.length() == 2 ? SPELLED.get(word) : Doubled.find(SPELLED, word, LONGEST);
    return spelled == null ? word : spelled;
  }
}
