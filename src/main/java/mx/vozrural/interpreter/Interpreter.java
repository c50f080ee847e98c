package mx.vozrural.interpreter;

import mx.vozrural.domain.Catalogue;

/**
 * Reads texts: deterministic, and a function of the text and the municipality's catalogue alone.
 */
public final class Interpreter {

  public Interpreter(Catalogue catalogue) {}

  /** Reads a text of any content and length. */
  public Reading read(String text) {
    throw new UnsupportedOperationException();
  }

  /**
   * The same for texts of equal words, whatever their case, accents, spaces and final punctuation.
   */
  public static String key(String text) {
    throw new UnsupportedOperationException();
  }
}
