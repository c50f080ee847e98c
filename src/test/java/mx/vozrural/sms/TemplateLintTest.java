package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TemplateLintTest {

  private static final String FILE = "sms-templates/es/x.txt";

  private static final Template DEFAULT =
      Template.parse(
          """
          # Example: folio=1234566; section=Ciénega de Ortiz
          Folio {folio} de {section}.
          """);

  static Stream<Arguments> sources() {
    return Stream.of(
        row("Gracias."),
        row("# For: thanks\n# Segments: 1\n# Example: name=José\n\n¡Gracias, {name}! ñ"),
        row(
            "# For: x\n# Segments: 1\n# Example: n=1\nSu reporte {n} está listo",
            "4:19: 'á' (U+00E1) is outside GSM-7: the text would cost 70-character segments"),
        row(
            "Adiós\n\n  🌵 cafe\u0301 ó",
            "1:4: 'ó' (U+00F3) is outside GSM-7: the text would cost 70-character segments",
            "3:3: '🌵' (U+1F335) is outside GSM-7: the text would cost 70-character segments",
            "3:10: 'ó' (U+00F3) is outside GSM-7: the text would cost 70-character segments"),
        row("# Segments: 2 because the words are the law's\nArtículo 14"),
        row(
            "# Segments: 2\nArtículo",
            "2:4: 'í' (U+00ED) is outside GSM-7: the text would cost 70-character segments"),
        row(
            "# Segments: 1 because\nArtículo",
            "2:4: 'í' (U+00ED) is outside GSM-7: the text would cost 70-character segments"),
        row("a".repeat(160)),
        row("a".repeat(161), cost(1, 2, "161 units of GSM-7", 1)),
        row("\n" + "a".repeat(100) + "\n" + "a".repeat(60), cost(1, 2, "161 units of GSM-7", 1)),
        row("# Segments: 2\n" + "a".repeat(306)),
        row("# Segments: 2\n" + "a".repeat(307), cost(2, 3, "307 units of GSM-7", 2)),
        row("# Segments: 2 by law\n" + "ó".repeat(134)),
        row("# Segments: 2 by law\n" + "ó".repeat(135), cost(2, 3, "135 units of UCS-2", 2)),
        row("# Example: n=" + "á".repeat(10) + "\n{n}" + "a".repeat(150)),
        row(
            "# Example: n=" + "á".repeat(10) + "\n{n}" + "a".repeat(151),
            cost(2, 2, "161 units of GSM-7", 1)),
        row(
            "#  Example :  n=á🌵\n{n}",
            "1:18: '🌵' (U+1F335) is outside GSM-7: the text would cost 70-character segments"),
        row("# Example: n=1; m=2\n{n}\n {m} {o} {n}", "3:6: {o} has no example"),
        row("{n}{n}", "1:1: {n} has no example", "1:4: {n} has no example"),
        row("# Example: n=1;\n{n}"),
        row(
            "# Example: n; m=2;= x \n{m}",
            "1:12: an example is name=value, not 'n'",
            "1:19: an example is name=value, not '= x'"),
        row(
            "# Segments: 3\n# Segments:\nhola",
            "1:13: Segments is 1, or 2 with the reason behind it",
            "2:12: Segments is 1, or 2 with the reason behind it"),
        row(
            "a {n m} } {\n{}",
            "1:3: '{' is part of no {variable}",
            "1:7: '}' is part of no {variable}",
            "1:9: '}' is part of no {variable}",
            "1:11: '{' is part of no {variable}",
            "2:1: '{' is part of no {variable}",
            "2:2: '}' is part of no {variable}"),
        row("# Example: n=1\n{n}}", "2:4: '}' is part of no {variable}"),
        row(
            "# Example: n=1\nó {a}\n{n} á {",
            "2:1: 'ó' (U+00F3) is outside GSM-7: the text would cost 70-character segments",
            "2:3: {a} has no example",
            "3:5: 'á' (U+00E1) is outside GSM-7: the text would cost 70-character segments",
            "3:7: '{' is part of no {variable}"),
        row(
            "# For: x\nListo.\nSe va a gestionar ya",
            "3:9: 'gestionar' is jargon: say hacer, pedir"),
        row(
            "La Municipalidad publica\nmensualmente informaciones administrativas obligatorias generales",
            "1:4: reads at -66 of Szigriszt-Pazos, and 65 is the least: shorter words (such as for"
                + " 'Municipalidad'), shorter sentences"),
        row("", "1:1: the text is empty"),
        row("# For: nothing\n\n \n", "2:1: the text is empty"));
  }

  @ParameterizedTest
  @MethodSource("sources")
  void a_file_is_told_line_column_and_reason(String source, List<String> flaws) {
    assertThat(TemplateLint.ofSource(FILE, source))
        .extracting(TemplateFlaw::toString)
        .containsExactlyElementsOf(flaws.stream().map(flaw -> FILE + ":" + flaw).toList());
  }

  static Stream<Arguments> wordings() {
    return Stream.of(
        row("De {section}: folio {folio}. Vale.\r\n# Gracias"),
        row("Folio {folio}", "1:1: {section} of the default is missing"),
        row(
            "Hola",
            "1:1: {folio} of the default is missing",
            "1:1: {section} of the default is missing"),
        row("{folio}\n{section} {name}", "2:11: {name} is unknown: the default hasn't got it"),
        row(
            "{folio} {section} adiós",
            "1:22: 'ó' (U+00F3) is outside GSM-7: the text would cost 70-character segments"),
        row("{folio} {section}" + "a".repeat(136)),
        row("{folio} {section}" + "a".repeat(137), cost(1, 2, "161 units of GSM-7", 1)),
        row(
            " ",
            "1:1: {folio} of the default is missing",
            "1:1: {section} of the default is missing",
            "1:1: the text is empty"));
  }

  @ParameterizedTest
  @MethodSource("wordings")
  void own_words_are_held_to_the_default(String wording, List<String> flaws) {
    assertThat(TemplateLint.ofWording("es/x", wording, DEFAULT))
        .extracting(TemplateFlaw::toString)
        .containsExactlyElementsOf(flaws.stream().map(flaw -> "es/x:" + flaw).toList());
  }

  @Test
  void own_words_may_leave_the_alphabet_where_the_default_may() {
    Template law = Template.parse("# Segments: 2 because the words are the law's\nArtículo");
    assertThat(TemplateLint.ofWording("es/law", "Ley, artículo 14", law)).isEmpty();
  }

  private static String cost(int line, int segments, String units, int said) {
    return line
        + ":1: the text costs %d segments with its examples (%s), and says %d"
            .formatted(segments, units, said);
  }

  private static Arguments row(String source, String... flaws) {
    return Arguments.of(source, List.of(flaws));
  }

  @Test
  void what_leaves_unasked_says_how_long_it_is_true() {
    assertThat(TemplateLint.ofSource("sms-templates/es/status_accepted.txt", "Listo."))
        .singleElement()
        .hasToString(
            "sms-templates/es/status_accepted.txt:1:1: Expires is missing: it may lie for a while"
                + " before it leaves");
    assertThat(
            TemplateLint.ofSource(
                "sms-templates/es/staff_message.txt", "# Expires: 72 hours\nListo."))
        .isEmpty();
    assertThat(TemplateLint.ofSource("sms-templates/es/status_help.txt", "Ponga.")).isEmpty();
    assertThat(TemplateLint.ofSource(FILE, "# Expires: soon\nListo."))
        .singleElement()
        .hasToString(FILE + ":1:12: Expires is a number of minutes, hours or days");
  }
}
