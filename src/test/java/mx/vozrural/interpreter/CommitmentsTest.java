package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommitmentsTest {

  @ParameterizedTest(name = "\"{0}\": {1}")
  @CsvSource({
    "MXCHH0003, 0",
    "mxchh0003, 0",
    "como va el MXCHH0003 en mi rancho, 3",
    "van MXCHH0001 y MXCHH0002, 1",
    "MXCHH 0003, -1",
    "folio1234, -1",
    "MXCHH003, -1",
    "MXCH0003, -1",
    "ABCDE0003, -1",
    "MXCHH, -1",
    "no hay agua, -1"
  })
  void a_code_is_five_letters_that_begin_with_mx_and_four_digits_beside_them(
      String text, int first) {
    assertThat(Commitments.find(Cutter.cut(text))).isEqualTo(first);
  }

  @Test
  void in_a_list_of_words_a_code_takes_two() {
    List<String> words = List.of("el", "mxchh", "0003", "mxchh");

    assertThat(Commitments.code(words, 1)).isEqualTo(3);
    assertThat(Commitments.code(words, 0)).isZero();
    assertThat(Commitments.code(words, 2)).isEqualTo(2);
    assertThat(Commitments.code(words, 3)).isEqualTo(3);
    assertThat(Commitments.code(List.of("mxchh", "0003"), 0)).isEqualTo(2);
    assertThat(Commitments.code(List.of("mxchh", "abcd"), 0)).isZero();
  }
}
