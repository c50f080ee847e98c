package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Everything that is weighed of a sentence, as it stands in {@code clues.txt}. */
class ClueFinderTest {
  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue());
  }

  /** A sentence and its clues, each with the word that gives it. */
  record Sentence(String text, Map<String, Integer> clues) {
    @Override
    public String toString() {
      return text;
    }
  }

  private static List<Sentence> sentences() throws IOException {
    List<Sentence> sentences = new ArrayList<>();
    try (InputStream in = ClueFinderTest.class.getResourceAsStream("clues.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (line.startsWith("= ")) {
          sentences.add(new Sentence(line.substring(2), new LinkedHashMap<>()));
        } else if (!line.isBlank() && !line.startsWith("#")) {
          String[] wordAndClues = line.split(": ", 2);
          int word =
              wordAndClues[0].equals("-") ? Clues.NO_WORD : Integer.parseInt(wordAndClues[0]);
          for (String clue : wordAndClues[1].split(", ", -1)) {
            sentences.getLast().clues().put(clue, word);
          }
        }
      }
    }
    return sentences;
  }

  private static long clue(String written) {
    Clues clues = new Clues();
    clues.add(0, written.charAt(0), written.substring(2).split("\\|", -1));
    return clues.clue(0);
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void a_sentence_gives_these_clues_and_no_others(Sentence sentence) {
    Clues clues = interpreter.weighable(sentence.text());
    Map<Long, String> names = new HashMap<>();
    sentence.clues().keySet().forEach(written -> names.put(clue(written), written));
    Map<String, Integer> found = new LinkedHashMap<>();
    for (int i = 0; i < clues.size(); i++) {
      found.put(names.getOrDefault(clues.clue(i), "unnamed " + i), clues.word(i));
    }

    assertThat(found).containsExactlyInAnyOrderEntriesOf(sentence.clues());
  }

  @Test
  void a_keyword_a_number_and_nothing_at_all_are_not_weighed() {
    assertThat(interpreter.clues("ALTO")).isEmpty();
    assertThat(interpreter.clues("12")).isEmpty();
    assertThat(interpreter.clues(" ")).isEmpty();
    assertThat(interpreter.clues("no hay agua")).isNotEmpty();
  }

  @Test
  void a_municipalitys_own_words_are_no_clue_to_a_model_that_never_saw_them() {
    Interpreter own =
        new Interpreter(
            Samples.with(
                Samples.category("AGUA", "AGUA"),
                Samples.category("NORIA", "AGUA", "noria", "papalote")));

    long[] clues = own.clues("se cayo el papalote");

    String signal = Needs.ownSignal(Samples.category("NORIA", "AGUA"));
    assertThat(own.read("se cayo el papalote").categories()).containsExactly("NORIA");
    assertThat(clues).contains(clue("h AGUA")).doesNotContain(clue("r " + signal + "|1"));
  }
}
