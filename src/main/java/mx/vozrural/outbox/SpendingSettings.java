package mx.vozrural.outbox;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.util.Optional;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;

/** Price of a segment and caps of a month, as administrators set them; older values are kept. */
public final class SpendingSettings {
  private static final String PRICE = "segment_price";
  private static final String BUDGET = "budget";

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;

  public SpendingSettings(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  public Tariff tariff() {
    return tariff(database.pool());
  }

  /** As the holder of a connection reads it: nobody waits for a second one. */
  Tariff tariff(SqlClient client) {
    return newest(client, PRICE)
        .map(value ->
            new Tariff(
                amount(value, "price").orElse(Tariff.ASSUMED.segment()),
                amount(value, "dollar").orElse(Tariff.ASSUMED.dollar())))
        .orElse(Tariff.ASSUMED);
  }

  public Caps caps() {
    return caps(database.pool());
  }

  Caps caps(SqlClient client) {
    return newest(client, BUDGET)
        .map(value ->
            new Caps(
                amount(value, "broadcasts_month").orElse(null),
                amount(value, "all_month").orElse(null)))
        .orElse(Caps.NONE);
  }

  /** Sets both from now on; an unchanged one gets no new row. */
  public void set(Tariff tariff, Caps caps, Actor by) {
    JsonObject price =
        new JsonObject()
            .put("price", tariff.segment())
            .put("currency", "MXN")
            .put("dollar", tariff.dollar());
    JsonObject budget =
        new JsonObject()
            .put("broadcasts_month", caps.broadcasts())
            .put("all_month", caps.everything());
    boolean newPrice = !tariff.equals(tariff());
    boolean newBudget = !caps.equals(caps());
    database.transact(connection -> {
      if (newPrice) {
        put(connection, PRICE, price, by);
      }
      if (newBudget) {
        put(connection, BUDGET, budget, by);
      }
    });
  }

  /** The audit names the setting; its values, old and new, stand in the setting's own rows. */
  private void put(SqlConnection connection, String key, JsonObject value, Actor by) {
    LedgerSql.SET.run(connection, key, Columns.time(clock.instant()), value, by.id());
    audit.append(connection, by, "setting_changed", null, new JsonObject().put("key", key));
  }

  private Optional<JsonObject> newest(SqlClient client, String key) {
    return LedgerSql.SETTING.first(client, row -> row.getJsonObject("value"), key);
  }

  private static Optional<BigDecimal> amount(JsonObject value, String name) {
    return Optional.ofNullable(value.getNumber(name))
        .map(number -> new BigDecimal(number.toString()));
  }
}
