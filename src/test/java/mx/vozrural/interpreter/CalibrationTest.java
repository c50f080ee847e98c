package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalibrationTest {
  private static final Calibration MEASURED =
      new Calibration(List.of(0.2, 0.4, 0.4, 0.8), List.of(0.1, 0.3, 0.5, 0.9));

  @ParameterizedTest(name = "{0} was right {1}")
  @CsvSource({
    "0.00, 0.10",
    "0.19, 0.10",
    "0.20, 0.10",
    "0.25, 0.15",
    "0.30, 0.20",
    "0.40, 0.30",
    "0.41, 0.51",
    "0.60, 0.70",
    "0.80, 0.90",
    "0.81, 0.90",
    "1.00, 0.90"
  })
  void between_two_points_it_goes_straight_and_beyond_them_it_stays(double given, double right) {
    assertThat(MEASURED.of(given)).isCloseTo(right, within(1e-9));
  }

  @Test
  void where_nothing_was_measured_the_model_is_believed() {
    assertThat(Calibration.NONE.of(0.37)).isEqualTo(0.37);
  }

  @Test
  void a_point_without_its_other_half_is_refused() {
    assertThatThrownBy(() -> new Calibration(List.of(0.1), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
