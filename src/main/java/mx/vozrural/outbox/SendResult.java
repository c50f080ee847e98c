package mx.vozrural.outbox;

import java.time.Duration;

/**
 * What became of handing a text to a gateway. A {@code code} is the gateway's own (Twilio: five
 * digits), else the HTTP status, else 0: there was no answer. Nothing in here names a phone or
 * holds a resident's words, so all of it may be stored and logged.
 */
public sealed interface SendResult {

  /**
   * The gateway took it.
   *
   * @param sid the gateway's name for it
   * @param status the gateway's word: queued, accepted, scheduled
   * @param segments 0 where the gateway doesn't know yet
   */
  record Accepted(String sid, String status, int segments) implements SendResult {}

  /** The gateway did not take it, and would not take the same text again. */
  record Refused(int code, Reason reason) implements SendResult {}

  /**
   * Certainly not taken; may be handed over again.
   *
   * @param after the least wait; the retry policy may make it longer
   * @param atMost how often for this error; {@link #UNTIL_IT_EXPIRES}: only the text's age ends it
   * @param tooFast the gateway can't take so many at once, whatever the text
   */
  record Retry(int code, Duration after, int atMost, boolean tooFast) implements SendResult {

    /** As often as it takes while the text is still true. */
    public Retry(int code, Duration after) {
      this(code, after, UNTIL_IT_EXPIRES, false);
    }
  }

  /** No limit but the age of the text. */
  int UNTIL_IT_EXPIRES = Integer.MAX_VALUE;

  /** Nothing would be taken, whatever the text: stop the queue and alert. */
  record Halt(int code) implements SendResult {}

  /**
   * It may or may not have been taken: look for it at the gateway before handing it over again.
   *
   * @param cause a few words for the log
   */
  record Ambiguous(String cause) implements SendResult {}

  /** Why a text was refused for good. */
  enum Reason {
    /** The number doesn't exist, or can't get texts: none will ever reach it. */
    NUMBER(false),
    /** The resident told the gateway to stop: nothing until they start again. */
    OPTED_OUT(false),
    /** Our sender, or the permission for the region, is not set up. */
    CONFIGURATION(true),
    /** No way from our sender to this number. */
    ROUTE(true),
    /** A text that we should not have handed over: empty, too long. */
    OUR_BUG(true),
    /** Blocked by the carrier or by the phone's owner. */
    BLOCKED(false),
    /** Taken for spam: never the same words again. */
    FILTERED(true),
    /** Too old when its turn came; may be queued again if it still matters. */
    EXPIRED(false),
    /** Two machines are answering each other. */
    LOOP(true),
    /** An error that we have no rule for: a person must look. */
    UNKNOWN(true);

    private final boolean alert;

    Reason(boolean alert) {
      this.alert = alert;
    }

    /** Whether the staff on duty must hear of it. */
    public boolean alert() {
      return alert;
    }
  }
}
