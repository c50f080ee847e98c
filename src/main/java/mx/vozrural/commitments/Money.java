package mx.vozrural.commitments;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import mx.vozrural.outbox.BroadcastTexts;
import mx.vozrural.outbox.BroadcastTexts.Spent;
import org.jspecify.annotations.Nullable;

/**
 * Price of a segment and caps of the month, as staff set them last.
 *
 * @param price of a segment
 */
record Money(SegmentPrice price, Budget budget) {

  static Money read(SqlClient client) {
    SegmentPrice price = SegmentPrice.UNSET;
    Budget budget = Budget.NONE;
    for (Row row : BroadcastSql.SETTINGS.run(client)) {
      JsonObject value = row.getJsonObject("value");
      if (row.getString("key").equals("budget")) {
        budget = new Budget(number(value, "broadcasts_month"), number(value, "all_month"));
      } else {
        price = price(value);
      }
    }
    return new Money(price, budget);
  }

  private static SegmentPrice price(JsonObject value) {
    BigDecimal price = number(value, "price");
    return price == null
        ? SegmentPrice.UNSET
        : new SegmentPrice(price, value.getString("currency", "MXN"), false);
  }

  private static @Nullable BigDecimal number(JsonObject value, String name) {
    Number number = value.getNumber(name);
    return number == null ? null : new BigDecimal(number.toString());
  }

  /** What was spent in the month so far, as the municipality counts months. */
  Spent spent(SqlClient client, Instant now, ZoneId zone) {
    Instant month =
        now.atZone(zone)
            .with(TemporalAdjusters.firstDayOfMonth())
            .truncatedTo(ChronoUnit.DAYS)
            .toInstant();
    return BroadcastTexts.spent(client, month, price.price(), price.currency());
  }

  /** Why a further cost is too much, in Spanish; empty where it fits. */
  Optional<String> tooMuch(BigDecimal cost, Spent spent) {
    return budget
        .passedBy(cost, spent)
        .map(cap ->
            "El presupuesto del mes para %s es de $%,.2f y van $%,.2f: no alcanza para $%,.2f más."
                .formatted(cap.name(), cap.most(), cap.spent(), cost));
  }
}
