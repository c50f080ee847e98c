package mx.vozrural.sms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;

/**
 * Encoding and cost of a text, as Twilio counts it: one segment, or several that are each a little
 * shorter for the header that joins them (3GPP TS 23.040). An empty text has none.
 *
 * @param units septets (GSM-7) or UTF-16 code units (UCS-2)
 * @param offending the characters that force UCS-2, with their index in UTF-16 code units of the
 *     NFC form
 */
public record Segments(
    Encoding encoding, int segments, int units, List<OffendingCharacter> offending) {

  /** How a text travels. */
  public enum Encoding {
    GSM_7("GSM-7", 160, 153),
    UCS_2("UCS-2", 70, 67);

    private final String label;
    private final int alone;
    private final int joined;

    Encoding(String label, int alone, int joined) {
      this.label = label;
      this.alone = alone;
      this.joined = joined;
    }

    public String label() {
      return label;
    }

    /** Units that a text of one segment holds. */
    public int alone() {
      return alone;
    }

    private int units(int codePoint) {
      return this == GSM_7 ? Gsm.septets(codePoint) : Character.charCount(codePoint);
    }
  }

  /**
   * A character outside the GSM alphabet.
   *
   * @param character U+FFFD for half a surrogate pair, which no answer in UTF-8 could hold
   */
  public record OffendingCharacter(int index, String character) {}

  public static Segments of(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    List<OffendingCharacter> offending = offending(nfc);
    Encoding encoding = offending.isEmpty() ? Encoding.GSM_7 : Encoding.UCS_2;
    int units = units(nfc, encoding);
    int segments = units <= encoding.alone ? Math.min(units, 1) : joined(nfc, encoding);
    return new Segments(encoding, segments, units, offending);
  }

  private static List<OffendingCharacter> offending(String nfc) {
    List<OffendingCharacter> offending = new ArrayList<>();
    int codePoint;
    for (int i = 0; i < nfc.length(); i += Character.charCount(codePoint)) {
      codePoint = nfc.codePointAt(i);
      if (!Gsm.has(codePoint)) {
        boolean half = Character.getType(codePoint) == Character.SURROGATE;
        offending.add(new OffendingCharacter(i, half ? "\uFFFD" : Character.toString(codePoint)));
      }
    }
    return List.copyOf(offending);
  }

  private static int units(String nfc, Encoding encoding) {
    int units = 0;
    int codePoint;
    for (int i = 0; i < nfc.length(); i += Character.charCount(codePoint)) {
      codePoint = nfc.codePointAt(i);
      units += encoding.units(codePoint);
    }
    return units;
  }

  /** A character of two units isn't split: where one unit is left, it opens the next segment. */
  private static int joined(String nfc, Encoding encoding) {
    int segments = 1;
    int used = 0;
    int codePoint;
    for (int i = 0; i < nfc.length(); i += Character.charCount(codePoint)) {
      codePoint = nfc.codePointAt(i);
      int units = encoding.units(codePoint);
      if (used + units > encoding.joined) {
        segments++;
        used = 0;
      }
      used += units;
    }
    return segments;
  }
}
