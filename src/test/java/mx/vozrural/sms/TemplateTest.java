package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.Set;
import mx.vozrural.sms.Template.VariableDifference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplateTest {

  private static final Template FILED =
      Template.parse(
          """
          # For: a report was filed
          # Segments: 2 because of the law's words
          # Example: folio=1234566; section=Ciénega de Ortiz
          # Example: due= 14 de octubre ;
          # A remark.

          Recibimos su reporte de {section}.
            Su folio: {folio}.\t
          {folio} le sirve para preguntar.

          """);

  @Test
  void a_file_says_what_it_is_for_what_it_may_cost_and_its_longest_values() {
    assertThat(FILED.purpose()).isEqualTo("a report was filed");
    assertThat(FILED.segments()).isEqualTo(2);
    assertThat(FILED.reason()).isEqualTo("because of the law's words");
    assertThat(FILED.examples())
        .isEqualTo(
            Map.of("folio", "1234566", "section", "Ciénega de Ortiz", "due", "14 de octubre"));
  }

  @Test
  void its_lines_are_one_text() {
    assertThat(FILED.text())
        .isEqualTo(
            "Recibimos su reporte de {section}. Su folio: {folio}. {folio} le sirve para"
                + " preguntar.");
    assertThat(FILED.variables()).containsExactly("section", "folio");
  }

  @Test
  void a_file_without_header_costs_one_segment_and_may_hold_any_sign() {
    Template bare = Template.parse("Marque #1: si.\n# no es encabezado");
    assertThat(bare)
        .isEqualTo(new Template("", 1, "", Map.of(), null, "Marque #1: si. # no es encabezado"));
    assertThat(Template.parse("").text()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1, '', false",
    "2, 2, '', false",
    "2 because, 2, because, true",
    "'2: two needs', 2, two needs, true",
    "1 by chance, 1, by chance, false",
    "'', 1, '', false",
    "3, 1, '', false",
    "22, 1, '', false",
    "two, 1, '', false",
  })
  void only_two_segments_with_a_reason_may_leave_the_alphabet(
      String said, int segments, String reason, boolean mayLeave) {
    Template template = Template.parse("# Segments: " + said + "\ntexto");
    assertThat(template.segments()).isEqualTo(segments);
    assertThat(template.reason()).isEqualTo(reason);
    assertThat(template.mayLeaveGsm()).isEqualTo(mayLeave);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "never",
      value = {
        "72 hours, PT72H",
        "10 minutes, PT10M",
        "3 days, PT72H",
        "soon, never",
        "72, never",
        "'', never",
      })
  void its_header_says_how_long_it_is_true(String said, java.time.Duration lifetime) {
    assertThat(Template.parse("# Expires: " + said + "\ntexto").expires()).isEqualTo(lifetime);
  }

  @Test
  void values_take_the_place_of_variables() {
    assertThat(FILED.render(Map.of("section", "El Sauz", "folio", "1234566", "more", "x")))
        .isEqualTo(
            "Recibimos su reporte de El Sauz. Su folio: 1234566. 1234566 le sirve para"
                + " preguntar.");
  }

  @ParameterizedTest
  @CsvSource({
    "María José, Maria José",
    "Ñuñoa é ü, Ñuñoa é ü",
    "'  a  ', a",
    "{folio}, {folio}",
    "$1 \\0, $1 \\0",
    "'a\u0007b\r\n\tc', a b c",
    "'a\u200Bb\u202Ec', abc",
    "'a\uD83Cb', ab",
    "'a\u2028b', a b",
    "🌵, 🌵",
  })
  void a_value_is_one_line_in_the_alphabet_and_nothing_in_it_is_read_again(
      String value, String written) {
    assertThat(Template.parse("<{v}>").render(Map.of("v", value))).isEqualTo("<" + written + ">");
  }

  @Test
  void a_variable_without_a_value_is_named_and_no_value_is() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> FILED.render(Map.of("section", "secreto")))
        .withMessage("No value for {folio}");
  }

  @Test
  void own_words_keep_the_header() {
    assertThat(FILED.reworded(" Folio {folio}.\r\n# {section}"))
        .isEqualTo(
            new Template(
                FILED.purpose(),
                2,
                FILED.reason(),
                FILED.examples(),
                FILED.expires(),
                "Folio {folio}. # {section}"));
  }

  @ParameterizedTest
  @CsvSource({
    "'{folio} {section}', '', ''",
    "'{folio}', section, ''",
    "'{section} {folio} {due}', '', due",
    "'{Folio} {section}', folio, Folio",
    "'{ folio } {}', section folio, ''",
  })
  void own_words_are_compared_by_their_variables(String wording, String missing, String extra) {
    assertThat(FILED.difference(wording))
        .isEqualTo(new VariableDifference(words(missing), words(extra)));
  }

  private static Set<String> words(String words) {
    return words.isEmpty() ? Set.of() : Set.of(words.split(" ", -1));
  }
}
