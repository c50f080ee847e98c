package mx.vozrural.outbox;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What may be spent in a month, in pesos; null: there is no cap.
 *
 * @param broadcasts on texts to many
 * @param everything on all texts together; reaching it stops nothing but broadcasts
 */
public record Caps(@Nullable BigDecimal broadcasts, @Nullable BigDecimal everything) {
  public static final Caps NONE = new Caps(null, null);

  public Caps {
    broadcasts = broadcasts == null ? null : plain(broadcasts);
    everything = everything == null ? null : plain(everything);
  }

  /** Equal amounts are equal, however many zeros they were written with. */
  static BigDecimal plain(BigDecimal amount) {
    return new BigDecimal(amount.stripTrailingZeros().toPlainString());
  }
}
