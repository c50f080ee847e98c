package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.GSMCharset;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GsmTest {

  /** 3GPP TS 23.038, 6.2.1 without the escape. */
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** 3GPP TS 23.038, 6.2.1.1. */
  private static final String EXTENSION = "\f^{}\\[~]|€";

  @Test
  void the_alphabet_is_that_of_the_standard_and_nothing_else() {
    assertThat(BASIC).hasSize(127);
    for (int codePoint = 0; codePoint <= Character.MAX_CODE_POINT; codePoint++) {
      int septets = BASIC.indexOf(codePoint) >= 0 ? 1 : EXTENSION.indexOf(codePoint) >= 0 ? 2 : 0;
      if (Gsm.septets(codePoint) != septets) {
        assertThat(Gsm.septets(codePoint)).as("U+%04X", codePoint).isEqualTo(septets);
      }
    }
  }

  @Test
  void the_telephone_industrys_library_agrees_on_every_character() {
    assertThat(IntStream.rangeClosed(0, 0xFFFF))
        .allMatch(c -> Gsm.has(c) == GSMCharset.canRepresent(Character.toString(c)));
  }

  @ParameterizedTest
  @ValueSource(ints = {'á', 'í', 'ó', 'ú', 'Á', 'Í', 'Ó', 'Ú', 'ç', '`', '\t', 0, 0x1B, 0x20AD})
  void what_spanish_keyboards_have_beyond_it_is_outside(int codePoint) {
    assertThat(Gsm.has(codePoint)).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          Guadalupe                  | Guadalupe
          María Jesús Gómez Rentería | Maria Jesus Gomez Renteria
          ÁÍÓÚ áíóú                  | AIOU aiou
          ÉéÑñÜü¿¡à                  | ÉéÑñÜü¿¡à
          Ciénega de Ortiz           | Ciénega de Ortiz
          Zoë Çelik François         | Zoe Çelik Francois
          “El Sauz” — ‘camino’…      | "El Sauz" - 'camino'...
          «uno» – dos • tres         | "uno" - dos - tres
          1.ª sección, 2º piso       | 1.a seccion, 2o piso
          „a‚ b´c`d‐e‑f−g·h          | "a' b'c'd-e-f-g.h
          a\u00A0b\u2009c\u200Ad     | a b c d
          🌵 中 Ł                     | 🌵 中 Ł
          ❤️ 1️⃣                      | ❤ 1
          ½                          | ½
          ''                         | ''
          """,
      delimiter = '|')
  void what_it_lacks_is_written_plainly(String text, String plain) {
    assertThat(Gsm.fold(text)).isEqualTo(plain);
  }

  @Test
  void a_decomposed_accent_and_a_tab_are_folded_too() {
    assertThat(Gsm.fold("Mari\u0301a\tcafe\u0301 n\u0303 x\u0303")).isEqualTo("Maria café ñ x");
  }

  @Property(tries = 1000, seed = "20260107")
  void folding_twice_changes_nothing_more(@ForAll String text) {
    String folded = Gsm.fold(text);
    assertThat(Gsm.fold(folded)).isEqualTo(folded);
  }
}
