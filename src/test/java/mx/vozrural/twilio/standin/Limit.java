package mx.vozrural.twilio.standin;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.concurrent.locks.ReentrantLock;

/** So many requests in any second; what is over it doesn't count. */
final class Limit {
  private final ArrayDeque<Instant> taken = new ArrayDeque<>();
  private final ReentrantLock lock = new ReentrantLock();
  private final int aSecond;

  /**
   * @param aSecond 0: no limit
   */
  Limit(int aSecond) {
    this.aSecond = aSecond;
  }

  boolean allows(Instant now) {
    lock.lock();
    try {
      while (!taken.isEmpty() && !taken.peekFirst().plusSeconds(1).isAfter(now)) {
        taken.removeFirst();
      }
      boolean allowed = aSecond == 0 || taken.size() < aSecond;
      if (allowed) {
        taken.addLast(now);
      }
      return allowed;
    } finally {
      lock.unlock();
    }
  }
}
