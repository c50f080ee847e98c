package mx.vozrural.outbox;

import java.time.Duration;
import java.time.Instant;

/**
 * When a text that was certainly not taken is handed over again: a pure function of what happened
 * and when.
 */
final class RetryPolicy {
  private static final Duration LONGEST = Duration.ofMinutes(15);

  private RetryPolicy() {}

  /** What becomes of a text after one try. */
  record Settled(String state, Instant dueAt, int error, String note) {}

  /**
   * @param attempts tries so far, this one included
   * @param chance 0 to 1: spreads the tries of many texts
   */
  static Settled settle(SendResult result, Instant now, int attempts, double chance) {
    return switch (result) {
      case SendResult.Accepted accepted -> new Settled("accepted", now, 0, accepted.status());
      case SendResult.Refused refused ->
          new Settled("failed", now, refused.code(), "refused: " + refused.reason());
      case SendResult.Retry retry ->
          new Settled(
              "pending", now.plus(wait(retry.after(), attempts, chance)), retry.code(), "retry");
      case SendResult.Halt halt ->
          new Settled("pending", now.plusSeconds(60), halt.code(), "halted");
      case SendResult.Ambiguous ambiguous ->
          new Settled("parked", now, 0, "ambiguous: " + ambiguous.cause());
    };
  }

  /**
   * Doubles with each try, at least what the gateway asks for, up to half as long again by chance.
   */
  private static Duration wait(Duration least, int attempts, double chance) {
    Duration doubled = Duration.ofSeconds(1L << Math.clamp(attempts, 0, 10));
    Duration wait = doubled.compareTo(least) < 0 ? least : doubled;
    Duration bounded = wait.compareTo(LONGEST) > 0 && least.compareTo(LONGEST) < 0 ? LONGEST : wait;
    return bounded.plusMillis((long) (bounded.toMillis() * chance / 2));
  }
}
