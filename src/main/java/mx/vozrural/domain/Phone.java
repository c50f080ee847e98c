package mx.vozrural.domain;

/**
 * Who a text comes from or goes to.
 *
 * @param value E.164 for a telephone ({@code +526141234567}), else the sender as it came
 */
public record Phone(String value, Kind kind) {

  /** What can be done with it. */
  public enum Kind {
    /** A number that can be texted. */
    NUMBER,
    /** Digits too few for a telephone: a service. */
    SHORT_CODE,
    /** Anything else: an alphanumeric sender, a garbled number. */
    NAME
  }

  /**
   * Any sender that Twilio may name, the old Mexican form +521… and ten national digits included.
   */
  public static Phone of(String raw) {
    throw new UnsupportedOperationException();
  }

  /** For people to see: the last two digits only. Never the whole number in a log. */
  public String masked() {
    return "••" + value.substring(Math.max(0, value.length() - 2));
  }

  @Override
  public String toString() {
    return "Phone[" + masked() + "]";
  }
}
