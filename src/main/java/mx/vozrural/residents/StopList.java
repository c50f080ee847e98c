package mx.vozrural.residents;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.SqlClient;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Who gets nothing, as an instance remembers it while the database is away: blind indexes of 16
 * bytes, no numbers. Read again now and then for what other instances changed; its own changes
 * count at once.
 */
public final class StopList {
  private final SqlClient client;
  private final ReentrantLock lock = new ReentrantLock();
  private Set<Index> stopped = new HashSet<>();
  private Set<Index> unsafe = new HashSet<>();
  private long changes;

  StopList(SqlClient client) {
    this.client = client;
  }

  private record Index(long first, long last) {
    static Index of(Buffer bytes) {
      return new Index(bytes.getLong(0), bytes.getLong(8));
    }
  }

  /**
   * Reads it whole. What this instance changed meanwhile would be lost: then it stays till next.
   */
  public void refresh() {
    long before = changes();
    Set<Index> allStopped = new HashSet<>();
    Set<Index> allUnsafe = new HashSet<>();
    ResidentSql.SILENT
        .run(client)
        .forEach(row ->
            (row.getBoolean("unsafe") ? allUnsafe : allStopped)
                .add(Index.of(row.getBuffer("phone_index"))));
    lock.lock();
    try {
      if (changes == before) {
        stopped = allStopped;
        unsafe = allUnsafe;
      }
    } finally {
      lock.unlock();
    }
  }

  private long changes() {
    lock.lock();
    try {
      return changes;
    } finally {
      lock.unlock();
    }
  }

  public void stopped(Buffer phoneIndex) {
    lock.lock();
    try {
      changes++;
      stopped.add(Index.of(phoneIndex));
    } finally {
      lock.unlock();
    }
  }

  public void started(Buffer phoneIndex) {
    lock.lock();
    try {
      changes++;
      stopped.remove(Index.of(phoneIndex));
    } finally {
      lock.unlock();
    }
  }

  /** Violence at home was reported from it, or it is safe to text it again. */
  public void unsafe(Buffer phoneIndex, boolean now) {
    lock.lock();
    try {
      Index index = Index.of(phoneIndex);
      changes += (now ? unsafe.add(index) : unsafe.remove(index)) ? 1 : 0;
    } finally {
      lock.unlock();
    }
  }

  /** ALTO or STOP. */
  public boolean isStopped(Buffer phoneIndex) {
    lock.lock();
    try {
      return stopped.contains(Index.of(phoneIndex));
    } finally {
      lock.unlock();
    }
  }

  /** Not even danger is answered: the phone may be in the wrong hand. */
  public boolean isUnsafe(Buffer phoneIndex) {
    lock.lock();
    try {
      return unsafe.contains(Index.of(phoneIndex));
    } finally {
      lock.unlock();
    }
  }
}
