package mx.vozrural.twilio;

import com.twilio.base.Page;
import com.twilio.base.Reader;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.GatewayList;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's own list of the texts to our number
 * (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources),
 * newest first. Its filter reads the day of sending, so the moments are compared here, and a day
 * more is asked for.
 */
public final class InboundList implements GatewayList, AutoCloseable {
  /** Twilio's limit for a page. */
  private static final int PAGE = 1_000;

  private static final int MOST_PAGES = 100;

  private final TwilioSettings settings;
  private final Phone ours;
  private final HttpClient http;

  /**
   * @param ours the number that residents text
   */
  public InboundList(TwilioSettings settings, Phone ours) {
    this.settings = settings;
    this.ours = ours;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout().dividedBy(2))
            .build();
  }

  @Override
  public Optional<List<Listed>> between(Instant from, Instant until) {
    try {
      return read(from, until);
    } catch (TwilioException e) {
      return Optional.empty();
    } catch (RuntimeException e) {
      // The library's reader of pages throws whatever comes where an answer is no list.
      return Optional.empty();
    }
  }

  private Optional<List<Listed>> read(Instant from, Instant until) {
    TwilioRestClient client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
            .httpClient(new ApiExchange(http, settings, null))
            .build();
    Reader<Message> reader =
        new MessageReader()
            .setTo(new PhoneNumber(ours.value()))
            .setDateSentAfter(from.atZone(ZoneOffset.UTC))
            .setDateSentBefore(until.plus(Duration.ofDays(1)).atZone(ZoneOffset.UTC))
            .pageSize(PAGE);
    List<Listed> texts = new ArrayList<>();
    Page<Message> page = reader.firstPage(client);
    for (int pages = 1; pages <= MOST_PAGES; pages++) {
      List<Listed> inbound =
          page.getRecords().stream()
              .map(InboundList::inbound)
              .<Listed>mapMulti(Optional::ifPresent)
              .toList();
      inbound.stream()
          .filter(text -> !text.at().isBefore(from) && text.at().isBefore(until))
          .forEach(texts::add);
      boolean older = inbound.stream().anyMatch(text -> text.at().isBefore(from));
      if (older || !page.hasNextPage()) {
        return Optional.of(List.copyOf(texts));
      }
      page = reader.nextPage(page, client);
    }
    return Optional.empty();
  }

  private static Optional<Listed> inbound(Message message) {
    if (!"inbound".equals(String.valueOf(message.getDirection()))
        || message.getSid() == null
        || !InboundText.SID.matcher(message.getSid()).matches()
        || message.getFrom() == null
        || message.getDateCreated() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Listed(
            message.getSid(),
            Phone.of(message.getFrom().toString()),
            CleanText.of(message.getBody() == null ? "" : message.getBody()),
            media(message.getNumMedia()),
            message.getDateCreated().toInstant()));
  }

  private static int media(@Nullable String count) {
    return count != null && InboundText.COUNT.matcher(count).matches()
        ? Math.min(Integer.parseInt(count), InboundText.MOST_MEDIA)
        : 0;
  }

  /** Gives up what is under way. */
  @Override
  public void close() {
    http.shutdownNow();
  }
}
