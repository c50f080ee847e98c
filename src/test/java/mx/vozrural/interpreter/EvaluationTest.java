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
            interpreter::read,
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
    Evaluation evaluation = Evaluation.of(interpreter::read, List.of());
    assertThat(evaluation.intent().accuracy()).isEqualTo(1);
    assertThat(evaluation.urgentRecall()).isEqualTo(1);
    assertThat(evaluation.urgentPrecision()).isEqualTo(1);
  }

  @Test
  void theMostFrequentConfusionComesFirst() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter::read,
            List.of(
                text("hola", "spam", null, false, "es"),
                text("gracias", "help", null, false, "es"),
                text("hola", "help", null, false, "es")));
    assertThat(evaluation.intent().confusions())
        .containsExactly(new Confusion("help", "ack", 2), new Confusion("spam", "ack", 1));
  }

  @Test
  void dangerToLifeIsCountedWhereItIsDueAndWhereItIsNot() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter::read,
            List.of(
                life("se quema mi casa con mi mama adentro", true),
                life("gracias", true),
                life("auxilio nos lleva el arroyo", false),
                life("no hay luz en el sauz", false),
                life("hola", false)));
    Evaluation.Alarms alarms = evaluation.life().alarms();
    assertThat(alarms).isEqualTo(new Evaluation.Alarms(1, 1, 1, 2));
    assertThat(alarms.due()).isEqualTo(2);
    assertThat(alarms.told()).isEqualTo(2);
    assertThat(alarms.undue()).isEqualTo(3);
    assertThat(alarms.recall()).isEqualTo(0.5);
    assertThat(alarms.precision()).isEqualTo(0.5);
  }

  @Test
  void aTextIsWrongInEachLabelThatWasReadOtherwise() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter::read,
            List.of(
                text("gracias", "report", "GUADALUPE", true, "es", "LUZ"),
                text("gracias", "ack", null, false, "es")));
    assertThat(evaluation.outcomes().getFirst().wrong())
        .containsExactly(Label.INTENT, Label.CATEGORIES, Label.SECTION, Label.URGENT);
    assertThat(evaluation.outcomes().getLast().wrong()).isEmpty();
  }

  @Test
  void theSumOfTwoIsAsIfTheirTextsWereOnes() {
    List<LabelledText> some = List.of(text("gracias", "ack", null, false, "es"));
    List<LabelledText> more =
        List.of(
            text("hola", "spam", null, false, "es"),
            text("hay lumbre", "report", null, true, "es"));
    Evaluation sum =
        Evaluation.sum(
            List.of(
                Evaluation.of(interpreter::read, some), Evaluation.of(interpreter::read, more)));
    assertThat(sum.size()).isEqualTo(3);
    assertThat(sum.intent().right()).isEqualTo(2);
    assertThat(sum.urgentRecall()).isEqualTo(1);
  }

  @Test
  void aConfidenceCountsWhereTheReadingNamesSomethingToBeSureOf() {
    Evaluation evaluation =
        Evaluation.of(
            interpreter::read,
            List.of(
                text("ALTA", "opt_in", null, false, "es"),
                text("no hay agua en el sauz", "report", "EL_SAUZ", false, "es", "LUZ")));
    assertThat(evaluation.reliability(Label.INTENT).texts()).isEqualTo(2);
    Reliability categories = evaluation.reliability(Label.CATEGORIES);
    assertThat(categories.texts()).isOne();
    assertThat(categories.bins().getFirst().right()).isZero();
    assertThat(evaluation.reliability(Label.LIFE).texts()).isZero();
  }

  private static LabelledText life(String body, boolean life) {
    return new LabelledText(body, "report", List.of(), null, life, life, "es");
  }

  private static LabelledText text(
      String body,
      String intent,
      @org.jspecify.annotations.Nullable String section,
      boolean urgent,
      String language,
      String... categories) {
    return new LabelledText(body, intent, List.of(categories), section, urgent, false, language);
  }
}
