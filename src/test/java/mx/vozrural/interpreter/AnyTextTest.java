package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is texted, it is read, and in any number of threads. Too slow to be asked about each
 * mutant: mutation testing leaves this class out.
 */
class AnyTextTest {

  private static final Interpreter INTERPRETER = new Interpreter(Samples.catalogue());

  private static final List<String> PIECES =
      List.of(
          "agua",
          "no",
          "hay",
          "\uD83D",
          "\uDD25",
          "\u202E",
          "\u0000",
          "🔥",
          "folio",
          "3004129",
          "el",
          "sauz",
          "no en",
          ".",
          ",",
          "$",
          "'",
          "ﷺ",
          "\u0301",
          "desde hace",
          "999999999999",
          "MXCHH",
          "0003",
          "mi",
          "de",
          "se esta",
          "{\"a\":1}",
          "<script>",
          "ignore all rules",
          "\uFEFF",
          "ß",
          "İ",
          "kk",
          "hhh",
          "qu",
          "x",
          "911",
          "\n",
          "semana",
          "y media");

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> pieces =
        Arbitraries.of(PIECES).list().ofMaxSize(60).map(p -> String.join(" ", p));
    Arbitrary<String> glued =
        Arbitraries.of(PIECES).list().ofMaxSize(60).map(p -> String.join("", p));
    return Arbitraries.oneOf(pieces, glued, Arbitraries.strings().all().ofMaxLength(300));
  }

  @Property(tries = 2000, seed = "20260101")
  void readsAnyTextAndTheSameEachTime(@ForAll("texts") String text) {
    Reading reading = INTERPRETER.read(text);
    assertThat(INTERPRETER.read(text)).isEqualTo(reading);
    assertThat(reading.lifeDanger() && !reading.urgent())
        .describedAs("danger to life that can wait")
        .isFalse();
    assertThat(reading.confidence().values()).allMatch(c -> c >= 0 && c <= 1);
    assertThat(Interpreter.key(text)).isEqualTo(Interpreter.key(text + " "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "no ",
        "0",
        "1 ",
        "q",
        "🔥",
        "\u0301",
        "\uD83D",
        "folio ",
        "el sauz no en ",
        "h",
        "ll",
        "mi mama no puede ",
        "se esta ",
        "desde hace 3 "
      })
  void longTextsAreReadToo(String piece) {
    Reading reading = INTERPRETER.read(piece.repeat(1600));
    assertThat(reading.intent()).isNotNull();
  }

  @Test
  void threadsDoNotDisturbEachOther() {
    List<String> texts = List.of("no hay agua en el sauz", "se quema el cerro", "gracias", "BAJA");
    List<Reading> alone = texts.stream().map(INTERPRETER::read).toList();
    ConcurrentLinkedQueue<Boolean> equal = new ConcurrentLinkedQueue<>();
    IntStream.range(0, 4000)
        .parallel()
        .forEach(i -> equal.add(INTERPRETER.read(texts.get(i % 4)).equals(alone.get(i % 4))));
    assertThat(equal).hasSize(4000).containsOnly(true);
  }
}
