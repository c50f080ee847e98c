package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs of texts that differ in what makes them urgent. */
class DangersTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sin agua desde hace 2 dias|-",
        "sin agua desde hace 3 dias|urgent",
        "sin agua desde hace tres dias|urgent",
        "sin agua 72 horas|urgent",
        "sin agua 48 horas|-",
        "sin agua una semana|urgent",
        "sin agua semana y media|urgent",
        "sin agua desde el lunes|-",
        "sin agua desde enero|urgent",
        "sin agua desde el mes pasado|urgent",
        "la semana pasada estuvimos 4 dias sin agua, ya hay|-",
        "sin agua y tengo un bebe|urgent",
        "sin agua y mi mama esta enferma|urgent",
        "no water for 2 days|-",
        "no water for 4 days|urgent",
        "no hay luz desde hace 8 dias|-",
        "mi vaca tiene garrapatas|-",
        "mi vaca tiene gusanos en la herida|urgent",
        "hay gusano en la milpa de maiz|-",
        "platica sobre el gusano barrenador|-",
        "se murieron 3 vacas de sed|urgent",
        "las vacas estan flacas|-",
        "hay lumbre en el cerro|life",
        "ya apagaron la lumbre, gracias a dios todos bien|-",
        "un dia va a haber una desgracia y se prende todo|-",
        "se esta quemando la casa|life",
        "si se esta quemando la casa vengan|life",
        "puede haber un incendio|-",
        "mi papa no puede respirar|life",
        "en la clinica no atienden si no puedes pagar|-",
        "el poste esta ladeado hace años|-",
        "el poste se esta cayendo|urgent",
        "se fue la luz y mi mama usa oxigeno|life",
        "mi mama usa oxigeno|-",
        "robaron una vaca ayer|-",
        "ahorita estan robando las vacas|life",
        "no hay heridos pero el camino esta feo|-",
        "ya no quiero vivir|life",
        "nobody is hurt, the road is just bad|-",
        "llamen al 911|-",
        "llame al 911 y no contestan|life",
        "me ahorca mi marido|life",
        "nos ahorca el precio de la pastura|-",
        "nos pega la sequia|-",
        "me pega por la renta|life",
        "nos golpea por deudas mi papa|life"
      })
  void dangerIsToldFromWhatOnlyLooksLikeIt(String text, String danger) {
    Reading reading = interpreter.read(text);
    String read = reading.lifeDanger() ? "life" : reading.urgent() ? "urgent" : "-";
    assertThat(read).describedAs("%s", reading.evidence()).isEqualTo(danger);
    assertThat(reading.urgent()).isEqualTo(!danger.equals("-"));
  }
}
