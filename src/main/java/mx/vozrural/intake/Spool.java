package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import mx.vozrural.database.Keyring;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Phone;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.outbox.Texts;
import mx.vozrural.residents.PhoneVault;
import mx.vozrural.residents.StopList;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where texts wait on the disk while the database is away: encrypted, forced to the disk before
 * they are answered, many by one write. When the database is back, {@link SpoolReplay} brings them
 * through the same door, and until a phone's last one is filed its new ones wait behind it.
 */
public final class Spool {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  private final Parts parts;
  private final SpoolFolder folder;
  private final SpoolSeal seal;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Map<Phone, WaitingPhone> phones = new HashMap<>();

  /** Looked at once for each batch, without the lock. */
  private volatile boolean active;

  private boolean away;

  /**
   * What it works with; all of it is at hand without the database.
   *
   * @param ourNumbers E.164: a text from one of them is our own
   */
  public record Parts(
      Keyring keys,
      InstantSource clock,
      Supplier<Interpreter> interpreter,
      Catalogue catalogue,
      Texts texts,
      PhoneVault vault,
      StopList stopList,
      Set<String> ourNumbers) {}

  /** A text and the file that holds it. */
  private record Held(SpooledText text, SpoolFolder.Place place) {}

  /** Takes up what an earlier process left. */
  public Spool(SpoolFolder folder, Parts parts) {
    this.folder = folder;
    this.parts = parts;
    this.seal = new SpoolSeal(parts.keys());
    folder.left(seal::opened).forEach(this::remember);
    active = !held.isEmpty();
    adopt();
    if (active) {
      LOG.warn("{} texts wait on the disk for the database", held.size());
    }
  }

  /** Takes over what instances left that share the folder and run no more. */
  void adopt() {
    lock.lock();
    try {
      List<SpoolFolder.Found> found = folder.orphans(seal::opened);
      if (!found.isEmpty()) {
        LOG.warn("{} texts that another instance left are taken over", found.size());
        found.forEach(this::remember);
        inOrder();
        active = away || !held.isEmpty();
      }
    } finally {
      lock.unlock();
    }
  }

  /** What was taken over may have come before what waits. */
  private void inOrder() {
    List<Held> all = new ArrayList<>(held.values());
    all.sort(Comparator.comparing(one -> one.text().at()));
    held.clear();
    all.forEach(one -> held.put(one.text().sid(), one));
  }

  private void remember(SpoolFolder.Found found) {
    SpooledText text = found.text();
    if (held.putIfAbsent(text.sid(), new Held(text, found.place())) == null) {
      note(text);
    } else {
      folder.done(found.place());
    }
  }

  private void note(SpooledText text) {
    phones
        .computeIfAbsent(text.from(), phone -> new WaitingPhone())
        .note(text, read(text.sid(), text.body()));
  }

