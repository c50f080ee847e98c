package mx.vozrural.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.readings.Corrections.Said;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LabelsTest {
  private static Labels labels(String intent, List<String> categories, @Nullable String section) {
    return new Labels(intent, categories, section, false, false);
  }

  @Test
  void the_order_of_categories_makes_no_difference_and_everything_else_does() {
    Labels read = labels("report", List.of("AGUA", "LUZ"), "EL_SAUZ");

    assertThat(read.differences(labels("report", List.of("LUZ", "AGUA"), "EL_SAUZ"))).isEmpty();
    assertThat(read.differences(new Labels("complaint", List.of("LUZ"), null, true, true)))
        .containsExactly(Field.INTENT, Field.CATEGORIES, Field.SECTION, Field.URGENT);
  }

  @Test
  void what_staff_say_nothing_about_stays_as_it_was_read() {
    Labels read = labels("report", List.of("AGUA"), "EL_SAUZ");

    assertThat(new Said(null, null, null, true).over(read))
        .isEqualTo(new Labels("report", List.of("AGUA"), "EL_SAUZ", true, false));
    assertThat(new Said(null, null, "", null).over(read))
        .isEqualTo(labels("report", List.of("AGUA"), null));
  }

  @Test
  void who_names_the_need_of_a_text_that_was_taken_for_small_talk_says_that_it_is_a_report() {
    Said said = new Said(null, List.of("LUZ"), null, null);

    assertThat(said.over(labels("ack", List.of(), null)).intent()).isEqualTo("report");
    assertThat(said.over(labels("complaint", List.of("AGUA"), null)).intent())
        .isEqualTo("complaint");
  }

  @Test
  void what_isnt_urgent_is_no_danger_to_life() {
    Labels danger = new Labels("report", List.of("PROTCIVIL"), null, true, true);

    assertThat(new Said(null, null, null, false).over(danger).life()).isFalse();
    assertThat(new Said(null, List.of("LUZ"), null, null).over(danger).life()).isTrue();
  }
}
