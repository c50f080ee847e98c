package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.MatchResult;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadabilityTest {

  @ParameterizedTest
  @CsvSource({
    "y, 1",
    "que, 1",
    "agua, 2",
    "día, 2",
    "dias, 1",
    "guía, 2",
    "aérea, 4",
    "país, 2",
    "ciudad, 2",
    "buey, 1",
    "leer, 2",
    "rehabilitación, 6",
    "pingüino, 3",
    "oíamos, 4",
    "MUNICIPIO, 4",
    "shh, 1",
    "reúne, 3",
    "viaje, 2",
    "ley, 1",
    "leyes, 2"
  })
  void spanish_words_have_the_syllables_that_people_speak(String word, int syllables) {
    assertThat(Readability.SPANISH.syllables(word)).isEqualTo(syllables);
  }

  @ParameterizedTest
  @CsvSource({
    "we, 1",
    "place, 1",
    "table, 2",
    "whole, 1",
    "opened, 2",
    "wanted, 2",
    "need, 1",
    "the, 1",
    "municipality, 6",
    "answer, 2",
    "shh, 1",
    "ADDED, 2"
  })
  void english_words_have_nearly_so(String word, int syllables) {
    assertThat(Readability.ENGLISH.syllables(word)).isEqualTo(syllables);
  }

  @Test
  void the_score_is_that_of_the_published_formulas() {
    // 8 words, 14 syllables, 2 sentences.
    assertThat(Readability.SPANISH.score("Escriba qué pasa: le damos un folio nuevo").orElseThrow())
        .isCloseTo(206.835 - 62.3 * 14 / 8 - 4, within(0.001));
    // 8 words, 8 syllables, 1 sentence.
    assertThat(Readability.ENGLISH.score("We will tell you when it is solved").orElseThrow())
        .isCloseTo(206.835 - 84.6 * 8 / 8 - 1.015 * 8, within(0.001));
  }

  @Test
  void numbers_and_variables_count_for_nothing_and_few_words_are_not_judged() {
    assertThat(Readability.SPANISH.score("Llame al 911 ya, {name}: 800 737 0000. a1 b2 c3 d4 e5"))
        .isEmpty();
    assertThat(
            Readability.SPANISH.score(
                "uno dos tres {municipality} 911. cuatro ocho diez once doce"))
        .isEqualTo(Readability.SPANISH.score("uno dos tres. cuatro ocho diez once doce"));
  }

  @Test
  void each_mark_that_ends_a_thought_makes_a_text_easier() {
    double whole = score("uno dos tres ocho uno dos tres ocho");
    for (String mark : new String[] {".", "?", "!", ":", ";", "..."}) {
      assertThat(score("uno dos tres ocho" + mark + " uno dos tres ocho" + mark))
          .isCloseTo(whole + 4, within(0.001));
    }
  }

  private static double score(String text) {
    return Readability.SPANISH.score(text).orElseThrow();
  }

  @Test
  void the_heaviest_word_is_named_with_its_place() {
    String text = "{municipality}: una rehabilitación y otra infraestructura";
    MatchResult word = Readability.SPANISH.heaviest(text).orElseThrow();
    assertThat(word.group()).isEqualTo("rehabilitación");
    assertThat(word.start()).isEqualTo(text.indexOf("rehabilitación"));
    assertThat(Readability.SPANISH.heaviest("911")).isEmpty();
  }

  @Test
  void only_languages_with_a_formula_are_judged() {
    assertThat(Readability.of("es")).contains(Readability.SPANISH);
    assertThat(Readability.of("en")).contains(Readability.ENGLISH);
    assertThat(Readability.of("fr")).isEmpty();
    assertThat(Readability.SPANISH.least()).isEqualTo(65);
    assertThat(Readability.ENGLISH.least()).isEqualTo(60);
  }
}
