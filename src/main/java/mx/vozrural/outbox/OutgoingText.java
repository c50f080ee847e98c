package mx.vozrural.outbox;

import java.net.URI;
import java.time.Duration;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;

/**
 * A text on its way to a gateway.
 *
 * @param id of its row, which {@code statusCallback} carries too: a status that comes back names
 *     the row even where the answer to the sending was lost
 * @param statusCallback where the gateway reports what became of it; null: it need not
 * @param validity how long it is worth delivering
 */
public record OutgoingText(
    long id, Phone to, String body, @Nullable URI statusCallback, Duration validity) {

  @Override
  public String toString() {
    return "OutgoingText[" + id + "]";
  }
}
