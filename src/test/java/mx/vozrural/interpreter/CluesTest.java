package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CluesTest {
  private static final int MANY = 3_000;

  private static long clue(char kind, String... parts) {
    Clues clues = new Clues();
    clues.add(0, kind, parts);
    return clues.clue(0);
  }

  @Test
  void of_equal_clues_the_first_counts_with_its_word() {
    Clues clues = new Clues();
    clues.add(4, 'u', "awa");
    clues.add(5, 'u', "lus");
    clues.add(6, 'u', "awa");
    clues.add(Clues.NO_WORD, 'q', "none");

    assertThat(clues.size()).isEqualTo(3);
    assertThat(clues.all()).containsExactly(clue('u', "awa"), clue('u', "lus"), clue('q', "none"));
    assertThat(IntStream.range(0, 3).map(clues::word)).containsExactly(4, 5, Clues.NO_WORD);
  }

  @Test
  void kind_parts_and_where_a_part_ends_tell_clues_apart() {
    assertThat(
            new long[] {
              clue('u', "ab"),
              clue('b', "ab"),
              clue('b', "a", "b"),
              clue('b', "b", "a"),
              clue('b', "ab", ""),
              clue('b', "", "ab"),
              clue('b', "a", "b", "")
            })
        .doesNotHaveDuplicates();
  }

  @Test
  void however_many_they_are_each_is_kept_once_and_in_order() {
    Clues clues = new Clues();
    for (int round = 0; round < 2; round++) {
      for (int i = 0; i < MANY; i++) {
        clues.add(i, 'u', Integer.toString(i));
      }
    }

    assertThat(clues.size()).isEqualTo(MANY);
    assertThat(clues.all()).doesNotHaveDuplicates();
    for (int i = 0; i < MANY; i++) {
      assertThat(clues.clue(i)).isEqualTo(clue('u', Integer.toString(i)));
      assertThat(clues.word(i)).isEqualTo(i);
    }
  }

  @Test
  void a_model_that_is_kept_finds_its_clues_again() {
    // What a later version must still make of these words, or stored models read nothing.
    assertThat(clue('u', "awa")).isEqualTo(-394378455641298198L);
    assertThat(clue('b', "no", "ai")).isEqualTo(7395410382226765197L);
  }
}
