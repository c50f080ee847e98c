package mx.vozrural.commitments;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a segment costs.
 *
 * @param assumed nobody has set it yet
 */
public record SegmentPrice(BigDecimal price, String currency, boolean assumed) {
  static final SegmentPrice UNSET = new SegmentPrice(BigDecimal.ONE, "MXN", true);

  /** Of one text after another, to the cent. */
  BigDecimal of(long texts, int segments) {
    return price
        .multiply(BigDecimal.valueOf(texts))
        .multiply(BigDecimal.valueOf(segments))
        .setScale(2, RoundingMode.HALF_UP);
  }
}
