package mx.vozrural.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.outbox.Deliveries;
import mx.vozrural.outbox.Refusals;
import mx.vozrural.reports.Deadlines;
import mx.vozrural.reports.DutyAlerts;
import mx.vozrural.reports.SilenceSettings;
import org.jspecify.annotations.Nullable;

/**
 * The silence alarm: looks each minute at what would otherwise be noticed only by residents, and
 * tells who is on duty: each thing once in six hours, a silence once, what can wait until the next
 * day once a day.
 */
public final class Watch {
  static final String INBOUND_FOUND = "inbound_found";
  private static final Duration TOLD_AGAIN = Duration.ofHours(6);
  private static final Duration REFUSED_LATELY = Duration.ofDays(1);
  private static final Duration FIRST_LOOK = Duration.ofDays(30);
  private static final Duration UNFILED_FOR = Duration.ofDays(7);

  private final Parts parts;
  private volatile List<Alarm> alarms = List.of();
  private volatile List<Refusals.Refusal> refusals = List.of();
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
      SilenceSettings silence,
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

  /** One of them in words for the desk. */
  public String words(Alarm alarm) {
    return alarm == Alarm.REFUSED ? RefusedWords.of(refusals) : alarm.words();
  }

  public void look() {
    Instant now = parts.clock().instant();
    try {
      parts.database().ping();
      refusals = Refusals.since(parts.database().pool(), now.minus(REFUSED_LATELY));
      Alarms.Silence silence = silence(parts.silence().hours());
      alarms = Alarms.of(facts(now), silence, now);
      boolean workingHours = silence.workingHours(now);
      alarms.stream()
          .filter(alarm -> alarm.sendable(workingHours))
          .forEach(alarm -> tell(alarm, now));
    } catch (SqlFailure e) {
      alarms = Alarms.of(blind(), silence(SilenceSettings.Hours.NEVER), now);
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
        !refusals.isEmpty(),
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
        !refusals.isEmpty(),
        parts.spool().size(),
        parts.spool().damaged(),
        0);
  }

  private Alarms.Silence silence(SilenceSettings.Hours hours) {
    return new Alarms.Silence(
        parts.listens() ? hours.most() : Duration.ZERO,
        hours.from(),
        hours.to(),
        parts.deadlines().calendar(),
        parts.deadlines().zone());
  }

  private void tell(Alarm alarm, Instant now) {
    parts
        .database()
        .transact(connection -> {
          if (WatchSql.TOLD
                  .run(
                      connection, alarm.code(), Columns.time(now), Columns.time(before(alarm, now)))
                  .size()
              == 1) {
            parts.duty().service(connection, alarm.template());
          }
        });
  }

  /** Who was told after that needs no second text. */
  private Instant before(Alarm alarm, Instant now) {
    return switch (alarm) {
      // The same silence until somebody texts.
      case SILENCE -> newest();
      case PARKED -> now.minus(Duration.ofDays(1));
      default -> now.minus(TOLD_AGAIN);
    };
  }
}
