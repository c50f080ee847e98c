package mx.vozrural.intake;

import java.util.function.Consumer;
import mx.vozrural.domain.Phone;

/**
 * A text at the door.
 *
 * @param sid the gateway's name for it: one effect, however often it comes
 * @param body cleaned: no NUL, no other control characters
 * @param media pictures that came along
 * @param answeredByTwilio Twilio's Advanced Opt-Out has answered it
 * @param reply called once, on any thread, when its effects are durable, or when they can't be now
 */
public record Arrival(
    String sid,
    Phone from,
    String body,
    int media,
    boolean answeredByTwilio,
    Consumer<Reply> reply) {

  @Override
  public String toString() {
    return "Arrival[" + sid + "]";
  }
}
