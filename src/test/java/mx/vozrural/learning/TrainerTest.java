package mx.vozrural.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Model;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Samples;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model learned from a few texts in words that no table knows. */
public class TrainerTest {
  private static final List<String> THINGS =
      List.of(
          "zutano", "mengano", "perengano", "fulano", "zotaco", "merengue", "tiliche", "tambache");
  private static Corpus corpus;
  private static Interpreter tables;
  private static Model model;

  @BeforeAll
  static void learn() {
    List<Corpus.Text> texts = new ArrayList<>();
    for (String thing : THINGS) {
      texts.add(report("el blorquito del " + thing + " se trabo", "CAMINO", null, false));
      texts.add(report("trae blorquito flojo aqui con " + thing, "CAMINO", null, false));
      texts.add(report("el chinfle del " + thing + " no prende", "LUZ", null, false));
      texts.add(report("quiero otro chinfle para " + thing, "LUZ", null, false));
      texts.add(report("ya viene el grunk por " + thing, "PROTCIVIL", null, true));
      texts.add(
          report("guadalupe anda con " + thing + " y su blorquito", "CAMINO", "GUADALUPE", false));
      texts.add(new Corpus.Text("que onda " + thing, "ack", List.of(), null, false, false));
      texts.add(new Corpus.Text("buenas buenas " + thing, "ack", List.of(), null, false, false));
    }
    corpus = new Corpus(texts, "few");
    tables = new Interpreter(Samples.catalogue());
    model = Trainer.train(corpus, tables, "tables");
  }

  private static Corpus.Text report(
      String body, String category, @Nullable String section, boolean life) {
    return new Corpus.Text(body, "report", List.of(category), section, life, life);
  }

  private static Reading read(String text) {
    return new Interpreter(Samples.catalogue(), model).read(text);
  }

  @Test
  void what_was_learned_is_read_in_other_company() {
    assertThat(read("el blorquito del vecino se trabo").categories()).containsExactly("CAMINO");
    assertThat(read("se descompuso mi chinfle otra vez").categories()).containsExactly("LUZ");
    assertThat(read("que onda vecinos").intent()).isEqualTo(Intent.ACK);
    assertThat(tables.read("se descompuso mi chinfle otra vez").categories()).doesNotContain("LUZ");
  }

  @Test
  void danger_is_learned_and_makes_a_report() {
    Reading reading = read("ya viene el grunk por la calle");

    assertThat(reading.lifeDanger()).isTrue();
    assertThat(reading.urgent()).isTrue();
    assertThat(reading.intent()).isEqualTo(Intent.REPORT);
    assertThat(read("el chinfle del vecino no prende").urgent()).isFalse();
  }

  @Test
  void when_a_name_is_a_place_is_learned() {
    assertThat(tables.read("guadalupe anda con merengue y su blorquito").section()).isNull();
    assertThat(read("guadalupe anda con pinole y su blorquito").section()).isEqualTo("GUADALUPE");
  }

  @Test
  void the_words_that_led_to_it_are_told_and_how_sure_it_is() {
    Reading reading = read("el blorquito del vecino se trabo");

    assertThat(reading.evidence())
        .anySatisfy(evidence -> {
          assertThat(evidence.field()).isEqualTo("category");
          assertThat(evidence.value()).isEqualTo("CAMINO");
          assertThat(evidence.words()).contains("blorquito");
        });
    assertThat(reading.confidence().values()).allMatch(sure -> sure >= 0 && sure <= 1);
  }

  @Test
  void the_same_corpus_gives_the_same_model() {
    Model.Learned again = Trainer.train(corpus, tables, "tables").learned();

    assertThat(again.weights()).containsExactly(model.learned().weights());
    assertThat(again.clues()).containsExactly(model.learned().clues());
    assertThat(again.version()).isEqualTo("few-tables");
  }

  @Test
  void a_written_model_reads_as_the_learned_one() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ModelFile.write(model, out);
    Model back = ModelFile.read(new ByteArrayInputStream(out.toByteArray()));

    assertThat(back.version()).isEqualTo("few-tables");
    assertThat(back.learned().calibrations()).isEqualTo(model.learned().calibrations());
    assertThat(new Interpreter(Samples.catalogue(), back).read("mi chinfle no prende").categories())
        .containsExactly("LUZ");
    assertThatThrownBy(() -> ModelFile.read(new ByteArrayInputStream(new byte[] {1, 2, 3})))
        .isInstanceOf(IOException.class);
  }

  @Test
  void a_folder_of_labelled_texts_is_read_each_text_once(@TempDir Path folder) throws IOException {
    String text =
        "{\"body\": \"sin agua\", \"intent\": \"report\", \"categories\": [\"AGUA\"], \"section\":"
            + " null, \"urgent\": false, \"life\": false, \"language\": \"es\"}\n";
    Files.writeString(folder.resolve("a.jsonl"), text + text);
    Files.writeString(folder.resolve("b.jsonl"), text);
    Corpus read = Corpus.read(folder);
    assertThat(read.texts())
        .singleElement()
        .satisfies(t -> assertThat(t.intent()).isEqualTo("report"));

    Files.writeString(folder.resolve("b.jsonl"), text + "{\"body\": \"x\"}\n");
    assertThatThrownBy(() -> Corpus.read(folder)).hasMessageContaining("b.jsonl:2");
  }
}
