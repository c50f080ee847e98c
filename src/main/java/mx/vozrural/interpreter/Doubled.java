package mx.vozrural.interpreter;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of a list in which one letter was typed twice. */
final class Doubled {

  private Doubled() {}

  /**
   * What a list has for a word, or for the word that it is with one letter less.
   *
   * @param longest as long as a word of the list can be
   */
  static <T> @Nullable T find(Map<String, T> list, String typed, int longest) {
    if (typed.length() > longest + 1) {
      return null;
    }
    T found = list.get(typed);
    for (int i = 1; found == null && i < typed.length(); i++) {
      if (typed.charAt(i) == typed.charAt(i - 1)) {
        found = list.get(typed.substring(0, i) + typed.substring(i + 1));
      }
    }
    return found;
  }
}
