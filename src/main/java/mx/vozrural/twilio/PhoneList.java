package mx.vozrural.twilio;

import com.twilio.base.Page;
import com.twilio.exception.TwilioException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway.Listing;
import mx.vozrural.outbox.SmsGateway.Seen;

/**
 * Twilio's own list of what it took for a phone
 * (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources),
 * newest first. Asked for by the phone alone: its filter by date reads the day of sending, which a
 * text that still waits in Twilio's queue does not have, and such a text would seem absent.
 */
final class PhoneList {
  private static final int PAGE = 50;
  private static final int MOST_PAGES = 6;

  /** Twilio orders by the day of sending: older than this before a text, nothing of it follows. */
  private static final Duration MARGIN = Duration.ofDays(1);

  private final TwilioSettings settings;
  private final Supplier<ApiExchange> exchanges;

  PhoneList(TwilioSettings settings, Supplier<ApiExchange> exchanges) {
    this.settings = settings;
    this.exchanges = exchanges;
  }

  Listing to(Phone phone, Instant since) {
    try {
      return read(new MessageReader().setTo(new PhoneNumber(phone.value())), since);
    } catch (TwilioException e) {
      return new Listing.Unreadable("no list");
    } catch (RuntimeException e) {
      // The library's reader of pages throws whatever comes where an answer is no list.
      return new Listing.Unreadable("no list: " + e.getClass().getSimpleName());
    }
  }

  private Listing read(MessageReader reader, Instant since) {
    TwilioRestClient client =
        new TwilioRestClient.Builder(settings.accountSid(), settings.authToken())
            .httpClient(exchanges.get())
            .build();
    List<Seen> seen = new ArrayList<>();
    Page<Message> page = reader.pageSize(PAGE).firstPage(client);
    for (int pages = 1; ; pages++) {
      if (page.getRecords().stream().anyMatch(m -> m.getDateCreated() == null)) {
        return new Listing.Unreadable("a text without a date");
      }
      page.getRecords().forEach(message -> seen.add(seen(message)));
      if (!page.hasNextPage() || reaches(page, since)) {
        return new Listing.Listed(List.copyOf(seen));
      }
      if (pages == MOST_PAGES) {
        return new Listing.Unreadable("more texts than " + MOST_PAGES * PAGE);
      }
      page = reader.nextPage(page, client);
    }
  }

  private static boolean reaches(Page<Message> page, Instant since) {
    return page.getRecords().stream()
        .anyMatch(m -> m.getDateCreated().toInstant().isBefore(since.minus(MARGIN)));
  }

  private static Seen seen(Message message) {
    String direction = String.valueOf(message.getDirection());
    return new Seen(
        message.getSid(),
        message.getBody() == null ? "" : message.getBody(),
        message.getDateCreated().toInstant(),
        direction.equals("outbound-reply"),
        progress(message));
  }

  /** Whatever it says beside: the text is there. */
  private static Progress progress(Message message) {
    Integer error = message.getErrorCode();
    SendResult failure = error == null ? null : TwilioErrors.of(error).result(error);
    Progress progress = Progress.of(String.valueOf(message.getStatus()), failure);
    return progress == null ? Progress.ACCEPTED : progress;
  }
}
