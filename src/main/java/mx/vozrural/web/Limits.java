package mx.vozrural.web;

import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;

/**
 * How often each key (an address, an account) may do one thing: so many at once, given back evenly
 * over the period. Remembers the keys seen last, up to a bound, so that no flood of addresses fills
 * the memory.
 */
public final class Limits {
  private final int most;
  private final Duration period;
  private final TimeMeter meter;
  private final Buckets buckets;
  private final ReentrantLock lock = new ReentrantLock();

  /**
   * @param most how many in a period
   * @param mostKeys how many keys are remembered; the one unseen for longest is forgotten first
   */
  public Limits(int most, Duration period, int mostKeys, InstantSource clock) {
    this.most = most;
    this.period = period;
    this.meter = new Meter(clock);
    this.buckets = new Buckets(mostKeys);
  }

  /** Counts one. Empty: it may be done; else how long to wait for the next. */
  public Optional<Duration> take(String key) {
    var probe = bucket(key).tryConsumeAndReturnRemaining(1);
    return probe.isConsumed() ? Optional.empty() : pause(probe.getNanosToWaitForRefill());
  }

  /** As {@link #take}, without counting: for limits that count misses only. */
  public Optional<Duration> spent(String key) {
    var probe = bucket(key).estimateAbilityToConsume(1);
    return probe.canBeConsumed() ? Optional.empty() : pause(probe.getNanosToWaitForRefill());
  }

  /** Lets so many requests of an address pass; answers 429 to the rest. */
  public Handler<RoutingContext> perAddress(ClientAddress addresses) {
    return ctx ->
        take(addresses.of(ctx.request())).ifPresentOrElse(wait -> refuse(ctx, wait), ctx::next);
  }

  /** 429, saying when to come back. */
  public static void refuse(RoutingContext ctx, Duration wait) {
    // Rounded up: who comes back on the second must not be early.
    long seconds = wait.plusMillis(999).toSeconds();
    ctx.response().putHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds));
    Problem.of(429).fail(ctx);
  }

  private static Optional<Duration> pause(long nanos) {
    return Optional.of(Duration.ofNanos(nanos));
  }

  private Bucket bucket(String key) {
    lock.lock();
    try {
      return buckets.computeIfAbsent(key, unseen -> newBucket());
    } finally {
      lock.unlock();
    }
  }

  private Bucket newBucket() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(most).refillGreedy(most, period))
        .withCustomTimePrecision(meter)
        .build();
  }

  private static final class Buckets extends LinkedHashMap<String, Bucket> {
    private final int mostKeys;

    Buckets(int mostKeys) {
      super(16, 0.75f, true);
      this.mostKeys = mostKeys;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
      return size() > mostKeys;
    }
  }

  private record Meter(InstantSource clock) implements TimeMeter {
    @Override
    public long currentTimeNanos() {
      Instant now = clock.instant();
      return TimeUnit.SECONDS.toNanos(now.getEpochSecond()) + now.getNano();
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
