package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.intake.GatewayList.Listed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the gateway's own list of inbound texts with ours: one that we lack (we were away, the
 * webhook failed) goes through the intake like the others, and its answer through the outbox. One
 * instance does it at a time; two at once would do no harm, since a text's name is unique.
 */
public final class Comparison {
  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
  private static final String REACHED = "inbound";
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  /** One that came just now is at the door still. */
  private static final Duration AT_THE_DOOR = Duration.ofMinutes(1);

  private static final long WAIT_SECONDS = 120;

  private final Database database;
  private final InstantSource clock;
  private final Intake intake;
  private final Spool spool;
  private final GatewayList list;

  public Comparison(
      Database database, InstantSource clock, Intake intake, Spool spool, GatewayList list) {
    this.database = database;
    this.clock = clock;
    this.intake = intake;
    this.spool = spool;
    this.list = list;
  }

  /** How many texts it found that we lacked. */
  public int run() {
    Instant now = clock.instant();
    // What waits on the disk is in nobody's table yet, and would be found missing.
    if (spool.isActive() || WatchSql.TURN.run(database.pool(), Columns.time(now)).size() == 0) {
      return 0;
    }
    Instant reached = reached();
    if (reached == null) {
      mark(REACHED, now);
      return 0;
    }
    Optional<List<Listed>> listed = list.since(reached.minus(OVERLAP));
    if (listed.isEmpty()) {
      LOG.warn("The gateway's list of inbound texts can't be read");
      return 0;
    }
    List<Listed> missing = missing(listed.get(), now);
    if (!missing.isEmpty()) {
      LOG.warn("{} texts had never reached us", missing.size());
      mark(Watch.INBOUND_FOUND, now);
    }
    if (file(missing)) {
      mark(REACHED, now);
    }
    return missing.size();
  }

  private @Nullable Instant reached() {
    return WatchSql.WATERMARK
        .first(database.pool(), row -> row.getOffsetDateTime("at").toInstant(), REACHED)
        .orElse(null);
  }

  private void mark(String name, Instant at) {
    WatchSql.MARK.run(database.pool(), name, Columns.time(at));
  }

  /** The oldest first. */
  private List<Listed> missing(List<Listed> listed, Instant now) {
    List<Listed> settled =
        listed.stream().filter(text -> text.at().isBefore(now.minus(AT_THE_DOOR))).toList();
    Set<String> unknown = new HashSet<>();
    WatchSql.UNKNOWN
        .run(database.pool(), (Object) Columns.texts(settled, Listed::sid))
        .forEach(row -> unknown.add(row.getString("sid")));
    return settled.reversed().stream().filter(text -> unknown.contains(text.sid())).toList();
  }

  /** False where one of them couldn't be filed: then they are all looked for again. */
  private boolean file(List<Listed> missing) {
    List<Future<Reply>> replies = new ArrayList<>();
    List<Arrival> arrivals = new ArrayList<>();
    for (Listed text : missing) {
      Promise<Reply> reply = Promise.promise();
      replies.add(reply.future());
      arrivals.add(
          new Arrival(
              text.sid(),
              text.from(),
              text.body(),
              text.media(),
              false,
              new Late(text.at(), Late.Why.FOUND),
              reply::tryComplete));
    }
    intake.acceptAll(arrivals);
    Future.join(replies).timeout(WAIT_SECONDS, TimeUnit.SECONDS).await();
    return replies.stream().noneMatch(reply -> reply.result() instanceof Reply.Unavailable);
  }
}
