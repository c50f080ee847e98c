package mx.vozrural.twilio.standin;

import java.util.SplittableRandom;

/** What happens to one request, drawn from the seed and from what the request is. */
final class Fate {
  private final SplittableRandom random;

  /**
   * @param seed neighbouring ones don't give neighbouring fates
   * @param request names it, however many threads there are
   */
  Fate(long seed, String request) {
    this(
        new SplittableRandom(
            new SplittableRandom(seed).nextLong() ^ ((long) request.hashCode() << 20)));
  }

  private Fate(SplittableRandom random) {
    this.random = random;
  }

  /** For another thread. */
  Fate apart() {
    return new Fate(random.split());
  }

  boolean happens(double share) {
    return random.nextDouble() < share;
  }

  int oneOf(int count) {
    return random.nextInt(count);
  }
}
