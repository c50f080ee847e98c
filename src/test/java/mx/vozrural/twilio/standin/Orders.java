package mx.vozrural.twilio.standin;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Looks at a form that creates a message, in the order in which Twilio complains. */
final class Orders {
  private static final int MOST = 1_600;
  private static final Set<String> STOP =
      Set.of("STOP", "STOPALL", "UNSUBSCRIBE", "CANCEL", "END", "QUIT", "REVOKE", "OPTOUT");
  private static final Set<String> START = Set.of("START", "YES", "UNSTOP");

  private final Map<String, Refusal> refused = new ConcurrentHashMap<>();
  private final String number;

  Orders(String number) {
    this.number = number;
  }

  void refuse(String phone, Refusal why) {
    refused.put(phone, why);
  }

  /** Twilio's own words of consent, in English alone. */
  void heard(String phone, String body) {
    String word = body.strip().toUpperCase(java.util.Locale.ROOT);
    if (STOP.contains(word)) {
      refuse(phone, Refusal.UNSUBSCRIBED);
    } else if (START.contains(word)) {
      refused.remove(phone);
    }
  }

  /** Empty where nothing is wrong with it. */
  Optional<Refusal> refusal(Map<String, String> form) {
    return Optional.ofNullable(firstOf(form));
  }

  private @Nullable Refusal firstOf(Map<String, String> form) {
    String to = form.getOrDefault("To", "");
    String from = form.get("From");
    String body = form.getOrDefault("Body", "");
    if (to.isEmpty()) {
      return Refusal.NO_RECIPIENT;
    }
    if (!to.matches("\\+[1-9]\\d{6,14}")) {
      return Refusal.INVALID_RECIPIENT;
    }
    if (from == null && !form.containsKey("MessagingServiceSid")) {
      return Refusal.NO_SENDER;
    }
    if (from != null && !from.equals(number)) {
      return Refusal.NOT_OUR_SENDER;
    }
    if (body.isEmpty()) {
      return Refusal.NO_BODY;
    }
    return body.length() > MOST ? Refusal.TOO_LONG : refused.get(to);
  }
}
