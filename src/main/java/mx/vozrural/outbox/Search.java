package mx.vozrural.outbox;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import mx.vozrural.outbox.DeliveryEvent.Finding;
import mx.vozrural.sms.Gsm;

/** Knows one of our texts again in the gateway's list. */
final class Search {
  /** By so much the gateway's clock may be behind ours, and its times are whole seconds. */
  static final Duration SKEW = Duration.ofSeconds(60);

  private Search() {}

  /**
   * The oldest text of these words since its try began that no other row goes by. One that is still
   * on its way or arrived goes before one that failed: of two equal texts the failed one may be the
   * other's, and would be sent again beside the one that arrived.
   *
   * @param held names that other rows have
   */
  static Finding among(List<SmsGateway.Seen> listed, Delivery text, String body, Set<String> held) {
    boolean answered = text.state() == Delivery.State.ANSWERED;
    String words = folded(body);
    Instant since = text.triedAt().minus(SKEW);
    // A try has come to its end by then; what is younger is another's.
    Instant until =
        text.triedAt().plus(answered ? Course.TRACE_OF_ANSWER : Course.LEASE).plus(SKEW);
    return listed.stream()
        .filter(seen -> !seen.createdAt().isBefore(since) && !seen.createdAt().isAfter(until))
        // A sending never is a reply; a reply may be listed as either.
        .filter(seen -> answered || !seen.reply())
        .filter(seen -> !held.contains(seen.sid()) && folded(seen.body()).equals(words))
        .min(
            // An answer that is listed as a reply is surely no sending of the same words.
            Comparator.comparing((SmsGateway.Seen seen) -> answered && !seen.reply())
                .thenComparing(seen -> seen.progress().failure() != null)
                .thenComparing(SmsGateway.Seen::createdAt))
        .<Finding>map(seen -> new Finding.Found(seen.sid(), seen.progress()))
        .orElseGet(Finding.Absent::new);
  }

  /** The gateway may have put cheaper characters in. */
  private static String folded(String body) {
    return Gsm.fold(Normalizer.normalize(body, Normalizer.Form.NFC)).strip();
  }
}
