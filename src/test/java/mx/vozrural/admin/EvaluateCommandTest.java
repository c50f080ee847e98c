package mx.vozrural.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mx.vozrural.interpreter.Samples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class EvaluateCommandTest {
  private static final String WATER =
      """
      {"body":"no hay agua en el sauz","intent":"report","categories":["AGUA"],"section":"EL_SAUZ","urgent":false,"language":"es","note":"x"}

      """;
  private static final String THANKS =
      """
      {"body":"gracias","intent":"spam","categories":[],"section":null,"urgent":true,"language":"es"}
      """;
  private static final String FIRE =
      """
      {"body":"auxilio se quema mi casa","intent":"report","categories":["PROTCIVIL"],"section":null,"urgent":true,"language":"es","note":"LIFE: fire"}
      {"body":"nos lleva el arroyo","intent":"report","categories":["PROTCIVIL"],"section":null,"urgent":true,"language":"es","life":true}
      """;

  @TempDir Path directory;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsTablesAndTheFiguresInTheLastLine() throws IOException {
    int code = run(WATER + THANKS);
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    assertThat(out.toString().lines())
        .contains(
            "intent       0.500  1/2        keywords 0.500",
            "     1  spam -> ack",
            "  recall     0.000  0/1        keywords 0.000")
        .last()
        .isEqualTo(
            "{\"intent\":0.5,\"categories\":1.0,\"section\":1.0,\"urgent_recall\":0.0,"
                + "\"urgent_precision\":1.0,\"language\":1.0,\"n\":2}");
  }

  @Test
  void tellsHowManyInDangerOfLifeGot911AndHowManyOthers() throws IOException {
    run(WATER + THANKS + FIRE);
    assertThat(out.toString().lines())
        .contains(
            "life: 911    1.000  2/2        keywords 0.500",
            "  wrongly           0/2        keywords 0");
  }

  @Test
  void tellsHowFarTheConfidencesHold() throws IOException {
    run(WATER + FIRE);
    assertThat(out.toString().lines())
        .anyMatch(line -> line.matches("sure of intent: expected calibration error 0\\.\\d{3}"))
        .anyMatch(line -> line.matches("sure of categories: expected calibration error .*"))
        .anyMatch(line -> line.matches("sure of urgent: expected calibration error .*"))
        .contains("  sure         texts   mean  right")
        .anyMatch(line -> line.matches("  0\\.9 to 1\\.0       \\d  0\\.9\\d\\d  1\\.000"));
  }

  @Test
  void showsATextThatWasReadWrongWithWhatItWasReadFor() throws IOException {
    run(WATER + THANKS);
    assertThat(out.toString().lines())
        .containsSequence("read wrong in something: 1 of 2 texts", "texts.jsonl:3  gracias")
        .anyMatch(line -> line.matches("    intent: spam -> ack, sure 0\\.\\d\\d"))
        .anyMatch(line -> line.matches("    urgent: true -> false, sure \\d\\.\\d\\d"))
        .anyMatch(line -> line.matches("    evidence: intent ack: gracias.*"));
  }

  @Test
  void showsTheFirstTwentyUnlessAllOrNoneAreWanted() throws IOException {
    Path file = Files.writeString(directory.resolve("texts.jsonl"), THANKS.repeat(21));

    assertThat(execute(file.toString())).isZero();
    assertThat(out.toString()).contains("21 of 21 texts; the first 20, all with --wrong");
    assertThat(shown()).isEqualTo(20);

    out.getBuffer().setLength(0);
    assertThat(execute("--wrong", file.toString())).isZero();
    assertThat(out.toString().lines()).contains("read wrong in something: 21 of 21 texts");
    assertThat(shown()).isEqualTo(21);

    out.getBuffer().setLength(0);
    assertThat(execute("--totals", "--wrong", file.toString())).isZero();
    assertThat(out.toString().lines()).contains("read wrong in something: 21 of 21 texts");
    assertThat(out.toString()).doesNotContain("gracias");
  }

  @Test
  void severalFilesAreToldApartAndInSum() throws IOException {
    Path one = Files.writeString(directory.resolve("one.jsonl"), WATER);
    Path two = Files.writeString(directory.resolve("two.jsonl"), THANKS + WATER + FIRE);

    assertThat(execute(one.toString(), two.toString())).isZero();

    List<String> lines = out.toString().lines().toList();
    assertThat(lines)
        .containsSubsequence(
            one + ": n = 1",
            "intent       1.000  1/1        keywords 1.000",
            two + ": n = 4",
            "intent       0.750  3/4        keywords 0.500",
            "all files",
            "intent       0.800  4/5        keywords 0.600",
            "     1  spam -> ack",
            "two.jsonl:1  gracias")
        .last()
        .asString()
        .contains("\"intent\":0.8,", "\"n\":5}");
    assertThat(lines.stream().filter(line -> line.startsWith("{"))).hasSize(1);
  }

  @Test
  void aTextMovesNoCursor() throws IOException {
    run(
        """
        {"body":"gracias\\u001b[2J\\u202e ok\\n1","intent":"spam","categories":[],"section":null,"urgent":false,"language":"es"}
        """);
    assertThat(out.toString()).contains("texts.jsonl:1  gracias [2J  ok 1");
  }

  private long shown() {
    return out.toString().lines().filter(line -> line.startsWith("texts.jsonl:")).count();
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
    assertThat(execute(directory.resolve("none.jsonl").toString())).isOne();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("No se puede leer", "none.jsonl");
  }

  private int run(String lines) throws IOException {
    return execute(Files.writeString(directory.resolve("texts.jsonl"), lines).toString());
  }

  private int execute(String... arguments) {
    return new CommandLine(new EvaluateCommand(Samples::catalogue))
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments);
  }
}
