package mx.vozrural.outbox;

import java.time.Instant;
import java.util.List;

/** Whoever carries a text to a phone. */
public interface SmsGateway {

  /**
   * Hands one text over, once: a second try is the outbox's to decide. Blocks until there is an
   * answer or a time limit has passed, so it is called on a virtual thread. What the gateway or the
   * network does wrong is a result; an exception is a bug, after which nobody knows whether the
   * text was taken.
   */
  SendResult send(OutgoingText text);

  /**
   * The texts that the gateway took for this phone since then, by its own list. Blocks like {@link
   * #send}.
   */
  Listing look(OutgoingText text, Instant since);

  /** What the gateway's list showed. */
  sealed interface Listing {

    /** All that it took since then, in any order; older ones may be among them. */
    record Listed(List<Seen> texts) implements Listing {}

    /**
     * No list, or not all of it.
     *
     * @param cause a few words for the log
     */
    record Unreadable(String cause) implements Listing {}
  }

  /**
   * A text as the gateway's list shows it.
   *
   * @param reply it travelled in the answer to an inbound text
   */
  record Seen(
      String sid, String body, Instant createdAt, boolean reply, DeliveryEvent.Progress progress) {
    @Override
    public String toString() {
      return "Seen[" + sid + "]";
    }
  }
}
