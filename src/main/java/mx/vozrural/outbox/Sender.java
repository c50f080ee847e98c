package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands one text to the gateway, on a thread of its own, and writes down what became of it. The
 * stop list is read right before: no text leaves more than a second after ALTO stands.
 */
final class Sender {
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  /** As old as the reading of the stop list may be when the text leaves. */
  private static final long FRESH_NANOS = Duration.ofMillis(800).toNanos();

  private static final long BEGIN_NANOS = Course.BEGIN_WITHIN.toNanos();

  private final Pool pool;
  private final SmsGateway gateway;
  private final InstantSource clock;
  private final DeliveryLog log;

  Sender(Pool pool, SmsGateway gateway, InstantSource clock, DeliveryLog log) {
    this.pool = pool;
    this.gateway = gateway;
    this.clock = clock;
    this.log = log;
  }

  /**
   * A text in this instance's hands until its lease ends.
   *
   * @param claimedNanos by the machine's own clock, which nobody sets, right before the claim
   */
  record Claimed(DeliveryLog.Known row, OutgoingText text, long claimedNanos) {
    int attempt() {
      return row.delivery().attempts();
    }
  }

  void send(Claimed claimed) {
    try {
      tryToSend(claimed).ifPresent(event -> log.happen(claimed.row(), event, clock.instant()));
    } catch (RuntimeException e) {
      // The lease ends by itself, and the text is then looked for at the gateway.
      LOG.warn("What became of text {} is not known: {}", claimed.text().id(), e.getMessage());
    }
  }

  /** Empty where the text is no longer this sender's. */
  private Optional<DeliveryEvent> tryToSend(Claimed claimed) {
    long read;
    do {
      if (System.nanoTime() - claimed.claimedNanos() > BEGIN_NANOS) {
        return Optional.of(new DeliveryEvent.Withheld(claimed.attempt(), null));
      }
      read = System.nanoTime();
      Optional<DeliveryEvent.Withheld> checked =
          DeliverySql.CHECK.first(
              pool,
              row -> new DeliveryEvent.Withheld(claimed.attempt(), row.getString("why")),
              claimed.text().id(),
              claimed.attempt());
      if (checked.isEmpty()) {
        return Optional.empty();
      }
      if (checked.get().why() != null) {
        return Optional.of(checked.get());
      }
    } while (System.nanoTime() - read > FRESH_NANOS);
    return Optional.of(new DeliveryEvent.Posted(claimed.attempt(), gateway.send(claimed.text())));
  }
}
