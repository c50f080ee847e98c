package mx.vozrural;

/**
 * What one path did at one point of a round.
 *
 * @param done answers or transactions within the time
 * @param all those that came after the time was up included
 * @param failed anything but what was asked for
 * @param folios those that answers named, in no order
 * @param spent on all
 */
record Measured(
    int done,
    int all,
    int failed,
    double seconds,
    Latencies latencies,
    long[] folios,
    Cpu spent) {

  double rate() {
    return done / seconds;
  }

  double p50() {
    return latencies.millis(0.5);
  }

  double p99() {
    return latencies.millis(0.99);
  }
}
