package mx.vozrural.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mx.vozrural.outbox.Delivery.State;

/**
 * One schedule of the outbox from one seed: a few texts, two to four dispatchers that crash and
 * stall, a bad gateway, people who say ALTO. What must hold always is checked as it goes and at the
 * end.
 */
public final class Simulation {
  private static final Instant START = Instant.parse("2026-11-23T16:00:00Z");
  private static final long FAULTS_END = Duration.ofMinutes(20).toMillis();
  private static final long LONGEST = Duration.ofDays(3).toMillis();
  private static final int PHONES = 3;

  private final SimulatedTime time;
  private final SimulatedTable table;
  private final SimulatedGateway gateway;
  private final List<SimulatedDispatcher> dispatchers = new ArrayList<>();
  private long unreadableLooks;

  /** Something that must never be. */
  public static final class Violation extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Violation(String what) {
      super(what);
    }
  }

  static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Violation(otherwise);
    }
  }

  static Instant instant(long millis) {
    return START.plusMillis(millis);
  }

  private Simulation(SimulatedTime time) {
    this.time = time;
    table = new SimulatedTable(time, time.chance(0.5) ? 2 : 20);
    gateway = new SimulatedGateway(time, table, this::report);
    for (long n = time.between(2, 4); n > 0; n--) {
      dispatchers.add(new SimulatedDispatcher(time, table, gateway, dispatchers.size() + 1));
    }
    table.onChange(() -> dispatchers.forEach(SimulatedDispatcher::wake));
  }

  /**
   * Runs one schedule.
   *
   * @return how many texts ended in each state
   * @throws Violation with the whole schedule in its message
   */
  public static Map<State, Integer> run(long seed) {
    try {
      return new Simulation(new SimulatedTime(seed, false)).run();
    } catch (Violation e) {
      SimulatedTime again = new SimulatedTime(seed, true);
      try {
        new Simulation(again).run();
      } catch (Violation same) {
        throw new Violation(
            "seed " + seed + ": " + same.getMessage() + "\n" + String.join("\n", again.schedule()));
      }
      throw new Violation("seed " + seed + " is not repeatable: " + e.getMessage());
    }
  }

  private Map<State, Integer> run() {
    texts();
    faults();
    time.run(LONGEST);
    require(table.settled(), "a text never came to its end: " + states());
    table.rows.values().forEach(this::endsLawfully);
    keepsTheRate();
    keepsTheOrder();
    Map<State, Integer> ends = new EnumMap<>(State.class);
    table.rows.values().forEach(row -> ends.merge(row.delivery.state(), 1, Integer::sum));
    return ends;
  }

  private String states() {
    return table.rows.values().stream().map(row -> row.delivery.toString()).toList().toString();
  }

  private void texts() {
    long at = 0;
    int count = (int) time.between(2, 9);
    for (int n = 1; n <= count; n++) {
      at += time.chance(0.5) ? 0 : time.between(0, 60_000);
      int message = n;
      time.in(at, () -> text(message));
    }
  }

  private void text(int message) {
    int phone = (int) time.between(1, PHONES);
    boolean answer = time.chance(0.2);
    String words = time.chance(0.3) ? "equal" : "text " + message;
    long lifetime = time.between(120_000, Duration.ofHours(4).toMillis());
    Instant now = instant(time.now());
    Instant due = answer ? now.plus(Course.TRACE_OF_ANSWER) : now;
    SimulatedTable.Row row =
        new SimulatedTable.Row(
            new Delivery(
                message,
                answer ? State.ANSWERED : State.PENDING,
                due,
                answer ? now.plus(Duration.ofDays(1)) : due.plusMillis(lifetime),
                0,
                0,
                now,
                null,
                null,
                null,
                0,
                0,
                null),
            phone,
            answer ? 0 : (int) time.between(0, 2),
            words);
    table.add(row);
    if (answer && time.chance(0.7)) {
      gateway.take(row, 0);
    }
  }

  private void faults() {
    for (SimulatedDispatcher dispatcher : dispatchers) {
      for (long n = time.between(0, 3); n > 0; n--) {
        time.in(
            time.between(0, time.chance(0.7) ? 60_000 : FAULTS_END),
            () -> {
              if (dispatcher.up()) {
                dispatcher.die(time.between(100, 120_000));
              }
            });
      }
    }
    for (int phone = 1; phone <= PHONES; phone++) {
      int resident = phone;
      if (time.chance(0.3)) {
        long at = time.between(0, 60_000);
        time.in(at, () -> table.stop(resident, instant(time.now())));
        if (time.chance(0.5)) {
          time.in(at + time.between(0, 90_000), () -> table.start(resident));
        }
      }
    }
    if (time.chance(0.15)) {
      long from = time.between(0, 60_000);
      time.in(from, () -> unreadable(true));
      time.in(from + time.between(1_000, 2 * FAULTS_END), () -> unreadable(false));
    }
  }

  private void unreadable(boolean now) {
    unreadableLooks++;
    gateway.unreadable = now;
    time.note(() -> "the gateway's list is " + (now ? "unreadable" : "readable"));
  }

  /** Any instance that is up may take a report; where none is, it is lost. */
  private void report(SimulatedGateway.Report report) {
    List<SimulatedDispatcher> up = dispatchers.stream().filter(SimulatedDispatcher::up).toList();
    if (!up.isEmpty()) {
      up.get((int) time.between(0, up.size() - 1)).report(report);
    }
  }

  private void endsLawfully(SimulatedTable.Row row) {
    Delivery text = row.delivery;
    String name = "text " + text.message() + " ended " + text.state();
    switch (text.state()) {
      case ACCEPTED, SENT, DELIVERED ->
          require(
              gateway.copies.stream()
                  .anyMatch(copy ->
                      copy.sid.equals(text.sid())
                          && copy.row.resident == row.resident
                          && copy.row.words.equals(row.words)),
              name + " and the gateway has no such text");
      case FAILED ->
          require(
              gateway.refused.contains(text.message())
                  || gateway.copies.stream()
                      .anyMatch(copy -> !copy.live() && copy.row.words.equals(row.words)),
              name + " and nobody refused it");
      case CANCELLED ->
          require(table.everStopped.contains(row.resident), name + " and nobody said ALTO");
      case EXPIRED ->
          require(instant(time.now() + 2_000).isAfter(text.expiresAt()), name + " before its time");
      case PARKED ->
          require(text.note() != null && unreadableLooks >= 0, name + " without a reason");
      case ANSWERED, WAITING, PENDING, LEASED, UNCERTAIN -> throw new Violation(name);
    }
  }

  /** No window holds more than the rate brings in it and what may come at once. */
  private void keepsTheRate() {
    List<Long> claims = table.claims;
    double atOnce = table.burstMillis() * table.rate / 1_000;
    for (int i = 0; i < claims.size(); i++) {
      for (int j = i; j < claims.size(); j++) {
        double most = (claims.get(j) - claims.get(i)) * table.rate / 1_000 + atOnce + 0.01;
        require(j - i + 1 <= most, "faster than the rate");
      }
    }
  }

  /**
   * First takings to one phone follow the order of writing, but for what outranks. Texts of the
   * same words stand for each other, for the gateway's list and for who reads them: of those, as
   * many must have been taken as are written before.
   */
  private void keepsTheOrder() {
    for (SimulatedTable.Row later : table.rows.values()) {
      Map<String, List<SimulatedTable.Row>> before =
          table.rows.values().stream()
              .filter(earlier -> precedes(earlier, later) && firstTaken(earlier) < Long.MAX_VALUE)
              .collect(Collectors.groupingBy(earlier -> earlier.words));
      before.forEach((words, earlier) ->
          require(
              takenBy(firstTaken(later), later.resident, words) >= earlier.size(),
              "text "
                  + later.delivery.message()
                  + " overtook "
                  + earlier.getLast().delivery.message()));
    }
  }

  private static boolean precedes(SimulatedTable.Row earlier, SimulatedTable.Row later) {
    return earlier.resident == later.resident
        && earlier.delivery.message() < later.delivery.message()
        && earlier.priority <= later.priority
        && !earlier.words.equals(later.words)
        && !earlier.answer
        && !later.answer;
  }

  /** How many texts of these words the gateway had first taken by then. */
  private long takenBy(long time, int resident, String words) {
    return table.rows.values().stream()
        .filter(row -> row.resident == resident && row.words.equals(words))
        .filter(row -> firstTaken(row) <= time && firstTaken(row) < Long.MAX_VALUE)
        .count();
  }

  private long firstTaken(SimulatedTable.Row row) {
    return gateway.copies.stream()
        .filter(copy -> copy.row == row)
        .mapToLong(copy -> copy.at)
        .min()
        .orElse(Long.MAX_VALUE);
  }
}
