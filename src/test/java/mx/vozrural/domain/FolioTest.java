package mx.vozrural.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FolioTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1234566",
        " 1234566 ",
        "123 4566",
        "123-45-66",
        "123.4566.",
        "123\u00A0456\u20076",
        "123\u2013456\u22126",
        "1 2 3 4 5 6 6",
        "\t1234566\n"
      })
  void what_people_put_between_the_digits_is_passed_over(String typed) {
    assertThat(Folio.parse(typed)).contains(new Folio("1234566"));
    assertThat(Folio.flaw(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''                | NOT_DIGITS
          ' - '             | NOT_DIGITS
          hola              | NOT_DIGITS
          1234566a          | NOT_DIGITS
          +1234566          | NOT_DIGITS
          #1234566          | NOT_DIGITS
          1234566/          | NOT_DIGITS
          1234566:          | NOT_DIGITS
          ١٢٣٤٥٦٦           | NOT_DIGITS
          0                 | TOO_SHORT
          123456            | TOO_SHORT
          572-4             | TOO_SHORT
          1234567           | WRONG_DIGIT
          1234656           | WRONG_DIGIT
          0123458           | WRONG_DIGIT
          0000000           | WRONG_DIGIT
          999999999999      | OK
          999999999998      | WRONG_DIGIT
          1000000000002     | TOO_LONG
          1234566 1234566   | TOO_LONG
          """,
      delimiter = '|')
  void a_page_can_say_what_is_wrong(String typed, String flaw) {
    assertThat(Folio.flaw(typed).map(Enum::name).orElse("OK")).isEqualTo(flaw);
    assertThat(Folio.parse(typed).isPresent()).isEqualTo(flaw.equals("OK"));
  }

  @Test
  void a_zero_first_is_no_folio_even_with_a_right_check_digit() {
    String digits = "012345" + Damm.checkDigit("012345");
    assertThat(Folio.flaw(digits)).contains(Folio.Flaw.WRONG_DIGIT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1234567", "123 4566", "0000000", "abcdefg"})
  void a_folio_that_is_none_cannot_be_built(String digits) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Folio(digits))
        .withMessageStartingWith("No folio: ");
  }

  @Property(tries = 500, seed = "20260101")
  void one_wrong_digit_or_two_swapped_never_name_another_report(
      @ForAll @LongRange(min = 100_000, max = 99_999_999_999L) long payload) {
    String folio = "" + payload + Damm.checkDigit("" + payload);

    assertThat(Folio.parse(folio)).isPresent();
    assertThat(misread(folio)).allSatisfy(typed -> assertThat(Folio.parse(typed)).isEmpty());
  }

  @Property(tries = 500, seed = "20260102")
  void nothing_that_is_typed_fails(@ForAll String typed) {
    assertThat(Folio.parse(typed).isPresent()).isEqualTo(Folio.flaw(typed).isEmpty());
  }

  private static List<String> misread(String folio) {
    List<String> misread = new ArrayList<>();
    for (int i = 0; i < folio.length(); i++) {
      for (char digit = '0'; digit <= '9'; digit++) {
        StringBuilder wrong = new StringBuilder(folio);
        wrong.setCharAt(i, digit);
        misread.add(wrong.toString());
      }
      if (i > 0) {
        StringBuilder swapped = new StringBuilder(folio);
        swapped.setCharAt(i, folio.charAt(i - 1));
        swapped.setCharAt(i - 1, folio.charAt(i));
        misread.add(swapped.toString());
      }
    }
    misread.removeIf(folio::equals);
    return misread;
  }
}
