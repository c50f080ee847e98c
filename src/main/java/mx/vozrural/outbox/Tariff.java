package mx.vozrural.outbox;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What texts cost until the gateway has told it, and how its dollars are read.
 *
 * @param segment pesos for one segment in either direction
 * @param dollar pesos for a US dollar, in which Twilio bills
 */
public record Tariff(BigDecimal segment, BigDecimal dollar) {

  /** An assumption of the right size, until an administrator sets another. */
  public static final Tariff ASSUMED = new Tariff(new BigDecimal("1.00"), new BigDecimal("18.50"));

  public Tariff {
    if (segment.signum() < 0 || dollar.signum() <= 0) {
      throw new IllegalArgumentException("a price is not negative");
    }
    segment = Caps.plain(segment);
    dollar = Caps.plain(dollar);
  }

  /** Pesos for so many segments, to the cent. */
  public BigDecimal of(long segments) {
    return segment.multiply(BigDecimal.valueOf(segments)).setScale(2, RoundingMode.HALF_UP);
  }

  /** Nobody has set another price yet. */
  public boolean assumed() {
    return segment.compareTo(ASSUMED.segment) == 0;
  }
}
