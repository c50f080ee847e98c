package mx.vozrural.twilio.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What Twilio's OpenAPI document says of answers: https://github.com/twilio/twilio-oai,
 * spec/json/twilio_api_v2010.json, schemas api.v2010.account.message and ListMessageResponse.
 * Names, types, patterns and enumerations are its own; there every property may be null that {@code
 * ?} marks.
 */
final class Shape {
  private static final String DATE =
      "(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d{2} \\w{3} \\d{4} \\d{2}:\\d{2}:\\d{2} \\+0000";
  private static final String STATUS =
      "queued|sending|sent|failed|delivered|undelivered|receiving|received|accepted|scheduled|read"
          + "|partially_delivered|canceled";

  private static final Map<String, String> MESSAGE =
      table(
          """
          account_sid           ? AC[0-9a-fA-F]{32}
          api_version           ? .+
          body                  ? (?s).*
          date_created          ? DATE
          date_sent             ? DATE
          date_updated          ? DATE
          direction             ? inbound|outbound-api|outbound-call|outbound-reply
          error_code            ? integer
          error_message         ? .*
          from                  ? .+
          messaging_service_sid ? MG[0-9a-fA-F]{32}
          num_media             ? \\d+
          num_segments          ? \\d+
          price                 ? -?\\d+\\.\\d+
          price_unit            ? [A-Za-z]{3}
          sid                   ? (SM|MM)[0-9a-fA-F]{32}
          status                ? STATUS
          subresource_uris      ? object
          to                    ? .+
          uri                   ? /2010-04-01/.+\\.json
          """);

  private static final Map<String, String> PAGE =
      table(
          """
          end               ! integer
          first_page_uri    ! /2010-04-01/.+
          messages          ! array
          next_page_uri     ? /2010-04-01/.+
          page              ! integer
          page_size         ! integer
          previous_page_uri ? /2010-04-01/.+
          start             ! integer
          uri               ! /2010-04-01/.+
          """);

  private static final Map<String, String> ERROR =
      table(
          """
          code      ! integer
          message   ! .+
          more_info ! https://www\\.twilio\\.com/docs/errors/\\d{5}
          status    ! integer
          """);

  private Shape() {}

  private static Map<String, String> table(String lines) {
    Map<String, String> table = new TreeMap<>();
    lines
        .lines()
        .map(line -> line.split(" +", 2))
        .forEach(
            cells -> table.put(cells[0], cells[1].replace("DATE", DATE).replace("STATUS", STATUS)));
    return table;
  }

  static void assertMessage(JsonObject message) {
    check(message, MESSAGE);
  }

  static void assertPage(JsonObject page) {
    check(page, PAGE);
    page.getJsonArray("messages").forEach(message -> assertMessage((JsonObject) message));
  }

  static void assertError(JsonObject error) {
    check(error, ERROR);
  }

  private static void check(JsonObject given, Map<String, String> shape) {
    assertThat(given.fieldNames()).isEqualTo(Set.copyOf(shape.keySet()));
    shape.forEach((name, rule) -> check(name, given.getValue(name), rule));
  }

  private static void check(String name, Object value, String rule) {
    String type = rule.substring(2);
    if (value == null) {
      assertThat(rule).as(name).startsWith("?");
      return;
    }
    switch (type) {
      case "integer" -> assertThat(value).as(name).isInstanceOf(Integer.class);
      case "object" -> assertThat(value).as(name).isInstanceOf(JsonObject.class);
      case "array" -> assertThat(value).as(name).isInstanceOf(JsonArray.class);
      default ->
          assertThat(value).as(name).isInstanceOf(String.class).asString().matches(exactly(type));
    }
  }

  private static Pattern exactly(String pattern) {
    return Pattern.compile("(?:" + pattern + ")");
  }
}
