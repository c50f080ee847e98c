package mx.vozrural.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import mx.vozrural.outbox.GatewayList.Listed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepTest {
  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");
  private static final Instant DAY = Instant.parse("2026-11-22T00:00:00Z");
  private static final Sweep SWEEP = new Sweep(DAY, Instant.parse("2026-11-23T00:00:00Z"));

  @ParameterizedTest
  @CsvSource({
    ", 2026-11-22",
    "2026-11-23T15:00:00Z, 2026-11-22",
    "2026-11-20T23:59:59Z, 2026-11-20",
    "2026-11-16T17:00:00Z, 2026-11-16",
    "2026-10-01T00:00:00Z, 2026-11-16"
  })
  void a_pass_begins_where_a_price_is_missing_yesterday_at_the_latest_a_week_ago_at_the_earliest(
      @Nullable Instant oldest, String day) {
    Sweep sweep = Sweep.start(oldest, NOW);

    assertThat(sweep.from()).isEqualTo(Instant.parse(day + "T00:00:00Z"));
    assertThat(sweep.until()).isEqualTo(sweep.from().plusSeconds(86_400));
    assertThat(sweep.over()).isFalse();
  }

  @Test
  void day_after_day_until_today_then_it_is_over() {
    Sweep today = SWEEP.nextDay(NOW);

    assertThat(today.from()).isEqualTo(Instant.parse("2026-11-23T00:00:00Z"));
    assertThat(today.over()).isFalse();
    assertThat(today.nextDay(NOW).over()).isTrue();
  }

  @Test
  void of_a_day_read_in_part_the_older_part_is_left_the_last_second_included() {
    Sweep rest = SWEEP.rest(listed("2026-11-22T20:00:00Z", null, "2026-11-22T18:00:00Z"));

    assertThat(rest).isEqualTo(new Sweep(DAY, Instant.parse("2026-11-22T18:00:01Z")));
    assertThat(rest.nextDay(NOW)).isEqualTo(SWEEP.nextDay(NOW));
    assertThat(SWEEP.rest(listed((String) null))).isEqualTo(SWEEP);
    assertThat(SWEEP.rest(listed("2026-11-23T05:00:00Z"))).isEqualTo(SWEEP);
  }

  private static List<Listed> listed(@Nullable String... times) {
    return Arrays.stream(times)
        .map(time ->
            new Listed(
                "SM1", "sent", 1, null, null, null, time == null ? null : Instant.parse(time)))
        .toList();
  }
}
