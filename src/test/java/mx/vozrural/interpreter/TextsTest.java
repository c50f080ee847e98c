package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Texts in unlike hands, each with all that must be read in it. */
class TextsTest {

  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  record Row(
      String text,
      String intent,
      String categories,
      String section,
      String danger,
      String language) {}

  static Stream<Row> rows() {
    return Stream.of("texts.psv", "texts2.psv", "texts3.psv").flatMap(TextsTest::rows);
  }

  private static Stream<Row> rows(String name) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(TextsTest.class.getResourceAsStream(name)),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(l -> !l.startsWith("//")).map(TextsTest::row).toList().stream();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Row row(String line) {
    String[] c = line.split(" \\| ", -1);
    return new Row(c[0], c[1], c[2], c[3], c[4], c[5]);
  }

  /** One test for all: reading the tables anew for each text would take minutes. */
  @Test
  void everyTextIsReadAsAPersonReadsIt() {
    assertThat(rows().map(row -> read(row.text())).toList())
        .containsExactlyElementsOf(rows().map(TextsTest::expected).toList());
  }

  private static Row read(String text) {
    Reading reading = interpreter.read(text);
    return new Row(
        text,
        reading.intent().code(),
        reading.categories().isEmpty() ? "-" : sorted(reading.categories()),
        reading.section() == null ? "-" : reading.section(),
        reading.lifeDanger() ? "life" : reading.urgent() ? "urgent" : "-",
        reading.language().code());
  }

  private static Row expected(Row row) {
    return new Row(
        row.text(),
        row.intent(),
        sorted(Arrays.asList(row.categories().split(" ", -1))),
        row.section(),
        row.danger(),
        row.language());
  }

  private static String sorted(Iterable<String> codes) {
    Set<String> sorted = new TreeSet<>();
    codes.forEach(sorted::add);
    return String.join(" ", sorted);
  }
}
