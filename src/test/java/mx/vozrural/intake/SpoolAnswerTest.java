package mx.vozrural.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.SpoolAnswer.Standing;
import mx.vozrural.interpreter.Interpreter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is answered what while the database is away. */
class SpoolAnswerTest {
  private static final Catalogue CATALOGUE = new Catalogue(List.of(), List.of(), List.of());
  private static final Interpreter INTERPRETER = new Interpreter(CATALOGUE);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No hay agua desde el lunes           | +526145550001 | -       | spooled number
          No hay agua desde el lunes           | +526145550001 | stopped | -
          No hay agua desde el lunes           | +526145550001 | unsafe  | -
          No hay agua desde el lunes           | +526145550001 | often   | -
          No hay agua desde el lunes           | +526145550001 | ours    | -
          No hay agua desde el lunes           | +526145550001 | repeated | -
          Auxilio, mi papa no respira          | +526145550001 | repeated | danger spooled number
          No hay agua desde el lunes           | 12345         | -       | -
          No hay agua desde el lunes           | TELCEL        | -       | -
          Auxilio, mi papa no respira          | +526145550001 | -       | danger spooled number
          Auxilio, mi papa no respira          | +526145550001 | stopped | danger spooled number
          Auxilio, mi papa no respira          | +526145550001 | often   | danger spooled number
          Auxilio, mi papa no respira          | +526145550001 | unsafe  | -
          Auxilio, mi papa no respira          | 12345         | -       | -
          ALTO                                 | +526145550001 | -       | -
          STOP                                 | +526145550001 | -       | -
          ya no me manden mensajes             | +526145550001 | -       | -
          ESTADO                               | +526145550001 | -       | -
          gracias                              | +526145550001 | -       | -
          """)
  void answers(String words, String from, String what, String expected) {
    Arrival arrival = new Arrival("SM1", Phone.of(from), words, 0, null, reply -> {});
    Standing standing =
        new Standing(
            what.equals("ours"),
            what.equals("stopped"),
            what.equals("unsafe"),
            what.equals("repeated"),
            what.equals("often") ? SpoolAnswer.MOST : 0);

    List<String> parts = SpoolAnswer.parts(arrival, INTERPRETER.read(words), standing, CATALOGUE);

    assertThat(parts.isEmpty() ? "-" : String.join(" ", parts)).isEqualTo(expected);
  }
}
