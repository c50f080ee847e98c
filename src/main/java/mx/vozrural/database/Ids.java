package mx.vozrural.database;

import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Numbers for new rows, handed out from blocks that the database gives each instance: a batch of
 * rows needs no question.
 */
public final class Ids {
  private static final long BLOCK = 10_000;
  private static final Sql NEXT_BLOCK =
      Sql.of("-- ids.block\nSELECT nextval('id_block')").within(Duration.ofSeconds(4));

  private final SqlClient client;
  private final ReentrantLock lock = new ReentrantLock();
  private long next;
  private long end;

  public Ids(SqlClient client) {
    this.client = client;
  }

  /**
   * The next number; asks the database once in ten thousand times. Waits, so never call it on an
   * event loop.
   */
  public long next() {
    while (true) {
      Long id = tryNext();
      if (id != null) {
        return id;
      }
      refill(NEXT_BLOCK.run(client).iterator().next().getLong(0));
    }
  }

  private @Nullable Long tryNext() {
    lock.lock();
    try {
      return next < end ? next++ : null;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Two threads may both have asked: the later block wins, the rest of the earlier stays unused.
   */
  private void refill(long block) {
    lock.lock();
    try {
      next = block * BLOCK;
      end = next + BLOCK;
    } finally {
      lock.unlock();
    }
  }
}
