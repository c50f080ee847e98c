package mx.vozrural.admin;

import static org.assertj.core.api.Assertions.assertThat;

import mx.vozrural.domain.Language;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A yardstick is as good as it is simple: whole words, whatever stands around them. */
class KeywordMatcherTest {
  private final KeywordMatcher keywords = new KeywordMatcher(Samples.catalogue());

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No hay AGUA, en El Sauz|REPORT|AGUA|EL_SAUZ",
        "hay un bache en el puente de Ciénega de Ortiz|REPORT|CAMINO|CIENEGA_DE_ORTIZ",
        "no hay señal en La Noria|REPORT|INTERNET|",
        "BAJA|OPT_OUT||",
        "la presion del agua esta baja|OPT_OUT||",
        "SI 4018361|CLOSE_CONFIRM||",
        "no 401-8361|REOPEN||",
        "agüita fresca|UNCLEAR||",
        "gracias|ACK||",
        "gracias por el agua|REPORT|AGUA|",
        "!!|UNCLEAR||"
      })
  void readsByWholeWordsAlone(String text, Intent intent, String category, String section) {
    Reading reading = keywords.read(text);
    assertThat(reading.intent()).isEqualTo(intent);
    assertThat(String.join("+", reading.categories())).isEqualTo(category == null ? "" : category);
    assertThat(reading.section()).isEqualTo(section);
  }

  @Test
  void aFewWordsAreUrgentAndAFewAreEnglish() {
    assertThat(keywords.read("URGENTE se cayo un árbol").lifeDanger()).isTrue();
    assertThat(keywords.read("se cayo un árbol").urgent()).isFalse();
    assertThat(keywords.read("the road is bad").language()).isEqualTo(Language.EN);
    assertThat(keywords.read("el camino esta feo").language()).isEqualTo(Language.ES);
  }

  @Test
  void ofTwoCategoriesThatWithMoreWordsIsMeant() {
    assertThat(keywords.read("el doctor dice que la bomba no da agua").categories())
        .containsExactly("AGUA");
  }

  @Test
  void nothingIsEmpty() {
    assertThat(keywords.read("  ").intent()).isEqualTo(Intent.EMPTY);
  }
}
