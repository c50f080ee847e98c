package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How long water has been missing, by the words that say so. */
class DurationsTest {

  private static RuleBook book;

  @BeforeAll
  static void readTheTables() {
    RuleBookBuilder builder = new RuleBookBuilder();
    builder.tables();
    book = builder.build();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "3 dias",
        "dos dias no, tres dias",
        "999 dias",
        "hace cuatro dias largos",
        "several days",
        "ya varios dias",
        "72 horas",
        "dies diasss",
        "el septimo dia",
        "vamos pal quinto dia",
        "tres noches",
        "fourth day dry",
        "una semana",
        "semana y media",
        "two semanas",
        "tres largas semanas",
        "van semanas",
        "mes y medio",
        "casi un mes",
        "a year",
        "hace años",
        "desde enero",
        "desde principios de enero",
        "desde el mes pasado",
        "desde la semana pasada",
        "since last week",
        "toda la semana"
      })
  void threeDaysAndMoreAreLong(String text) {
    assertThat(longOutage(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2 dias",
        "un dia",
        "dia y medio",
        "dias",
        "71 horas",
        "1000 dias",
        "horas",
        "en la semana",
        "la semana pasada 5 casas",
        "la pasada semana",
        "last week",
        "2 semanas pasadas",
        "desde ayer",
        "desde el dia pasado",
        "desde hoy en la mañana y en enero",
        "en enero",
        "desde el lunes",
        "desde",
        "3 casas"
      })
  void lessIsNotNorWhatIsOver(String text) {
    assertThat(longOutage(text)).isFalse();
  }

  private static boolean longOutage(String text) {
    Words words = Cutter.cut(text);
    words.lookUp(book.lexicon());
    return new Durations(book).longOutage(words);
  }
}
