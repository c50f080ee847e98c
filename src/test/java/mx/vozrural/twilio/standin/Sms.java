package mx.vozrural.twilio.standin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as Twilio keeps it.
 *
 * @param status a word of the API
 * @param error Twilio's code, where it failed
 * @param sent null until it left
 */
public record Sms(
    String sid,
    Order order,
    String status,
    @Nullable Integer error,
    Instant created,
    @Nullable Instant sent,
    Instant updated) {

  /**
   * What was asked for.
   *
   * @param direction {@code inbound}, {@code outbound-api} or {@code outbound-reply}
   * @param from null while a Messaging Service hasn't chosen the number
   * @param callback where its status is reported
   */
  public record Order(
      String direction,
      @Nullable String from,
      @Nullable String service,
      String to,
      String body,
      @Nullable String callback) {

    Order from(String number) {
      return new Order(direction, number, service, to, body, callback);
    }
  }

  public String to() {
    return order.to;
  }

  public String body() {
    return order.body;
  }

  /** A Messaging Service counts when it has chosen the sender. */
  public int segments() {
    return order.from == null ? 0 : SegmentCount.of(order.body);
  }

  Sms moved(String status, @Nullable Integer error, Instant at) {
    return new Sms(sid, order, status, error, created, sent == null ? at : sent, at);
  }

  Sms sentBy(String number) {
    return new Sms(sid, order.from(number), status, error, created, sent, updated);
  }
}
