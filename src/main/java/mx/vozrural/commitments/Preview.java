package mx.vozrural.commitments;

import java.math.BigDecimal;
import java.time.Instant;
import mx.vozrural.outbox.Tariff;
import mx.vozrural.sms.Segments;

/**
 * What a broadcast would be, before it is one.
 *
 * @param text as each recipient would read it
 * @param audience how many would get it now
 * @param cost of all
 * @param startsAt the first moment that is allowed
 * @param finishesAt when the last text would leave, if nothing else had to be sent
 */
public record Preview(
    String text,
    int audience,
    Segments segments,
    BigDecimal cost,
    Tariff price,
    Instant startsAt,
    Instant finishesAt,
    Instant endsAt) {
  @Override
  public String toString() {
    return "Preview[" + audience + "]";
  }
}
