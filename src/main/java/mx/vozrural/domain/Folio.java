package mx.vozrural.domain;

import java.util.Optional;

/**
 * The name of a report: digits, the last one a check digit (Damm), never 0 first, seven digits or
 * more.
 */
public record Folio(String digits) {

  /**
   * A folio typed by a person: spaces, dots and dashes are passed over; empty where it can't be
   * one.
   */
  public static Optional<Folio> parse(String typed) {
    throw new UnsupportedOperationException();
  }
}
