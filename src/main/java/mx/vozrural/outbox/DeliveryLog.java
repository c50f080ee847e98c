package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.database.SqlFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries out what {@link Course} says: writes a step where the text still stands where it was
 * judged, else judges again.
 */
final class DeliveryLog {
  private static final Logger LOG = LoggerFactory.getLogger(DeliveryLog.class);
  private static final int MOST_RACES = 8;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Pool pool;
  private final Deliveries.OptOuts optOuts;
  private final StepWriter writer;

  DeliveryLog(Pool pool, Deliveries.OptOuts optOuts) {
    this.pool = pool;
    this.optOuts = optOuts;
    this.writer = new StepWriter(pool);
  }

  /** A row as it was read. */
  record Known(Delivery delivery, long resident) {
    static Known of(Row row) {
      return new Known(DeliverySql.delivery(row), row.getLong("resident"));
    }
  }

  /**
   * Something happened to a text.
   *
   * @return false where there is no such text
   */
  boolean happen(long message, DeliveryEvent event, Instant now) {
    Optional<Known> known = load(pool, DeliverySql.LOAD, message);
    known.ifPresent(row -> happen(row, event, now));
    return known.isPresent();
  }

  /** The same for a row that was read before: one round trip where nothing happened meanwhile. */
  void happen(Known known, DeliveryEvent event, Instant now) {
    Optional<Known> newest = Optional.of(known);
    for (int races = 0; races < MOST_RACES && newest.isPresent(); races++) {
      if (write(newest.get(), event, now)) {
        return;
      }
      newest = load(pool, DeliverySql.LOAD, known.delivery().message());
    }
    throw new IllegalStateException("text " + known.delivery().message() + " never stood still");
  }

  private static Optional<Known> load(SqlClient client, Sql statement, long message) {
    return statement.first(client, Known::of, message);
  }

  private boolean write(Known known, DeliveryEvent event, Instant now) {
    Course.Step step = judged(known, event, now);
    if (step.next().equals(known.delivery())) {
      return true;
    }
    boolean alone =
        step.effects().stream()
            .anyMatch(e -> e instanceof Effect.OptedOut || e instanceof Effect.Pause);
    try {
      return alone
          ? writeAlone(known.delivery().message(), event, now)
          : writer.write(known.delivery(), step.next(), now) && carriedOut(known, step, now);
    } catch (SqlFailure e) {
      if (e.unavailable() || step.next().sid() == null) {
        throw e;
      }
      // Another text goes by this name.
      return step.next().source() == Delivery.Source.LIST
          || writeAlone(known.delivery().message(), event, now);
    }
  }

  private static Course.Step judged(Known known, DeliveryEvent event, Instant now) {
    return Course.after(known.delivery(), event, now, ThreadLocalRandom.current().nextDouble());
  }

  /** With what else must stand or fall with it. */
  private boolean writeAlone(long message, DeliveryEvent event, Instant now) {
    SqlConnection connection = Sql.step("delivery.connect", pool.getConnection(), PATIENCE);
    try {
      Transaction transaction = Sql.step("delivery.begin", connection.begin(), PATIENCE);
      try {
        Known known = load(connection, DeliverySql.LOCK, message).orElseThrow();
        Course.Step step = judged(known, event, now);
        displaceOthers(connection, step.next(), now);
        StepWriter.write(connection, known.delivery(), step.next(), now);
        step.effects().forEach(effect -> within(connection, known, effect, now));
        Sql.step("delivery.commit", transaction.commit(), PATIENCE);
        return carriedOut(known, step, now);
      } catch (RuntimeException e) {
        transaction.rollback().timeout(1, TimeUnit.SECONDS).otherwiseEmpty().await();
        throw e;
      }
    } finally {
      connection.close();
    }
  }

  /** A report knows better than a list whose name it is. */
  private static void displaceOthers(SqlConnection connection, Delivery named, Instant now) {
    if (named.sid() != null && named.source() != Delivery.Source.LIST) {
      for (Known other :
          DeliverySql.LISTED_AS.list(connection, Known::of, named.sid(), named.message())) {
        Course.Step step = judged(other, new DeliveryEvent.Displaced(named.sid()), now);
        StepWriter.write(connection, other.delivery(), step.next(), now);
      }
    }
  }

  private void within(SqlConnection connection, Known known, Effect effect, Instant now) {
    switch (effect) {
      case Effect.OptedOut out -> {
        optOuts.blocked(connection, known.resident(), known.delivery().message(), now);
        OutboxSql.CANCEL.run(connection, known.resident(), Columns.time(now), "stopped");
      }
      case Effect.Pause pause ->
          DeliverySql.PAUSE.run(connection, known.resident(), Columns.time(now.plus(pause.time())));
      case Effect.Halt halt -> {}
      case Effect.Slow slow -> {}
      case Effect.Alert alert -> {}
    }
  }

  /** What concerns all texts, once the step stands. */
  private boolean carriedOut(Known known, Course.Step step, Instant now) {
    for (Effect effect : step.effects()) {
      switch (effect) {
        case Effect.Halt halt -> {
          LOG.error("The gateway takes nothing (error {}): all wait a minute", halt.code());
          DeliverySql.HALT.run(pool, Columns.time(now.plus(Course.HALT)), halt.code());
        }
        case Effect.Slow slow -> DeliverySql.SLOW.run(pool, slow.pause().toMillis() / 1e3);
        case Effect.Alert alert -> {
          LOG.error(
              "Text {} was refused with error {}: {}",
              known.delivery().message(),
              alert.code(),
              alert.reason());
          Refusals.heard(pool, alert, now);
        }
        case Effect.OptedOut out -> {}
        case Effect.Pause pause -> {}
      }
    }
    return true;
  }
}
