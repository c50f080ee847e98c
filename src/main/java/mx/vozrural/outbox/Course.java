package mx.vozrural.outbox;

import static mx.vozrural.outbox.Delivery.State.ACCEPTED;
import static mx.vozrural.outbox.Delivery.State.ANSWERED;
import static mx.vozrural.outbox.Delivery.State.CANCELLED;
import static mx.vozrural.outbox.Delivery.State.DELIVERED;
import static mx.vozrural.outbox.Delivery.State.EXPIRED;
import static mx.vozrural.outbox.Delivery.State.FAILED;
import static mx.vozrural.outbox.Delivery.State.LEASED;
import static mx.vozrural.outbox.Delivery.State.PARKED;
import static mx.vozrural.outbox.Delivery.State.PENDING;
import static mx.vozrural.outbox.Delivery.State.SENT;
import static mx.vozrural.outbox.Delivery.State.UNCERTAIN;
import static mx.vozrural.outbox.Delivery.State.WAITING;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.outbox.DeliveryEvent.Finding;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import org.jspecify.annotations.Nullable;

/**
 * The course of a text: a state and an event at a time make the next state and what else is to be
 * done. An event that comes late, twice or out of order changes nothing that is final.
 *
 * <p>A text is handed over again only when the gateway certainly hasn't got it: it refused it, its
 * list did not show it twice, or it failed on the way to the phone.
 */
final class Course {
  /** Longer than a try takes in the worst case: {@link #BEGIN_WITHIN} and the gateway's limit. */
  static final Duration LEASE = Duration.ofSeconds(30);

  /** A sender that comes to its turn later than this after the claim hands nothing over. */
  static final Duration BEGIN_WITHIN = Duration.ofSeconds(8);

  /** Until a text that the gateway took is in its list, for certain. */
  static final Duration FIRST_LOOK = Duration.ofSeconds(5);

  static final Duration BETWEEN_LOOKS = Duration.ofSeconds(15);
  static final int ABSENT_ENOUGH = 2;

  /** Until the status of an answer should have come. */
  static final Duration TRACE_OF_ANSWER = Duration.ofMinutes(15);

  static final Duration HALT = Duration.ofMinutes(1);

  private static final Duration LONGEST_BETWEEN_LOOKS = Duration.ofMinutes(5);
  private static final Duration UNDECIDED = Duration.ofMinutes(30);
  private static final Duration LOOP_PAUSE = Duration.ofHours(1);
  private static final Duration OUTDATED_AT_GATEWAY = Duration.ofMinutes(1);
  private static final Duration LONGEST_SLOWDOWN = Duration.ofSeconds(2);

  private static final String UNDECIDED_NOTE =
      "No se sabe si salió: la lista del proveedor no se pudo leer. Revise antes de mandarlo otra"
          + " vez.";

  private final Delivery before;
  private final Instant now;
  private final double chance;

  private Course(Delivery before, Instant now, double chance) {
    this.before = before;
    this.now = now;
    this.chance = chance;
  }

  /** The state after, and what else is to be done. */
  record Step(Delivery next, List<Effect> effects) {
    private static Step to(Delivery next, Effect... effects) {
      return new Step(next, List.of(effects));
    }
  }

  /**
   * @param chance 0 to 1: spreads the tries of many texts
   */
  static Step after(Delivery before, DeliveryEvent event, Instant now, double chance) {
    return new Course(before, now, chance).after(event);
  }

