package mx.vozrural.twilio.standin;

import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Brings the texts of phones to our server, and reads what its answer tells Twilio to send. */
public final class Incoming {
  private static final int TRIES = 4;

  private final Account account;
  private final Messages messages;
  private final Callbacks callbacks;

  /**
   * What became of bringing a text to our server.
   *
   * @param status the last answer's; 0 where nobody answered
   * @param orders what the answer told Twilio to send
   * @param replies what of it was sent
   */
  public record Brought(String sid, int status, List<Sms.Order> orders, List<Sms> replies) {
    Brought with(List<Sms> sent) {
      return new Brought(sid, status, orders, sent);
    }
  }

  Incoming(Account account, Messages messages, Callbacks callbacks) {
    this.account = account;
    this.messages = messages;
    this.callbacks = callbacks;
  }

  Sms received(String from, String body, Instant now) {
    Sms.Order order = new Sms.Order("inbound", from, null, account.number(), body, null);
    return messages.add(order, "received", now);
  }

  /** Again up to three times, as an address that ends in {@code #rc=3&rp=ct,rt,5xx} asks for. */
  Brought bring(String webhook, Sms sms) {
    HttpResponse<String> answer = null;
    for (int tried = 0; tried < TRIES && (answer == null || answer.statusCode() >= 500); tried++) {
      Map<String, String> again =
          tried == 0 ? Map.of() : Map.of("I-Twilio-Idempotency-Token", sms.sid());
      answer = callbacks.post(webhook, form(sms), again).orElse(null);
    }
    return answer == null
        ? new Brought(sms.sid(), 0, List.of(), List.of())
        : new Brought(sms.sid(), answer.statusCode(), orders(sms, answer), List.of());
  }

  private Map<String, String> form(Sms sms) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageSid", sms.sid());
    form.put("SmsMessageSid", sms.sid());
    form.put("From", phone(sms));
    form.put("To", account.number());
    form.put("Body", sms.body());
    form.put("NumMedia", "0");
    form.put("NumSegments", Integer.toString(sms.segments()));
    form.put("SmsStatus", "received");
    form.put("FromCountry", "MX");
    return form;
  }

  private static String phone(Sms inbound) {
    return Objects.requireNonNull(inbound.order().from());
  }

  private List<Sms.Order> orders(Sms text, HttpResponse<String> answer) {
    if (answer.statusCode() != 200) {
      return List.of();
    }
    String type = answer.headers().firstValue("Content-Type").orElse("");
    return Replies.read(type, answer.body()).stream()
        .map(reply ->
            new Sms.Order(
                "outbound-reply",
                account.number(),
                null,
                phone(text),
                reply.body(),
                reply.action()))
        .toList();
  }
}
