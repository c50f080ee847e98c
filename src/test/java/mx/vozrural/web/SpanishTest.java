package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.stream.Stream;
import mx.vozrural.domain.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpanishTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);

  @ParameterizedTest
  @CsvSource({
    "2025-11-24, lun 24 nov",
    "2025-09-07, dom 7 sep",
    "2025-12-31, mié 31 dic",
    "2026-01-06, mar 6 ene 2026",
    "2024-05-31, vie 31 may 2024"
  })
  void daysAreWrittenWithTheirYearOnlyWhereItIsAnother(LocalDate day, String words) {
    assertThat(Spanish.day(day, TODAY)).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "00:05, 12:05 a. m.",
    "11:59, 11:59 a. m.",
    "12:00, 12:00 p. m.",
    "14:30, 2:30 p. m."
  })
  void timesAreOfTwelveHours(LocalTime time, String words) {
    assertThat(Spanish.time(time)).isEqualTo(words);
  }

  @Test
  void numbersAndMoneyHaveCommasForThousands() {
    assertThat(Spanish.number(1_234_567)).isEqualTo("1,234,567");
    assertThat(Spanish.pesos(new BigDecimal("1234.5"))).isEqualTo("$1,234.50");
    assertThat(Spanish.count(1, "vecino", "vecinos")).isEqualTo("1 vecino");
    assertThat(Spanish.count(0, "vecino", "vecinos")).isEqualTo("0 vecinos");
  }

  @ParameterizedTest
  @CsvSource({
    "59, ahora",
    "60, hace 1 min",
    "3599, hace 59 min",
    "3600, hace 1 h",
    "86399, hace 23 h",
    "86400, hace 1 día",
    "259200, hace 3 días"
  })
  void agesAreRoundedDown(long seconds, String words) {
    assertThat(Spanish.age(Duration.ofSeconds(seconds))).isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource({
    "2025-11-21, 3 días tarde",
    "2025-11-23, 1 día tarde",
    "2025-11-24, vence hoy",
    "2025-11-25, vence mañana",
    "2025-11-26, vence en 2 días"
  })
  void whatIsDueIsSaidInWords(LocalDate due, String words) {
    assertThat(Spanish.due(due, TODAY)).isEqualTo(words);
  }

  @Test
  void theDayOfAnInstantIsTheMunicipalitys() {
    Site site = Rendered.site();
    assertThat(site.moment(Rendered.NOW)).isEqualTo("lun 24 nov, 2:30 p. m.");
    // 05:59 UTC is still the evening before in Chihuahua, six hours behind.
    assertThat(site.day(java.time.Instant.parse("2025-11-25T05:59:00Z"))).isEqualTo("lun 24 nov");
  }

  @Test
  void everyStateHasWordsOfItsOwn() {
    assertThat(
            Arrays.stream(Status.values())
                .flatMap(s -> Stream.of(StatusWords.label(s), StatusWords.said(s))))
        .doesNotHaveDuplicates()
        .hasSize(22);
  }
}
