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
}
