package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A small one of the runs that {@code scripts/bench faults} makes. */
@Tag("slow")
class FaultsTest {

  @Test
  void each_text_is_taken_once_or_shown_to_staff_though_Twilio_fails_and_all_is_killed()
      throws Exception {
    FaultsRun.Plan plan = new FaultsRun.Plan(7, 60, 1, 1, Duration.ofMinutes(1), List.of());
    try (FaultsRun run = new FaultsRun(plan, step -> {})) {
      FaultsRun.Outcome outcome = run.run();

      assertThat(outcome.lost()).as("lost").isZero();
      assertThat(outcome.twice()).as("twice").isZero();
      assertThat(outcome.once() + outcome.parked()).isEqualTo(60);
      // Half of the texts at least: else nothing was proved.
      assertThat(outcome.once()).isGreaterThan(30);
      assertThat(outcome.repeated()).as("other texts sent twice").isZero();
      assertThat(outcome.refused()).as("callbacks refused").isZero();
    }
  }
}
