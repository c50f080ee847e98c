package mx.vozrural.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousTest {
  private final Anonymous anonymous =
      new Anonymous(
          new Catalogue(
              List.of(new Section("COLONIA_SOTO", "Colonia Soto", 1, false)),
              List.of(new Community(1, "Guadalupe", null)),
              List.of()));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "soy Rutilio y no hay agua|soy Fulano y no hay agua",
        "habla maria lopez, no hay luz|habla Fulano Fulano, no hay luz",
        "le hablo a don Chencho de la bomba|le hablo a don Fulano de la bomba",
        "mi cel 614 555 01 21 por si acaso|mi cel 6145550100 por si acaso",
        "llame al +52 (614) 555-0121|llame al 6145550100",
        "el folio 5550127 sigue igual|el folio 1234567 sigue igual",
        "mi correo es ana.x@voz.example ok|mi correo es correo@voz.example ok",
        "vea https://voz.example/foto/12 ya|vea correo@voz.example ya",
        "mi CURP es LOMA800101MCHPRR05|mi CURP es CLAVE",
        "vivo en la casa 45 junto al pozo|vivo en la casa 0 junto al pozo",
        "no hay agua en Guadalupe ni en col. Soto|no hay agua en Guadalupe ni en col. Soto",
        "desde hace 3 dias no hay agua|desde hace 3 dias no hay agua"
      })
  void what_tells_of_a_person_is_taken_out_and_the_rest_stays(String text, String expected) {
    assertThat(anonymous.text(text)).isEqualTo(expected);
  }
}