  private Step after(DeliveryEvent event) {
    return switch (event) {
      case DeliveryEvent.Claimed claimed ->
          where(before.is(PENDING), before.tried(now, now.plus(LEASE)));
      case DeliveryEvent.Posted posted -> posted(posted);
      case DeliveryEvent.Withheld withheld ->
          where(
              before.is(LEASED) && before.attempts() == withheld.attempt(),
              withheld.why() == null
                  ? before.to(PENDING, now, null)
                  : ended(CANCELLED, withheld.why()));
      case DeliveryEvent.LeaseEnded ended ->
          where(
              before.is(LEASED) && !now.isBefore(leasedUntil()), uncertain("sender not heard of"));
      case DeliveryEvent.Looked looked -> looked(looked);
      case DeliveryEvent.Reported reported -> reported(reported);
      case DeliveryEvent.Displaced displaced ->
          where(
              displaced.sid().equals(before.sid()) && before.source() == Delivery.Source.LIST,
              uncertain("its name was another's").named(null, null));
      case DeliveryEvent.Stopped stopped ->
          where(before.is(WAITING, PENDING), ended(CANCELLED, "stopped"));
      case DeliveryEvent.Decided decided -> where(before.is(PARKED), decided(decided));
      case DeliveryEvent.Outlived outlived ->
          where(
              before.is(WAITING, PENDING) && !now.isBefore(before.expiresAt()),
              ended(EXPIRED, before.note()));
      case DeliveryEvent.Ripened ripened ->
          where(
              before.is(WAITING) && !now.isBefore(before.dueAt()),
              before.to(PENDING, before.dueAt(), before.note()));
      case DeliveryEvent.Hushed hushed ->
          where(before.is(PENDING), before.to(WAITING, hushed.until(), before.note()));
    };
  }

  private Step where(boolean holds, Delivery next) {
    return Step.to(holds ? next : before);
  }

  private Delivery ended(Delivery.State state, @Nullable String why) {
    return before.to(state, before.dueAt(), why);
  }

  private Instant leasedUntil() {
    return before.leasedUntil() == null ? Instant.MAX : before.leasedUntil();
  }

  private Delivery uncertain(String why) {
    return before.looked(0).to(UNCERTAIN, now.plus(FIRST_LOOK), why);
  }

  private Step posted(DeliveryEvent.Posted posted) {
    if (before.attempts() != posted.attempt()) {
      return Step.to(before);
    }
    if (posted.result() instanceof SendResult.Accepted accepted) {
      return taken(accepted.sid(), Delivery.Source.ANSWER, Progress.ACCEPTED);
    }
    return before.is(LEASED, UNCERTAIN) ? failed(before, posted.result()) : Step.to(before);
  }

  private Step looked(DeliveryEvent.Looked looked) {
    boolean asked =
        before.is(UNCERTAIN, ANSWERED)
            && before.attempts() == looked.attempt()
            && before.looks() == looked.looks();
    if (!asked) {
      return Step.to(before);
    }
    return switch (looked.finding()) {
      case Finding.Found found -> taken(found.sid(), Delivery.Source.LIST, found.progress());
      case Finding.Absent absent -> Step.to(absent());
      case Finding.Unreadable unreadable -> Step.to(unreadable());
    };
  }

  /** Once may be too early; after the second time it was certainly not taken. */
  private Delivery absent() {
    Delivery once = before.looked(before.looks() + 1);
    if (once.looks() < ABSENT_ENOUGH) {
      return once.to(before.state(), now.plus(BETWEEN_LOOKS), before.note());
    }
    return now.isBefore(before.expiresAt())
        ? once.to(PENDING, now, "not taken")
        : once.to(EXPIRED, before.dueAt(), "not taken");
  }

  private Delivery unreadable() {
    Instant since = before.is(ANSWERED) ? before.triedAt().plus(TRACE_OF_ANSWER) : before.triedAt();
    Duration elapsed = Duration.between(since, now);
    if (elapsed.compareTo(UNDECIDED) >= 0 || !now.isBefore(before.expiresAt())) {
      return ended(PARKED, UNDECIDED_NOTE);
    }
    Duration wait = clamp(elapsed.dividedBy(2), FIRST_LOOK, LONGEST_BETWEEN_LOOKS);
    return before.to(before.state(), now.plus(wait), before.note());
  }

  private static Duration clamp(Duration value, Duration least, Duration most) {
    Duration atLeast = value.compareTo(least) < 0 ? least : value;
    return atLeast.compareTo(most) > 0 ? most : atLeast;
  }

  private Step reported(DeliveryEvent.Reported reported) {
    boolean known = reported.sid().equals(before.sid());
    return known || before.attempts() == reported.attempt()
        ? taken(reported.sid(), Delivery.Source.CALLBACK, reported.progress())
        : Step.to(before);
  }

