package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.Reply.Unavailable.Why;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks, ever more seldom, whether the database is back; then brings what waits in the {@link Spool}
 * through the intake, oldest first. A text leaves the spool when its effects are durable: killed in
 * between, it comes again and changes nothing. Runs on a virtual thread.
 */
public final class SpoolReplay extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);
  private static final int AT_ONCE = 64;
  private static final int MOST_TRIES = 5;

  /** So many in a row, each by itself: it isn't the texts. */
  private static final int MOST_LOST = 3;

  private final Spool spool;
  private final Intake intake;
  private final Runnable ping;
  private final Pace pace;
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Future<Reply>> underWay = new HashMap<>();
  private volatile boolean stopping;

  /**
   * How often it does what.
   *
   * @param soonest the wait between two looks while all is well
   * @param latest the same, after many that failed
   * @param patience for what it brought; what takes longer is waited for again
   * @param around between two looks for what other instances left
   */
  public record Pace(Duration soonest, Duration latest, Duration patience, Duration around) {
    public static final Pace DEFAULT =
        new Pace(
            Duration.ofMillis(250),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1),
            Duration.ofMinutes(1));
  }

  /**
   * @param ping throws {@link SqlFailure} while the database is away
   */
  public SpoolReplay(Spool spool, Intake intake, Runnable ping, Pace pace) {
    this.spool = spool;
    this.intake = intake;
    this.ping = ping;
    this.pace = pace;
  }

  @Override
  public Future<?> start() {
    again(pace.soonest());
    vertx.setPeriodic(pace.around().toMillis(), timer -> spool.adopt());
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return Future.succeededFuture();
  }

  private void again(Duration wait) {
    vertx.setTimer(
        wait.toMillis(),
        timer -> {
          boolean well = false;
          try {
            well = round();
          } finally {
            // Whatever was thrown, texts wait: it looks again.
            if (!stopping) {
              again(well ? pace.soonest() : longer(wait));
            }
          }
        });
  }

  private Duration longer(Duration wait) {
    Duration twice = wait.multipliedBy(2);
    return twice.compareTo(pace.latest()) < 0 ? twice : pace.latest();
  }

  /** False where the database is still away, or doesn't take all of it. */
  private boolean round() {
    if (!spool.isActive()) {
      return true;
    }
    try {
      ping.run();
      return workOff();
    } catch (SqlFailure e) {
      return false;
    } catch (Exception e) {
      // A wait that is over throws what no signature names.
      LOG.error("The spool can't be worked off: {}", Fault.of(e));
      return false;
    }
  }

  /** The oldest of each phone, until none is left but those that failed in this round. */
  private boolean workOff() {
    int before = spool.size();
    Set<Phone> aside = new HashSet<>();
    for (List<SpooledText> next = spool.oldest(AT_ONCE, aside);
        !next.isEmpty() && !stopping;
        next = spool.oldest(AT_ONCE, aside)) {
      List<SpooledText> lost = file(next, aside);
      if (!lost.isEmpty() && (next.size() == 1 || !oneByOne(lost, aside))) {
        return false;
      }
    }
    if (spool.size() == 0) {
      spool.databaseIsBack();
    }
    LOG.info("{} texts of the spool are filed", before - spool.size());
    return aside.isEmpty();
  }

  /** One on which the database hangs must not take the others along. False: it takes none. */
  private boolean oneByOne(List<SpooledText> texts, Set<Phone> aside) {
    int lost = 0;
    for (SpooledText text : texts) {
      lost = file(List.of(text), aside).isEmpty() ? 0 : lost + 1;
      aside.add(text.from());
      if (lost == MOST_LOST || stopping) {
        return false;
      }
    }
    return true;
  }

  /**
   * Gives those for which the database was away; of the others, those that weren't filed go aside.
   */
  private List<SpooledText> file(List<SpooledText> texts, Set<Phone> aside) {
    bring(texts);
    List<SpooledText> lost = new ArrayList<>();
    for (SpooledText text : texts) {
      switch (Objects.requireNonNull(underWay.remove(text.sid())).result()) {
        case Reply.Text answered -> filed(text);
        case Reply.Silence silence -> filed(text);
        case Reply.Unavailable(Why why) when why == Why.DATABASE_AWAY -> lost.add(text);
        case Reply.Unavailable(Why why) -> failed(text, why, aside);
      }
    }
    return lost;
  }

  /** What is in a writer's hands still, from an earlier round, isn't brought twice. */
  private void bring(List<SpooledText> texts) {
    List<Arrival> fresh = new ArrayList<>();
    for (SpooledText text : texts) {
      if (!underWay.containsKey(text.sid())) {
        Promise<Reply> reply = Promise.promise();
        underWay.put(text.sid(), reply.future());
        fresh.add(text.arrival(spool.why(text), reply::tryComplete));
      }
    }
    intake.acceptAll(fresh);
    Future.join(texts.stream().map(text -> underWay.get(text.sid())).toList())
        .timeout(pace.patience().toMillis(), TimeUnit.MILLISECONDS)
        .await();
  }

  private void filed(SpooledText text) {
    spool.databaseIsBack();
    refusals.remove(text.sid());
    spool.filed(text);
  }

  /** Only what is refused for itself is ever given up. */
  private void failed(SpooledText text, Why why, Set<Phone> aside) {
    spool.databaseIsBack();
    aside.add(text.from());
    if (why == Why.REFUSED && refusals.merge(text.sid(), 1, Integer::sum) >= MOST_TRIES) {
      refusals.remove(text.sid());
      LOG.error("The text {} of the spool can't be filed: its file is kept", text.sid());
      spool.giveUp(text);
    }
  }
}
