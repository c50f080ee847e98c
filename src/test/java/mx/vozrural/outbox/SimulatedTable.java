package mx.vozrural.outbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import mx.vozrural.outbox.Delivery.State;

/** The outbox's table, with the conditions of {@link DeliverySql}; each method is a transaction. */
final class SimulatedTable {
  private static final Set<State> UNSETTLED =
      Set.of(State.WAITING, State.PENDING, State.LEASED, State.UNCERTAIN);

  private final SimulatedTime time;
  final double rate;
  final Map<Long, Row> rows = new LinkedHashMap<>();
  final Map<Integer, Long> stoppedAt = new HashMap<>();
  final Set<Integer> everStopped = new HashSet<>();
  final Set<String> givenUp = new HashSet<>();
  final List<Long> claims = new ArrayList<>();
  private final Map<Integer, Instant> pausedUntil = new HashMap<>();
  private double nextAt;
  private Instant haltedUntil = Instant.EPOCH;
  private Runnable changed = () -> {};

  SimulatedTable(SimulatedTime time, double rate) {
    this.time = time;
    this.rate = rate;
  }

  /** A text: what the senders change of it, and what they don't. */
  static final class Row {
    Delivery delivery;
    final int resident;
    final int priority;
    final boolean answer;
    final String words;

    Row(Delivery delivery, int resident, int priority, String words) {
      this.delivery = delivery;
      this.resident = resident;
      this.priority = priority;
      this.words = words;
      this.answer = delivery.state() == State.ANSWERED;
    }
  }

  void onChange(Runnable hook) {
    changed = hook;
  }

  void add(Row row) {
    rows.put(row.delivery.message(), row);
    time.note(() ->
        "text "
            + row.delivery.message()
            + " to "
            + row.resident
            + " rank "
            + row.priority
            + " "
            + row.delivery.state()
            + " '"
            + row.words
            + "'");
    changed.run();
  }

  boolean settled() {
    return rows.values().stream()
        .noneMatch(r -> UNSETTLED.contains(r.delivery.state()) || r.delivery.is(State.ANSWERED));
  }

  double burstMillis() {
    return Math.max(1_000 / rate, 200);
  }

  List<Row> claim(Instant now) {
    double since = Math.max(nextAt, time.now() - burstMillis());
    if (nextAt >= time.now() || haltedUntil.isAfter(now)) {
      return List.of();
    }
    long room = (long) Math.floor((time.now() - since) * rate / 1_000 + 0.001);
    List<Row> next =
        rows.values().stream()
            .filter(row -> row.delivery.is(State.PENDING) && mayLeave(row, now))
            .sorted(
                Comparator.comparingInt((Row row) -> row.priority)
                    .thenComparingLong(row -> row.delivery.message()))
            .limit(room)
            .toList();
    List<Row> taken = new ArrayList<>();
    for (Row row : next) {
      if (stoppedAt.containsKey(row.resident)) {
        set(row, Course.after(row.delivery, new DeliveryEvent.Stopped(), now, 0).next());
      } else {
        Optional.ofNullable(row.delivery.sid()).ifPresent(givenUp::add);
        set(row, Course.after(row.delivery, new DeliveryEvent.Claimed(), now, 0).next());
        claims.add(time.now());
        taken.add(row);
      }
    }
    nextAt = taken.isEmpty() ? nextAt : since + taken.size() * 1_000 / rate;
    return taken;
  }

  private boolean mayLeave(Row row, Instant now) {
    Instant paused = pausedUntil.get(row.resident);
    return !row.delivery.dueAt().isAfter(now)
        && row.delivery.expiresAt().isAfter(now)
        && (paused == null || !paused.isAfter(now))
        && rows.values().stream().noneMatch(earlier -> blocks(earlier, row));
  }

  private static boolean blocks(Row earlier, Row row) {
    return earlier.resident == row.resident
        && earlier.delivery.message() < row.delivery.message()
        && earlier.priority <= row.priority
        && UNSETTLED.contains(earlier.delivery.state());
  }

  /** What time brings. */
  void pass(Instant now) {
    for (Row row : rows.values()) {
      for (DeliveryEvent event :
          List.of(
              new DeliveryEvent.LeaseEnded(),
              new DeliveryEvent.Outlived(),
              new DeliveryEvent.Ripened())) {
        set(row, Course.after(row.delivery, event, now, 0).next());
      }
    }
  }

  List<Row> toSearch(Instant now, Instant until) {
    List<Row> due =
        rows.values().stream()
            .filter(row ->
                row.delivery.is(State.UNCERTAIN)
                    || (row.delivery.is(State.ANSWERED) && row.delivery.expiresAt().isAfter(now)))
            .filter(row -> !row.delivery.dueAt().isAfter(now))
            .toList();
    due.forEach(row -> set(row, row.delivery.to(row.delivery.state(), until, row.delivery.note())));
    return due;
  }

  /** A step counts only where the text still stands where it was judged. */
  boolean step(Row row, Delivery was, Course.Step step, Instant now) {
    Delivery is = row.delivery;
    boolean same =
        is.state() == was.state()
            && is.attempts() == was.attempts()
            && is.looks() == was.looks()
            && String.valueOf(is.sid()).equals(String.valueOf(was.sid()));
    if (!same) {
      return false;
    }
    if (step.next().sid() != null && !takesName(row, step.next(), now)) {
      return true;
    }
    set(row, step.next());
    step.effects().forEach(effect -> effect(row, effect, now));
    return true;
  }

  private boolean takesName(Row row, Delivery next, Instant now) {
    for (Row other : rows.values()) {
      if (other != row && Objects.equals(next.sid(), other.delivery.sid())) {
        if (next.source() == Delivery.Source.LIST) {
          return false;
        }
        Delivery displaced =
            Course.after(
                    other.delivery, new DeliveryEvent.Displaced(String.valueOf(next.sid())), now, 0)
                .next();
        Simulation.require(displaced.sid() == null, "two texts go by one name for certain");
        set(other, displaced);
      }
    }
    return true;
  }

  private void effect(Row row, Effect effect, Instant now) {
    switch (effect) {
      case Effect.Halt halt -> haltedUntil = now.plus(Course.HALT);
      case Effect.Slow slow ->
          nextAt = Math.max(nextAt, (double) (time.now() + slow.pause().toMillis()));
      case Effect.OptedOut out -> stop(row.resident, now);
      case Effect.Pause pause -> pausedUntil.put(row.resident, now.plus(pause.time()));
      case Effect.Alert alert -> {}
    }
  }

  /** ALTO. */
  void stop(int resident, Instant now) {
    time.note(() -> "ALTO of " + resident);
    stoppedAt.putIfAbsent(resident, time.now());
    everStopped.add(resident);
    for (Row row : rows.values()) {
      if (row.resident == resident) {
        set(row, Course.after(row.delivery, new DeliveryEvent.Stopped(), now, 0).next());
      }
    }
  }

  /** ALTA. */
  void start(int resident) {
    time.note(() -> "ALTA of " + resident);
    stoppedAt.remove(resident);
  }

  private void set(Row row, Delivery next) {
    if (!next.equals(row.delivery)) {
      Delivery was = row.delivery;
      row.delivery = next;
      time.note(() ->
          "text "
              + next.message()
              + " "
              + was.state()
              + " -> "
              + next.state()
              + ", try "
              + next.attempts()
              + ", looks "
              + next.looks()
              + ", "
              + next.sid()
              + ", "
              + next.note());
      if (next.state() != was.state()) {
        changed.run();
      }
    }
  }
}
