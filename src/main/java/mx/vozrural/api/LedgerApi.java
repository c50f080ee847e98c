package mx.vozrural.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import mx.vozrural.access.Staff;
import mx.vozrural.outbox.Budget;
import mx.vozrural.outbox.Ledger;
import mx.vozrural.outbox.LedgerRow;
import mx.vozrural.outbox.SpendingSettings;
import mx.vozrural.web.Csv;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/ledger}: segments and money of a month, in pesos. */
final class LedgerApi {
  private static final String CURRENCY = "MXN";

  private final Callers callers;
  private final Ledger ledger;
  private final SpendingSettings spending;

  LedgerApi(Callers callers, Ledger ledger, SpendingSettings spending) {
    this.callers = callers;
    this.ledger = ledger;
    this.spending = spending;
  }

  void route(Router router) {
    router.get("/api/v1/ledger").handler(callers.spending(this::ledger));
    router.get("/api/v1/ledger.csv").handler(callers.spending(this::table));
  }

  private void ledger(RoutingContext ctx, Staff staff) {
    month(ctx).ifPresent(month -> Json.send(ctx, 200, ledger(month)));
  }

  private void table(RoutingContext ctx, Staff staff) {
    month(ctx)
        .ifPresent(month ->
            Csv.send(
                ctx,
                "gastos-" + month + ".csv",
                LedgerRow.COLUMNS,
                ledger.month(month).stream().map(row -> row.cells(month.toString())).toList()));
  }

  /** This month where none is named; empty where what is named is none, which was answered. */
  private Optional<YearMonth> month(RoutingContext ctx) {
    String named = ctx.request().getParam("month");
    if (named == null) {
      return Optional.of(ledger.thisMonth());
    }
    try {
      if (named.matches("20\\d\\d-\\d\\d")) {
        return Optional.of(YearMonth.parse(named));
      }
    } catch (DateTimeException noSuchMonth) {
      // Told below, like anything else that names no month.
    }
    Problem.of(422).saying("month: un mes como 2026-11.").fail(ctx);
    return Optional.empty();
  }

  private JsonObject ledger(YearMonth month) {
    List<LedgerRow> rows = ledger.month(month);
    Ledger.Unowned unowned = ledger.unowned(month);
    JsonArray billed = new JsonArray();
    ledger
        .billed(month)
        .forEach(bill ->
            billed.add(
                new JsonObject()
                    .put("currency", bill.unit())
                    .put("amount", bill.price())
                    .put("segments", bill.segments())));
    return new JsonObject()
        .put("month", month.toString())
        .put("currency", CURRENCY)
        .put("segment_price", spending.tariff().segment())
        .put("totals", totals(rows))
        .put("billed", billed)
        .put(
            "unowned",
            new JsonObject().put("texts", unowned.texts()).put("segments", unowned.segments()))
        .put("budget", month.equals(ledger.thisMonth()) ? budget(ledger.budget()) : null)
        .put("items", new JsonArray(rows.stream().map(LedgerApi::item).toList()))
        .put("next", null);
  }

  private static JsonObject totals(List<LedgerRow> rows) {
    return new JsonObject()
        .put("texts", rows.stream().mapToLong(LedgerRow::texts).sum())
        .put("segments", rows.stream().mapToLong(LedgerRow::segments).sum())
        .put("estimated_segments", rows.stream().mapToLong(LedgerRow::estimatedSegments).sum())
        .put("cost", rows.stream().map(LedgerRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .put("estimated_costs", rows.stream().mapToLong(LedgerRow::estimatedCosts).sum());
  }

  private static JsonObject item(LedgerRow row) {
    return new JsonObject()
        .put("direction", row.direction())
        .put("stream", row.stream())
        .put("section", row.section())
        .put("template", row.template())
        .put("texts", row.texts())
        .put("segments", row.segments())
        .put("estimated_segments", row.estimatedSegments())
        .put("cost", row.cost())
        .put("estimated_costs", row.estimatedCosts());
  }

  private static JsonObject budget(Budget budget) {
    return new JsonObject()
        .put("cap_broadcasts", orNull(budget.caps().broadcasts()))
        .put("cap_everything", orNull(budget.caps().everything()))
        .put("spent_broadcasts", budget.spent().broadcasts())
        .put("spent", budget.spent().everything())
        .put("queued", budget.queued().everything())
        .put("planned_broadcasts", budget.planned())
        .put("needed_for_answers", budget.needed())
        .put("left_for_broadcasts", orNull(budget.leftForBroadcasts()));
  }

  private static @Nullable Object orNull(@Nullable BigDecimal amount) {
    return amount;
  }
}
