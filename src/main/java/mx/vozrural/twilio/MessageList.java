package mx.vozrural.twilio;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.Domains;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import java.math.BigDecimal;
import java.net.http.HttpClient;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import mx.vozrural.outbox.GatewayList;
import mx.vozrural.outbox.SendResult;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's list of messages
 * (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources),
 * page by page, newest first. Each page is asked for once. May be used from many threads.
 */
public final class MessageList implements GatewayList, AutoCloseable {
  /** Twilio's limit for a page. */
  private static final long PAGE = 1_000;

  private final TwilioSettings settings;
  private final HttpClient http;

  public MessageList(TwilioSettings settings) {
    this.settings = settings;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout().dividedBy(2))
            .build();
  }

  @Override
  public Answer page(Instant from, Instant until, @Nullable String next) {
    try {
      Page<Message> page = next == null ? first(from, until) : reader().getPage(next, client());
      return new Read(
          page.getRecords().stream().map(MessageList::listed).toList(),
          page.hasNextPage() ? page.getNextPageUrl(Domains.API.toString()) : null);
    } catch (TwilioException | IllegalArgumentException e) {
      return new Unavailable(e.getClass().getSimpleName());
    }
  }

  private Page<Message> first(Instant from, Instant until) {
    return reader()
        .setDateSentAfter(from.atZone(ZoneOffset.UTC))
        .setDateSentBefore(until.atZone(ZoneOffset.UTC))
        .setPageSize(PAGE)
        .firstPage(client());
  }

  private static MessageReader reader() {
    return Message.reader();
  }

  private TwilioRestClient client() {
    return new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
        .httpClient(new ApiExchange(http, settings))
        .build();
  }

  private static Listed listed(Message message) {
    BigDecimal price = price(message.getPrice());
    return new Listed(
        message.getSid(),
        message.getStatus() == null ? "" : message.getStatus().toString(),
        segments(message.getNumSegments()),
        price,
        price == null || message.getPriceUnit() == null
            ? null
            : message.getPriceUnit().getCurrencyCode(),
        failure(message.getErrorCode()),
        message.getDateSent() == null ? null : message.getDateSent().toInstant());
  }

  private static @Nullable SendResult failure(@Nullable Integer error) {
    return error == null ? null : TwilioErrors.of(error).result(error);
  }

  private static int segments(@Nullable String count) {
    return count != null && InboundText.COUNT.matcher(count).matches()
        ? Integer.parseInt(count)
        : 0;
  }

  /** Twilio writes a charge as a negative amount: "-0.00750". */
  private static @Nullable BigDecimal price(@Nullable String price) {
    return Optional.ofNullable(price)
        .filter(p -> p.matches("-?\\d{1,6}(\\.\\d{1,10})?"))
        .map(p -> new BigDecimal(p).abs())
        .orElse(null);
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
