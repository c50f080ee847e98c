package mx.vozrural.twilio.standin;

import java.text.Normalizer;

/**
 * Segments of a text, as the phone network splits it (3GPP TS 23.038, the alphabet; TS 23.040, six
 * bytes of header in each part of a long text). Written a second time on purpose: the product's own
 * count is compared with it.
 */
final class SegmentCount {
  private static final String ONE_SEPTET =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String TWO_SEPTETS = "\f^{}\\[~]|€";

  private SegmentCount() {}

  static int of(String body) {
    String text = Normalizer.normalize(body, Normalizer.Form.NFC);
    boolean gsm =
        text.codePoints().allMatch(c -> ONE_SEPTET.indexOf(c) >= 0 || TWO_SEPTETS.indexOf(c) >= 0);
    int[] sizes = text.codePoints().map(c -> gsm ? septets(c) : Character.charCount(c)).toArray();
    return gsm ? parts(sizes, 160, 153) : parts(sizes, 70, 67);
  }

  private static int septets(int c) {
    return TWO_SEPTETS.indexOf(c) >= 0 ? 2 : 1;
  }

  /** Nothing that takes two places is cut in two. */
  private static int parts(int[] sizes, int alone, int each) {
    int all = 0;
    int parts = 1;
    int filled = 0;
    for (int size : sizes) {
      all += size;
      if (filled + size > each) {
        parts++;
        filled = 0;
      }
      filled += size;
    }
    return all <= alone ? 1 : parts;
  }
}
