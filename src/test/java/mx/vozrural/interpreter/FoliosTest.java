package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 3004129, 3004132 and 2000004 have a right check digit. */
class FoliosTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "3004129|3004129+",
        "3004128|3004128-",
        "folio 3004129|3004129+",
        "mi folio es el 300 4129 gracias|3004129+",
        "300-4129|3004129+",
        "30 04 129|3004129+",
        "300.4129|3004129+",
        "folio3004129|3004129+",
        "#3004129|3004129+",
        "folio 0457|0457-",
        "folio 88|88-",
        "mi reporte 0457 como va|0457-",
        "reporte 3004129 y 3004132|3004129+ 3004132+",
        "folios 3004129 3004132|3004129+ 3004132+",
        "folio 300 4129 son 3 lamparas|3004129+",
        "ya quedo el bache 2000004 gracias|2000004+",
        "ya quedo el bache 2000005 gracias|2000005-",
        "# 4571 que paso|4571-",
        "123|123-",
        "12|''",
        "report 3004129 is wrong|3004129+",
        "folio numero 3004129|3004129+",
        "folio 30041291234567|30041291234567-",
        "folio 300 41 ya quedo|300-",
        "folio es el 0457|0457-",
        "folio el numero 0457|0457-",
        "folio del camino 0457|''",
        "300412|300412-",
        "3004129000|3004129000+",
        "hay 457 vacas|''",
        "lote 61 300 4129|3004129+",
        "ya quedo 3004129 614|3004129+",
        "folio 3004129 0 respuestas|3004129+",
        "300 4129, 3 lamparas|3004129+",
        "300 4129 0 veces|''",
        "van 300, 4129 no se|''",
        "mi folio 30041 30041|30041-",
        "debo 614, 3004129 es el folio|3004129+",
        "30-04-129 sigue igual|3004129+",
        "folio 300-4128|3004128-",
        "folio 30 04 128|3004128-",
        "mi tel 614 555 0101 folio 3004129|3004129+",
        "mi tel 614-555-0101, 3004129|3004129+"
      })
  void digitsThatStandForAFolio(String text, String found) {
    assertThat(folios(text)).isEqualTo(found);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mi telefono es 6145550101",
        "marquen al 614 555 0101",
        "llame al 614-555-0101 x favor",
        "+52 614 555 01 01",
        "cobran $3004129 de multa",
        "cobran 3004129 pesos",
        "el 2024-05-12 se cayo",
        "son 5 casas y 12 lamparas",
        "reporte 2 lamparas fundidas",
        "reportamos 30 vacas",
        "50,000 pesos",
        "2 2024 12 no se",
        "marquen al 614 300 4129",
        "marquen al +52 614 300 4129",
        "marquen al 52 1 614 300 4129 x favor",
        "614 300 4129",
        "6145550101",
        "hice un reporte del 6145550101",
        "3004129000 personas"
      })
  void telephonesAmountsAndDatesAreNoFolios(String text) {
    assertThat(folios(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "folio 3004129|''",
        "el folio 3004129 sigue igual|el sigue igual",
        "300 4129 ya no|ya no",
        "la fuga, folio 0457|la fuga",
        "mi folio es el 300 4129 gracias|mi gracias",
        "folio del camino 3004129|folio del camino",
        "quiero el 3004129|quiero el"
      })
  void theContentLeavesFoliosOut(String text, String content) {
    assertThat(interpreter.read(text).content()).isEqualTo(content);
  }

  @Test
  void aLoneNumberOfThreeDigitsAsksForAState() {
    assertThat(interpreter.read("457").intent()).isEqualTo(Intent.STATUS_QUERY);
    assertThat(interpreter.read("45").intent()).isEqualTo(Intent.SHORT_REPLY);
    assertThat(interpreter.read("6145550101").intent()).isEqualTo(Intent.STATUS_QUERY);
  }

  private static String folios(String text) {
    return interpreter.read(text).folios().stream()
        .map(f -> f.digits() + (f.valid() ? "+" : "-"))
        .collect(Collectors.joining(" "));
  }
}
