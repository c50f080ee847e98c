package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private final TestClock clock = new TestClock();
  private final Limits limits = new Limits(3, Duration.ofSeconds(30), 2, clock);

  private void takeAll(String key) {
    for (int i = 0; i < 3; i++) {
      assertThat(limits.take(key)).isEmpty();
    }
  }

  @Test
  void afterTheMostTheNextWaitsForOneToComeBack() {
    takeAll("a");
    assertThat(limits.take("a")).contains(Duration.ofSeconds(10));
    clock.move(Duration.ofSeconds(10));
    assertThat(limits.take("a")).isEmpty();
    assertThat(limits.take("a")).isPresent();
  }

  @Test
  void eachKeyCountsForItself() {
    takeAll("a");
    takeAll("b");
  }

  @Test
  void lookingDoesNotCount() {
    for (int i = 0; i < 10; i++) {
      assertThat(limits.spent("a")).isEmpty();
    }
    takeAll("a");
    assertThat(limits.spent("a")).contains(Duration.ofSeconds(10));
  }

  @Test
  void ofTooManyKeysTheOneUnseenForLongestIsForgotten() {
    takeAll("a");
    takeAll("b");
    assertThat(limits.take("a")).isPresent();
    takeAll("c");
    assertThat(limits.take("a")).as("seen after b").isPresent();
    assertThat(limits.take("b")).as("forgotten").isEmpty();
  }
}
