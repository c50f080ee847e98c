package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CutterTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "No hay AGUA, ¡urge!|no hay agua urge",
        "niño camión Ñu|nino camion nu",
        "nin\u0303o|nino",
        "3dias y 1ro|3 dias y 1 ro",
        "don't pa'l cerro|dont pal cerro",
        "ＡＧＵＡ ya|agua ya",
        "\uD835\uDC1A\uD835\uDC20\uD835\uDC2E\uD835\uDC1A|agua",
        "se quema 🔥🔥|se quema lumbre lumbre",
        "🆘 aqui|auxilio aqui",
        "a\u200Bb|a b",
        "a\u200Eb|ab",
        "linea/otra (dos)|linea otra dos",
        "água\u202E x|agua x",
        "Привет мир|привет мир",
        "ﬁn|fin",
        "№5|no 5",
        "℀ no|a c no",
        "①|1",
        "ﬀ y ﬆ|ff y st",
        "3ª seccion|3 seccion",
        "a\u0300b a\u036Fb|ab ab",
        "a\uFE00b a\uFE0Fb|ab ab",
        "a\uFE10b|a b",
        "a\u02FFb|a b",
        "\u0250|\u0250",
        "\uD801\uDC00|\uD801\uDC28",
        "agua🔥ya|agua lumbre ya",
        "agua😀ya|agua ya",
        "agua✅ya|agua ya"
      })
  void wordsAreFolded(String text, String words) {
    Words cut = Cutter.cut(text);
    assertThat(cut.span(0, cut.size())).isEqualTo(words);
  }

  @Test
  void whatStoodBetweenWordsIsKept() {
    Words cut = Cutter.cut("uno dos, tres. 4-5 $6 #7 8a 9.1 fin");
    assertThat(cut.before(0)).isEqualTo(Words.STOPPED);
    assertThat(cut.before(1)).isEqualTo(Words.SPACED);
    assertThat(cut.before(2)).isEqualTo(Words.COMMA);
    assertThat(cut.before(3)).isEqualTo(Words.STOPPED);
    assertThat(cut.before(4)).isEqualTo(Words.DASHED);
    assertThat(cut.money(5)).isTrue();
    assertThat(cut.hash(6)).isTrue();
    assertThat(cut.money(6)).isFalse();
    assertThat(cut.before(8)).isEqualTo(Words.GLUED);
    assertThat(cut.before(10)).isEqualTo(Words.DASHED);
    assertThat(cut.breakBefore(2)).isTrue();
    assertThat(cut.breakBefore(1)).isFalse();
    assertThat(cut.stopBefore(2)).isFalse();
    assertThat(cut.stopBefore(cut.size())).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agua ya|SPACED",
        "agua  -ya|DASHED",
        "agua, ya|COMMA",
        "agua. ya|STOPPED",
        "agua? ya|STOPPED",
        "agua.- ya|STOPPED",
        "agua😀ya|SPACED",
        "agua🔥|COMMA",
        "🔥ya|COMMA",
        "3. ya|STOPPED",
        "3.0|DASHED",
        "3.9|DASHED",
        "3!5|STOPPED",
        "3 .5|STOPPED",
        "si！no|STOPPED",
        "si～no|SPACED",
        "3ya|GLUED"
      })
  void theStrongestMarkBetweenTwoWordsCounts(String text, String mark) {
    List<String> marks = List.of("GLUED", "SPACED", "DASHED", "COMMA", "STOPPED");
    assertThat(marks.get(Cutter.cut(text).before(1))).isEqualTo(mark);
  }

  @Test
  void aNumberMayEndTheText() {
    assertThat(Cutter.cut("van 3.").span(0, 2)).isEqualTo("van 3");
  }

  @Test
  void questionsAreSeen() {
    assertThat(Cutter.cut("¿va?").question()).isTrue();
    assertThat(Cutter.cut("va.").question()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ok 👍", "👌", "🙏", "👏", "🙌", "🤝", "✅", "❤️", "💓", "💖", "💟", "😀", "😊", "😏"
      })
  void picturesOfThanksAreSeen(String text) {
    assertThat(Cutter.cut(text).thanks()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"💀", "💒", "💠", "🗿", "😐", "😡", "👎", "☀", "❌", "a"})
  void otherPicturesAreNoThanks(String text) {
    assertThat(Cutter.cut(text).thanks()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t", "\u00A0", "\u200B", "\uFEFF", "\u3000", "\u0000\u0007"})
  void whiteAndInvisibleSignsAreNothing(String text) {
    assertThat(Cutter.cut(text).visible()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "?", "🦂", "7", "%", "中"})
  void anySignIsSeen(String text) {
    assertThat(Cutter.cut(text).visible()).isTrue();
  }
}
