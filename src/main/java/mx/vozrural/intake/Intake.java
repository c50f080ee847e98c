package mx.vozrural.intake;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;

/**
 * Where texts wait for a writer. A writer takes all that came while the batch before was being
 * written, without waiting for more: alone, a text goes at once; under load, batches grow by
 * themselves. One phone is in one writer's hands at a time, so that its texts are judged in their
 * order. A bounded number waits; past it the door says so, and Twilio brings the text again.
 */
public final class Intake {
  private static final int MOST_WAITING = 4_096;
  private static final int MOST_IN_A_BATCH = 256;

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Arrival> waiting = new ArrayDeque<>();
  private final Set<String> inHand = new HashSet<>();
  private final List<BooleanSupplier> writers = new CopyOnWriteArrayList<>();

  /**
   * Takes a text in; its reply is called later. Waits for no writer, so an event loop may call it.
   */
  public void accept(Arrival arrival) {
    acceptAll(List.of(arrival));
  }

  /** Several that came together: whoever is woken finds all of them. */
  public void acceptAll(List<Arrival> arrivals) {
    for (Arrival arrival : arrivals) {
      if (!add(arrival)) {
        arrival.answer(new Reply.Unavailable());
      }
    }
    wakeOne();
  }

  /** One that is free, since the others would find nothing; who is busy looks again by itself. */
  private void wakeOne() {
    for (BooleanSupplier writer : writers) {
      if (writer.getAsBoolean()) {
        return;
      }
    }
  }

  private boolean add(Arrival arrival) {
    lock.lock();
    try {
      return waiting.size() < MOST_WAITING && waiting.add(arrival);
    } finally {
      lock.unlock();
    }
  }

  /** How many wait for a writer. */
  public int waiting() {
    lock.lock();
    try {
      return waiting.size();
    } finally {
      lock.unlock();
    }
  }

  /**
   * @param wake false where it was awake already
   */
  void addWriter(BooleanSupplier wake) {
    writers.add(wake);
  }

  void removeWriter(BooleanSupplier wake) {
    writers.remove(wake);
  }

  /** All that waits and whose phone is in nobody's hands; to be given back with {@link #done}. */
  List<Arrival> take() {
    lock.lock();
    try {
      List<Arrival> batch = new ArrayList<>();
      List<Arrival> later = new ArrayList<>();
      while (!waiting.isEmpty() && batch.size() < MOST_IN_A_BATCH) {
        Arrival next = waiting.remove();
        (inHand.add(next.from().value()) ? batch : later).add(next);
      }
      if (!later.isEmpty()) {
        later.addAll(waiting);
        waiting.clear();
        waiting.addAll(later);
      }
      return batch;
    } finally {
      lock.unlock();
    }
  }

  /** Whether {@link #take} would give anything. */
  boolean takeable() {
    lock.lock();
    try {
      return waiting.stream().anyMatch(arrival -> !inHand.contains(arrival.from().value()));
    } finally {
      lock.unlock();
    }
  }

  void done(List<Arrival> batch) {
    lock.lock();
    try {
      batch.forEach(arrival -> inHand.remove(arrival.from().value()));
    } finally {
      lock.unlock();
    }
  }
}
