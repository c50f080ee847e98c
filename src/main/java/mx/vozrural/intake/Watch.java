package mx.vozrural.intake;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.outbox.Deliveries;
import mx.vozrural.reports.Deadlines;
import mx.vozrural.reports.DutyAlerts;
import org.jspecify.annotations.Nullable;

/**
 * The silence alarm: looks each minute at what would otherwise be noticed only by residents, and
 * tells who is on duty, each thing once in six hours.
 */
public final class Watch {
  static final String INBOUND_FOUND = "inbound_found";
  private static final JsonObject USUAL =
      new JsonObject().put("hours", 4).put("from", "09:00").put("to", "18:00");
  private static final Duration FIRST_LOOK = Duration.ofDays(30);
  private static final Duration UNFILED_FOR = Duration.ofDays(7);

  private final Parts parts;
  private volatile List<Alarm> alarms = List.of();
  private volatile @Nullable Instant newestInbound;
  private final Instant since;

  /**
   * What it looks at.
   *
   * @param dispatched when the dispatcher last looked at the outbox
   * @param listens whether texts come from a real network, so that silence means something
   */
  public record Parts(
      Database database,
      InstantSource clock,
      Deadlines deadlines,
      Deliveries deliveries,
      DutyAlerts duty,
      Spool spool,
      Supplier<Instant> dispatched,
      boolean listens) {}

  public Watch(Parts parts) {
    this.parts = parts;
    this.since = parts.clock().instant();
  }

  /** What was wrong when it last looked. */
  public List<Alarm> alarms() {
    return alarms;
  }

  public void look() {
    Instant now = parts.clock().instant();
    try {
      parts.database().ping();
      alarms = Alarms.of(facts(now), silence(), now);
      alarms.stream().filter(Alarm::sendable).forEach(alarm -> tell(alarm, now));
    } catch (SqlFailure e) {
      alarms = Alarms.of(blind(), silenceOf(USUAL, Duration.ZERO), now);
    }
  }

  private Alarms.Facts facts(Instant now) {
    Instant known = newestInbound;
    WatchSql.NEWEST_INBOUND
        .first(
            parts.database().pool(),
            row -> Optional.ofNullable(row.getOffsetDateTime("newest")),
            Columns.time(known == null ? since.minus(FIRST_LOOK) : known))
        .flatMap(newest -> newest)
        .ifPresent(newest -> newestInbound = newest.toInstant());
    Deliveries.Waiting waiting = parts.deliveries().waiting(now);
    return new Alarms.Facts(
        true,
        parts.dispatched().get(),
        newest(),
        waiting.oldest(),
        found(),
        waiting.halted() != null,
        parts.spool().size(),
        parts.spool().damaged() + unfiled(now),
        waiting.parked());
  }

  /** Long enough for who cares for the server; after it, it is history. */
  private long unfiled(Instant now) {
    return WatchSql.UNFILED
        .first(
            parts.database().pool(),
            row -> row.getLong("texts"),
            Columns.time(now.minus(UNFILED_FOR)))
        .orElse(0L);
  }

  /** Where nobody ever texted, silence counts from the start. */
  private Instant newest() {
    Instant newest = newestInbound;
    return newest == null ? since : newest;
  }

  private @Nullable Instant found() {
    return WatchSql.WATERMARK
        .first(
            parts.database().pool(), row -> row.getOffsetDateTime("at").toInstant(), INBOUND_FOUND)
        .orElse(null);
  }

  /** What can be told without the database. */
  private Alarms.Facts blind() {
    return new Alarms.Facts(
        false,
        parts.dispatched().get(),
        newest(),
        null,
        null,
        false,
        parts.spool().size(),
        parts.spool().damaged(),
        0);
  }

  private Alarms.Silence silence() {
    JsonObject set =
        WatchSql.SETTING
            .first(parts.database().pool(), row -> row.getJsonObject("value"), "silence")
            .orElse(USUAL);
    Duration most =
        parts.listens()
            ? Duration.ofMinutes(Math.round(60 * set.getDouble("hours", 4.0)))
            : Duration.ZERO;
    return silenceOf(set, most);
  }

  private Alarms.Silence silenceOf(JsonObject set, Duration most) {
    return new Alarms.Silence(
        most,
        LocalTime.parse(set.getString("from", "09:00")),
        LocalTime.parse(set.getString("to", "18:00")),
        parts.deadlines().calendar(),
        parts.deadlines().zone());
  }

  private void tell(Alarm alarm, Instant now) {
    parts
        .database()
        .transact(connection -> {
          if (WatchSql.TOLD.run(connection, alarm.code(), Columns.time(now)).size() == 1) {
            parts.duty().service(connection, alarm.template());
          }
        });
  }
}
