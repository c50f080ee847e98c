package mx.vozrural.outbox;

import java.math.BigDecimal;

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

  /** Pesos for so many segments. */
  public BigDecimal of(long segments) {
    return segment.multiply(BigDecimal.valueOf(segments));
  }
}
