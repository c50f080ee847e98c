package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.interpreter.Evaluation.Confusion;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EvaluationTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @Test
  void countsWhatWasReadAsLabelledAndWhatWasNot() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter,
            List.of(
                text(
                    "no hay agua ni luz en el sauz",
                    "report",
                    "EL_SAUZ",
                    false,
                    "es",
                    "LUZ",
                    "AGUA"),
                text("se quema el cerro", "report", null, true, "es", "PROTCIVIL"),
                text("gracias", "report", "GUADALUPE", true, "en", "LUZ"),
                text("gracias!", "report", null, true, "es", "LUZ"),
                text("hay lumbre", "report", null, false, "es", "PROTCIVIL")));
    assertThat(evaluation.size()).isEqualTo(5);
    assertThat(evaluation.intent().accuracy()).isEqualTo(0.6);
    assertThat(evaluation.intent().confusions()).containsExactly(new Confusion("report", "ack", 2));
    assertThat(evaluation.categories().right()).isEqualTo(3);
    assertThat(evaluation.categories().confusions()).containsExactly(new Confusion("LUZ", "-", 2));
    assertThat(evaluation.section().confusions())
        .containsExactly(new Confusion("GUADALUPE", "-", 1));
    assertThat(evaluation.language().accuracy()).isEqualTo(0.8);
    assertThat(evaluation.urgentRecall()).isEqualTo(1 / 3.0);
    assertThat(evaluation.urgentPrecision()).isEqualTo(0.5);
  }

  @Test
  void noTextsAreReadWithoutFault() {
    Evaluation evaluation = Evaluation.of(interpreter, List.of());
    assertThat(evaluation.intent().accuracy()).isEqualTo(1);
    assertThat(evaluation.urgentRecall()).isEqualTo(1);
    assertThat(evaluation.urgentPrecision()).isEqualTo(1);
  }

  @Test
  void theMostFrequentConfusionComesFirst() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter,
            List.of(
                text("hola", "spam", null, false, "es"),
                text("gracias", "help", null, false, "es"),
                text("hola", "help", null, false, "es")));
    assertThat(evaluation.intent().confusions())
        .containsExactly(new Confusion("help", "ack", 2), new Confusion("spam", "ack", 1));
  }

  private static LabelledText text(
      String body,
      String intent,
      @org.jspecify.annotations.Nullable String section,
      boolean urgent,
      String language,
      String... categories) {
    return new LabelledText(body, intent, List.of(categories), section, urgent, language);
  }
}
