package mx.vozrural.twilio.standin;

import java.time.Duration;

/**
 * What goes wrong, and how often. Shares are from 0 to 1; the same seed does the same to the same
 * texts, in whatever order they come.
 */
public record Faults(long seed, Answers answers, Callbacks callbacks) {

  /**
   * Of requests that create a message.
   *
   * @param lost taken, but the answer never arrives
   * @param failed answered by a 5xx and not taken
   * @param slow taken, and answered after {@code slowness}
   * @param limit requests a second, over which none is looked at; 0: no limit
   */
  public record Answers(double lost, double failed, double slow, Duration slowness, int limit) {}

  /**
   * Of status callbacks.
   *
   * @param early before the answer to the request that they are about
   * @param late after {@code lateness}
   */
  public record Callbacks(
      double twice, double swapped, double early, double lost, double late, Duration lateness) {}

  private static final Answers SOUND = new Answers(0, 0, 0, Duration.ZERO, 0);
  private static final Callbacks ORDERLY = new Callbacks(0, 0, 0, 0, 0, Duration.ZERO);

  public static Faults none() {
    return new Faults(1, SOUND, ORDERLY);
  }

  public Faults with(Answers other) {
    return new Faults(seed, other, callbacks);
  }

  public Faults with(Callbacks other) {
    return new Faults(seed, answers, other);
  }

  public Faults seeded(long other) {
    return new Faults(other, answers, callbacks);
  }
}
