package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlacesTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "se fue la luz en el sauz|EL_SAUZ",
        "se fue la luz, el saus|EL_SAUZ",
        "somos del charko, no hay luz|EL_CHARCO",
        "sin luz en sienega de ortis|CIENEGA_DE_ORTIZ",
        "sin luz en la cienega|CIENEGA_DE_ORTIZ",
        "sin luz en palo blanko|CIENEGA_DE_ORTIZ",
        "paloblanco sin luz|CIENEGA_DE_ORTIZ",
        "sin luz en aguilarez|CIENEGA_DE_ORTIZ",
        "sin luz en gpe|GUADALUPE",
        "sin luz en guadalpe|GUADALUPE",
        "sin luz en col. soto|COLONIA_SOTO",
        "sin luz en soto|COLONIA_SOTO",
        "sin luz en la colonia Soto|COLONIA_SOTO",
        "no light in soledad de majalca|ZONA_CENTRO",
        "la zona centro no tiene luz|ZONA_CENTRO",
        "Guadalupe, no hay luz|GUADALUPE",
        "la iglesia de guadalupe no tiene luz|GUADALUPE",
        "soy de guadalupe y no hay luz|GUADALUPE",
        "no es en soto, es en guadalupe|GUADALUPE",
        "es en guadalupe no en soto|GUADALUPE",
        "no vivo en el charco vivo en el sauz|EL_SAUZ",
        "soy Guadalupe Soto de la piedra|CIENEGA_DE_ORTIZ",
        "me llamo Juan Ortiz, vivo en el terrero|CIENEGA_DE_ORTIZ",
        "en la noria, seccion el charco, no hay luz|EL_CHARCO",
        "el charco no tiene luz|EL_CHARCO",
        "voy rumbo a las casitas y esta feo el camino|CIENEGA_DE_ORTIZ",
        "alla no, palo blanco sigue sin luz|CIENEGA_DE_ORTIZ",
        "ya hay luz? no. en palo blanco no hay|CIENEGA_DE_ORTIZ",
        "alla no es. palo blanco si|CIENEGA_DE_ORTIZ",
        "la gente del sauz que no tiene luz|EL_SAUZ",
        "sigue sin luz el charco|EL_CHARCO",
        "sin luz en guadalupe, ortiz reporta|GUADALUPE",
        "guadalupe road is bad|GUADALUPE",
        "the guadalupe section has no power|GUADALUPE",
        "no hay agua guadalupe|GUADALUPE",
        "soy juan, guadalupe|GUADALUPE",
        "sin luz en soledad majalca|ZONA_CENTRO",
        "sin luz en soledad d majalca|ZONA_CENTRO",
        "sin luz en soledad|ZONA_CENTRO",
        "sin luz en la cienega ortiz|CIENEGA_DE_ORTIZ",
        "sin luz en zonacentro|ZONA_CENTRO"
      })
  void namesOfPlacesLeadToTheirSection(String text, String section) {
    Reading reading = interpreter.read(text);
    assertThat(reading.section()).isEqualTo(section);
    assertThat(reading.has(Trait.SAYS_WHERE)).isTrue();
    assertThat(reading.confidence().get("section")).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soy Guadalupe Ortiz y no tengo luz",
        "habla Chayo Soto, no hay luz",
        "doña Guadalupe no tiene luz",
        "por la virgen de guadalupe arreglen la luz",
        "atte. familia Soto",
        "se hizo un charco enorme",
        "limpien este charco grande",
        "hay una noria vieja sin tapa",
        "tiraron una piedra al foco",
        "en saucillo no hay luz",
        "se cayo al charco mi perro",
        "Juan Soto Lopez les escribe",
        "no es en el sauz",
        "la señora Ortiz no tiene luz",
        "le dije con guadalupe",
        "plantaron sauces en la plaza",
        "no palo blanco",
        "no es en palo blanco",
        "no era palo blanco",
        "nunca fue en palo blanco",
        "palo. blanco",
        "se cayo en el charco",
        "se cayo la piedra",
        "en el charco grande hay moscos",
        "miren el charco que se hizo",
        "pisamos el charco no lo vimos",
        "el camino sauz esta feo",
        "hay mucho charco",
        "sin luz en la virgen de guadalupe",
        "rezamos a santa maria de guadalupe",
        "la virgencita guadalupe",
        "hablen con la familia de guadalupe ortiz",
        "vino mi guadalupe",
        "soy yo mera guadalupe"
      })
  void namesOfPeopleSaintsAndThingsAreNoPlaces(String text) {
    assertThat(interpreter.read(text).section()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin luz en la noria|6",
        "sin luz en el salitre|20",
        "sin luz en cumbres de majalca|24",
        "sin luz en sacramento|18",
        "sin luz en colonia ocampo|16",
        "sin luz, los hoyos|25",
        "sin luz, la virgen|21",
        "sin luz en el vallesillo|5",
        "sin luz en la virgen de abajo|21",
        "sin luz en ejido ocampo|16",
        "sin luz en col ocampo|16",
        "sin luz en rancho de enmedio|23",
        "sin luz en rancho enmedio|23"
      })
  void aPlaceWhoseSectionNobodyVerifiedHasNone(String text, int community) {
    Reading reading = interpreter.read(text);
    assertThat(reading.section()).isNull();
    assertThat(reading.community()).isEqualTo(community);
    assertThat(reading.has(Trait.SAYS_WHERE)).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin luz palo blanco y ya|0.6",
        "ejido, palo blanco y ya|0.6",
        "vengo de, palo blanco y ya|0.6",
        "vengo de sauz sin luz|0.6",
        "vengo de el sauz sin luz|0.7",
        "el camion de palo blanco no pasa|0.7",
        "el camion al sauz no pasa|0.6",
        "the guadalupe road is bad|0.7",
        "no hay luz, palo blanco, gracias|0.8",
        "no hay luz en palo blanco y ya|0.9",
        "no hay luz seccion palo blanco y ya|0.9",
        "no hay luz en sauz y ya|0.9",
        "vivo en palo blanco y no hay luz|1.0",
        "somos de palo blanco y no hay luz|1.0",
        "somos del sauz y no hay luz|1.0"
      })
  void theWordsAroundAPlaceTellHowSureItIs(String text, double sure) {
    assertThat(interpreter.read(text).confidence().get("section")).isCloseTo(sure, within(1e-9));
  }

  @Test
  void aKindOfSettlementAloneIsNoPlace() {
    assertThat(interpreter.read("sin luz en el rancho").community()).isNull();
    assertThat(interpreter.read("sin luz en la colonia").community()).isNull();
  }

  @Test
  void theCommunityIsGivenWithItsSection() {
    assertThat(interpreter.read("sin luz en palo blanco").community()).isEqualTo(8);
    assertThat(interpreter.read("sin luz").community()).isNull();
  }

  @Test
  void aPlaceOfASectionWinsOverOneWithout() {
    Reading reading = interpreter.read("el camino de el salitre a el sauz esta feo");
    assertThat(reading.section()).isEqualTo("EL_SAUZ");
  }

  @Test
  void theWordsOfAPlaceTellNoNeed() {
    assertThat(interpreter.read("sin luz en la noria").categories()).containsExactly("LUZ");
    assertThat(interpreter.read("sin luz, no es en la noria").categories()).containsExactly("LUZ");
  }

  @Test
  void anotherMunicipalityHasItsOwnPlaces() {
    Catalogue catalogue =
        new Catalogue(
            List.of(new Section("S1", "Rancho Nuevo", 1, false)),
            List.of(new Community(3, "Ojo de Agua", "S1")),
            List.of(Samples.category("LUZ", "LUZ")));
    Interpreter interpreter = new Interpreter(catalogue);
    assertThat(interpreter.read("sin luz en ojo de agua").section()).isEqualTo("S1");
    assertThat(interpreter.read("sin luz en rancho nuevo").section()).isEqualTo("S1");
    assertThat(interpreter.read("sin luz en el sauz").section()).isNull();
  }

  @Test
  void aMunicipalityMayHaveNoPlacesAtAll() {
    Interpreter interpreter = new Interpreter(new Catalogue(List.of(), List.of(), List.of()));
    Reading reading = interpreter.read("se quema el cerro en el sauz");
    assertThat(reading.section()).isNull();
    assertThat(reading.categories()).isEmpty();
    assertThat(reading.lifeDanger()).isTrue();
  }
}
