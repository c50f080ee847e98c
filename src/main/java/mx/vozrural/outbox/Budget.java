package mx.vozrural.outbox;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/**
 * Whether a broadcast can be paid, in pesos of one month. Broadcasts alone are ever held back, and
 * early enough that the answers of the rest of the month stay within the cap for everything:
 *
 * <p>left = the lesser of (cap of broadcasts - what broadcasts took and hold) and (cap of
 * everything - what all texts took and hold - what answers will need until the month ends). That
 * need is a day's usual cost times the days left; as usual counts the mean of the last thirty days,
 * at least a tenth of the cap spread over thirty days, so that a service in its first week keeps
 * something back too.
 *
 * @param spent on texts that left or came in
 * @param queued for texts that wait in the outbox
 * @param planned for recipients of approved broadcasts who aren't in the outbox yet
 * @param usual what all but broadcasts cost in the last thirty days
 * @param daysLeft of the month, today included
 */
public record Budget(
    Caps caps, Part spent, Part queued, BigDecimal planned, BigDecimal usual, int daysLeft) {
  private static final BigDecimal DAYS = BigDecimal.valueOf(30);
  private static final BigDecimal LEAST_SHARE = new BigDecimal("0.10");

  /**
   * An amount in pesos.
   *
   * @param broadcasts the part of it for texts to many
   */
  public record Part(BigDecimal broadcasts, BigDecimal everything) {
    public static final Part NOTHING = new Part(BigDecimal.ZERO, BigDecimal.ZERO);

    Part plus(Part other) {
      return new Part(broadcasts.add(other.broadcasts), everything.add(other.everything));
    }
  }

  /** Whether another broadcast of this cost can be approved beside those that are under way. */
  public boolean allows(BigDecimal cost) {
    return fits(cost, leftForBroadcasts());
  }

  /** Pesos that approved broadcasts may still hand to the outbox; null: no cap is set. */
  public @Nullable BigDecimal leftForNext() {
    return left(spent.plus(queued));
  }

  /** The same month under other caps. */
  public Budget under(Caps other) {
    return new Budget(other, spent, queued, planned, usual, daysLeft);
  }

  /** The same month after further texts of broadcasts, of this cost, went to the outbox. */
  public Budget afterQueueing(BigDecimal cost) {
    return new Budget(
        caps, spent, queued.plus(new Part(cost, cost)), planned.subtract(cost), usual, daysLeft);
  }

  /** Pesos that a new broadcast may cost; null: no cap is set. Negative where it is overdrawn. */
  public @Nullable BigDecimal leftForBroadcasts() {
    return left(spent.plus(queued).plus(new Part(planned, planned)));
  }

  /** Whether the month's cap for everything is reached: the desk then says so. */
  public boolean exhausted() {
    return caps.everything() != null && spent.everything().compareTo(caps.everything()) >= 0;
  }

  /** What answers, confirmations and safety will need until the month ends. */
  public BigDecimal needed() {
    BigDecimal least =
        caps.everything() == null ? BigDecimal.ZERO : caps.everything().multiply(LEAST_SHARE);
    return usual
        .max(least)
        .multiply(BigDecimal.valueOf(daysLeft))
        .divide(DAYS, 2, RoundingMode.HALF_UP);
  }

  private @Nullable BigDecimal left(Part taken) {
    BigDecimal ofBroadcasts =
        caps.broadcasts() == null ? null : caps.broadcasts().subtract(taken.broadcasts());
    BigDecimal ofEverything =
        caps.everything() == null
            ? null
            : caps.everything().subtract(taken.everything()).subtract(needed());
    if (ofBroadcasts == null || ofEverything == null) {
      return ofBroadcasts == null ? ofEverything : ofBroadcasts;
    }
    return ofBroadcasts.min(ofEverything);
  }

  private static boolean fits(BigDecimal cost, @Nullable BigDecimal left) {
    return left == null || cost.compareTo(left) <= 0;
  }
}
