package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  @ParameterizedTest(name = "{0}: {1} days")
  @CsvSource({
    "no hay agua, 0",
    "un dia, 1",
    "3 dias, 3",
    "48 horas, 2",
    "ayer 2 dias y antes 5 dias, 5",
    "5 dias y antes 2 dias, 5",
    "la semana pasada 4 dias, 4",
    "dos meses, 60",
    "un año, 365",
    "mi abuela de 80 años, 0",
    "un problema de 2 años, 730",
    "despues de 2 años sin agua, 730",
    "mi abuela de 80 años lleva 4 dias, 4",
    "hace mas de 2 años, 730",
    "hace 2 años, 730",
    "van alrededor de 2 años, 730",
    "años, 730"
  })
  void theLongestTimeOfATextAndNobodysAge(String text, int days) {
    assertThat(new Durations(book).longest(words(text))).isEqualTo(days);
  }

  @ParameterizedTest(name = "{0}: {2} at {1}")
  @CsvSource({
    "mi hija de 3 años, 3, 3",
    "mi hija de 3 años, 2, -1",
    "mi hija de 3 años, 4, -1",
    "80 años, 0, 80",
    "80 years old, 0, 80",
    "199 años, 0, -1",
    "3 meses, 0, -1",
    "3 casas, 0, -1",
    "3, 0, -1",
    "tres años, 0, -1"
  })
  void anAgeIsANumberOfYears(String text, int word, int age) {
    assertThat(new Durations(book).age(words(text), word)).isEqualTo(age);
  }

  private static Words words(String text) {
    Words words = Cutter.cut(text);
    words.lookUp(book.lexicon());
    return words;
  }

  private static boolean longOutage(String text) {
    return new Durations(book).longOutage(words(text));
  }
}
