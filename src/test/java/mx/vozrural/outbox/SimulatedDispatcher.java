package mx.vozrural.outbox;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import mx.vozrural.outbox.DeliveryEvent.Finding;

/** A dispatcher in the steps of the real one: any of them may be the last, or take a minute. */
final class SimulatedDispatcher {
  private final SimulatedTime time;
  private final SimulatedTable table;
  private final SimulatedGateway gateway;
  private final int number;
  private final long skew;
  private int life;
  private boolean up = true;
  private int idle;
  private boolean ticking;

  SimulatedDispatcher(
      SimulatedTime time, SimulatedTable table, SimulatedGateway gateway, int number) {
    this.time = time;
    this.table = table;
    this.gateway = gateway;
    this.number = number;
    this.skew = time.between(-1_500, 1_500);
  }

  boolean up() {
    return up;
  }

  private Instant clock() {
    return Simulation.instant(time.now() + skew);
  }

  /** Something may have to be done. */
  void wake() {
    idle = 0;
    if (up && !ticking) {
      ticking = true;
      mine(time.between(40, 160), this::tick);
    }
  }

  void die(long forMillis) {
    time.note(() -> "dispatcher " + number + " dies");
    up = false;
    ticking = false;
    life++;
    time.in(
        forMillis,
        () -> {
          up = true;
          wake();
        });
  }

  /** Only while the one that planned it lives. */
  private void mine(long after, Runnable work) {
    int planned = life;
    time.in(
        after,
        () -> {
          if (life == planned) {
            work.run();
          }
        });
  }

  private void tick() {
    ticking = false;
    if (table.settled()) {
      return;
    }
    ticking = true;
    Instant now = clock();
    table.pass(now);
    for (SimulatedTable.Row row : table.claim(now)) {
      Delivery claimed = row.delivery;
      long began = time.now();
      mine(time.step(), () -> check(row, claimed, began));
    }
    for (SimulatedTable.Row row : table.toSearch(now, now.plusSeconds(45))) {
      Delivery searched = row.delivery;
      mine(time.step(), () -> search(row, searched));
    }
    mine(time.between(40, 160) << Math.min(idle++, 8), this::tick);
  }

  private void check(SimulatedTable.Row row, Delivery claimed, long began) {
    if (time.now() - began > Course.BEGIN_WITHIN.toMillis()) {
      happen(row, claimed, new DeliveryEvent.Withheld(claimed.attempts(), null));
      return;
    }
    boolean still =
        row.delivery.is(Delivery.State.LEASED) && row.delivery.attempts() == claimed.attempts();
    if (!still) {
      return;
    }
    if (table.stoppedAt.containsKey(row.resident)) {
      happen(row, claimed, new DeliveryEvent.Withheld(claimed.attempts(), "stopped"));
      return;
    }
    long read = time.now();
    mine(
        time.step(),
        () -> {
          if (time.now() - read > 800) {
            check(row, claimed, began);
          } else {
            post(row, claimed);
          }
        });
  }

  private void post(SimulatedTable.Row row, Delivery claimed) {
    int planned = life;
    gateway.post(
        row,
        claimed.attempts(),
        result -> {
          if (life == planned) {
            DeliveryEvent posted = new DeliveryEvent.Posted(claimed.attempts(), result);
            mine(time.step(), () -> happen(row, claimed, posted));
            if (time.chance(0.05)) {
              mine(time.step(), () -> happen(row, claimed, posted));
            }
          }
        });
  }

  private void search(SimulatedTable.Row row, Delivery searched) {
    Finding finding =
        switch (gateway.look(row)) {
          case SmsGateway.Listing.Listed listed ->
              Search.among(listed.texts(), searched, row.words, heldByOthers(row));
          case SmsGateway.Listing.Unreadable unreadable -> new Finding.Unreadable();
        };
    DeliveryEvent looked = new DeliveryEvent.Looked(searched.attempts(), searched.looks(), finding);
    mine(time.step(), () -> happen(row, searched, looked));
  }

  private Set<String> heldByOthers(SimulatedTable.Row row) {
    Set<String> held = new HashSet<>(table.givenUp);
    table.rows.values().stream()
        .filter(other -> other != row && other.delivery.sid() != null)
        .forEach(other -> held.add(String.valueOf(other.delivery.sid())));
    return held;
  }

  void report(SimulatedGateway.Report report) {
    DeliveryEvent reported =
        new DeliveryEvent.Reported(report.attempt(), report.sid(), report.progress());
    mine(time.step(), () -> happen(report.row(), report.row().delivery, reported));
  }

  /** Judged now, written a moment later, judged again where the text has moved on meanwhile. */
  private void happen(SimulatedTable.Row row, Delivery known, DeliveryEvent event) {
    Instant now = clock();
    Course.Step step = Course.after(known, event, now, time.fraction());
    if (step.next().equals(known)) {
      return;
    }
    mine(
        time.step(),
        () -> {
          if (!table.step(row, known, step, now)) {
            happen(row, row.delivery, event);
          }
        });
  }
}
