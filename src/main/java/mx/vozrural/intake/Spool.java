package mx.vozrural.intake;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import mx.vozrural.database.Keyring;
import mx.vozrural.database.Keyring.Purpose;
import mx.vozrural.database.Sealed;
import mx.vozrural.domain.Phone;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;
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
  private static final byte[] ABOUT = "intake.spool".getBytes(StandardCharsets.UTF_8);

  private final Parts parts;
  private final SpoolFolder folder;
  private final ReentrantLock lock = new ReentrantLock();
  private final Map<String, Held> held = new LinkedHashMap<>();
  private final Map<Phone, Waiting> phones = new HashMap<>();

  /** Looked at once for each batch, without the lock. */
  private volatile boolean active;

  private boolean away;

  /**
   * What it works with; all of it is at hand without the database.
   *
   * @param ourNumber E.164: a text from it is our own
   */
  public record Parts(
      Keyring keys,
      InstantSource clock,
      Interpreter interpreter,
      Texts texts,
      PhoneVault vault,
      StopList stopList,
      String ourNumber) {}

  /** A text and the file that holds it. */
  private record Held(SpooledText text, SpoolFolder.Place place) {}

  /** What the texts of one phone that wait tell about it. */
  private static final class Waiting {
    private int texts;
    private int answers;
    private @Nullable Boolean stopped;
    private boolean unsafe;
  }

  /** Takes up what an earlier process left. */
  public Spool(SpoolFolder folder, Parts parts) {
    this.folder = folder;
    this.parts = parts;
    folder.left(this::opened).forEach(this::remember);
    active = !held.isEmpty();
    if (active) {
      LOG.warn("{} texts wait on the disk for the database", held.size());
    }
  }

  private @Nullable SpooledText opened(byte[] sealed) {
    try {
      Buffer record = Buffer.buffer(sealed);
      byte[] key = parts.keys().key(Purpose.SPOOL, record.getShort(0));
      return SpooledText.read(Sealed.open(key, record.getBytes(2, sealed.length), ABOUT));
    } catch (RuntimeException e) {
      return null;
    }
  }

  private byte[] sealed(SpooledText text) {
    int version = parts.keys().newest(Purpose.SPOOL);
    return Buffer.buffer()
        .appendShort((short) version)
        .appendBytes(Sealed.seal(parts.keys().key(Purpose.SPOOL, version), text.bytes(), ABOUT))
        .getBytes();
  }

  private void remember(SpoolFolder.Found found) {
    SpooledText text = found.text();
    if (held.putIfAbsent(text.sid(), new Held(text, found.place())) == null) {
      note(text, parts.interpreter().read(text.body()));
    } else {
      folder.done(found.place());
    }
  }

  private void note(SpooledText text, Reading reading) {
    Waiting waiting = phones.computeIfAbsent(text.from(), phone -> new Waiting());
    waiting.texts++;
    waiting.answers += text.answer() == null ? 0 : 1;
    waiting.stopped = SpoolAnswer.nowStopped(reading, waiting.stopped);
    waiting.unsafe |= reading.has(Trait.VIOLENCE_AT_HOME);
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

  /** Whether a text could still be kept. */
  public boolean hasRoom() {
    lock.lock();
    try {
      return folder.hasRoom(held.size());
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
        .forEach(arrival -> arrival.reply().accept(new Reply.Unavailable()));
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

  /** The database can't take these: keeps and answers them, and tells which. */
  List<Arrival> keep(List<Arrival> texts) {
    lock.lock();
    try {
      away = true;
      active = true;
    } finally {
      lock.unlock();
    }
    return store(texts.stream().filter(arrival -> arrival.late() == null).toList());
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
    kept.forEach((arrival, text) -> arrival.reply().accept(text.reply()));
    return List.copyOf(kept.keySet());
  }

  private SpooledText decided(Arrival arrival) {
    Reading reading = parts.interpreter().read(arrival.body());
    List<String> keys = SpoolAnswer.parts(arrival, reading, standing(arrival.from()));
    String answer =
        keys.isEmpty() ? null : parts.texts().render(reading.language().answer(), keys, Map.of());
    return SpooledText.of(arrival, parts.clock().instant(), answer);
  }

  private SpoolAnswer.Standing standing(Phone phone) {
    Waiting waiting = phones.getOrDefault(phone, new Waiting());
    Buffer index = parts.vault().index(phone);
    return new SpoolAnswer.Standing(
        phone.value().equals(parts.ourNumber()),
        waiting.stopped == null ? parts.stopList().isStopped(index) : waiting.stopped,
        waiting.unsafe || parts.stopList().isUnsafe(index),
        waiting.answers);
  }

  private boolean write(List<SpooledText> texts) {
    if (texts.isEmpty()) {
      return true;
    }
    if (!folder.hasRoom(held.size() + texts.size())) {
      return false;
    }
    try {
      SpoolFolder.Place place = folder.append(texts.stream().map(this::sealed).toList());
      texts.forEach(text -> {
        held.put(text.sid(), new Held(text, place));
        note(text, parts.interpreter().read(text.body()));
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

  /** The oldest that wait, one of each phone: so none can overtake another of its phone. */
  List<SpooledText> oldest(int most) {
    lock.lock();
    try {
      Map<Phone, SpooledText> oldest = new LinkedHashMap<>();
      for (Held one : held.values()) {
        oldest.putIfAbsent(one.text().from(), one.text());
        if (oldest.size() == most) {
          break;
        }
      }
      return List.copyOf(oldest.values());
    } finally {
      lock.unlock();
    }
  }

  /** Whether the phone may be texted when this is filed. */
  Late.Why why(SpooledText text) {
    lock.lock();
    try {
      Waiting waiting = phones.get(text.from());
      boolean hushed = waiting != null && (Boolean.TRUE.equals(waiting.stopped) || waiting.unsafe);
      return hushed ? Late.Why.HUSHED : Late.Why.SPOOLED;
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
      Waiting waiting = phones.get(text.from());
      if (waiting != null && --waiting.texts == 0) {
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