  /** Null where a fault of ours keeps it from being read: then it waits unanswered. */
  private @Nullable Reading read(String sid, String body) {
    try {
      return parts.interpreter().get().read(body);
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} can't be read: {}", sid, Fault.of(e));
      return null;
    }
  }

  /** How many texts wait. */
  public int size() {
    lock.lock();
    try {
      return held.size();
    } finally {
      lock.unlock();
    }
  }

  /** How many files hold what can't be read or filed, and wait for a person. */
  public long damaged() {
    return folder.damaged();
  }

  /** Whether a text could be kept now: there is room, and the disk takes it. Writes, to know. */
  public boolean takes() {
    lock.lock();
    try {
      return folder.hasRoom(held.size() + 1) && folder.takes();
    } finally {
      lock.unlock();
    }
  }

  /** Whether the database couldn't take what was last tried. */
  public boolean databaseIsAway() {
    lock.lock();
    try {
      return away;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Keeps those for which the database is known to be away, or whose phone has earlier texts here;
   * the others are for the database.
   */
  List<Arrival> withoutThoseAside(List<Arrival> batch) {
    if (!active) {
      return batch;
    }
    List<Arrival> aside = batch.stream().filter(this::mustWait).toList();
    List<Arrival> kept = store(aside);
    aside.stream()
        .filter(arrival -> !kept.contains(arrival))
        .forEach(arrival -> arrival.answer(new Reply.Unavailable()));
    return batch.stream().filter(arrival -> !aside.contains(arrival)).toList();
  }

  private boolean mustWait(Arrival arrival) {
    lock.lock();
    try {
      return arrival.late() == null && (away || phones.containsKey(arrival.from()));
    } finally {
      lock.unlock();
    }
  }

  /**
   * These can't be filed now: keeps and answers them, and tells which.
   *
   * @param databaseAway so that the next texts needn't try
   */
  List<Arrival> keep(List<Arrival> texts, boolean databaseAway) {
    List<Arrival> fresh = texts.stream().filter(arrival -> arrival.late() == null).toList();
    if (fresh.isEmpty()) {
      // Where only what waits already fails again, the others need not wait with it.
      return fresh;
    }
    lock.lock();
    try {
      away |= databaseAway;
      active = true;
    } finally {
      lock.unlock();
    }
    return store(fresh);
  }

  /** The same text again gets the same answer and isn't kept twice. */
  private List<Arrival> store(List<Arrival> texts) {
    Map<Arrival, SpooledText> kept = new LinkedHashMap<>();
    lock.lock();
    try {
      Map<Arrival, SpooledText> fresh = new LinkedHashMap<>();
      for (Arrival arrival : texts) {
        Held before = held.get(arrival.sid());
        if (before == null) {
          fresh.put(arrival, decided(arrival));
        } else {
          kept.put(arrival, before.text());
        }
      }
      if (write(List.copyOf(fresh.values()))) {
        kept.putAll(fresh);
      }
    } finally {
      lock.unlock();
    }
    kept.forEach((arrival, text) -> arrival.answer(text.reply()));
    return List.copyOf(kept.keySet());
  }

  private SpooledText decided(Arrival arrival) {
    return SpooledText.of(arrival, parts.clock().instant(), answer(arrival));
  }

  /** Null for silence; also where a fault of ours would else lose the text itself. */
  private @Nullable String answer(Arrival arrival) {
    Reading reading = read(arrival.sid(), arrival.body());
    if (reading == null) {
      return null;
    }
    try {
      List<String> keys = SpoolAnswer.parts(arrival, reading, standing(arrival), parts.catalogue());
      return keys.isEmpty()
          ? null
          : parts.texts().render(reading.language().answer(), keys, Map.of());
    } catch (RuntimeException e) {
      LOG.error("{} can't be answered: {}", arrival.sid(), Fault.of(e));
      return null;
    }
  }

  private SpoolAnswer.Standing standing(Arrival arrival) {
    Phone phone = arrival.from();
    WaitingPhone waiting = phones.getOrDefault(phone, new WaitingPhone());
    Boolean stopped = waiting.stopped();
    Buffer index = parts.vault().index(phone);
    return new SpoolAnswer.Standing(
        parts.ourNumbers().contains(phone.value()),
        stopped == null ? parts.stopList().isStopped(index) : stopped,
        waiting.unsafe() || parts.stopList().isUnsafe(index),
        waiting.repeats(arrival, parts.clock().instant()),
        waiting.answers());
  }

  private boolean write(List<SpooledText> texts) {
    if (texts.isEmpty()) {
      return true;
    }
    if (!folder.hasRoom(held.size() + texts.size())) {
      return false;
    }
    try {
      SpoolFolder.Place place = folder.append(texts.stream().map(seal::sealed).toList());
      texts.forEach(text -> {
        held.put(text.sid(), new Held(text, place));
        note(text);
      });
      return true;
    } catch (IOException e) {
      LOG.error("{} texts can't be kept on the disk: {}", texts.size(), e.toString());
      return false;
    }
  }

  boolean isActive() {
    return active;
  }

  /** From now on only phones with texts here wait behind them. */
  void databaseIsBack() {
    lock.lock();
    try {
      away = false;
      active = !held.isEmpty();
    } finally {
      lock.unlock();
    }
  }

  /**
   * The oldest that wait, one of each phone: so none can overtake another of its phone.
   *
   * @param aside phones whose oldest was tried already
   */
  List<SpooledText> oldest(int most, Set<Phone> aside) {
    lock.lock();
    try {
      Map<Phone, SpooledText> oldest = new LinkedHashMap<>();
      for (Held one : held.values()) {
        if (!aside.contains(one.text().from())) {
          oldest.putIfAbsent(one.text().from(), one.text());
        }
        if (oldest.size() == most) {
          break;
        }
      }
      return List.copyOf(oldest.values());
    } finally {
      lock.unlock();
    }
  }

  /** Whether this very text waits here. */
  boolean holds(String sid) {
    lock.lock();
    try {
      return held.containsKey(sid);
    } finally {
      lock.unlock();
    }
  }

  /** Whether texts of this phone wait here. */
  boolean waits(Phone phone) {
    lock.lock();
    try {
      return phones.containsKey(phone);
    } finally {
      lock.unlock();
    }
  }

  /** Whether the phone may be texted when this is filed. */
  Late.Why why(SpooledText text) {
    lock.lock();
    try {
      WaitingPhone waiting = phones.get(text.from());
      return waiting != null && waiting.hushed() ? Late.Why.HUSHED : Late.Why.SPOOLED;
    } finally {
      lock.unlock();
    }
  }

  /** It is filed, durably. */
  void filed(SpooledText text) {
    forget(text, false);
  }

  /** It can't be filed, whatever is tried: its file stays, for a person. */
  void giveUp(SpooledText text) {
    forget(text, true);
  }

  private void forget(SpooledText text, boolean keepFile) {
    lock.lock();
    try {
      Held one = held.remove(text.sid());
      if (one == null) {
        return;
      }
      WaitingPhone waiting = phones.get(text.from());
      if (waiting != null && waiting.leaves()) {
        phones.remove(text.from());
      }
      if (keepFile) {
        one.place().spoil();
      }
      folder.done(one.place());
      active = away || !held.isEmpty();
    } finally {
      lock.unlock();
    }
  }
}
