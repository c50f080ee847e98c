package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalTime;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;

/** After how much silence somebody must look, as coordinators set it; older values are kept. */
public final class SilenceSettings {
  private static final String KEY = "silence";
  private static final double MOST_HOURS = 99;

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;

  public SilenceSettings(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Of a working day.
   *
   * @param most silence within these hours; zero: no alarm
   */
  public record Hours(Duration most, LocalTime from, LocalTime to) {
    public static final Hours USUAL =
        new Hours(Duration.ofHours(4), LocalTime.of(9, 0), LocalTime.of(18, 0));

    /** No alarm at all. */
    public static final Hours NEVER = new Hours(Duration.ZERO, USUAL.from, USUAL.to);

    public Hours {
      if (most.isNegative() || !from.isBefore(to)) {
        throw new IllegalArgumentException("no working hours");
      }
    }

    private JsonObject json() {
      return new JsonObject()
          .put("hours", most.toMinutes() / 60.0)
          .put("from", from.toString())
          .put("to", to.toString());
    }

    private static Hours of(JsonObject json) {
      double hours = Math.clamp(json.getDouble("hours", 4.0), -1, MOST_HOURS);
      return new Hours(
          Duration.ofMinutes(Math.round(60 * hours)),
          LocalTime.parse(json.getString("from", USUAL.from.toString())),
          LocalTime.parse(json.getString("to", USUAL.to.toString())));
    }
  }

  /** The usual ones where none are set, or none that can be. */
  public Hours hours() {
    return DutySql.SILENCE
        .first(database.pool(), row -> row.getJsonObject("value"), KEY)
        .map(SilenceSettings::orUsual)
        .orElse(Hours.USUAL);
  }

  private static Hours orUsual(JsonObject value) {
    try {
      return Hours.of(value);
    } catch (DateTimeException | ClassCastException | IllegalArgumentException spoiled) {
      // By hand, past the desk: an alarm at the usual hours is better than none.
      return Hours.USUAL;
    }
  }

  /** From now on. */
  public void set(Hours hours, Actor by) {
    database.transact(connection -> {
      DutySql.SET_SILENCE.run(
          connection, KEY, Columns.time(clock.instant()), hours.json(), by.id());
      audit.append(connection, by, "setting_changed", null, new JsonObject().put("key", KEY));
    });
  }
}
