package mx.vozrural.sms;

import java.util.List;

/**
 * Encoding and cost of a text, as Twilio counts it.
 *
 * @param units septets (GSM-7) or UTF-16 code units (UCS-2)
 * @param offending the characters that force UCS-2, with their index in UTF-16 code units of the
 *     NFC form
 */
public record Segments(
    Encoding encoding, int segments, int units, List<OffendingCharacter> offending) {

  /** How a text travels. */
  public enum Encoding {
    GSM_7("GSM-7"),
    UCS_2("UCS-2");

    private final String label;

    Encoding(String label) {
      this.label = label;
    }

    public String label() {
      return label;
    }
  }

  /** A character outside the GSM alphabet. */
  public record OffendingCharacter(int index, String character) {}

  public static Segments of(String text) {
    throw new UnsupportedOperationException();
  }
}
