package mx.vozrural;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that stands still until a test moves it. */
final class TestClock implements InstantSource {
  /** A Monday, ten in the morning in Chihuahua. */
  static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");

  private volatile Instant now = MONDAY;

  @Override
  public Instant instant() {
    return now;
  }

  void set(Instant instant) {
    now = instant;
  }

  /** Only the test's own thread moves it. */
  synchronized void pass(Duration time) {
    now = now.plus(time);
  }
}
