package mx.vozrural.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;
import org.jspecify.annotations.Nullable;

/**
 * Sends texts by Twilio's API
 * (https://www.twilio.com/docs/messaging/api/message-resource#create-a-message-resource), one
 * request for each: the API knows no idempotency key, so a request that was perhaps taken is never
 * repeated here. May be used from many threads.
 */
public final class TwilioGateway implements SmsGateway, AutoCloseable {
  private static final Duration UNTIL_RECONNECT = Duration.ofSeconds(5);

  /** Seconds: Twilio's limit for how long a text may wait in its queue. */
  private static final int LONGEST_VALIDITY = 36_000;

  private final TwilioSettings settings;
  private final HttpClient http;

  public TwilioGateway(TwilioSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            // Ends before the whole request's limit does, so that "never sent" can be told apart.
            .connectTimeout(settings.timeout().dividedBy(2))
            .build();
  }

  @Override
  public SendResult send(OutgoingText text) {
    ApiExchange exchange = new ApiExchange(http, settings, text.body());
    try {
      return accepted(creator(text).create(client(exchange)));
    } catch (ApiException e) {
      return failed(exchange.outcome(), e.getCode());
    } catch (TwilioException e) {
      return failed(exchange.outcome(), null);
    }
  }

  @Override
  public Listing look(OutgoingText text, Instant since) {
    return new PhoneList(settings, () -> new ApiExchange(http, settings)).to(text.to(), since);
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    http.shutdownNow();
  }

  private TwilioRestClient client(ApiExchange exchange) {
    return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
        .httpClient(exchange)
        .build();
  }

  private MessageCreator creator(OutgoingText text) {
    PhoneNumber to = new PhoneNumber(text.to().value());
    MessageCreator creator =
        settings.messagingServiceSid() != null
            ? new MessageCreator(to, settings.messagingServiceSid(), text.body())
            : new MessageCreator(to, new PhoneNumber(settings.from()), text.body());
    if (text.statusCallback() != null) {
      creator.setStatusCallback(text.statusCallback());
    }
    return creator.setValidityPeriod(Math.clamp(text.validity().toSeconds(), 1, LONGEST_VALIDITY));
  }

  private static SendResult accepted(@Nullable Message message) {
    if (message == null || message.getSid() == null) {
      return new SendResult.Ambiguous("unreadable success");
    }
    return new SendResult.Accepted(
        message.getSid(),
        message.getStatus() == null ? "queued" : message.getStatus().toString(),
        segments(message.getNumSegments()));
  }

  private static int segments(@Nullable String count) {
    return count != null && InboundText.COUNT.matcher(count).matches()
        ? Integer.parseInt(count)
        : 0;
  }

  private static SendResult failed(ApiExchange.Outcome outcome, @Nullable Integer code) {
    return switch (outcome) {
      case ApiExchange.NotSent n -> new SendResult.Retry(0, UNTIL_RECONNECT);
      case ApiExchange.Unanswered u -> new SendResult.Ambiguous(u.cause());
      case ApiExchange.Answered a when a.status() < 300 ->
          new SendResult.Ambiguous("unreadable success");
      case ApiExchange.Answered a -> refused(a, code);
    };
  }

  private static SendResult refused(ApiExchange.Answered answer, @Nullable Integer code) {
    int name = code == null ? answer.status() : code;
    SendResult result = TwilioErrors.of(code, answer.status()).result(name);
    return result instanceof SendResult.Retry retry
            && retry.after().compareTo(answer.retryAfter()) < 0
        ? new SendResult.Retry(name, answer.retryAfter(), retry.atMost(), retry.tooFast())
        : result;
  }
}
