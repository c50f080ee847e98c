package mx.vozrural.twilio.standin;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Brings messages on their way: queued, sent, then delivered or not; and tells of it. */
final class Carrier implements AutoCloseable {
  private static final Duration STEP = Duration.ofMillis(20);

  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final Map<String, Integer> unreachable = new ConcurrentHashMap<>();
  private final Messages messages;
  private final Callbacks callbacks;
  private final Faults.Callbacks faults;
  private final Carried carried;
  private volatile boolean holding;
  private volatile boolean closed;

  /** By whom and when. */
  record Carried(String number, InstantSource clock) {}

  Carrier(Messages messages, Callbacks callbacks, Faults.Callbacks faults, Carried carried) {
    this.messages = messages;
    this.callbacks = callbacks;
    this.faults = faults;
    this.carried = carried;
  }

  /** Texts to this phone end undelivered. */
  void unreachable(String phone, int error) {
    unreachable.put(phone, error);
  }

  /** Texts stay queued from now on. */
  void holdBack() {
    holding = true;
  }

  /** What our server answered to callbacks. */
  List<Integer> answers() {
    return List.copyOf(answers);
  }

  /** Reports before the sender has its answer, where that is this message's fate. */
  void carry(Sms sms, Fate fate) {
    if (holding) {
      return;
    }
    if (fate.happens(faults.early())) {
      deliver(sms.sid(), fate);
    } else {
      later(STEP, () -> deliver(sms.sid(), fate));
    }
  }

  private void later(Duration wait, Runnable work) {
    Thread.ofVirtual()
        .start(() -> {
          if (passes(wait) && !closed) {
            work.run();
          }
        });
  }

  private static boolean passes(Duration wait) {
    try {
      Thread.sleep(wait);
      return true;
    } catch (InterruptedException e) {
      return false;
    }
  }

  private void deliver(String sid, Fate fate) {
    Sms sent = moved(sid, "sent");
    Integer error = unreachable.get(sent.to());
    String end = error == null ? "delivered" : "undelivered";
    Sms arrived = moved(sid, end);
    List<Runnable> told = new ArrayList<>();
    tell(told, fate, sent, "sent");
    tell(told, fate, arrived, end);
    if (fate.happens(faults.swapped())) {
      Collections.reverse(told);
    }
    if (fate.happens(faults.late())) {
      later(faults.lateness(), () -> told.forEach(Runnable::run));
    } else {
      told.forEach(Runnable::run);
    }
  }

  private Sms moved(String sid, String status) {
    Sms sms = messages.find(sid).orElseThrow();
    Integer error = status.equals("undelivered") ? unreachable.get(sms.to()) : null;
    messages.change(
        sms,
        current ->
            current
                .sentBy(carried.number())
                .moved(status, error, Messages.second(carried.clock().instant())));
    return messages.find(sid).orElseThrow();
  }

  private void tell(List<Runnable> told, Fate fate, Sms sms, String status) {
    boolean lost = fate.happens(faults.lost());
    boolean twice = fate.happens(faults.twice());
    Runnable one = () -> callbacks.status(sms, status).ifPresent(answers::add);
    if (!lost) {
      told.add(one);
    }
    if (twice && !lost) {
      told.add(one);
    }
  }

  @Override
  public void close() {
    closed = true;
  }
}
