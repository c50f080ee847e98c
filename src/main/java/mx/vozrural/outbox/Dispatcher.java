package mx.vozrural.outbox;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongFunction;
import mx.vozrural.database.Columns;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds: claims what is due at the common pace, hands each text to the
 * gateway on a virtual thread of its own, writes down what became of it. Several instances may run
 * beside each other. A text whose sender died in between is parked, or, where the gateway takes one
 * id only once, sent again.
 */
public final class Dispatcher extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration LEASE = Duration.ofSeconds(60);
  private static final Duration COMPLAIN_EVERY = Duration.ofSeconds(30);
  private static final long TICK_MILLIS = 100;
  private static final int TICKS_A_SECOND = 10;

  private final Parts parts;
  private final AtomicBoolean working = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile Instant haltedUntil = Instant.EPOCH;
  private volatile Instant complainedAt = Instant.EPOCH;
  private volatile Instant lastRound = Instant.EPOCH;

  /**
   * What a dispatcher works with.
   *
   * @param rate texts a second, over all instances
   * @param phones opens a sealed number
   * @param callbacks where the gateway reports what became of a text
   * @param repeatsSafely the gateway takes one id once, however often it is handed over
   */
  public record Parts(
      Pool pool,
      SmsGateway gateway,
      InstantSource clock,
      int rate,
      Function<Buffer, Phone> phones,
      LongFunction<URI> callbacks,
      boolean repeatsSafely) {}

  public Dispatcher(Parts parts) {
    this.parts = parts;
  }

  @Override
  public Future<?> start() {
    vertx.setPeriodic(TICK_MILLIS, tick -> round());
    return Future.succeededFuture();
  }

  /** Lets what is under way come to its end: a text cut off here would have to be parked. */
  @Override
  public Future<?> stop() {
    stopping.set(true);
    return Future.future(promise -> awaitQuiet(promise::complete, 120));
  }

  private void awaitQuiet(Runnable done, int checksLeft) {
    if (checksLeft == 0 || (underWay.get() == 0 && !working.get())) {
      done.run();
    } else {
      vertx.setTimer(100, timer -> awaitQuiet(done, checksLeft - 1));
    }
  }

  /** When it last looked at the outbox: long ago means that it stands still. */
  public Instant lastRound() {
    return lastRound;
  }

  private void round() {
    if (stopping.get() || !working.compareAndSet(false, true)) {
      return;
    }
    try {
      Instant now = parts.clock().instant();
      if (haltedUntil.isBefore(now)) {
        claim(now).forEach(text -> Thread.ofVirtual().name("sender").start(() -> send(text)));
      }
      settleAbandoned(now);
      lastRound = now;
    } catch (RuntimeException e) {
      complain(e);
    } finally {
      working.set(false);
    }
  }

  /** Ten rounds a second would say the same ten times. */
  private void complain(RuntimeException failure) {
    Instant now = parts.clock().instant();
    if (complainedAt.plus(COMPLAIN_EVERY).isBefore(now)) {
      complainedAt = now;
      LOG.warn("The outbox can't be worked on: {}", failure.getMessage());
    }
  }

  /** A text in this instance's hands until its lease ends. */
  private record Leased(OutgoingText text, long resident, int attempts) {}

  private List<Leased> claim(Instant now) {
    int most = Math.max(1, (parts.rate() + TICKS_A_SECOND - 1) / TICKS_A_SECOND);
    List<Leased> claimed =
        OutboxSql.CLAIM.list(
            parts.pool(),
            row -> leased(row, now),
            Columns.time(now),
            most,
            Columns.time(now.plus(LEASE)),
            1.0 / parts.rate());
    underWay.addAndGet(claimed.size());
    return claimed;
  }

  private Leased leased(Row row, Instant now) {
    long id = row.getLong("message");
    Duration validity = Duration.between(now, row.getOffsetDateTime("expires_at").toInstant());
    return new Leased(
        new OutgoingText(
            id,
            parts.phones().apply(row.getBuffer("phone")),
            row.getString("body"),
            parts.callbacks().apply(id),
            validity),
        row.getLong("resident"),
        row.getInteger("attempts"));
  }

  private void send(Leased leased) {
    try {
      // Read again right before the text leaves: ALTO, or the end of a broadcast, may have come
      // since the claim.
      boolean stopped =
          OutboxSql.STOPPED.run(parts.pool(), leased.resident(), leased.text().id()).size() > 0;
      Instant now = parts.clock().instant();
      if (stopped) {
        settle(leased, new RetryPolicy.Settled("cancelled", now, 0, "stopped"), null, now);
        return;
      }
      SendResult result = parts.gateway().send(leased.text());
      Instant after = parts.clock().instant();
      settle(
          leased,
          RetryPolicy.settle(
              result, after, leased.attempts(), ThreadLocalRandom.current().nextDouble()),
          result instanceof SendResult.Accepted accepted ? accepted.sid() : null,
          after);
      if (result instanceof SendResult.Halt halt) {
        LOG.error("The gateway takes nothing (error {}): waiting a minute", halt.code());
        haltedUntil = after.plusSeconds(60);
      }
    } catch (RuntimeException e) {
      // The lease ends by itself, and the text is then parked in sight of a person.
      LOG.error(
          "What became of text {} can't be written down: {}", leased.text().id(), e.getMessage());
    } finally {
      underWay.decrementAndGet();
    }
  }

  private void settle(
      Leased leased, RetryPolicy.Settled settled, @Nullable String sid, Instant now) {
    OutboxSql.SETTLE.run(
        parts.pool(),
        leased.text().id(),
        settled.state(),
        Columns.time(settled.dueAt()),
        sid,
        settled.error() == 0 ? null : settled.error(),
        settled.note(),
        Columns.time(now));
  }

  private void settleAbandoned(Instant now) {
    OutboxSql.EXPIRE.run(parts.pool(), Columns.time(now));
    OutboxSql.ABANDONED.run(
        parts.pool(),
        Columns.time(now),
        parts.repeatsSafely() ? "pending" : "parked",
        "sender died: unknown whether the gateway took it");
  }
}
