package mx.vozrural.outbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What happens to a text on its way. Each may come late, twice, or not at all. */
public sealed interface DeliveryEvent {

  /** A sender takes it in hand. */
  record Claimed() implements DeliveryEvent {}

  /** It was handed over, and this was the answer. */
  record Posted(int attempt, SendResult result) implements DeliveryEvent {}

  /**
   * Its sender did not hand it over after all.
   *
   * @param why a code where it isn't wanted any more; null: the sender was too slow
   */
  record Withheld(int attempt, @Nullable String why) implements DeliveryEvent {}

  /** Its sender has not been heard of in time. */
  record LeaseEnded() implements DeliveryEvent {}

  /**
   * The gateway's list was searched for it.
   *
   * @param looks as many searches had shown nothing when this one began
   */
  record Looked(int attempt, int looks, Finding finding) implements DeliveryEvent {}

  /** The gateway reports how far a try has come. */
  record Reported(int attempt, String sid, Progress progress) implements DeliveryEvent {
    /** For a report that names no try: it counts for whoever goes by its name. */
    static final int OF_NO_TRY = -1;
  }

  /** The name that a list gave it is another text's, as that text's own report says. */
  record Displaced(String sid) implements DeliveryEvent {}

  /**
   * A person has looked at it.
   *
   * @param again it is to be sent another time
   */
  record Decided(boolean again) implements DeliveryEvent {}

  /** Its resident wants nothing more. */
  record Stopped() implements DeliveryEvent {}

  /** It is no longer true. */
  record Outlived() implements DeliveryEvent {}

  /** Its moment has come. */
  record Ripened() implements DeliveryEvent {}

  /** Nobody may be texted unasked until then. */
  record Hushed(Instant until) implements DeliveryEvent {}

  /** What a search of the gateway's list showed. */
  sealed interface Finding {
    record Found(String sid, Progress progress) implements Finding {}

    record Absent() implements Finding {}

    record Unreadable() implements Finding {}
  }

  /**
   * How far the gateway has got with a text.
   *
   * @param state accepted, sent, delivered or failed
   * @param failure why it failed; null where it did not
   */
  record Progress(Delivery.State state, @Nullable SendResult failure) {
    public static final Progress ACCEPTED = new Progress(Delivery.State.ACCEPTED, null);

    /**
     * @param status the gateway's word
     * @param failure what its error asks of us
     * @return null for a word that says nothing
     */
    public static @Nullable Progress of(String status, @Nullable SendResult failure) {
      return switch (status) {
        case "accepted", "queued", "sending", "scheduled" -> ACCEPTED;
        case "sent", "partially_delivered" -> new Progress(Delivery.State.SENT, null);
        case "delivered", "read" -> new Progress(Delivery.State.DELIVERED, null);
        case "undelivered", "failed", "canceled" ->
            new Progress(
                Delivery.State.FAILED,
                failure == null ? new SendResult.Refused(0, SendResult.Reason.UNKNOWN) : failure);
        default -> null;
      };
    }
  }
}
