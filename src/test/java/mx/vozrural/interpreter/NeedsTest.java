package mx.vozrural.interpreter;

import static mx.vozrural.interpreter.Samples.category;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NeedsTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "el poso se seco y no ay agua|AGUA",
        "ay un poso grande en la carretera|CAMINO",
        "la alcantarilla apesta y bota popo|DRENAJE",
        "la alcantarilla del camino se tapo de ramas|CAMINO",
        "no pasa el camion de la basura|BASURA",
        "no pasa el camion de la prepa|TRANSPORTE",
        "no hay presion en el agua|AGUA",
        "traigo la presion alta y no hay medico|SALUD",
        "se quemo la bomba del agua|AGUA",
        "se quemo el pastizal|PROTCIVIL",
        "la luz esta muy baja y quema los aparatos|LUZ",
        "no hay luz en la calle|ALUMBRADO",
        "la lampara de la calle no prende|ALUMBRADO",
        "vacunen a los perros contra la rabia|ANIMAL",
        "vacunen a los niños|SALUD"
      })
  void ambiguousWordsAreReadByWhatStandsNear(String text, String category) {
    assertThat(interpreter.read(text).categories()).containsExactly(category);
  }

  @Test
  void theStrongestNeedComesFirst() {
    assertThat(interpreter.read("no hay luz ni luz ni electricidad y no hay señal").categories())
        .containsExactly("LUZ", "INTERNET");
  }

  @ParameterizedTest
  @CsvSource({"no hay agua y no hay luz,AGUA,LUZ", "no hay luz y no hay agua,LUZ,AGUA"})
  void ofEquallyStrongNeedsTheFirstToldComesFirst(String text, String first, String second) {
    assertThat(interpreter.read(text).categories()).containsExactly(first, second);
  }

  @Test
  void eachCategoryHasItsOwnWords() {
    Interpreter ofAPort =
        new Interpreter(
            Samples.with(
                category("PESCA", "AGRO", "lancha"), category("MUELLE", "CAMINO", "muelle")));
    assertThat(ofAPort.read("ocupo motor para mi lancha").categories()).containsExactly("PESCA");
    assertThat(ofAPort.read("esta roto nuestro muelle").categories()).containsExactly("MUELLE");
  }

  @Test
  void aMunicipalityReadsTheWordsOfABaseUnderItsOwnCode() {
    Interpreter interpreter =
        new Interpreter(Samples.with(category("A1", "AGUA"), category("B2", "LUZ")));
    assertThat(interpreter.read("no hay agua").categories()).containsExactly("A1");
    assertThat(interpreter.read("no hay luz").categories()).containsExactly("B2");
  }

  @Test
  void aNeedThatNoCategoryReadsIsLeftOut() {
    Interpreter interpreter = new Interpreter(Samples.with(category("A1", "AGUA")));
    assertThat(interpreter.read("no hay luz en el sauz").categories()).isEmpty();
  }

  @Test
  void ofTwoCategoriesOfABaseItsNamesakeReadsItsWords() {
    Interpreter interpreter =
        new Interpreter(
            Samples.with(
                category("PUENTES", "CAMINO", "puente colgante"), category("CAMINO", "CAMINO")));
    assertThat(interpreter.read("el camino esta lleno de baches").categories())
        .containsExactly("CAMINO");
    assertThat(interpreter.read("el puente colgante").categories()).containsExactly("PUENTES");
  }

  @Test
  void aMunicipalityAddsItsOwnWords() {
    Interpreter interpreter =
        new Interpreter(Samples.with(category("PESCA", "AGRO", "lancha", "Red de Pesca", "")));
    assertThat(interpreter.read("ocupo motor para mi lancha").categories())
        .containsExactly("PESCA");
    assertThat(interpreter.read("se rompio la ret de pesca").categories()).isEmpty();
    assertThat(interpreter.read("se rompio la red de pesca").categories()).containsExactly("PESCA");
  }
}
