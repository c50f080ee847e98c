package mx.vozrural.commitments;

import java.math.BigDecimal;
import java.util.Optional;
import mx.vozrural.outbox.BroadcastTexts.Spent;
import org.jspecify.annotations.Nullable;

/**
 * What texts may cost in a month. Broadcasts keep to both caps, so that they stop first and
 * confirmations go on.
 *
 * @param broadcastsMonth for the stream of broadcasts; null: no cap
 * @param allMonth for all texts; null: no cap
 */
record Budget(@Nullable BigDecimal broadcastsMonth, @Nullable BigDecimal allMonth) {
  static final Budget NONE = new Budget(null, null);

  /** A cap that leaves too little. */
  record Cap(String name, BigDecimal most, BigDecimal spent) {}

  /** The cap that a further cost would pass; empty where it fits. */
  Optional<Cap> passedBy(BigDecimal cost, Spent spent) {
    return cap("avisos", broadcastsMonth, spent.notices(), cost)
        .or(() -> cap("todos los mensajes", allMonth, spent.everything(), cost));
  }

  private static Optional<Cap> cap(
      String name, @Nullable BigDecimal most, BigDecimal spent, BigDecimal cost) {
    return most != null && spent.add(cost).compareTo(most) > 0
        ? Optional.of(new Cap(name, most, spent))
        : Optional.empty();
  }
}