  /**
   * The gateway has the newest try, under this name. A name that only a list gave yields to a
   * better one.
   */
  private Step taken(String sid, Delivery.Source source, Progress progress) {
    if (sid.equals(before.sid())) {
      return progressed(before, progress);
    }
    boolean unnamed = before.sid() == null && !before.is(DELIVERED, FAILED);
    boolean misnamed = before.source() == Delivery.Source.LIST && source != Delivery.Source.LIST;
    if (!unnamed && !misnamed) {
      return Step.to(before);
    }
    Delivery accepted = ended(ACCEPTED, progress.state().code()).named(sid, source);
    return progressed(accepted, progress);
  }

  private Step progressed(Delivery named, Progress progress) {
    boolean onItsWay = named.is(ACCEPTED, SENT);
    if (progress.failure() != null) {
      return onItsWay ? failed(named, progress.failure()) : Step.to(named);
    }
    boolean further =
        progress.state() == DELIVERED
            ? !named.is(FAILED, DELIVERED)
            : progress.state() == SENT && named.is(ACCEPTED);
    return Step.to(
        further ? named.to(progress.state(), named.dueAt(), progress.state().code()) : named);
  }

  /** What is no longer true can't be sent again. */
  private Delivery decided(DeliveryEvent.Decided decided) {
    if (!decided.again()) {
      return ended(CANCELLED, "settled by staff");
    }
    return now.isBefore(before.expiresAt())
        ? before.to(PENDING, now, "sent again by staff")
        : before;
  }

  /** It did not arrive at the gateway, or went no further from there. */
  private Step failed(Delivery text, SendResult result) {
    return switch (result) {
      case SendResult.Accepted accepted -> Step.to(text);
      case SendResult.Refused refused -> refused(text.failing(refused.code()), refused);
      case SendResult.Retry retry -> again(text.failing(retry.code()), retry);
      case SendResult.Halt halt ->
          Step.to(
              text.failing(halt.code()).to(WAITING, now.plus(HALT), "halted"),
              new Effect.Halt(halt.code()));
      case SendResult.Ambiguous ambiguous ->
          text.sid() == null
              ? Step.to(uncertain("ambiguous: " + ambiguous.cause()))
              : Step.to(text.to(FAILED, text.dueAt(), "failed: " + ambiguous.cause()));
    };
  }

  private Step refused(Delivery text, SendResult.Refused refused) {
    if (refused.reason() == SendResult.Reason.EXPIRED && now.isBefore(text.expiresAt())) {
      return Step.to(text.to(WAITING, now.plus(OUTDATED_AT_GATEWAY), "waited too long there"));
    }
    List<Effect> effects = new ArrayList<>();
    if (refused.reason() == SendResult.Reason.OPTED_OUT) {
      effects.add(new Effect.OptedOut());
    }
    if (refused.reason() == SendResult.Reason.LOOP) {
      effects.add(new Effect.Pause(LOOP_PAUSE));
    }
    if (refused.reason().alert()) {
      effects.add(new Effect.Alert(refused.code(), refused.reason()));
    }
    boolean unknown = refused.reason() == SendResult.Reason.UNKNOWN;
    return new Step(
        unknown
            ? text.to(PARKED, text.dueAt(), riddle(refused.code()))
            : text.to(FAILED, text.dueAt(), "refused: " + refused.reason()),
        List.copyOf(effects));
  }

  private static String riddle(int code) {
    return "El proveedor no lo entregó, por una causa que el sistema no conoce (error "
        + code
        + ").";
  }

  private Step again(Delivery text, SendResult.Retry retry) {
    if (text.failures() > retry.atMost()) {
      return Step.to(text.to(FAILED, text.dueAt(), "tried as often as this error is worth"));
    }
    Instant due = now.plus(RetryPolicy.wait(retry.after(), text.failures(), chance));
    Delivery waiting = text.to(WAITING, due, "retry");
    return retry.tooFast()
        ? Step.to(waiting, new Effect.Slow(clamp(retry.after(), Duration.ZERO, LONGEST_SLOWDOWN)))
        : Step.to(waiting);
  }
}
