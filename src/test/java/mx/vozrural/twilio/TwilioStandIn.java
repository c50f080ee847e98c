package mx.vozrural.twilio;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import mx.vozrural.twilio.standin.Wire;

/**
 * One answer of Twilio's after the other, as the test says: takes every request down, then answers.
 * {@link mx.vozrural.twilio.standin.StandIn} behaves as Twilio by itself.
 */
final class TwilioStandIn implements AutoCloseable {

  /** A request that arrived. */
  record Taken(String method, String uri, String authorization, List<Parameter> form) {
    String value(String name) {
      return Parameter.first(form, name).orElse("(none)");
    }
  }

  /** How to answer. */
  interface Behaviour {
    void answer(HttpExchange exchange) throws IOException;
  }

  private final Queue<Taken> taken = new ConcurrentLinkedQueue<>();
  private final Wire wire;

  TwilioStandIn(Behaviour behaviour) {
    wire =
        new Wire(exchange -> {
          taken.add(read(exchange));
          behaviour.answer(exchange);
        });
  }

  private static Taken read(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    return new Taken(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getRequestHeaders().getFirst("Authorization"),
        FormBody.pairs(body));
  }

  URI address() {
    return wire.address();
  }

  List<Taken> taken() {
    return List.copyOf(taken);
  }

  /** Holds an answer back for as long as the stand-in lives. */
  void stall() {
    wire.stall();
  }

  static void json(HttpExchange exchange, int status, String body) throws IOException {
    Wire.json(exchange, status, body);
  }

  static void html(HttpExchange exchange, int status, String body) throws IOException {
    Wire.html(exchange, status, body);
  }

  static String error(int code, int status) {
    return """
    {"code":%d,"message":"The 'To' number +526145550101 is not a valid phone number.",\
    "more_info":"https://www.twilio.com/docs/errors/%d","status":%d}\
    """
        .formatted(code, code, status);
  }

  static String created(String status, String segments) {
    return """
    {"account_sid":"AC0123456789abcdef0123456789abcdef","api_version":"2010-04-01",\
    "body":"Gracias","date_created":"Tue, 24 Nov 2026 16:00:00 +0000","date_sent":null,\
    "date_updated":"Tue, 24 Nov 2026 16:00:00 +0000","direction":"outbound-api",\
    "error_code":null,"error_message":null,"from":null,\
    "messaging_service_sid":"MG0123456789abcdef0123456789abcdef","num_media":"0",\
    "num_segments":%s,"price":null,"price_unit":null,\
    "sid":"SM0123456789abcdef0123456789abcdef","status":"%s",\
    "subresource_uris":{"media":"/2010-04-01/Accounts/AC01/Messages/SM01/Media.json"},\
    "to":"+526145550101","uri":"/2010-04-01/Accounts/AC01/Messages/SM01.json",\
    "a_field_of_tomorrow":{"x":1}}\
    """
        .formatted(segments, status);
  }

  @Override
  public void close() {
    wire.close();
  }
}
