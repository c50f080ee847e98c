package mx.vozrural.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From the links that are there to those that are wanted, one line of history each. */
class LinksTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        // linked | wanted | steps, each with what is linked after it
        "- | - | -",
        "A | A | -",
        "- | A | +A=A",
        "A | - | -A=",
        "B | A B | +A=A B",
        "A B C | C D | -A=B C, -B=C, +D=C D",
        "- | B A B | +B=B, +A=A B"
      })
  void each_link_is_a_step(
      @Nullable String linked, @Nullable String wanted, @Nullable String steps) {
    assertThat(
            Links.steps(ids(linked), ids(wanted)).stream()
                .map(step ->
                    (step.links() ? "+" : "-")
                        + step.commitment()
                        + "="
                        + String.join(" ", step.after()))
                .toList())
        .isEqualTo(steps == null ? List.of() : Arrays.asList(steps.split(", ", -1)));
  }

  private static List<String> ids(@Nullable String typed) {
    return typed == null ? List.of() : List.of(typed.split(" ", -1));
  }
}
