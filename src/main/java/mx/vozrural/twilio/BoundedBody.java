package mx.vozrural.twilio;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;

/** Reads a request's body up to a bound, on its event loop. */
final class BoundedBody {
  private final Buffer body = Buffer.buffer();
  private boolean over;

  private BoundedBody() {}

  /** Calls one of the two, once; neither where the sender hangs up before. */
  static void read(HttpServerRequest request, int most, Consumer<Buffer> whole, Runnable tooLarge) {
    BoundedBody reading = new BoundedBody();
    request.exceptionHandler(hungUp -> reading.over = true);
    request.handler(part -> {
      if (!reading.over && reading.body.length() + part.length() <= most) {
        reading.body.appendBuffer(part);
      } else if (!reading.over) {
        reading.over = true;
        tooLarge.run();
      }
    });
    request.endHandler(end -> {
      if (!reading.over) {
        whole.accept(reading.body);
      }
    });
  }
}
