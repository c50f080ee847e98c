package mx.vozrural.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import mx.vozrural.outbox.QuietHours;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SendingHoursTest {
  private static final ZoneId ZONE = ZoneId.of("America/Chihuahua");
  private static final QuietHours NIGHT =
      new QuietHours(LocalTime.of(21, 0), LocalTime.of(9, 0), ZONE);

  /** Ten texts a second: 36,000 an hour, 432,000 in the twelve hours of a day. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2026-11-23T10:00:00 | 1 | 2026-11-23T10:00:01",
        "2026-11-23T10:00:00 | 36000 | 2026-11-23T11:00:00",
        "2026-11-23T03:00:00 | 36000 | 2026-11-23T10:00:00",
        "2026-11-23T20:00:00 | 36000 | 2026-11-23T21:00:00",
        "2026-11-23T20:00:00 | 36010 | 2026-11-24T09:00:01",
        "2026-11-23T22:00:00 | 432000 | 2026-11-24T21:00:00",
        "2026-11-23T21:00:00 | 432010 | 2026-11-25T09:00:01"
      })
  void the_nights_are_passed_over(String now, long texts, String finish) {
    assertThat(new SendingHours(10, NIGHT).finish(at(now), texts)).isEqualTo(at(finish));
  }

  @Test
  void without_quiet_hours_it_goes_on_through_the_night() {
    SendingHours hours = new SendingHours(10, QuietHours.off(ZONE));
    assertThat(hours.finish(at("2026-11-23T20:00:00"), 144_000))
        .isEqualTo(at("2026-11-24T00:00:00"));
    assertThat(hours.open(at("2026-11-23T23:59:59"))).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-23T08:59:59, false",
    "2026-11-23T09:00:00, true",
    "2026-11-23T20:59:49, true",
    "2026-11-23T20:59:50, false",
    "2026-11-23T21:00:00, false"
  })
  void it_closes_before_what_is_under_way_would_leave_at_night(String now, boolean open) {
    assertThat(new SendingHours(10, NIGHT).open(at(now))).isEqualTo(open);
  }

  private static Instant at(String local) {
    return java.time.LocalDateTime.parse(local).atZone(ZONE).toInstant();
  }
}
