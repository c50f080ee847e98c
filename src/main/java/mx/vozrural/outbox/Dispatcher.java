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
import mx.vozrural.database.Columns;
import mx.vozrural.domain.Phone;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what the outbox holds: claims what may leave at the common pace, gives each text to a
 * {@link Sender} on a virtual thread of its own, has those of unknown fate searched for. Several
 * instances work beside each other on the same rows. What became of a text whose sender died is
 * asked of the gateway, never guessed.
 */
public final class Dispatcher extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
  private static final Duration COMPLAIN_EVERY = Duration.ofSeconds(30);

  /** Between two rounds, by chance, so that instances come first in turn: the pace is shared. */
  private static final long SHORTEST_MILLIS = 40;

  private static final long LONGEST_MILLIS = 160;
  private static final double ROOM_SECONDS = 0.2;
  private static final int MOST_UNDER_WAY = 500;
  private static final int MOST_SEARCHES = 20;

  /** As long as one searcher has for itself. */
  private static final Duration SEARCH = Duration.ofSeconds(45);

  private final Parts parts;
  private final Sender sender;
  private final Searcher searcher;
  private final AtomicBoolean working = new AtomicBoolean();
  private final AtomicBoolean stopping = new AtomicBoolean();
  private final AtomicInteger underWay = new AtomicInteger();
  private final AtomicInteger searching = new AtomicInteger();
  private volatile Instant complainedAt = Instant.EPOCH;
  private volatile Instant lastRound = Instant.EPOCH;

  /**
   * What a dispatcher works with.
   *
   * @param rate texts a second, over all instances
   * @param phones opens a sealed number
   * @param callbacks where the gateway reports what became of a try
   * @param optOuts hears who told the gateway to stop
   * @param tracesAnswers what travels in the answer to an inbound text may get lost on the way, and
   *     is to be found in the gateway's list
   */
  public record Parts(
      Pool pool,
      SmsGateway gateway,
      InstantSource clock,
      int rate,
      QuietHours quietHours,
      Function<Buffer, Phone> phones,
      Callbacks callbacks,
      Deliveries.OptOuts optOuts,
      boolean tracesAnswers) {}

  /** The address of status reports: it names the row and the try. */
  @FunctionalInterface
  public interface Callbacks {
    URI of(long message, int attempt);
  }

  public Dispatcher(Parts parts) {
    this.parts = parts;
    DeliveryLog log = new DeliveryLog(parts.pool(), parts.optOuts());
    sender = new Sender(parts.pool(), parts.gateway(), parts.clock(), log);
    searcher = new Searcher(parts.pool(), parts.gateway(), parts.clock(), log);
  }

  @Override
  public Future<?> start() {
    nextRound();
    return Future.succeededFuture();
  }

  private void nextRound() {
    if (!stopping.get()) {
      long wait = ThreadLocalRandom.current().nextLong(SHORTEST_MILLIS, LONGEST_MILLIS);
      vertx.setTimer(
          wait,
          timer -> {
            round();
            nextRound();
          });
    }
  }

  /** Lets what is under way come to its end, for as long as a try may take. */
  @Override
  public Future<?> stop() {
    stopping.set(true);
    return Future.future(promise -> awaitQuiet(promise::complete, 200));
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
      pass(now);
      claim(now);
      search(now);
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

  private void pass(Instant now) {
    Instant loud = parts.quietHours().next(now);
    DeliverySql.PASS.run(
        parts.pool(),
        Columns.time(now),
        loud.isAfter(now),
        Columns.time(loud),
        Columns.time(now.plus(Course.FIRST_LOOK)));
  }

  private void claim(Instant now) {
    int most = MOST_UNDER_WAY - underWay.get();
    if (most <= 0) {
      return;
    }
    long began = System.nanoTime();
    List<Sender.Claimed> claimed =
        DeliverySql.CLAIM.list(
            parts.pool(),
            row -> new Sender.Claimed(DeliveryLog.Known.of(row), text(row, now), began),
            Columns.time(now),
            (double) most,
            (double) parts.rate(),
            Math.max(1.0 / parts.rate(), ROOM_SECONDS),
            Columns.time(now.plus(Course.LEASE)),
            parts.quietHours().next(now).isAfter(now));
    claimed.forEach(text -> start("sender", underWay, () -> sender.send(text)));
  }

  private void search(Instant now) {
    int most = MOST_SEARCHES - searching.get();
    if (most <= 0) {
      return;
    }
    DeliverySql.TO_SEARCH
        .list(
            parts.pool(),
            row -> (Runnable) () -> searcher.search(DeliveryLog.Known.of(row), text(row, now)),
            Columns.time(now),
            Columns.time(now.plus(SEARCH)),
            most,
            parts.tracesAnswers())
        .forEach(search -> start("searcher", searching, search));
  }

  private static void start(String name, AtomicInteger count, Runnable work) {
    count.incrementAndGet();
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } finally {
            count.decrementAndGet();
          }
        });
  }

  private OutgoingText text(Row row, Instant now) {
    Delivery delivery = DeliverySql.delivery(row);
    return new OutgoingText(
        delivery.message(),
        parts.phones().apply(row.getBuffer("phone")),
        row.getString("body"),
        parts.callbacks().of(delivery.message(), delivery.attempts()),
        Duration.between(now, delivery.expiresAt()));
  }
}
