package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a model judges the name of a place by. */
class MentionTest {
  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  private static void assertClues(String text, String... written) {
    List<Interpreter.Mentioned> mentions = interpreter.mentions(text);
    Clues expected = new Clues();
    for (String clue : written) {
      expected.add(Clues.NO_WORD, 'P', clue.split("\\|", -1));
    }
    assertThat(mentions).hasSize(1);
    assertThat(Arrays.stream(mentions.getFirst().clues()).boxed())
        .containsExactlyInAnyOrderElementsOf(Arrays.stream(expected.all()).boxed().toList());
  }

  @Test
  void a_name_within_a_sentence() {
    assertClues(
        "no hay luz en palo blanko, 3 dias",
        "name|palo blanko",
        "score|4|CLEAR",
        "kind|CLEAR",
        "before|en",
        "before|en|CLEAR",
        "before|en|palo blanko",
        "before|lus|en",
        "second before|lus",
        "after|NUMBER",
        "after|NUMBER|CLEAR",
        "after|NUMBER|palo blanko",
        "after|NUMBER|dias",
        "around|en|NUMBER",
        "breaks|false true|CLEAR",
        "breaks|false true|palo blanko",
        "edge|false false|CLEAR",
        "written|exactly|palo blanko",
        "article|false en|CLEAR");
  }

  @Test
  void a_name_alone() {
    assertClues(
        "Guadalupe",
        "name|wadalupe",
        "score|3|PERSON",
        "kind|PERSON",
        "before|EDGE",
        "before|EDGE|PERSON",
        "before|EDGE|wadalupe",
        "before|EDGE|EDGE",
        "second before|EDGE",
        "after|EDGE",
        "after|EDGE|PERSON",
        "after|EDGE|wadalupe",
        "after|EDGE|EDGE",
        "around|EDGE|EDGE",
        "breaks|true true|PERSON",
        "breaks|true true|wadalupe",
        "edge|true true|PERSON",
        "written|exactly|wadalupe",
        "article|false EDGE|PERSON");
  }

  @Test
  void a_misspelled_name_at_the_end_behind_its_article() {
    assertClues(
        "el charko",
        "name|carko",
        "score|3|COMMON",
        "kind|COMMON",
        "before|el",
        "before|el|COMMON",
        "before|el|carko",
        "before|EDGE|el",
        "second before|EDGE",
        "after|EDGE",
        "after|EDGE|COMMON",
        "after|EDGE|carko",
        "after|EDGE|EDGE",
        "around|el|EDGE",
        "breaks|false true|COMMON",
        "breaks|false true|carko",
        "edge|true true|COMMON",
        "written|exactly|carko",
        "article|true el|COMMON");
  }

  @Test
  void a_name_with_a_letter_missing() {
    assertClues(
        "luz, guadalpe",
        "name|wadalupe",
        "score|3|PERSON",
        "kind|PERSON",
        "before|lus",
        "before|lus|PERSON",
        "before|lus|wadalupe",
        "before|EDGE|lus",
        "second before|EDGE",
        "after|EDGE",
        "after|EDGE|PERSON",
        "after|EDGE|wadalupe",
        "after|EDGE|EDGE",
        "around|lus|EDGE",
        "breaks|true true|PERSON",
        "breaks|true true|wadalupe",
        "edge|true true|PERSON",
        "written|nearly|wadalupe",
        "article|false lus|PERSON");
  }

  @Test
  void a_name_that_runs_to_the_last_word() {
    assertClues(
        "fuimos ayer a palo blanco",
        "name|palo blanko",
        "score|2|CLEAR",
        "kind|CLEAR",
        "before|a",
        "before|a|CLEAR",
        "before|a|palo blanko",
        "before|ayer|a",
        "second before|ayer",
        "after|EDGE",
        "after|EDGE|CLEAR",
        "after|EDGE|palo blanko",
        "after|EDGE|EDGE",
        "around|a|EDGE",
        "breaks|false true|CLEAR",
        "breaks|false true|palo blanko",
        "edge|false true|CLEAR",
        "written|exactly|palo blanko",
        "article|false a|CLEAR");
  }
}
