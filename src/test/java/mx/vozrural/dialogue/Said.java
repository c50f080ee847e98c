package mx.vozrural.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;

/** Short questions to a decision. */
final class Said {

  private Said() {}

  /** The parts between danger, greeting and number; empty for silence. */
  static List<String> parts(Decision decision) {
    Answer answer = decision.answer();
    return answer == null
        ? List.of()
        : answer.parts().stream()
            .filter(p -> !List.of("welcome", "number", "privacy").contains(p))
            .toList();
  }

  static String value(Decision decision, String name) {
    return Objects.requireNonNull(answer(decision).values().get(name), name);
  }

  static Answer answer(Decision decision) {
    return Objects.requireNonNull(decision.answer(), "an answer");
  }

  static Question question(Decision decision) {
    return Objects.requireNonNull(decision.next().question(), "a question");
  }

  static Words.File filed(Decision decision) {
    assertThat(decision.words()).isInstanceOf(Words.File.class);
    return (Words.File) decision.words();
  }

  static void added(Decision decision, String... folios) {
    assertThat(decision.words()).isEqualTo(new Words.Add(List.of(folios)));
  }

  static void kept(Decision decision, Words.Reason reason) {
    assertThat(decision.words()).isEqualTo(new Words.Keep(reason));
  }

  static void silent(Decision decision) {
    assertThat(decision.answer()).as("the answer").isNull();
  }
}
