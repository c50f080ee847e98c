package mx.vozrural.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import mx.vozrural.outbox.Delivery.Source;
import mx.vozrural.outbox.Delivery.State;
import mx.vozrural.outbox.DeliveryEvent.Claimed;
import mx.vozrural.outbox.DeliveryEvent.Finding;
import mx.vozrural.outbox.DeliveryEvent.LeaseEnded;
import mx.vozrural.outbox.DeliveryEvent.Looked;
import mx.vozrural.outbox.DeliveryEvent.Posted;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.DeliveryEvent.Reported;
import mx.vozrural.outbox.DeliveryEvent.Stopped;
import mx.vozrural.outbox.DeliveryEvent.Withheld;
import mx.vozrural.outbox.SendResult.Accepted;
import mx.vozrural.outbox.SendResult.Ambiguous;
import mx.vozrural.outbox.SendResult.Halt;
import mx.vozrural.outbox.SendResult.Reason;
import mx.vozrural.outbox.SendResult.Refused;
import mx.vozrural.outbox.SendResult.Retry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CourseTest {
  private static final Instant NOW = Instant.parse("2026-11-24T16:00:00Z");
  private static final Instant END = NOW.plus(Duration.ofDays(3));

  private static Delivery text(State state) {
    boolean named = EnumSet.of(State.ACCEPTED, State.SENT, State.DELIVERED).contains(state);
    return new Delivery(
        1,
        state,
        NOW,
        END,
        1,
        0,
        NOW,
        state == State.LEASED ? NOW.plusSeconds(30) : null,
        named ? "SM1" : null,
        named ? Source.ANSWER : null,
        0,
        0,
        null);
  }

  private static Retry off(int atMost) {
    return new Retry(30003, Duration.ofMinutes(30), atMost, false);
  }

  private static Reported report(String sid, String status, @Nullable SendResult failure) {
    return new Reported(1, sid, Objects.requireNonNull(Progress.of(status, failure)));
  }

  /** State, event, the state after. */
  static Stream<Arguments> steps() {
    return Stream.of(
        row(State.PENDING, new Claimed(), State.LEASED),
        row(State.WAITING, new Claimed(), State.WAITING),
        row(State.LEASED, new Posted(1, new Accepted("SM1", "queued", 1)), State.ACCEPTED),
        row(State.LEASED, new Posted(1, new Ambiguous("x")), State.UNCERTAIN),
        row(State.LEASED, new Posted(1, new Halt(20003)), State.WAITING),
        row(State.LEASED, new Posted(1, new Refused(21211, Reason.NUMBER)), State.FAILED),
        row(State.LEASED, new Posted(1, new Refused(30036, Reason.EXPIRED)), State.WAITING),
        row(State.LEASED, new Posted(1, new Retry(0, Duration.ZERO)), State.WAITING),
        row(State.LEASED, new Posted(2, new Accepted("SM1", "queued", 1)), State.LEASED),
        row(State.LEASED, new Withheld(1, null), State.PENDING),
        row(State.LEASED, new Withheld(1, "stopped"), State.CANCELLED),
        row(State.LEASED, new Withheld(2, "stopped"), State.LEASED),
        row(State.LEASED, new LeaseEnded(), State.LEASED),
        row(State.LEASED, new Stopped(), State.LEASED),
        row(State.PENDING, new Stopped(), State.CANCELLED),
        row(State.WAITING, new Stopped(), State.CANCELLED),
        row(State.ACCEPTED, new Stopped(), State.ACCEPTED),
        // The answer comes after the lease has ended, or after the text was given back.
        row(State.UNCERTAIN, new Posted(1, new Accepted("SM1", "queued", 1)), State.ACCEPTED),
        row(State.PENDING, new Posted(1, new Accepted("SM1", "queued", 1)), State.ACCEPTED),
        row(State.CANCELLED, new Posted(1, new Accepted("SM1", "queued", 1)), State.ACCEPTED),
        row(State.PENDING, new Posted(1, new Ambiguous("x")), State.PENDING),
        row(State.UNCERTAIN, new Looked(1, 0, new Finding.Absent()), State.UNCERTAIN),
        row(State.UNCERTAIN, new Looked(1, 1, new Finding.Absent()), State.UNCERTAIN),
        row(
            State.UNCERTAIN,
            new Looked(1, 0, new Finding.Found("SM1", Progress.ACCEPTED)),
            State.ACCEPTED),
        row(
            State.LEASED,
            new Looked(1, 0, new Finding.Found("SM1", Progress.ACCEPTED)),
            State.LEASED),
        row(State.UNCERTAIN, new Looked(1, 0, new Finding.Unreadable()), State.UNCERTAIN),
        row(State.LEASED, report("SM1", "delivered", null), State.DELIVERED),
        row(State.LEASED, report("SM1", "undelivered", new Halt(30002)), State.WAITING),
        row(State.LEASED, report("SM1", "undelivered", off(24)), State.WAITING),
        row(State.ACCEPTED, report("SM1", "undelivered", off(0)), State.FAILED),
        row(State.ACCEPTED, report("SM1", "undelivered", new Ambiguous("x")), State.FAILED),
        row(
            State.ACCEPTED,
            report("SM1", "failed", new Refused(30007, Reason.FILTERED)),
            State.FAILED),
        row(State.ACCEPTED, report("SM2", "delivered", null), State.ACCEPTED),
        row(State.SENT, report("SM1", "queued", null), State.SENT),
        row(State.DELIVERED, report("SM1", "undelivered", off(24)), State.DELIVERED));
  }

  private static Arguments row(State before, DeliveryEvent event, State after) {
    return Arguments.of(before, event, after);
  }

  @ParameterizedTest
  @MethodSource("steps")
  void an_event_leads_from_state_to_state(State before, DeliveryEvent event, State after) {
    assertThat(Course.after(text(before), event, NOW, 0.5).next().state()).isEqualTo(after);
  }

  @Test
  void the_second_absence_gives_the_text_back_unless_it_is_no_longer_true() {
    Delivery once =
        Course.after(text(State.UNCERTAIN), new Looked(1, 0, new Finding.Absent()), NOW, 0).next();
    assertThat(once.dueAt()).isEqualTo(NOW.plusSeconds(15));
    Looked second = new Looked(1, 1, new Finding.Absent());

    assertThat(Course.after(once, second, NOW, 0).next().state()).isEqualTo(State.PENDING);
    assertThat(Course.after(once, second, END, 0).next().state()).isEqualTo(State.EXPIRED);
  }

  @Test
  void each_error_has_a_limit_of_its_own() {
    Delivery text = text(State.ACCEPTED);
    Delivery first = Course.after(text, report("SM1", "failed", off(1)), NOW, 0).next();
    assertThat(first.state()).isEqualTo(State.WAITING);
    assertThat(first.dueAt()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
    Delivery again = first.to(State.ACCEPTED, NOW, null);
    assertThat(Course.after(again, report("SM1", "failed", off(1)), NOW, 0).next().state())
        .isEqualTo(State.FAILED);
    Retry other = new Retry(30008, Duration.ofMinutes(10), 1, false);
    assertThat(Course.after(again, report("SM1", "failed", other), NOW, 0).next().state())
        .isEqualTo(State.WAITING);
  }

  @Test
  void what_concerns_more_than_one_text_is_asked_for_beside_it() {
    assertThat(effects(new Halt(20003))).containsExactly(new Effect.Halt(20003));
    assertThat(effects(new Refused(21610, Reason.OPTED_OUT)))
        .containsExactly(new Effect.OptedOut());
    assertThat(effects(new Refused(14107, Reason.LOOP)))
        .containsExactly(
            new Effect.Pause(Duration.ofHours(1)), new Effect.Alert(14107, Reason.LOOP));
    assertThat(effects(new Retry(20429, Duration.ofSeconds(1), 9, true)))
        .containsExactly(new Effect.Slow(Duration.ofSeconds(1)));
    assertThat(effects(new Retry(21611, Duration.ofMinutes(1), 9, true)))
        .containsExactly(new Effect.Slow(Duration.ofSeconds(2)));
    assertThat(effects(new Retry(0, Duration.ofSeconds(1)))).isEmpty();
  }

  private static List<Effect> effects(SendResult result) {
    return Course.after(text(State.LEASED), new Posted(1, result), NOW, 0).effects();
  }

  /** Whatever comes in whatever order: the same twice is once, and what arrived stays arrived. */
  @Test
  void no_order_of_events_moves_what_is_final_and_a_repetition_changes_nothing() {
    List<DeliveryEvent> events =
        steps().map(row -> (DeliveryEvent) row.get()[1]).distinct().toList();
    Set<State> last = EnumSet.of(State.DELIVERED);
    for (int seed = 0; seed < 20_000; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      State[] states = State.values();
      Delivery text = text(states[random.nextInt(states.length)]);
      for (int i = 0; i < 12; i++) {
        DeliveryEvent event = events.get(random.nextInt(events.size()));
        Instant now = NOW.plusSeconds(random.nextInt(600));
        Delivery next = Course.after(text, event, now, 0.5).next();
        // A name that only a list gave may still be put right.
        if (last.contains(text.state()) && text.source() != Source.LIST) {
          assertThat(next).as("seed %s", seed).isEqualTo(text);
        }
        if (next.state() != State.LEASED) {
          assertThat(next.leasedUntil()).as("seed %s", seed).isNull();
        }
        boolean changed = !next.equals(text) && event instanceof Reported;
        if (changed) {
          Delivery twice = Course.after(next, event, now, 0.5).next();
          assertThat(twice).as("seed %s, %s", seed, event).isEqualTo(next);
        }
        text = next;
      }
    }
  }
}
