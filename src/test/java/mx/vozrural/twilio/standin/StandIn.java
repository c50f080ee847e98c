package mx.vozrural.twilio.standin;

import com.sun.net.httpserver.HttpExchange;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Twilio for one account: takes messages over its API, brings them to phones, reports on them, and
 * brings the texts of phones to a server of ours.
 */
public final class StandIn implements AutoCloseable {
  private static final String HTML =
      "<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>";

  private final Map<String, Integer> tries = new ConcurrentHashMap<>();
  private final AtomicInteger requests = new AtomicInteger();
  private final Account account;
  private final Faults faults;
  private final InstantSource clock;
  private final Messages messages;
  private final Orders orders;
  private final Limit limit;
  private final Callbacks callbacks;
  private final Carrier carrier;
  private final Incoming incoming;
  private final Wire wire;

  public StandIn(Account account, Faults faults) {
    this(account, faults, InstantSource.system(), url -> url);
  }

  /**
   * @param route from the address that webhooks are signed for to the one where the server is
   */
  public StandIn(Account account, Faults faults, InstantSource clock, UnaryOperator<String> route) {
    this.account = account;
    this.faults = faults;
    this.clock = clock;
    this.messages = new Messages(faults.seed());
    this.orders = new Orders(account.number());
    this.limit = new Limit(faults.answers().limit());
    this.callbacks = new Callbacks(account, route);
    this.carrier =
        new Carrier(
            messages, callbacks, faults.callbacks(), new Carrier.Carried(account.number(), clock));
    this.incoming = new Incoming(account, messages, callbacks);
    this.wire = new Wire(this::handle);
  }

  public URI address() {
    return wire.address();
  }

  /** All that Twilio has, oldest first. */
  public List<Sms> messages() {
    return messages.all();
  }

  /** How many requests came, of any kind. */
  public int requests() {
    return requests.get();
  }

  /** The HTTP statuses that our server answered callbacks with. */
  public List<Integer> callbackAnswers() {
    return carrier.answers();
  }

  /** Whatever is sent to this phone from now on. */
  public void refuse(String phone, Refusal why) {
    orders.refuse(phone, why);
  }

  /** What is sent to this phone is taken, but doesn't arrive. */
  public void unreachable(String phone, int error) {
    carrier.unreachable(phone, error);
  }

  /** Texts stay queued from now on. */
  public void holdBack() {
    carrier.holdBack();
  }

  private void handle(HttpExchange exchange) throws IOException {
    requests.incrementAndGet();
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    String all = Wording.collection(account.sid());
    if (!account.authorization().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      refuse(exchange, Refusal.AUTHENTICATE);
    } else if (path.equals(all + ".json") && exchange.getRequestMethod().equals("POST")) {
      create(exchange, Wire.pairs(new String(body, StandardCharsets.UTF_8)));
    } else if (path.equals(all + ".json")) {
      list(exchange, Wire.pairs(exchange.getRequestURI().getRawQuery()));
    } else {
      fetch(exchange, path.startsWith(all + "/") ? path.substring(all.length() + 1) : "");
    }
  }

  private static void refuse(HttpExchange exchange, Refusal refusal) throws IOException {
    Wire.json(exchange, refusal.status(), Wording.refusal(refusal).encode());
  }

  private void create(HttpExchange exchange, Map<String, String> form) throws IOException {
    Instant now = clock.instant();
    Optional<Refusal> refusal = orders.refusal(form);
    if (!limit.allows(now)) {
      refuse(exchange, Refusal.TOO_MANY);
    } else if (refusal.isPresent()) {
      refuse(exchange, refusal.get());
    } else {
      Fate fate = fate(form);
      if (fate.happens(faults.answers().failed())) {
        fail(exchange, fate);
      } else {
        answer(exchange, taken(form, now, fate), fate);
      }
    }
  }

  /** The same text may fare otherwise the next time. */
  private Fate fate(Map<String, String> form) {
    String text = form.get("To") + "\n" + form.get("Body");
    return new Fate(faults.seed(), text + "\n" + tries.merge(text, 1, Integer::sum));
  }

