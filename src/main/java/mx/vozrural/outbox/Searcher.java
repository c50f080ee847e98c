package mx.vozrural.outbox;

import io.vertx.sqlclient.Pool;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.stream.Collectors;
import mx.vozrural.outbox.DeliveryEvent.Finding;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks in the gateway's list for texts of which nobody knows whether it has them. */
final class Searcher {
  private static final Logger LOG = LoggerFactory.getLogger(Searcher.class);

  private final Pool pool;
  private final SmsGateway gateway;
  private final InstantSource clock;
  private final DeliveryLog log;

  Searcher(Pool pool, SmsGateway gateway, InstantSource clock, DeliveryLog log) {
    this.pool = pool;
    this.gateway = gateway;
    this.clock = clock;
    this.log = log;
  }

  void search(DeliveryLog.Known row, OutgoingText text) {
    Delivery delivery = row.delivery();
    try {
      Finding finding = finding(delivery, text);
      log.happen(
          row,
          new DeliveryEvent.Looked(delivery.attempts(), delivery.looks(), finding),
          clock.instant());
    } catch (RuntimeException e) {
      // Its next look is due in a while.
      LOG.warn("Text {} can't be searched for: {}", text.id(), e.getMessage());
    }
  }

  private Finding finding(Delivery delivery, OutgoingText text) {
    Instant since = delivery.triedAt().minus(Search.SKEW);
    return switch (gateway.look(text, since)) {
      case SmsGateway.Listing.Listed listed ->
          Search.among(listed.texts(), delivery, text.body(), held(listed, text.id()));
      case SmsGateway.Listing.Unreadable unreadable -> {
        LOG.warn("The gateway's list can't be read: {}", unreadable.cause());
        yield new Finding.Unreadable();
      }
    };
  }

  private Set<String> held(SmsGateway.Listing.Listed listed, long message) {
    String[] names = listed.texts().stream().map(SmsGateway.Seen::sid).toArray(String[]::new);
    return names.length == 0
        ? Set.of()
        : DeliverySql.HELD.list(pool, row -> row.getString(0), names, message).stream()
            .collect(Collectors.toSet());
  }
}
