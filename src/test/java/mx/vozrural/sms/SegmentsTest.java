package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.sms.Segments.Encoding;
import mx.vozrural.sms.Segments.OffendingCharacter;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SegmentsTest {

  private static final String CACTUS = "🌵";

  /** A text is written as "152a {1 152a": how often, then what. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0a               | GSM-7 | 0 | 0
          1a               | GSM-7 | 1 | 1
          160a             | GSM-7 | 1 | 160
          161a             | GSM-7 | 2 | 161
          306a             | GSM-7 | 2 | 306
          307a             | GSM-7 | 3 | 307
          80{              | GSM-7 | 1 | 160
          81{              | GSM-7 | 2 | 162
          76{ 1a 76{       | GSM-7 | 2 | 305
          152{             | GSM-7 | 2 | 304
          153{             | GSM-7 | 3 | 306
          152a 1{ 152a     | GSM-7 | 3 | 306
          151a 1{ 153a     | GSM-7 | 2 | 306
          159a 1{          | GSM-7 | 2 | 161
          158a 1€          | GSM-7 | 1 | 160
          160ñ             | GSM-7 | 1 | 160
          70á              | UCS-2 | 1 | 70
          71á              | UCS-2 | 2 | 71
          134á             | UCS-2 | 2 | 134
          135á             | UCS-2 | 3 | 135
          159a 1ó          | UCS-2 | 3 | 160
          69a 1ó           | UCS-2 | 1 | 70
          1á 69{           | UCS-2 | 1 | 70
          35🌵             | UCS-2 | 1 | 70
          36🌵             | UCS-2 | 2 | 72
          66á 1🌵 66á      | UCS-2 | 3 | 134
          65á 1🌵 67á      | UCS-2 | 2 | 134
          67🌵             | UCS-2 | 3 | 134
          1600á            | UCS-2 | 24 | 1600
          1600a            | GSM-7 | 11 | 1600
          159a 1^          | GSM-7 | 2 | 161
          80[              | GSM-7 | 1 | 160
          80]              | GSM-7 | 1 | 160
          80~              | GSM-7 | 1 | 160
          80\\              | GSM-7 | 1 | 160
          153a 1€ 152a     | GSM-7 | 3 | 307
          459a             | GSM-7 | 3 | 459
          460a             | GSM-7 | 4 | 460
          160é             | GSM-7 | 1 | 160
          160Ñ             | GSM-7 | 1 | 160
          160¿             | GSM-7 | 1 | 160
          160¡             | GSM-7 | 1 | 160
          160ü             | GSM-7 | 1 | 160
          160à             | GSM-7 | 1 | 160
          160Δ             | GSM-7 | 1 | 160
          71í              | UCS-2 | 2 | 71
          71ú              | UCS-2 | 2 | 71
          70Á              | UCS-2 | 1 | 70
          70ç              | UCS-2 | 1 | 70
          70’              | UCS-2 | 1 | 70
          201á             | UCS-2 | 3 | 201
          202á             | UCS-2 | 4 | 202
          67á 1🌵 66á      | UCS-2 | 3 | 135
          33🌵 1á          | UCS-2 | 1 | 67
          """,
      delimiter = '|')
  void a_text_costs_what_twilio_counts(String runs, String encoding, int segments, int units) {
    Segments cost = Segments.of(text(runs));

    assertThat(cost.encoding().label()).isEqualTo(encoding);
    assertThat(cost.segments()).isEqualTo(segments);
    assertThat(cost.units()).isEqualTo(units);
  }

  @Test
  void accents_typed_as_two_characters_count_as_the_one_they_show() {
    assertThat(Segments.of("cafe\u0301 an\u0303o")).isEqualTo(Segments.of("café año"));
    assertThat(Segments.of("o\u0301".repeat(70)))
        .isEqualTo(Segments.of("ó".repeat(70)))
        .returns(1, Segments::segments);
  }

  @Test
  void the_characters_that_make_a_text_dear_are_named_with_their_place() {
    assertThat(Segments.of("¿Cómo está? " + CACTUS + " e\u0301ó").offending())
        .containsExactly(
            new OffendingCharacter(2, "ó"),
            new OffendingCharacter(9, "á"),
            new OffendingCharacter(12, CACTUS),
            new OffendingCharacter(16, "ó"));
    assertThat(Segments.of("¿Qué año? {€}").offending()).isEmpty();
  }

  @Test
  void half_a_surrogate_pair_is_named_by_a_character_that_can_be_written() {
    Segments cost = Segments.of("a\uD83Cb\uDF35");

    assertThat(cost.encoding()).isEqualTo(Encoding.UCS_2);
    assertThat(cost.units()).isEqualTo(4);
    assertThat(cost.offending())
        .containsExactly(new OffendingCharacter(1, "\uFFFD"), new OffendingCharacter(3, "\uFFFD"));
  }

  @Test
  void a_text_that_fits_one_segment_holds_160_or_70_units() {
    assertThat(List.of(Encoding.values())).extracting(Encoding::alone).containsExactly(160, 70);
  }

  @Property(tries = 1000, seed = "20260108")
  void a_text_is_never_shorter_than_its_units_allow(
      @ForAll @StringLength(max = 700) @CharRange(from = ' ', to = 'ÿ') String text) {
    Segments cost = Segments.of(text);
    boolean gsm = cost.encoding() == Encoding.GSM_7;
    int least = Math.ceilDiv(cost.units(), gsm ? 153 : 67);

    assertThat(gsm).isEqualTo(cost.offending().isEmpty());
    if (cost.units() > cost.encoding().alone()) {
      assertThat(cost.segments()).isBetween(least, least + 1);
    } else {
      assertThat(cost.segments()).isEqualTo(text.isEmpty() ? 0 : 1);
    }
  }

  private static String text(String runs) {
    StringBuilder text = new StringBuilder();
    for (String run : runs.split(" ", -1)) {
      String times = run.replaceAll("\\D.*", "");
      text.append(run.substring(times.length()).repeat(Integer.parseInt(times)));
    }
    return text.toString();
  }
}
