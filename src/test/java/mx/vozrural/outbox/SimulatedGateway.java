package mx.vozrural.outbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.SendResult.Reason;
import mx.vozrural.outbox.SmsGateway.Listing;
import mx.vozrural.outbox.SmsGateway.Seen;

/**
 * A gateway that loses answers, refuses, throttles, is late, and reports early, twice, out of order
 * or never. It takes a request at most two seconds after its sender has given up on it, and shows a
 * text in its list within three.
 */
final class SimulatedGateway {
  private static final long TIMEOUT = 10_000;
  private static final List<SendResult> REFUSALS =
      List.of(
          new SendResult.Refused(21211, Reason.NUMBER),
          new SendResult.Refused(21610, Reason.OPTED_OUT),
          new SendResult.Refused(14107, Reason.LOOP),
          new SendResult.Refused(99999, Reason.UNKNOWN),
          new SendResult.Halt(20003),
          new SendResult.Retry(20429, Duration.ofSeconds(1), Integer.MAX_VALUE, true),
          new SendResult.Retry(20429, Duration.ofSeconds(1), Integer.MAX_VALUE, true),
          new SendResult.Retry(0, Duration.ofSeconds(5)));
  private static final List<SendResult> FAILURES =
      List.of(
          new SendResult.Retry(30003, Duration.ofMinutes(30), 24, false),
          new SendResult.Retry(30003, Duration.ofMinutes(30), 24, false),
          new SendResult.Retry(30008, Duration.ofMinutes(10), 2, false),
          new SendResult.Refused(30007, Reason.FILTERED),
          new SendResult.Refused(30036, Reason.EXPIRED),
          new SendResult.Refused(21610, Reason.OPTED_OUT),
          new SendResult.Halt(30002));

  private final SimulatedTime time;
  private final SimulatedTable table;
  private final long skew;
  private final Consumer<Report> reports;
  final List<Copy> copies = new ArrayList<>();
  final Set<Long> refused = new HashSet<>();
  boolean unreadable;

  record Report(SimulatedTable.Row row, int attempt, String sid, Progress progress) {}

  /** A text that it took. */
  static final class Copy {
    final SimulatedTable.Row row;
    final String sid;
    final int attempt;
    final long at;
    final Instant createdAt;
    Progress progress = Progress.ACCEPTED;

    Copy(SimulatedTable.Row row, String sid, int attempt, long at, Instant createdAt) {
      this.row = row;
      this.sid = sid;
      this.attempt = attempt;
      this.at = at;
      this.createdAt = createdAt;
    }

    boolean live() {
      return progress.failure() == null;
    }
  }

  SimulatedGateway(SimulatedTime time, SimulatedTable table, Consumer<Report> reports) {
    this.time = time;
    this.table = table;
    this.reports = reports;
    this.skew = time.between(-2_000, 2_000);
  }

  /** Hands a text over; the result comes once, within the time limit. */
  void post(SimulatedTable.Row row, int attempt, Consumer<SendResult> result) {
    Long stopped = table.stoppedAt.get(row.resident);
    Simulation.require(
        stopped == null || time.now() - stopped <= 1_000, "texted more than a second after ALTO");
    time.note(() -> "POST of text " + row.delivery.message() + " try " + attempt);
    boolean[] answered = {false};
    Consumer<SendResult> once =
        answer -> {
          if (!answered[0]) {
            answered[0] = true;
            result.accept(answer);
          }
        };
    time.in(TIMEOUT, () -> once.accept(new SendResult.Ambiguous("no answer in time")));
    if (time.chance(0.04)) {
      return;
    }
    long arrives = time.chance(0.05) ? time.between(3_000, TIMEOUT + 2_000) : time.between(5, 300);
    time.in(arrives, () -> arrive(row, attempt, once));
  }

  private void arrive(SimulatedTable.Row row, int attempt, Consumer<SendResult> answer) {
    double dice = time.fraction();
    if (dice < 0.10) {
      time.in(20, () -> answer.accept(new SendResult.Ambiguous("error 503")));
      return;
    }
    if (dice < 0.20) {
      SendResult refusal = REFUSALS.get((int) time.between(0, REFUSALS.size() - 1));
      refused.add(row.delivery.message());
      time.in(20, () -> answer.accept(refusal));
      return;
    }
    Copy copy = take(row, attempt);
    if (dice < 0.35) {
      time.in(20, () -> answer.accept(new SendResult.Ambiguous("lost connection")));
    } else {
      time.in(
          time.between(5, 400),
          () -> answer.accept(new SendResult.Accepted(copy.sid, "queued", 1)));
    }
  }

  Copy take(SimulatedTable.Row row, int attempt) {
    long wanted =
        table.rows.values().stream()
            .filter(r -> r.resident == row.resident && r.words.equals(row.words))
            .count();
    long taken =
        copies.stream()
            .filter(c -> c.live() && c.row.resident == row.resident)
            .filter(c -> c.row.words.equals(row.words))
            .count();
    Simulation.require(
        taken < wanted, "text " + row.delivery.message() + " was accepted a second time");
    Copy copy =
        new Copy(
            row,
            "SM" + copies.size(),
            attempt,
            time.now(),
            Simulation.instant((time.now() + skew) / 1_000 * 1_000));
    copies.add(copy);
    time.note(() -> "gateway took text " + row.delivery.message() + " as " + copy.sid);
    follow(copy);
    return copy;
  }

  private void follow(Copy copy) {
    if (time.chance(0.7)) {
      progress(copy, time.between(0, 2_000), new Progress(Delivery.State.SENT, null));
    }
    if (time.chance(0.85)) {
      progress(copy, time.between(0, 3_000), new Progress(Delivery.State.DELIVERED, null));
    } else {
      SendResult why = FAILURES.get((int) time.between(0, FAILURES.size() - 1));
      progress(copy, time.between(500, 60_000), new Progress(Delivery.State.FAILED, why));
    }
  }

  private void progress(Copy copy, long after, Progress progress) {
    time.in(
        after,
        () -> {
          if (copy.progress.state() != Delivery.State.DELIVERED && copy.live()) {
            copy.progress = progress;
          }
          Report report = new Report(copy.row, copy.attempt, copy.sid, progress);
          for (int times = (int) time.between(-1, 2); times > -1; times--) {
            time.in(time.chance(0.1) ? time.between(0, 90_000) : 0, () -> reports.accept(report));
          }
        });
  }

  Listing look(SimulatedTable.Row row) {
    if (unreadable || time.chance(0.1)) {
      return new Listing.Unreadable("simulated");
    }
    long lag = time.between(0, 2_900);
    return new Listing.Listed(
        copies.stream()
            .filter(c -> c.row.resident == row.resident && c.at + lag <= time.now())
            .map(c -> new Seen(c.sid, c.row.words, c.createdAt, c.attempt == 0, c.progress))
            .toList());
  }
}
