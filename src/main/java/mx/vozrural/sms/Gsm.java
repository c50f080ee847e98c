package mx.vozrural.sms;

import com.cloudhopper.commons.charset.GSMCharset;
import java.text.Normalizer;
import java.util.Map;
import java.util.regex.Pattern;

/** The alphabet of cheap texts: GSM 7 bit default and its extension (3GPP TS 23.038). */
public final class Gsm {

  /** By code point up to the euro sign, the last of them: 1, 2 for the extension, 0 outside. */
  private static final byte[] SEPTETS = septets();

  /** What has no decomposition, or one into something else than people mean by it. */
  private static final Map<Integer, String> LOOK_ALIKES =
      Map.ofEntries(
          Map.entry((int) '`', "'"),
          Map.entry((int) '´', "'"),
          Map.entry((int) '‘', "'"),
          Map.entry((int) '’', "'"),
          Map.entry((int) '‚', "'"),
          Map.entry((int) '“', "\""),
          Map.entry((int) '”', "\""),
          Map.entry((int) '„', "\""),
          Map.entry((int) '«', "\""),
          Map.entry((int) '»', "\""),
          Map.entry((int) '‐', "-"),
          Map.entry((int) '\u2011', "-"),
          Map.entry((int) '–', "-"),
          Map.entry((int) '—', "-"),
          Map.entry((int) '−', "-"),
          Map.entry((int) '·', "."),
          Map.entry((int) '•', "-"),
          Map.entry((int) '\t', " "));

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Gsm() {}

  /** What a character costs: 1, 2 where it needs an escape, 0 where it isn't in the alphabet. */
  public static int septets(int codePoint) {
    return codePoint < SEPTETS.length ? SEPTETS[codePoint] : 0;
  }

  public static boolean has(int codePoint) {
    return septets(codePoint) > 0;
  }

  /**
   * The text with what the alphabet lacks written plainly: á becomes a, “ becomes ", … becomes
   * three dots; é, ñ and ü are in it and stay. What has no plain form (an emoji) stays too.
   */
  public static String fold(String text) {
    String nfc = Normalizer.normalize(text, Normalizer.Form.NFC);
    if (hasAll(nfc)) {
      return nfc;
    }
    StringBuilder folded = new StringBuilder(nfc.length());
    nfc.codePoints().forEach(codePoint -> folded.append(fold(codePoint)));
    return folded.toString();
  }

  private static String fold(int codePoint) {
    String character = Character.toString(codePoint);
    if (has(codePoint)) {
      return character;
    }
    String alike = LOOK_ALIKES.get(codePoint);
    if (alike != null) {
      return alike;
    }
    String parts = Normalizer.normalize(character, Normalizer.Form.NFKD);
    String plain = MARKS.matcher(parts).replaceAll("");
    return hasAll(plain) ? plain : character;
  }

  /** Whether the whole text is in the alphabet; it has to be in NFC. */
  static boolean hasAll(String text) {
    return text.codePoints().allMatch(Gsm::has);
  }

  private static byte[] septets() {
    byte[] septets = new byte['€' + 1];
    for (char character : GSMCharset.CHAR_TABLE) {
      septets[character] = 1;
    }
    for (char character : GSMCharset.EXT_CHAR_TABLE) {
      if (character != 0) {
        septets[character] = 2;
      }
    }
    return septets;
  }
}
