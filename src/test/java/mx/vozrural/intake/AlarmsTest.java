package mx.vozrural.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import mx.vozrural.domain.WorkingDays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of the service → what is wrong with it. */
class AlarmsTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chihuahua");

  /** A Monday, ten in the morning. */
  private static final Instant NOW = Instant.parse("2026-11-23T16:00:00Z");

  private static final Alarms.Silence SILENCE = silence(Duration.ofHours(4));

  private static Alarms.Silence silence(Duration most) {
    return new Alarms.Silence(
        most, LocalTime.of(9, 0), LocalTime.of(18, 0), new WorkingDays(List.of(), Set.of()), ZONE);
  }

  private static Alarms.Facts well() {
    return new Alarms.Facts(true, NOW, NOW, null, null, false, false, 0, 0, 0);
  }

  @Test
  void nothing_is_wrong_with_a_service_that_is_well() {
    assertThat(Alarms.of(well(), SILENCE, NOW)).isEmpty();
  }

  @Test
  void each_fact_raises_its_own_alarm() {
    Instant longAgo = NOW.minus(Duration.ofMinutes(11));
    assertThat(
            Alarms.of(
                new Alarms.Facts(false, longAgo, NOW, longAgo, longAgo, true, true, 1, 1, 1),
                SILENCE,
                NOW))
        .containsExactly(
            Alarm.DATABASE,
            Alarm.DISPATCHER,
            Alarm.HALTED,
            Alarm.REFUSED,
            Alarm.WEBHOOK,
            Alarm.OUTBOX,
            Alarm.SPOOL,
            Alarm.UNFILED,
            Alarm.PARKED);
  }

  @ParameterizedTest
  @CsvSource({
    "PT10M, false",
    "PT10M0.001S, true",
    "PT0S, false",
    "-PT1H, false",
  })
  void a_text_that_is_due_for_over_ten_minutes_is_a_growing_outbox(Duration waited, boolean alarm) {
    Alarms.Facts facts =
        new Alarms.Facts(true, NOW, NOW, NOW.minus(waited), null, false, false, 0, 0, 0);

    assertThat(Alarms.of(facts, SILENCE, NOW).contains(Alarm.OUTBOX)).isEqualTo(alarm);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # newest text (UTC)    | now                  | alarm
          2026-11-23T15:00:00Z   | 2026-11-23T18:59:59Z | false
          2026-11-23T15:00:00Z   | 2026-11-23T19:00:00Z | true
          # before nine counts from nine
          2026-11-23T09:00:00Z   | 2026-11-23T18:59:00Z | false
          2026-11-23T09:00:00Z   | 2026-11-23T19:00:00Z | true
          # Friday 17:00 to Monday: one hour, then three
          2026-11-20T23:00:00Z   | 2026-11-23T17:59:00Z | false
          2026-11-20T23:00:00Z   | 2026-11-23T18:00:00Z | true
          # no alarm for a weekend or a night
          2026-11-21T00:00:00Z   | 2026-11-23T14:00:00Z | false
          # still true in the evening
          2026-11-23T15:00:00Z   | 2026-11-24T04:00:00Z | true
          # long ago
          2025-01-01T00:00:00Z   | 2026-11-23T16:00:00Z | true
          """)
  void silence_counts_working_hours(Instant newest, Instant now, boolean alarm) {
    Alarms.Facts facts = new Alarms.Facts(true, now, newest, null, null, false, false, 0, 0, 0);

    assertThat(Alarms.of(facts, SILENCE, now).contains(Alarm.SILENCE)).isEqualTo(alarm);
    assertThat(Alarms.of(facts, silence(Duration.ZERO), now)).isEmpty();
  }
}
