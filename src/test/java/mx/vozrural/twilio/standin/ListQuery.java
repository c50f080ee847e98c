package mx.vozrural.twilio.standin;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a list of messages is asked for
 * (https://www.twilio.com/docs/messaging/api/message-resource#read-multiple-message-resources). A
 * text that hasn't left yet has no date of sending, so no question for one finds it.
 *
 * @param from and {@code until}: of sending, both inclusive
 * @param token the last message of the page before
 */
record ListQuery(
    @Nullable String to,
    @Nullable String from,
    @Nullable Instant since,
    @Nullable Instant until,
    int pageSize,
    int page,
    @Nullable String token) {
  private static final int USUAL = 50;
  private static final int MOST = 1_000;

  static ListQuery of(Map<String, String> parameters) {
    String day = parameters.get("DateSent");
    String after = parameters.get("DateSent>");
    String before = parameters.get("DateSent<");
    Instant since = day != null ? time(day) : after != null ? time(after) : null;
    Instant until =
        day != null
            ? time(day).plus(Duration.ofDays(1)).minusSeconds(1)
            : before != null ? time(before) : null;
    return new ListQuery(
        parameters.get("To"),
        parameters.get("From"),
        since,
        until,
        Math.clamp(Integer.parseInt(parameters.getOrDefault("PageSize", "" + USUAL)), 1, MOST),
        Integer.parseInt(parameters.getOrDefault("Page", "0")),
        parameters.get("PageToken"));
  }

  /** A day in GMT is its midnight. */
  private static Instant time(String text) {
    return text.length() == "2026-11-24".length()
        ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
        : OffsetDateTime.parse(text).toInstant();
  }

  boolean asksFor(Sms sms) {
    return (to == null || to.equals(sms.to()))
        && (from == null || from.equals(sms.order().from()))
        && (since == null || (sms.sent() != null && !sms.sent().isBefore(since)))
        && (until == null || (sms.sent() != null && !sms.sent().isAfter(until)));
  }

  /** Newer messages don't push one onto the next page. */
  boolean isAfterToken(long number) {
    return token == null || number < Long.parseUnsignedLong(token.substring(20), 16);
  }

  static String token(Sms last) {
    return "PA" + last.sid();
  }
}
