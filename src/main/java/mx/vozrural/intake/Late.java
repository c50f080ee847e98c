package mx.vozrural.intake;

import java.time.Instant;

/**
 * Of a text that reaches the intake after its time: nobody waits for its answer at a door.
 *
 * @param at when it came to us or to the gateway; it is filed as of then
 */
public record Late(Instant at, Why why) {

  /** What kept it, and so what becomes of its answer. */
  public enum Why {
    /** The gateway's list names it, and we had never seen it: the answer is sent. */
    FOUND,
    /**
     * It waited on our disk: the answer is sent, also where the text was written then after all.
     */
    SPOOLED,
    /** The same, from a phone that must get nothing more. */
    HUSHED
  }
}
