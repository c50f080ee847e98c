package mx.vozrural.commitments;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import mx.vozrural.audit.Actor;
import mx.vozrural.commitments.Broadcast.State;
import mx.vozrural.database.Columns;
import mx.vozrural.outbox.BroadcastTexts;
import mx.vozrural.outbox.Budget;
import mx.vozrural.outbox.Tariff;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves the recipients of approved broadcasts to the outbox, a few seconds' worth at a time: within
 * the allowed hours, within the month's budget, each at most once. Several instances may run beside
 * each other; nothing is remembered here that a crash could lose.
 */
public final class BroadcastFeeder extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(BroadcastFeeder.class);
  private static final long TICK_MILLIS = 1_000;

  /** The sum of a month's texts is read again after so long; in between what is fed is added. */
  private static final Duration SUM_HOLDS = Duration.ofSeconds(10);

  private static final Duration COMPLAIN_EVERY = Duration.ofSeconds(30);

  private final Broadcasts.Parts parts;
  private final Pool pool;
  private final AtomicBoolean working = new AtomicBoolean();
  private volatile Instant complainedAt = Instant.EPOCH;
  private volatile Instant summedAt = Instant.EPOCH;
  private volatile @Nullable Budget budget;

  /**
   * @param pool its own, so that a long statement holds up no page
   */
  public BroadcastFeeder(Broadcasts.Parts parts, Pool pool) {
    this.parts = parts;
    this.pool = pool;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(TICK_MILLIS, tick -> round());
    return Future.succeededFuture();
  }

  private void round() {
    if (!working.compareAndSet(false, true)) {
      return;
    }
    Instant now = parts.clock().instant();
    try {
      BroadcastSql.SENDING.list(pool, Broadcast::of).forEach(broadcast -> feed(broadcast, now));
    } catch (RuntimeException e) {
      complain(e, now);
    } finally {
      working.set(false);
    }
  }

  /** A round each second would say the same each second. */
  private void complain(RuntimeException failure, Instant now) {
    if (complainedAt.plus(COMPLAIN_EVERY).isBefore(now)) {
      complainedAt = now;
      LOG.warn("Broadcasts can't be fed: {}", failure.getMessage());
    }
  }

  private void feed(Broadcast broadcast, Instant now) {
    if (!broadcast.endsAt().isAfter(now)) {
      end(broadcast, now);
      return;
    }
    if (!parts.hours().open(now)) {
      return;
    }
    long room =
        parts.hours().rate() * SendingHours.AHEAD.toSeconds() - BroadcastTexts.pending(pool);
    if (room <= 0) {
      return;
    }
    Budget month = budget(now).under(parts.ledger().caps());
    Tariff price = parts.ledger().tariff();
    Moved moved = move(broadcast, room, affordable(month, price), now);
    budget = month.afterQueueing(price.of(moved.segments()));
    if (moved.stands()) {
      stand(broadcast, moved, month, now);
    }
  }

  /** Nobody was left, or nobody could be paid for. */
  private void stand(Broadcast broadcast, Moved moved, Budget month, Instant now) {
    Tariff price = parts.ledger().tariff();
    if (moved.next() == null) {
      finish(broadcast, now);
    } else if (moved.next() > affordable(month, price) && !leaving(broadcast)) {
      halt(broadcast, Shortfall.words(month.leftForNext(), price.of(moved.next())), now);
    }
  }

  /** What was paid for leaves first: standing still would withhold it too. */
  private boolean leaving(Broadcast broadcast) {
    return BroadcastSql.UNDER_WAY
        .first(pool, row -> row.getBoolean("ready"), broadcast.id())
        .orElseThrow();
  }

  private Budget budget(Instant now) {
    Budget known = budget;
    if (known == null || summedAt.plus(SUM_HOLDS).isBefore(now) || now.isBefore(summedAt)) {
      known = parts.ledger().budget(pool);
      budget = known;
      summedAt = now;
    }
    return known;
  }

  /** How many segments the month's budget still pays for. */
  private static long affordable(Budget month, Tariff price) {
    BigDecimal left = month.leftForNext();
    if (left == null || price.segment().signum() == 0) {
      return Long.MAX_VALUE;
    }
    BigDecimal segments = left.max(BigDecimal.ZERO).divideToIntegralValue(price.segment());
    return segments.min(BigDecimal.valueOf(Long.MAX_VALUE)).longValue();
  }

  /**
   * What a round moved to the outbox.
   *
   * @param stands this feeder held the broadcast and found nobody whose text could go
   * @param segments of the texts that went
   * @param next of the next recipient's text; null: nobody waits
   */
  private record Moved(boolean stands, long segments, @Nullable Integer next) {
    static Moved of(Row row) {
      return new Moved(
          row.getLong("held") == 1 && row.getLong("marked") == 0,
          row.getLong("queued_segments"),
          row.getInteger("next_segments"));
    }
  }

  private Moved move(Broadcast broadcast, long most, long segments, Instant now) {
    Long[] ids = LongStream.range(0, most).mapToObj(i -> parts.ids().next()).toArray(Long[]::new);
    Tuple values = Tuple.from(BroadcastSql.feed(broadcast.id(), ids, segments, now));
    return Moved.of(BroadcastSql.FEED.run(pool, values).iterator().next());
  }

  private void finish(Broadcast broadcast, Instant now) {
    parts
        .database()
        .transact(connection -> {
          if (BroadcastSql.FINISH.run(connection, broadcast.id(), Columns.time(now)).rowCount()
              == 1) {
            note(connection, broadcast, "done", "all");
          }
        });
  }

  private void end(Broadcast broadcast, Instant now) {
    changing(
        broadcast,
        connection -> {
          int late = BroadcastSql.LATE.run(connection, broadcast.id()).rowCount();
          BroadcastTexts.withdraw(connection, broadcast.id(), "late", now);
          String why =
              late == 0 ? null : "Terminó su plazo antes de que salieran todos los mensajes.";
          BroadcastSql.MOVE.run(
              connection, broadcast.id(), State.DONE.code(), why, Columns.time(now));
          note(connection, broadcast, "done", late == 0 ? "all" : "late");
        });
  }

  private void halt(Broadcast broadcast, String shortfall, Instant now) {
    String why = "Se pausó solo. " + shortfall;
    changing(
        broadcast,
        connection -> {
          BroadcastSql.MOVE.run(
              connection, broadcast.id(), State.PAUSED.code(), why, Columns.time(now));
          note(connection, broadcast, "paused", "budget");
        });
  }

  /** Only while it still is being sent: staff may have stopped it meanwhile. */
  private void changing(Broadcast broadcast, Consumer<SqlConnection> work) {
    parts
        .database()
        .transact(connection -> {
          Optional<Broadcast> locked =
              BroadcastSql.LOCK.first(connection, Broadcast::of, broadcast.id());
          if (locked.isPresent() && locked.get().state() == State.SENDING) {
            work.accept(connection);
          }
        });
  }

  private void note(SqlConnection connection, Broadcast broadcast, String what, String why) {
    parts
        .audit()
        .append(
            connection,
            Actor.SYSTEM,
            "broadcast." + what,
            broadcast.id(),
            new JsonObject().put("why", why));
  }
}
