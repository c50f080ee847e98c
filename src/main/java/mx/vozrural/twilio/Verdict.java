package mx.vozrural.twilio;

import java.time.Duration;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SendResult.Reason;

/** What an error of Twilio's asks of us, whether it answers a sending or comes with a status. */
public sealed interface Verdict {

  /** Wrong credentials, a suspended account: stop the queue. */
  record Halt() implements Verdict {}

  /** This text never. */
  record Refuse(Reason reason) implements Verdict {}

  /**
   * This text again.
   *
   * @param after the least wait
   * @param atMost how many times for this error; {@link #UNTIL_IT_EXPIRES} where only the text's
   *     own age ends it
   */
  record Retry(Duration after, int atMost) implements Verdict {}

  /** Perhaps taken, perhaps not: look it up before it is sent again. */
  record Reconcile() implements Verdict {}

  /** A part of an inbound text is missing: ask the resident to text again. */
  record AskAgain() implements Verdict {}

  /** Twilio could not use what our own webhook answered. */
  record OurWebhook() implements Verdict {}

  /** No limit but the age of the text. */
  int UNTIL_IT_EXPIRES = SendResult.UNTIL_IT_EXPIRES;

  /** Whether the staff on duty must hear of it. */
  default boolean alert() {
    return switch (this) {
      case Halt h -> true;
      case OurWebhook w -> true;
      case Refuse refuse -> refuse.reason().alert();
      case Retry retry -> false;
      case Reconcile r -> false;
      case AskAgain a -> false;
    };
  }

  /** What it means for the text that met this code. */
  default SendResult result(int code) {
    return switch (this) {
      case Halt h -> new SendResult.Halt(code);
      case Refuse refuse -> new SendResult.Refused(code, refuse.reason());
      case Retry retry ->
          new SendResult.Retry(code, retry.after(), retry.atMost(), TwilioErrors.tooFast(code));
      case Reconcile r -> new SendResult.Ambiguous("error " + code);
      // They speak of an inbound text, so as answers to a sending they are riddles.
      case AskAgain a -> new SendResult.Refused(code, Reason.UNKNOWN);
      case OurWebhook w -> new SendResult.Refused(code, Reason.UNKNOWN);
    };
  }
}
