package mx.vozrural.commitments;

/** What became of asking for a step of a broadcast. */
public sealed interface Step {

  /** It was taken. */
  record Done(Broadcast broadcast) implements Step {}

  /** There is no such broadcast. */
  record Unknown() implements Step {}

  /**
   * It was not taken.
   *
   * @param field of the form that is to be mended
   * @param message Spanish, what to do
   */
  record Refused(Reason reason, String field, String message) implements Step {}

  /** Why a step is refused. */
  enum Reason {
    /** What was written can't be sent so. */
    INVALID,
    /** Nobody would get it. */
    NOBODY,
    /** It would cost more than what is left of the month's budget. */
    BUDGET,
    /** Somebody else must approve it. */
    OWN,
    /** It is in no state for this step. */
    STATE
  }
}
