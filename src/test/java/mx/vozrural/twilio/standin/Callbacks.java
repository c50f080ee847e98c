package mx.vozrural.twilio.standin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Posts signed forms to a server of ours, as Twilio does for texts and statuses. */
final class Callbacks {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Account account;
  private final UnaryOperator<String> route;

  /**
   * @param route from the address that is signed to the one where the server really is
   */
  Callbacks(Account account, UnaryOperator<String> route) {
    this.account = account;
    this.route = route;
  }

  /** The status of a message; empty where nobody answered. */
  Optional<Integer> status(Sms sms, String status) {
    Map<String, String> form = new TreeMap<>();
    form.put("MessageStatus", status);
    form.put("SmsStatus", status);
    form.put("MessageSid", sms.sid());
    form.put("To", sms.to());
    if (sms.order().from() != null) {
      form.put("From", sms.order().from());
    }
    if (sms.order().service() != null) {
      form.put("MessagingServiceSid", sms.order().service());
    }
    if (sms.error() != null) {
      form.put("ErrorCode", sms.error().toString());
    }
    return sms.order().callback() == null
        ? Optional.empty()
        : post(sms.order().callback(), form, Map.of()).map(HttpResponse::statusCode);
  }

  /** Empty where nobody answered. */
  Optional<HttpResponse<String>> post(
      String url, Map<String, String> form, Map<String, String> headers) {
    Map<String, String> all = new TreeMap<>(form);
    all.put("AccountSid", account.sid());
    all.put("ApiVersion", "2010-04-01");
    all.put("SmsSid", form.get("MessageSid"));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(route.apply(url)))
            .timeout(PATIENCE)
            .header("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8")
            .header("User-Agent", "TwilioProxy/1.1")
            .header(Signature.HEADER, Signature.of(account.token(), url, all))
            .POST(BodyPublishers.ofString(encoded(all)));
    headers.forEach(request::header);
    try {
      return Optional.of(http.send(request.build(), BodyHandlers.ofString()));
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(pair -> Wording.encoded(pair.getKey()) + "=" + Wording.encoded(pair.getValue()))
        .collect(Collectors.joining("&"));
  }

  void close() {
    http.shutdownNow();
  }
}
