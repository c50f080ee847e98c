package mx.vozrural.outbox;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The gateway's own list of the texts that it sent and got, newest first. */
public interface GatewayList {

  /**
   * A part of the list, by when texts were sent. Blocks until there is an answer or a time limit
   * has passed.
   *
   * @param next where the part before ended; null for the first
   */
  Answer page(Instant from, Instant until, @Nullable String next);

  /** What came of asking. */
  sealed interface Answer {}

  /**
   * @param next null on the last one
   */
  record Read(List<Listed> texts, @Nullable String next) implements Answer {}

  /**
   * @param why in a few words, for the log
   */
  record Unavailable(String why) implements Answer {}

  /**
   * A text as the gateway lists it: no number, no words.
   *
   * @param status the gateway's word
   * @param segments 0 where the gateway doesn't know yet
   * @param price what it cost, never negative; null where that isn't known yet
   * @param unit currency of the price (ISO 4217)
   * @param failure why it failed, null where it did not
   * @param sentAt null where it wasn't sent yet
   */
  record Listed(
      String sid,
      String status,
      int segments,
      @Nullable BigDecimal price,
      @Nullable String unit,
      @Nullable SendResult failure,
      @Nullable Instant sentAt) {}
}
