package mx.vozrural.outbox;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mx.vozrural.database.Columns;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.GatewayList.Listed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the gateway's list again and again, some pages at a time, one instance at a time: writes
 * down what texts cost, settles those that never called back, and keeps a row of each that nobody
 * here knows.
 */
public final class Prices {
  private static final Logger LOG = LoggerFactory.getLogger(Prices.class);
  private static final Duration EVERY = Duration.ofMinutes(10);
  private static final Duration LOOK_BACK = Duration.ofDays(8);
  private static final int MOST_PAGES = 10;

  /** What never called back by then is taken from the list. */
  private static final Duration SILENT = Duration.ofHours(1);

  /** What has no price by then gets none: the gateway charges nothing for some failures. */
  private static final Duration PRICED_BY = Duration.ofDays(3);

  private static final Set<String> TERMINAL =
      Set.of("delivered", "undelivered", "failed", "read", "canceled");

  private final SqlClient client;
  private final GatewayList list;
  private final Deliveries deliveries;
  private final InstantSource clock;

  public Prices(SqlClient client, GatewayList list, Deliveries deliveries, InstantSource clock) {
    this.client = client;
    this.list = list;
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /** A turn, where it is due and no other instance had it. */
  public void read() {
    Instant now = clock.instant();
    if (LedgerSql.TURN.run(client, Columns.time(now), Columns.time(now.minus(EVERY))).size() > 0) {
      sweep(begin(now), now);
    }
  }

  private Sweep begin(Instant now) {
    Row row =
        LedgerSql.READ_SO_FAR
            .first(client, r -> r, Columns.time(now.minus(LOOK_BACK)))
            .orElseThrow();
    Instant from = time(row, "since");
    Instant until = time(row, "until");
    Sweep kept = from == null || until == null ? null : new Sweep(from, until);
    return kept == null || kept.over() ? Sweep.start(time(row, "oldest"), now) : kept;
  }

  private static @Nullable Instant time(Row row, String column) {
    return row.getOffsetDateTime(column) == null ? null : row.getOffsetDateTime(column).toInstant();
  }

  private void sweep(Sweep begin, Instant now) {
    Sweep sweep = begin;
    String next = null;
    for (int page = 0; page < MOST_PAGES && !sweep.over(); page++) {
      switch (list.page(sweep.from(), sweep.until(), next)) {
        case GatewayList.Unavailable away -> {
          LOG.info("The gateway's list can't be read: {}", away.why());
          return;
        }
        case GatewayList.Read read -> {
          write(read.texts(), now);
          // Where this page ends holds only within the span that it was asked for.
          next = read.next();
          Sweep rest = next == null ? sweep.nextDay(now) : sweep.rest(read.texts());
          mark(rest);
          sweep = next == null ? rest : sweep;
        }
      }
    }
  }

  private void mark(Sweep sweep) {
    LedgerSql.MARK.run(client, Columns.time(sweep.from()), Columns.time(sweep.until()));
  }

  private void write(List<Listed> texts, Instant now) {
    Map<String, Listed> bySid = new HashMap<>();
    texts.forEach(text -> bySid.put(text.sid(), text));
    List<Listed> told = List.copyOf(bySid.values());
    LedgerSql.PRICE
        .run(
            client,
            Columns.texts(told, Listed::sid),
            Columns.ints(told, Listed::segments),
            Columns.texts(told, t -> t.price() == null ? null : t.price().toPlainString()),
            Columns.texts(told, Listed::unit),
            Columns.times(told, Listed::sentAt),
            Columns.booleans(told, t -> neverPriced(t, now)),
            Columns.time(now),
            Columns.time(now.minus(SILENT)))
        .forEach(row -> settle(row.getLong("message"), bySid.get(row.getString("sid")), now));
  }

  private static boolean neverPriced(Listed text, Instant now) {
    return TERMINAL.contains(text.status())
        && text.sentAt() != null
        && text.sentAt().isBefore(now.minus(PRICED_BY));
  }

  /** By the same way as a callback, so that one that comes after all changes nothing. */
  private void settle(long message, @Nullable Listed text, Instant now) {
    if (text != null && TERMINAL.contains(text.status())) {
      Optional.ofNullable(Progress.of(text.status(), text.failure()))
          .ifPresent(progress -> deliveries.listed(message, text.sid(), progress, now));
    }
  }
}
