package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.intake.GatewayList.Listed;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the gateway's own list of inbound texts with ours: one that we lack (we were away, the
 * webhook failed) goes through the intake like the others, and its answer through the outbox. After
 * a long absence it goes on slice by slice, and what is done is done. One instance does it at a
 * time; two at once would do no harm, since a text's name is unique.
 */
public final class Comparison {
  private static final Logger LOG = LoggerFactory.getLogger(Comparison.class);
  private static final String REACHED = "inbound";
  private static final Duration OVERLAP = Duration.ofMinutes(15);

  /** One that came just now is at the door still. */
  private static final Duration AT_THE_DOOR = Duration.ofMinutes(1);

  private static final Duration LONGEST_SLICE = Duration.ofDays(1);
  private static final Duration SHORTEST_SLICE = Duration.ofMinutes(1);
  private static final int AT_ONCE = 256;
  private static final int MOST_TRIES = 5;
  private static final long WAIT_SECONDS = 120;

  private final Database database;
  private final InstantSource clock;
  private final Intake intake;
  private final Spool spool;
  private final GatewayList list;
  private final Map<String, Integer> refusals = new ConcurrentHashMap<>();
  private volatile Duration slice = LONGEST_SLICE;

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
    if (spool.databaseIsAway()
        || WatchSql.TURN.run(database.pool(), Columns.time(now)).size() == 0) {
      return 0;
    }
    Instant reached = reached();
    if (reached == null) {
      mark(REACHED, now);
      return 0;
    }
    int found = 0;
    while (reached.isBefore(now)) {
      Instant until = reached.plus(slice).isBefore(now) ? reached.plus(slice) : now;
      Optional<List<Listed>> listed = list.between(reached.minus(OVERLAP), until);
      if (listed.isEmpty()) {
        LOG.warn("The gateway's list of inbound texts can't be read");
        slice = longer(slice.dividedBy(2), SHORTEST_SLICE);
        return found;
      }
      slice = LONGEST_SLICE.compareTo(slice) > 0 ? slice.multipliedBy(2) : slice;
      List<Listed> missing = missing(listed.get(), now);
      found += missing.size();
      if (!file(missing, now)) {
        return found;
      }
      mark(REACHED, until);
      reached = until;
    }
    return found;
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private @Nullable Instant reached() {
    return WatchSql.WATERMARK
        .first(database.pool(), row -> row.getOffsetDateTime("at").toInstant(), REACHED)
        .orElse(null);
  }

  private void mark(String name, Instant at) {
    WatchSql.MARK.run(database.pool(), name, Columns.time(at));
  }

  /** The oldest first; those on our own disk will come from there. */
  private List<Listed> missing(List<Listed> listed, Instant now) {
    List<Listed> settled =
        listed.stream().filter(text -> text.at().isBefore(now.minus(AT_THE_DOOR))).toList();
    Set<String> unknown = new HashSet<>();
    WatchSql.UNKNOWN
        .run(database.pool(), (Object) Columns.texts(settled, Listed::sid))
        .forEach(row -> unknown.add(row.getString("sid")));
    return settled.reversed().stream()
        .filter(text -> unknown.contains(text.sid()) && !spool.holds(text.sid()))
        .toList();
  }

  /** False where one of them must be looked for again. */
  private boolean file(List<Listed> missing, Instant now) {
    if (!missing.isEmpty()) {
      LOG.warn("{} texts had never reached us", missing.size());
      mark(Watch.INBOUND_FOUND, now);
    }
    // What the phone said before and after waits on the disk: in their order, please.
    List<Listed> ready = missing.stream().filter(text -> !spool.waits(text.from())).toList();
    boolean all = ready.size() == missing.size();
    for (int from = 0; from < ready.size(); from += AT_ONCE) {
      all &= fileTogether(ready.subList(from, Math.min(from + AT_ONCE, ready.size())), now);
    }
    return all;
  }

  private boolean fileTogether(List<Listed> texts, Instant now) {
    List<Promise<Reply>> replies = texts.stream().map(text -> Promise.<Reply>promise()).toList();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      arrivals.add(arrival(texts.get(i), replies.get(i)));
    }
    intake.acceptAll(arrivals);
    Future.join(replies.stream().map(Promise::future).toList())
        .timeout(WAIT_SECONDS, TimeUnit.SECONDS)
        .await();
    boolean all = true;
    for (int i = 0; i < texts.size(); i++) {
      all &= settled(texts.get(i), replies.get(i).future().result(), now);
    }
    return all;
  }

  private static Arrival arrival(Listed text, Promise<Reply> reply) {
    return new Arrival(
        text.sid(),
        text.from(),
        text.body(),
        text.media(),
        null,
        new Late(text.at(), Late.Why.FOUND),
        reply::tryComplete);
  }

  /** One that is refused again and again must not keep the others from being found. */
  private boolean settled(Listed text, Reply reply, Instant now) {
    if (!(reply instanceof Reply.Unavailable(Reply.Unavailable.Why why))) {
      refusals.remove(text.sid());
      return true;
    }
    boolean hopeless =
        why == Reply.Unavailable.Why.REFUSED
            && refusals.merge(text.sid(), 1, Integer::sum) >= MOST_TRIES;
    if (hopeless) {
      LOG.error("The text {} of the gateway's list can't be filed: it is given up", text.sid());
      WatchSql.GIVE_UP.run(database.pool(), text.sid(), Columns.time(text.at()), Columns.time(now));
      refusals.remove(text.sid());
    }
    return hopeless;
  }
}
