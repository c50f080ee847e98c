package mx.vozrural.commitments;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Why a broadcast can't be paid, in Spanish. */
final class Shortfall {
  private Shortfall() {}

  /**
   * @param left for broadcasts this month, in pesos; below zero where it is overdrawn
   * @param cost of the texts that are wanted
   */
  static String words(@Nullable BigDecimal left, BigDecimal cost) {
    BigDecimal rest = left == null ? BigDecimal.ZERO : left.max(BigDecimal.ZERO);
    return ("El presupuesto del mes no alcanza: hacen falta $%,.2f y quedan $%,.2f para avisos,"
            + " apartado lo que van a costar las respuestas.")
        .formatted(cost, rest);
  }
}
