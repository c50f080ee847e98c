package mx.vozrural.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Calibration;
import org.junit.jupiter.api.Test;

class IsotonicTest {

  private static List<Isotonic.Point> points(double given, int right, int wrong) {
    List<Isotonic.Point> points = new ArrayList<>();
    for (int i = 0; i < right + wrong; i++) {
      points.add(new Isotonic.Point(given, i < right));
    }
    return points;
  }

  @Test
  void an_overconfident_guess_is_told_as_often_right_as_it_was() {
    List<Isotonic.Point> points = points(0.2, 10, 90);
    points.addAll(points(0.9, 60, 40));
    Calibration curve = Isotonic.curve(points, 2);

    assertThat(curve.of(0.9)).isEqualTo(0.6);
    assertThat(curve.of(0.2)).isEqualTo(0.1);
    assertThat(curve.of(0.55)).isBetween(0.3, 0.4);
    assertThat(curve.of(1)).isEqualTo(0.6);
  }

  @Test
  void it_never_falls() {
    List<Isotonic.Point> points = points(0.3, 50, 50);
    points.addAll(points(0.6, 30, 70));
    points.addAll(points(0.9, 80, 20));
    Calibration curve = Isotonic.curve(points, 3);

    assertThat(curve.right()).isSorted();
    assertThat(curve.of(0.45)).isEqualTo(0.4);
  }

  @Test
  void without_points_a_probability_stands_for_itself() {
    assertThat(new Calibration(List.of(), List.of()).of(0.7)).isEqualTo(0.7);
  }
}
