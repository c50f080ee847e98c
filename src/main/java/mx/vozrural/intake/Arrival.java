package mx.vozrural.intake;

import java.time.Instant;
import java.util.function.Consumer;
import mx.vozrural.domain.OptOut;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A text at the door.
 *
 * @param sid the gateway's name for it: one effect, however often it comes
 * @param body cleaned: no NUL, no other control characters
 * @param media pictures that came along
 * @param byTwilio what Twilio has answered it as; null: nothing
 * @param late null: it came right now
 * @param reply called once, on any thread, when its effects are durable, or when they can't be now
 */
public record Arrival(
    String sid,
    Phone from,
    String body,
    int media,
    @Nullable OptOut byTwilio,
    @Nullable Late late,
    Consumer<Reply> reply) {
  private static final Logger LOG = LoggerFactory.getLogger(Arrival.class);

  /** One that came right now. */
  public Arrival(
      String sid,
      Phone from,
      String body,
      int media,
      @Nullable OptOut byTwilio,
      Consumer<Reply> reply) {
    this(sid, from, body, media, byTwilio, null, reply);
  }

  /** What the door does with it is no reason for others to wait. */
  void answer(Reply with) {
    try {
      reply.accept(with);
    } catch (RuntimeException e) {
      LOG.warn("The answer to {} can't be handed to its door: {}", sid, e.toString());
    }
  }

  /** As of when it is filed. */
  Instant at(Instant now) {
    return late == null ? now : late.at();
  }

  @Override
  public String toString() {
    return "Arrival[" + sid + "]";
  }
}
