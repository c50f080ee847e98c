package mx.vozrural.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import mx.vozrural.interpreter.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsTablesAndTheFiguresInTheLastLine() throws IOException {
    int code =
        run(
            """
            {"body":"no hay agua en el sauz","intent":"report","categories":["AGUA"],"section":"EL_SAUZ","urgent":false,"language":"es","note":"x"}

            {"body":"gracias","intent":"spam","categories":[],"section":null,"urgent":true,"language":"es"}
            """);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .contains("intent       0.500  1/2", "     1  spam -> ack", "  recall     0.000")
        .last()
        .isEqualTo(
            "{\"intent\":0.5,\"categories\":1.0,\"section\":1.0,\"urgent_recall\":0.0,"
                + "\"urgent_precision\":1.0,\"language\":1.0,\"n\":2}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{no json|no es JSON",
        "{} x|no es JSON",
        "{\"body\":\"hola\"}|falta un campo",
        "[1]|falta un campo",
        "7|falta un campo"
      })
  void aBadLineIsToldWithItsNumber(String line, String reason) throws IOException {
    int code = run("\n" + line + "\n");
    assertThat(code).isOne();
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString().lines()).singleElement().asString().contains("línea 2", reason);
  }

  @Test
  void aFileThatIsNotThereIsToldInOneLine() {
    assertThat(execute(directory.resolve("none.jsonl"))).isOne();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("No se puede leer", "none.jsonl");
  }

  private int run(String lines) throws IOException {
    return execute(Files.writeString(directory.resolve("texts.jsonl"), lines));
  }

  private int execute(Path file) {
    return new CommandLine(new EvaluateCommand(Samples::catalogue))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(file.toString());
  }
}
