package mx.vozrural;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Twilio's list of messages on this machine, in the shape of its public OpenAPI document: newest
 * first, by when they were sent, in pages.
 */
final class TwilioLists implements AutoCloseable {
  private static final DateTimeFormatter RFC_2822 =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss Z", Locale.US);

  /** A message as Twilio knows it. */
  record Listed(
      String sid,
      String direction,
      String status,
      int segments,
      @Nullable String price,
      Instant sentAt) {}

  private final Map<String, Listed> messages = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final HttpServer server;
  private volatile int pageSize = 1_000;
  private volatile boolean failing;

  TwilioLists() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void list(Listed message) {
    messages.put(message.sid(), message);
  }

  void pagesOf(int size) {
    pageSize = size;
  }

  void fail(boolean now) {
    failing = now;
  }

  int requests() {
    return requests.get();
  }

  /** Its own count of what it sent and got. */
  int segments() {
    return messages.values().stream().mapToInt(Listed::segments).sum();
  }

  BigDecimal dollars() {
    return messages.values().stream()
        .map(Listed::price)
        .filter(price -> price != null)
        .map(price -> new BigDecimal(price).abs())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
    boolean asked = query.containsKey("DateSent>") && query.containsKey("DateSent<");
    int status = failing ? 503 : asked ? 200 : 400;
    byte[] body =
        (status == 200 ? page(exchange.getRequestURI().getRawPath(), query).encode() : "<html>")
            .getBytes(StandardCharsets.UTF_8);
    exchange.getRequestBody().readAllBytes();
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static Map<String, String> query(@Nullable String raw) {
    Map<String, String> query = new HashMap<>();
    for (String pair : (raw == null ? "" : raw).split("&", -1)) {
      String[] parts = pair.split("=", 2);
      query.put(
          URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
          parts.length == 2 ? URLDecoder.decode(parts[1], StandardCharsets.UTF_8) : "");
    }
    return query;
  }

  /** The library writes times of GMT without a zone. */
  private static Instant time(Map<String, String> query, String name) {
    return LocalDateTime.parse(query.getOrDefault(name, "")).toInstant(ZoneOffset.UTC);
  }

  private JsonObject page(String path, Map<String, String> query) {
    Instant from = time(query, "DateSent>");
    Instant until = time(query, "DateSent<");
    int size = Math.min(pageSize, Integer.parseInt(query.get("PageSize")));
    int page = Integer.parseInt(query.getOrDefault("Page", "0"));
    List<Listed> found =
        messages.values().stream()
            .filter(m -> !m.sentAt().isBefore(from) && m.sentAt().isBefore(until))
            .sorted(Comparator.comparing(Listed::sentAt).reversed().thenComparing(Listed::sid))
            .toList();
    List<Listed> some = found.stream().skip((long) page * size).limit(size).toList();
    String next =
        found.size() > (page + 1) * size
            ? path
                + "?DateSent%3E="
                + query.get("DateSent>")
                + "&DateSent%3C="
                + query.get("DateSent<")
                + "&PageSize="
                + size
                + "&Page="
                + (page + 1)
                + "&PageToken=PA"
            : null;
    return new JsonObject()
        .put("messages", new JsonArray(some.stream().map(TwilioLists::wire).toList()))
        .put("page", page)
        .put("page_size", size)
        .put("uri", path)
        .put("next_page_uri", next);
  }

  private static JsonObject wire(Listed m) {
    String sentAt = RFC_2822.format(m.sentAt().atOffset(ZoneOffset.UTC));
    return new JsonObject()
        .put("sid", m.sid())
        .put("account_sid", TestServer.ACCOUNT)
        .put("body", "words that nobody needs")
        .put("direction", m.direction())
        .put("status", m.status())
        .put("num_segments", Integer.toString(m.segments()))
        .put("num_media", "0")
        .put("price", m.price())
        .put("price_unit", "USD")
        .put("error_code", m.status().equals("undelivered") ? 30003 : null)
        .put("from", "+526144100100")
        .put("to", "+526145550101")
        .put("date_created", sentAt)
        .put("date_sent", sentAt)
        .put("date_updated", sentAt);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
