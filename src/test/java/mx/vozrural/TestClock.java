package mx.vozrural;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicReference;

/** Time that stands still until a test moves it. */
final class TestClock implements InstantSource {
  /** A Monday, ten in the morning in Chihuahua. */
  static final Instant MONDAY = Instant.parse("2026-11-23T16:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(MONDAY);

  @Override
  public Instant instant() {
    return now.get();
  }

  void set(Instant instant) {
    now.set(instant);
  }

  void pass(Duration time) {
    now.updateAndGet(instant -> instant.plus(time));
  }
}
