package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import mx.vozrural.domain.Language;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InterpreterTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No hay agua|no  hay AGUA!!!",
        "camión dañado.|CAMION DANADO",
        "¿Ya quedó?|ya quedo",
        "hola/buenas|hola buenas",
        "van 3, son 4|van 3 son 4"
      })
  void equalWordsHaveTheSameKey(String text, String other) {
    assertThat(Interpreter.key(text)).isEqualTo(Interpreter.key(other));
  }

  @ParameterizedTest
  @CsvSource({"no hay agua,no hay luz", "1,2", "a b,ab", "'',a", "!,?"})
  void otherWordsHaveAnotherKey(String text, String other) {
    assertThat(Interpreter.key(text)).isNotEqualTo(Interpreter.key(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "no hay agua en el charco|ES",
        "my cow is sick, el charco|EN",
        "my truck se quedo en the road pero ya salio|MIXED",
        "gracias|ES",
        "thanks|EN",
        "12345|UND",
        "🙏|UND",
        "ok|ES",
        "el wifi no jala|ES"
      })
  void theLanguageIsThatOfItsWords(String text, Language language) {
    assertThat(interpreter.read(text).language()).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "no hay agua en el charco|es",
        "my cow is sick, el charco|en",
        "thanks|en",
        "my truck se quedo en the road pero ya salio|es",
        "avisos|-",
        "stop|-",
        "SUMO 4018361|-",
        "El Charco|-",
        "in El Charco|-",
        "near the school in El Charco|en",
        "gracias|-",
        "muchas gracias|es",
        "12345|-",
        "🙏|-",
        "ok|-"
      })
  void aSentenceShowsALanguageAndAKeywordOrANameShowsNone(String text, @Nullable String shown) {
    assertThat(interpreter.read(text).shownLanguage()).isEqualTo(shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\n", "\u00A0\u00A0", "\u200B", "\t "})
  void nothingIsEmpty(String text) {
    Reading reading = interpreter.read(text);
    assertThat(reading.intent()).isEqualTo(Intent.EMPTY);
    assertThat(reading.content()).isEmpty();
    assertThat(reading.evidence()).isEmpty();
  }

  @Test
  void aSlipInATableIsToldAtOnce() {
    RuleBookBuilder builder = new RuleBookBuilder();
    assertThatThrownBy(() -> builder.phrase("need X", 3, "a -b_c d"))
        .hasMessageContaining("Only single words");
    builder.phrase("need X", 3, "@missing");
    assertThatThrownBy(builder::build).hasMessageContaining("@missing");
    RuleBookBuilder other = new RuleBookBuilder();
    other.phrase("need X", 3, "a/b");
    assertThatThrownBy(other::build).hasMessageContaining("a/b");
    assertThatThrownBy(() -> Tables.lines("none.txt")).hasMessageContaining("none.txt");
  }

  @Test
  void theTraitsCanNotBeChanged() {
    assertThatThrownBy(() -> interpreter.read("no hay luz desde ayer").traits().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }
}
