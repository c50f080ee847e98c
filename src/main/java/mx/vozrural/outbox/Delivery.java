package mx.vozrural.outbox;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How far one text has come: its row of the outbox, without its words and its phone. {@link Course}
 * says what comes next.
 *
 * @param dueAt when it may leave; of an uncertain or answered one, when the gateway's list is next
 *     searched for it
 * @param attempts how often it was handed over, the newest try included; 0 travelled in an answer
 *     or not at all
 * @param looks how often the list was searched for the newest try and did not show it
 * @param triedAt when the newest try began; of one that was never handed over, when it was written
 * @param leasedUntil only while a sender has it in hand
 * @param sid the gateway's name for the newest try; kept while a failed one waits for the next, so
 *     that a repeated report of the failure is known again
 * @param error the gateway's newest error, 0 for none
 * @param failures how often in a row it met that error
 */
public record Delivery(
    long message,
    State state,
    Instant dueAt,
    Instant expiresAt,
    int attempts,
    int looks,
    Instant triedAt,
    @Nullable Instant leasedUntil,
    @Nullable String sid,
    @Nullable Source source,
    int error,
    int failures,
    @Nullable String note) {

  /** Where a text stands. */
  public enum State {
    /** Travelled in the answer to an inbound text; no trace of it was seen yet. */
    ANSWERED,
    /** Its moment is still to come. */
    WAITING,
    /** May leave. */
    PENDING,
    /** In a sender's hands. */
    LEASED,
    /** The gateway may or may not have it, and is asked before anything else. */
    UNCERTAIN,
    /** The gateway has it. */
    ACCEPTED,
    /** The carrier has it. */
    SENT,
    /** The phone has it. */
    DELIVERED,
    /** It won't arrive. */
    FAILED,
    /** Nobody but a person can decide. */
    PARKED,
    /** No longer wanted. */
    CANCELLED,
    /** No longer true. */
    EXPIRED;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static State of(String code) {
      return valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  /** Who told the gateway's name for a text. */
  public enum Source {
    /** The answer to handing it over. */
    ANSWER,
    /** A status report, whose address names our row. */
    CALLBACK,
    /** A search of the gateway's list: it may be another text of the same words. */
    LIST;

    String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    static @Nullable Source of(@Nullable String code) {
      return code == null ? null : valueOf(code.toUpperCase(Locale.ROOT));
    }
  }

  boolean is(State... any) {
    for (State one : any) {
      if (state == one) {
        return true;
      }
    }
    return false;
  }

  /** In another state; whoever had it in hand no longer has. */
  Delivery to(State next, Instant due, @Nullable String why) {
    return new Delivery(
        message, next, due, expiresAt, attempts, looks, triedAt, null, sid, source, error, failures,
        why);
  }

  /** A new try, of which nothing is known yet. */
  Delivery tried(Instant now, Instant until) {
    return new Delivery(
        message,
        State.LEASED,
        dueAt,
        expiresAt,
        attempts + 1,
        0,
        now,
        until,
        null,
        null,
        error,
        failures,
        note);
  }

  Delivery named(@Nullable String name, @Nullable Source from) {
    return new Delivery(
        message,
        state,
        dueAt,
        expiresAt,
        attempts,
        looks,
        triedAt,
        leasedUntil,
        name,
        from,
        error,
        failures,
        note);
  }

  Delivery looked(int times) {
    return new Delivery(
        message,
        state,
        dueAt,
        expiresAt,
        attempts,
        times,
        triedAt,
        leasedUntil,
        sid,
        source,
        error,
        failures,
        note);
  }

  /** Another time the same error, or the first time another one. */
  Delivery failing(int code) {
    return new Delivery(
        message,
        state,
        dueAt,
        expiresAt,
        attempts,
        looks,
        triedAt,
        leasedUntil,
        sid,
        source,
        code,
        code == error ? failures + 1 : 1,
        note);
  }
}
