package mx.vozrural.twilio.standin;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Twilio answers, in JSON. */
final class Wording {
  static final BigDecimal PRICE = new BigDecimal("-0.00750");

  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss '+0000'", Locale.US)
          .withZone(ZoneOffset.UTC);

  private Wording() {}

  static String collection(String account) {
    return "/2010-04-01/Accounts/" + account + "/Messages";
  }

  /**
   * @param priced the price comes some time after the text has left
   */
  static JsonObject message(String account, Sms sms, boolean priced) {
    Sms.Order order = sms.order();
    String uri = collection(account) + "/" + sms.sid();
    return new JsonObject()
        .put("account_sid", account)
        .put("api_version", "2010-04-01")
        .put("body", order.body())
        .put("date_created", time(sms.created()))
        .put("date_sent", time(sms.sent()))
        .put("date_updated", time(sms.updated()))
        .put("direction", order.direction())
        .put("error_code", sms.error())
        .put("error_message", sms.error() == null ? null : "Error " + sms.error())
        .put("from", order.from())
        .put("messaging_service_sid", order.service())
        .put("num_media", "0")
        .put("num_segments", Integer.toString(sms.segments()))
        .put("price", priced ? price(sms).toPlainString() : null)
        .put("price_unit", priced ? "USD" : null)
        .put("sid", sms.sid())
        .put("status", sms.status())
        .put("subresource_uris", new JsonObject().put("media", uri + "/Media.json"))
        .put("to", order.to())
        .put("uri", uri + ".json");
  }

  static BigDecimal price(Sms sms) {
    return PRICE.multiply(BigDecimal.valueOf(sms.segments()));
  }

  private static @Nullable String time(@Nullable Instant at) {
    return at == null ? null : RFC_2822.format(at);
  }

  /**
   * @param asked the parameters as they came
   * @param messages of this page
   * @param next the token of the page after it, null where there is none
   */
  static JsonObject page(
      String account,
      ListQuery query,
      Map<String, String> asked,
      List<JsonObject> messages,
      @Nullable String next) {
    int start = query.page() * query.pageSize();
    return new JsonObject()
        .put("end", messages.isEmpty() ? start : start + messages.size() - 1)
        .put("first_page_uri", uri(account, asked, 0, query.pageSize(), null))
        .put(
            "next_page_uri",
            next == null ? null : uri(account, asked, query.page() + 1, query.pageSize(), next))
        .put("page", query.page())
        .put("page_size", query.pageSize())
        .put(
            "previous_page_uri",
            query.page() == 0
                ? null
                : uri(account, asked, query.page() - 1, query.pageSize(), null))
        .put("messages", new JsonArray(messages))
        .put("start", start)
        .put("uri", uri(account, asked, query.page(), query.pageSize(), query.token()));
  }

  private static String uri(
      String account, Map<String, String> asked, int page, int size, @Nullable String token) {
    Map<String, String> all = new TreeMap<>(asked);
    all.put("Page", Integer.toString(page));
    all.put("PageSize", Integer.toString(size));
    all.remove("PageToken");
    if (token != null) {
      all.put("PageToken", token);
    }
    return collection(account)
        + ".json?"
        + all.entrySet().stream()
            .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()))
            .collect(Collectors.joining("&"));
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  static JsonObject refusal(Refusal refusal) {
    return new JsonObject()
        .put("code", refusal.code())
        .put("message", refusal.message())
        .put("more_info", "https://www.twilio.com/docs/errors/" + refusal.code())
        .put("status", refusal.status());
  }
}
