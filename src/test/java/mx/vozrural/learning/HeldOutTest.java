package mx.vozrural.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import mx.vozrural.interpreter.Evaluation;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Label;
import mx.vozrural.interpreter.LabelledText;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Samples;
import org.junit.jupiter.api.Test;

/**
 * How well the built model reads the texts that were kept apart. The bounds lie a little under what
 * it reached, so that a change for the worse is seen; they are no target. Look at the totals alone:
 * who looks at the texts can't judge by them any more.
 */
class HeldOutTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static List<LabelledText> texts() throws IOException {
    List<LabelledText> texts = new ArrayList<>();
    for (String set : List.of("a", "b", "c", "d", "e", "f", "g")) {
      try (InputStream in =
          Objects.requireNonNull(
              Interpreter.class.getResourceAsStream("heldout/" + set + ".jsonl"))) {
        for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
          texts.add(text(JSON.readTree(line)));
        }
      }
    }
    return texts;
  }

  private static LabelledText text(JsonNode node) {
    List<String> categories = new ArrayList<>();
    node.path("categories").forEach(c -> categories.add(c.asText()));
    return new LabelledText(
        node.path("body").asText(),
        node.path("intent").asText(),
        categories,
        node.path("section").textValue(),
        node.path("urgent").asBoolean(),
        node.path("life").asBoolean() || node.path("note").asText().startsWith("LIFE:"),
        node.path("language").asText());
  }

  @Test
  void texts_that_nobody_wrote_rules_for_are_read_as_before_or_better() throws IOException {
    Evaluation all =
        Evaluation.of(new Interpreter(Samples.catalogue(), ModelFile.built())::read, texts());

    assertThat(all.size()).isEqualTo(1_090);
    assertThat(all.intent().accuracy()).isGreaterThan(0.93);
    assertThat(all.categories().accuracy()).isGreaterThan(0.85);
    assertThat(all.section().accuracy()).isGreaterThan(0.96);
    assertThat(all.urgentRecall()).isGreaterThan(0.96);
    assertThat(all.urgentPrecision()).isGreaterThan(0.85);
    assertThat(all.language().accuracy()).isGreaterThan(0.97);
    assertThat(all.life().alarms().due()).isEqualTo(146);
    assertThat(all.life().alarms().recall()).isGreaterThan(0.97);
    assertThat(all.life().alarms().wrongly()).isLessThan(36);
  }

  @Test
  void whoever_is_in_danger_is_told_of_911_and_few_others_are() throws IOException {
    Interpreter interpreter = new Interpreter(Samples.catalogue(), ModelFile.built());
    long missed = 0;
    long beside = 0;
    for (LabelledText text : texts()) {
      Reading reading = interpreter.read(text.body());
      boolean told = reading.lifeDanger() || reading.has(Reading.Trait.MAY_BE_DANGER);
      missed += text.life() && !told ? 1 : 0;
      beside += !text.life() && told ? 1 : 0;
    }

    assertThat(missed).isZero();
    assertThat(beside).isLessThan(110);
  }

  @Test
  void a_reading_is_about_as_often_right_as_it_is_sure() throws IOException {
    Evaluation all =
        Evaluation.of(new Interpreter(Samples.catalogue(), ModelFile.built())::read, texts());

    assertThat(all.reliability(Label.INTENT).expectedError()).isLessThan(0.04);
    assertThat(all.reliability(Label.CATEGORIES).expectedError()).isLessThan(0.06);
    assertThat(all.reliability(Label.URGENT).expectedError()).isLessThan(0.04);
  }

  @Test
  void an_insult_around_a_need_is_a_report() {
    Interpreter interpreter = new Interpreter(Samples.catalogue(), ModelFile.built());

    assertThat(
            interpreter.read("puro pinche cuento ustedes, el camino sigue igual d jodido").intent())
        .isNotEqualTo(Intent.ABUSE);
    assertThat(interpreter.read("pinches inutiles no hay agua desde ayer").categories())
        .containsExactly("AGUA");
  }

  @Test
  void who_asks_whether_it_is_done_doesnt_say_so() {
    Interpreter interpreter = new Interpreter(Samples.catalogue(), ModelFile.built());

    for (String text : List.of("¿Ya quedó?", "¿Ya arreglaron la bomba?", "ya quedo el 4018361?")) {
      assertThat(interpreter.read(text).intent()).as(text).isEqualTo(Intent.STATUS_QUERY);
      assertThat(interpreter.read(text).has(Reading.Trait.SAYS_SOLVED)).as(text).isFalse();
    }
    assertThat(interpreter.read("Ya quedó").intent()).isEqualTo(Intent.CLOSE_CONFIRM);
  }

  @Test
  void the_model_reads_them_better_than_the_tables_alone() throws IOException {
    Evaluation tables = Evaluation.of(new Interpreter(Samples.catalogue())::read, texts());
    Evaluation model =
        Evaluation.of(new Interpreter(Samples.catalogue(), ModelFile.built())::read, texts());

    assertThat(model.intent().right()).isGreaterThan(tables.intent().right());
    assertThat(model.categories().right()).isGreaterThan(tables.categories().right());
    assertThat(model.urgentRecall()).isGreaterThan(tables.urgentRecall());
  }
}
