package mx.vozrural.twilio.standin;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;

/** The messages of one account, oldest first. */
final class Messages {
  private final ConcurrentSkipListMap<Long, Sms> messages = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> looks = new ConcurrentHashMap<>();
  private final AtomicLong numbers = new AtomicLong();
  private final long seed;

  Messages(long seed) {
    this.seed = seed;
  }

  /** Twilio's times have no fractions. */
  static Instant second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS);
  }

  Sms add(Sms.Order order, String status, Instant now) {
    long number = numbers.incrementAndGet();
    long chance = new SplittableRandom(seed ^ number).nextLong();
    Instant at = second(now);
    // What came in was sent by its phone.
    Instant sent = order.direction().equals("inbound") ? at : null;
    Sms sms = new Sms("SM%016x%016x".formatted(chance, number), order, status, null, at, sent, at);
    messages.put(number, sms);
    return sms;
  }

  /** Empty where there is no such message. */
  Optional<Sms> find(String sid) {
    return number(sid).map(messages::get).filter(sms -> sms.sid().equals(sid));
  }

  private static Optional<Long> number(String sid) {
    return sid.matches("SM[0-9a-f]{32}")
        ? Optional.of(Long.parseUnsignedLong(sid.substring(18), 16))
        : Optional.empty();
  }

  void change(Sms sms, UnaryOperator<Sms> change) {
    messages.computeIfPresent(
        number(sms.sid()).orElseThrow(), (number, current) -> change.apply(current));
  }

  /** Counts how often a message was shown. */
  int look(Sms sms) {
    return looks.merge(sms.sid(), 1, Integer::sum);
  }

  List<Sms> all() {
    return List.copyOf(messages.values());
  }

  /** Those that a query asks for, newest first, from its token on: one more than a page holds. */
  List<Sms> page(ListQuery query) {
    return messages.descendingMap().values().stream()
        .filter(query::asksFor)
        .filter(sms -> query.isAfterToken(number(sms.sid()).orElseThrow()))
        .skip(query.token() == null ? (long) query.page() * query.pageSize() : 0)
        .limit(query.pageSize() + 1L)
        .toList();
  }
}
