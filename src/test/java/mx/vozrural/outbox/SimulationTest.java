package mx.vozrural.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumMap;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Ten thousand ways in which things go wrong; {@code scripts/bench simulate} tries a million. */
class SimulationTest {
  private static final int SCHEDULES = 10_000;

  @Test
  void no_schedule_loses_repeats_or_overtakes_a_text_or_texts_who_said_ALTO() {
    Map<Delivery.State, Integer> ends = new EnumMap<>(Delivery.State.class);
    LongStream.range(0, SCHEDULES)
        .parallel()
        .mapToObj(Simulation::run)
        .forEach(one -> {
          synchronized (ends) {
            one.forEach((state, count) -> ends.merge(state, count, Integer::sum));
          }
        });

    // Each end is reached, or its rule was not tried.
    assertThat(ends)
        .containsKeys(
            Delivery.State.ACCEPTED,
            Delivery.State.SENT,
            Delivery.State.DELIVERED,
            Delivery.State.FAILED,
            Delivery.State.PARKED,
            Delivery.State.CANCELLED,
            Delivery.State.EXPIRED);
    assertThat(ends.get(Delivery.State.DELIVERED)).isGreaterThan(SCHEDULES);
  }

  /**
   * Seeds that once failed. 3048: a given-up try's name in the list was taken for an equal text's.
   * 1000523149: of two equal texts of unknown fate the list gave one the other's name, so that the
   * next left before its own copy. 1000779280: an answer took the name of a sending of the same
   * words, whose text was then not found and sent again.
   */
  @ParameterizedTest
  @ValueSource(longs = {3048, 5926, 1_000_523_149, 1_000_779_280})
  void a_schedule_that_failed_once_holds(long seed) {
    assertThat(Simulation.run(seed)).isNotEmpty();
  }
}
