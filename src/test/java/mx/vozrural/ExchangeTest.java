package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import mx.vozrural.Exchange.Step;
import mx.vozrural.Exchange.Where;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the lines of an exchange mean. */
class ExchangeTest {

  private static List<Step> steps(String... lines) {
    return Exchange.read("# One\n" + String.join("\n", lines)).getFirst().lines().stream()
        .map(Exchange.Line::step)
        .toList();
  }

  @Test
  void a_file_is_read_by_its_titles_and_tells_where_each_line_stands() {
    List<Exchange> read = Exchange.read("// why\n# One\nsilence\n\n# Two\n  again\n");

    assertThat(read).extracting(Exchange::title).containsExactly("One", "Two");
    assertThat(read.get(1).lines())
        .containsExactly(new Exchange.Line(6, "again", new Step.Again()));
  }

  @Test
  void people_text_and_time_passes() {
    assertThat(steps("ana> No hay agua", "ana [NumMedia=1] [10 times]>", "7373> a > b", "~ 49 h"))
        .containsExactly(
            new Step.Text("ana", Map.of(), 1, "No hay agua"),
            new Step.Text("ana", Map.of("NumMedia", "1"), 10, ""),
            new Step.Text("7373", Map.of(), 1, "a > b"),
            new Step.Passes(Duration.ofHours(49)));
  }

  @Test
  void answers_are_looked_into() {
    assertThat(steps("< folio {agua}", "<^ Llame", "<$ aviso", "<! El Sauz"))
        .containsExactly(
            new Step.Says(Where.SOMEWHERE, "folio {agua}"),
            new Step.Says(Where.FIRST, "Llame"),
            new Step.Says(Where.LAST, "aviso"),
            new Step.Says(Where.NOWHERE, "El Sauz"));
  }

  @Test
  void reports_and_people_are_looked_at() {
    assertThat(
            steps(
                "desk: {agua} asked ¿Qué casa?",
                "= {agua} status=asked section=-",
                "= {agua} lacks la casa",
                "= filed {luz}",
                "= kept spam",
                "= ana reports=1",
                "= ana hears Folio {agua}"))
        .containsExactly(
            new Step.Staff("agua", "asked", "¿Qué casa?"),
            new Step.Report("agua", Map.of("status", "asked", "section", "-")),
            new Step.Words("agua", false, "la casa"),
            new Step.Filed("luz"),
            new Step.Kept("spam"),
            new Step.Person("ana", Map.of("reports", "1")),
            new Step.Hears("ana", "Folio {agua}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"= ana", "<", "~ 3 weeks", "Ana says hi", "= {agua} status", "ana[x]> hi"})
  void a_line_that_says_nothing_is_an_error(String line) {
    assertThatThrownBy(() -> steps(line))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("line 2 says nothing: " + line);
  }
}
