package mx.vozrural.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortDateTest {

  @ParameterizedTest
  @CsvSource({
    "2026-11-27, es, vie 27 nov",
    "2026-11-27, en, Fri 27 Nov",
    "2026-11-28, es, sab 28 nov",
    "2026-09-30, es, mie 30 sep",
    "2027-01-03, es, dom 3 ene",
    "2026-11-23, es, hoy",
    "2026-11-23, en, today",
    "2026-11-23, und, hoy"
  })
  void namesADayInTheAlphabetOfTexts(LocalDate day, String language, String expected) {
    assertThat(ShortDate.of(day, LocalDate.of(2026, 11, 23), language)).isEqualTo(expected);
  }
}
