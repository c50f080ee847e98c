package mx.vozrural.intake;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.VerticleBase;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.SqlFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks, ever more seldom, whether the database is back; then brings what waits in the {@link Spool}
 * through the intake, oldest first. A text leaves the spool when its effects are durable: killed in
 * between, it comes again and changes nothing. Runs on a virtual thread.
 */
public final class SpoolReplay extends VerticleBase {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolReplay.class);
  private static final long SOON_MILLIS = 250;
  private static final long LATEST_MILLIS = 15_000;
  private static final int AT_ONCE = 64;
  private static final int MOST_TRIES = 5;
  private static final long WAIT_SECONDS = 60;

  private final Spool spool;
  private final Intake intake;
  private final Runnable ping;
  private final Map<String, Integer> tries = new HashMap<>();
  private volatile boolean stopping;

  /**
   * @param ping throws {@link SqlFailure} while the database is away
   */
  public SpoolReplay(Spool spool, Intake intake, Runnable ping) {
    this.spool = spool;
    this.intake = intake;
    this.ping = ping;
  }

  @Override
  public Future<?> start() {
    again(SOON_MILLIS);
    return Future.succeededFuture();
  }

  @Override
  public Future<?> stop() {
    stopping = true;
    return Future.succeededFuture();
  }

  private void again(long millis) {
    vertx.setTimer(
        millis,
        timer -> {
          boolean well = round();
          if (!stopping) {
            again(well ? SOON_MILLIS : Math.min(millis * 2, LATEST_MILLIS));
          }
        });
  }

  /** False where the database is still away, or takes none of it. */
  private boolean round() {
    if (!spool.isActive()) {
      return true;
    }
    try {
      ping.run();
      spool.databaseIsBack();
      int filed = 0;
      for (List<SpooledText> next = spool.oldest(AT_ONCE);
          !next.isEmpty() && !stopping;
          next = spool.oldest(AT_ONCE)) {
        if (!file(next)) {
          return false;
        }
        filed += next.size();
      }
      LOG.info("{} texts of the spool are filed", filed);
      return true;
    } catch (SqlFailure e) {
      return false;
    } catch (RuntimeException e) {
      LOG.error("The spool can't be worked off", e);
      return false;
    }
  }

  private boolean file(List<SpooledText> texts) {
    List<Promise<Reply>> replies = texts.stream().map(text -> Promise.<Reply>promise()).toList();
    List<Arrival> arrivals = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      arrivals.add(texts.get(i).arrival(spool.why(texts.get(i)), replies.get(i)::tryComplete));
    }
    intake.acceptAll(arrivals);
    Future.join(replies.stream().map(Promise::future).toList())
        .timeout(WAIT_SECONDS, TimeUnit.SECONDS)
        .await();
    boolean all = true;
    for (int i = 0; i < texts.size(); i++) {
      all &= settled(texts.get(i), replies.get(i).future().result());
    }
    return all;
  }

  private boolean settled(SpooledText text, Reply reply) {
    if (reply instanceof Reply.Unavailable) {
      failed(text);
      return false;
    }
    tries.remove(text.sid());
    spool.filed(text);
    return true;
  }

  /** With the database away nothing is said against the text; else it has a few tries. */
  private void failed(SpooledText text) {
    ping.run();
    if (tries.merge(text.sid(), 1, Integer::sum) >= MOST_TRIES) {
      tries.remove(text.sid());
      LOG.error("The text {} of the spool can't be filed: its file is kept", text.sid());
      spool.giveUp(text);
    }
  }
}
