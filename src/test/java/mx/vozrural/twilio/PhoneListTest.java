package mx.vozrural.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.Delivery;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway.Listing;
import mx.vozrural.outbox.SmsGateway.Seen;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twilio's list of what it took for a phone, in the shapes of its documentation. */
@Timeout(30)
class PhoneListTest {
  private static final String ACCOUNT = "AC0123456789abcdef0123456789abcdef";
  private static final Instant SINCE = Instant.parse("2026-11-24T16:00:00Z");

  private static Listing look(URI address) {
    TwilioSettings settings =
        new TwilioSettings(
            ACCOUNT, "secret", null, "+526141230000", address, Duration.ofSeconds(10));
    try (TwilioGateway gateway = new TwilioGateway(settings)) {
      return gateway.look(
          new OutgoingText(7, Phone.of("+526145550101"), "Hola", null, Duration.ofHours(1)), SINCE);
    }
  }

  private static String message(int number, String created, String status, String error) {
    return """
    {"account_sid":"%s","api_version":"2010-04-01","body":"Hola","date_created":"%s",\
    "date_sent":null,"date_updated":"%s","direction":"%s","error_code":%s,\
    "error_message":null,"from":"+526141230000","messaging_service_sid":null,"num_media":"0",\
    "num_segments":"1","price":null,"price_unit":"USD","sid":"SM%032x","status":"%s",\
    "subresource_uris":{"media":""},"to":"+526145550101","uri":"/x.json"}\
    """
        .formatted(
            ACCOUNT,
            created,
            created,
            number % 2 == 0 ? "outbound-reply" : "outbound-api",
            error,
            number,
            status);
  }

  private static String page(List<String> messages, String next) {
    return """
    {"messages":[%s],"page":0,"page_size":50,"start":0,"end":0,"first_page_uri":"/f",\
    "next_page_uri":%s,"previous_page_uri":null,"uri":"/u"}\
    """
        .formatted(String.join(",", messages), next);
  }

  private static TwilioStandIn answering(String body) {
    return new TwilioStandIn(exchange -> TwilioStandIn.json(exchange, 200, body));
  }

  @Test
  void it_is_asked_for_by_the_phone_alone_since_a_text_in_the_queue_has_no_day_of_sending() {
    String now = "Tue, 24 Nov 2026 16:00:05 +0000";
    try (TwilioStandIn twilio =
        answering(
            page(
                List.of(
                    message(1, now, "queued", "null"),
                    message(2, now, "delivered", "null"),
                    message(3, now, "undelivered", "30006")),
                "null"))) {
      Listing.Listed listed = (Listing.Listed) look(twilio.address());

      assertThat(twilio.taken())
          .singleElement()
          .satisfies(request -> {
            assertThat(request.method()).isEqualTo("GET");
            assertThat(request.uri())
                .startsWith("/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json?")
                .contains("To=%2B526145550101", "PageSize=50")
                .doesNotContain("DateSent");
          });
      assertThat(listed.texts())
          .extracting(Seen::sid)
          .containsExactly("SM%032x".formatted(1), "SM%032x".formatted(2), "SM%032x".formatted(3));
      assertThat(listed.texts()).extracting(Seen::reply).containsExactly(false, true, false);
      assertThat(listed.texts())
          .extracting(seen -> seen.progress().state())
          .containsExactly(
              Delivery.State.ACCEPTED, Delivery.State.DELIVERED, Delivery.State.FAILED);
      assertThat(listed.texts().get(2).progress().failure())
          .isEqualTo(new SendResult.Refused(30006, SendResult.Reason.NUMBER));
      assertThat(listed.texts().getFirst().createdAt())
          .isEqualTo(Instant.parse("2026-11-24T16:00:05Z"));
      assertThat(listed.texts().toString()).doesNotContain("Hola");
    }
  }

  @ParameterizedTest
  @CsvSource({
    // Newer than the text: what is sought may stand on the next page.
    "'Tue, 24 Nov 2026 16:00:05 +0000', 6, false",
    "'Sun, 22 Nov 2026 16:00:05 +0000', 1, true",
  })
  void pages_are_turned_until_they_are_too_old_or_too_many(
      String created, int pages, boolean readable) {
    String next = "\"/2010-04-01/Accounts/" + ACCOUNT + "/Messages.json?Page=1\"";
    try (TwilioStandIn twilio =
        answering(page(List.of(message(1, created, "sent", "null")), next))) {
      assertThat(look(twilio.address()) instanceof Listing.Listed).isEqualTo(readable);
      assertThat(twilio.taken()).hasSize(pages);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "200,'<html>'",
    "200,'{}'",
    "200,''",
    "503,'<html>busy</html>'",
    "401,'{\"code\":20003,\"message\":\"Authenticate\",\"status\":401}'",
    "429,'{\"code\":20429,\"message\":\"Too Many Requests\",\"status\":429}'"
  })
  void what_is_no_list_is_unreadable_and_never_an_empty_one(int status, String body) {
    try (TwilioStandIn twilio =
        new TwilioStandIn(exchange -> TwilioStandIn.json(exchange, status, body))) {
      assertThat(look(twilio.address())).isInstanceOf(Listing.Unreadable.class);
    }
  }

  @Test
  void where_nobody_answers_there_is_no_list() {
    assertThat(look(URI.create("http://127.0.0.1:1"))).isInstanceOf(Listing.Unreadable.class);
  }
}