  private static void fail(HttpExchange exchange, Fate fate) throws IOException {
    switch (fate.oneOf(3)) {
      case 0 -> Wire.html(exchange, 503, HTML);
      case 1 -> refuse(exchange, Refusal.INTERNAL);
      default -> refuse(exchange, Refusal.UNAVAILABLE);
    }
  }

  private Sms taken(Map<String, String> form, Instant now, Fate fate) {
    String service = form.get("MessagingServiceSid");
    Sms sms =
        messages.add(
            new Sms.Order(
                "outbound-api",
                service == null ? form.get("From") : null,
                service,
                form.getOrDefault("To", ""),
                form.getOrDefault("Body", ""),
                form.get("StatusCallback")),
            service == null ? "queued" : "accepted",
            now);
    carrier.carry(sms, fate.apart());
    return sms;
  }

  private void answer(HttpExchange exchange, Sms sms, Fate fate) throws IOException {
    if (fate.happens(faults.answers().slow())) {
      pause(faults.answers().slowness().toMillis());
    }
    String answer = Wording.message(account.sid(), sms, false).encode();
    if (!fate.happens(faults.answers().lost())) {
      Wire.json(exchange, 201, answer);
      return;
    }
    switch (fate.oneOf(3)) {
      // What stands before the API gave up waiting for it.
      case 0 -> Wire.html(exchange, 502, HTML);
      case 1 -> Wire.half(exchange, 201, answer);
      default -> exchange.close();
    }
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void list(HttpExchange exchange, Map<String, String> asked) throws IOException {
    ListQuery query;
    try {
      query = ListQuery.of(asked);
    } catch (NumberFormatException | DateTimeException e) {
      refuse(exchange, Refusal.BAD_REQUEST);
      return;
    }
    List<Sms> found = messages.page(query);
    List<Sms> page = found.subList(0, Math.min(found.size(), query.pageSize()));
    String next = found.size() > page.size() ? ListQuery.token(page.getLast()) : null;
    List<JsonObject> shown = page.stream().map(this::shown).toList();
    Wire.json(exchange, 200, Wording.page(account.sid(), query, asked, shown, next).encode());
  }

  private void fetch(HttpExchange exchange, String file) throws IOException {
    Optional<Sms> sms = messages.find(file.replaceAll("\\.json$", ""));
    if (sms.isPresent() && exchange.getRequestMethod().equals("GET")) {
      Wire.json(exchange, 200, shown(sms.get()).encode());
    } else {
      refuse(exchange, Refusal.NOT_FOUND);
    }
  }

  /** Who looks too early sees no price yet. */
  private JsonObject shown(Sms sms) {
    boolean priced = sms.sent() != null && messages.look(sms) > 1;
    return Wording.message(account.sid(), sms, priced);
  }

  /**
   * A phone texts.
   *
   * @param webhook where Twilio was told to bring texts
   */
  public Incoming.Brought text(String webhook, String from, String body) {
    orders.heard(from, body);
    return bring(webhook, incoming.received(from, body, clock.instant()));
  }

  /** Brings a text again, as after a failure that only Twilio saw. */
  public Incoming.Brought bring(String webhook, Sms sms) {
    Incoming.Brought brought = incoming.bring(webhook, sms);
    List<Sms> replies =
        brought.orders().stream().map(this::reply).flatMap(Optional::stream).toList();
    return brought.with(replies);
  }

  /** Not to who told Twilio to stop. */
  private Optional<Sms> reply(Sms.Order order) {
    Map<String, String> form =
        Map.of("To", order.to(), "From", account.number(), "Body", order.body());
    if (orders.refusal(form).isPresent()) {
      return Optional.empty();
    }
    Sms sms = messages.add(order, "queued", clock.instant());
    carrier.carry(sms, fate(form).apart());
    return Optional.of(sms);
  }

  @Override
  public void close() {
    carrier.close();
    wire.close();
    callbacks.close();
  }
}
