package mx.vozrural.dialogue;

/**
 * Names from the municipality's data, without the accents that GSM 03.38 lacks: one of them would
 * cut a segment from 160 characters to 70. It has é, É, ñ, Ñ, ü and Ü.
 */
final class Gsm {

  private static final String ACCENTED = "áíóúÁÍÓÚ";
  private static final String BARE = "aiouAIOU";

  private Gsm() {}

  static String plain(String name) {
    StringBuilder plain = new StringBuilder(name);
    for (int i = 0; i < plain.length(); i++) {
      int at = ACCENTED.indexOf(plain.charAt(i));
      if (at >= 0) {
        plain.setCharAt(i, BARE.charAt(at));
      }
    }
    return plain.toString();
  }
}
