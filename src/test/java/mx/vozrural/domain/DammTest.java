package mx.vozrural.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DammTest {

  /** The first is the example of Damm's thesis; every row of the table is read once. */
  @ParameterizedTest
  @CsvSource({
    "572, 4",
    "0, 0",
    "1, 3",
    "2, 1",
    "3, 7",
    "4, 5",
    "5, 9",
    "6, 8",
    "7, 6",
    "8, 4",
    "9, 2",
    "123456, 6",
    "100000, 2",
    "999999, 0",
    "99999999999, 9",
  })
  void the_check_digit_is_the_one_of_damms_table(String digits, char check) {
    assertThat(Damm.checkDigit(digits)).isEqualTo(check);
    assertThat(Damm.holds(digits + check)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"5720", "5742", "7524", "572", "57244"})
  void other_digits_do_not_hold(String digits) {
    assertThat(Damm.holds(digits)).isFalse();
  }

  @Test
  void every_pair_of_neighbours_is_told_from_its_swap_after_every_digit() {
    for (int before = 0; before < 10; before++) {
      for (int one = 0; one < 10; one++) {
        for (int other = 0; other < 10; other++) {
          char straight = Damm.checkDigit("" + before + one + other);
          char swapped = Damm.checkDigit("" + before + other + one);
          assertThat(straight == swapped).as("%s%s%s", before, one, other).isEqualTo(one == other);
        }
      }
    }
  }
}
