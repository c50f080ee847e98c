package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How far the tables go by a model: one of a few words that no table knows. */
class TaughtInterpreterTest {
  private static final Model MODEL =
      new SmallModel(
              List.of(
                  "report",
                  "ack",
                  "spam",
                  "abuse",
                  "close_confirm",
                  "info_request",
                  "follow_up",
                  "unclear"),
              List.of("AGUA", "LUZ", "SALUD", "OTRO"))
          .word("flumo", "report", 9, "AGUA", 5, "+AGUA", 9)
          .word("sande", "report", 9, "SALUD", 4, "+SALUD", 9)
          .word("pelda", "report", 9)
          .word("danto", "ack", 20)
          .word("pirlo", "spam", 2)
          .word("nerbo", "spam", 20)
          .word("mulpo", "abuse", 20)
          .word("kinto", "close_confirm", 20)
          .word("ferda", "info_request", 20)
          .word("berdo", "follow_up", 20)
          .word("tirpa", "urgent", 9)
          .word("lofre", "urgent", 9, "life", 9)
          .word("orlo", "life", 2)
          .bias("urgent", -5)
          .bias("life", -5)
          .bias("+AGUA", -5)
          .bias("+LUZ", -5)
          .bias("+SALUD", -5)
          .bias("+OTRO", -5)
          .bias("OTRO", 1)
          .build();
  private static Interpreter interpreter;

  @BeforeAll
  static void readTheTables() {
    interpreter = new Interpreter(Samples.catalogue(), MODEL);
  }

  private static Reading read(String text) {
    return interpreter.read(text);
  }

  private static String evidence(Reading reading, String field) {
    return reading.evidence().stream()
        .filter(evidence -> evidence.field().equals(field))
        .map(evidence -> evidence.value() + "=" + evidence.words())
        .findFirst()
        .orElse("");
  }

  @Test
  void what_only_the_model_knows_is_read_with_its_words_as_evidence() {
    Reading reading = read("aqui flumo otra vez");

    assertThat(reading.intent()).isEqualTo(Intent.REPORT);
    assertThat(reading.categories()).containsExactly("AGUA");
    assertThat(evidence(reading, "intent")).isEqualTo("report=flumo");
    assertThat(evidence(reading, "category")).isEqualTo("AGUA=flumo");
    assertThat(interpreter.model()).isSameAs(MODEL);
  }

  @Test
  void what_the_tables_know_too_has_their_words_as_evidence() {
    Reading reading = read("no hay agua y flumo");

    assertThat(reading.evidence())
        .filteredOn(evidence -> evidence.field().equals("category"))
        .extracting(Evidence::words)
        .containsExactly("no hay agua");
  }

  @ParameterizedTest(name = "{0}: {1} {2}")
  @CsvSource({
    "danto, ACK, ''",
    "danto flumo, ACK, ''",
    "pelda, REPORT, OTRO",
    "ferda, INFO_REQUEST, OTRO",
    "berdo, FOLLOW_UP, ''",
    "berdo flumo, FOLLOW_UP, AGUA",
    "flumo sande, REPORT, 'AGUA,SALUD'",
    "nerbo flumo, SPAM, ''"
  })
  void a_report_and_a_question_have_some_need_and_the_rest_only_one_that_is_told(
      String text, Intent intent, String categories) {
    Reading reading = read(text);

    assertThat(reading.intent()).isEqualTo(intent);
    assertThat(String.join(",", reading.categories())).isEqualTo(categories);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "mulpo, ABUSE",
    "no hay agua mulpo, REPORT",
    "humo mulpo, ABUSE",
    "pirlo, SPAM",
    "no hay agua pirlo, REPORT",
    "humo pirlo, SPAM",
    "no hay agua nerbo, SPAM",
    "folio 12345678 sigue igual nerbo, REOPEN",
    "folio 12345678 nerbo, FOLLOW_UP",
    "no hay agua danto, ACK"
  })
  void a_stated_need_and_words_beside_a_folio_are_put_aside_only_by_who_is_very_sure(
      String text, Intent intent) {
    assertThat(read(text).intent()).isEqualTo(intent);
  }

  @Test
  void whether_it_is_done_is_asked_by_who_doesnt_know() {
    assertThat(read("kinto").intent()).isEqualTo(Intent.CLOSE_CONFIRM);
    assertThat(read("¿kinto?").intent()).isEqualTo(Intent.STATUS_QUERY);
    assertThat(read("¿berdo?").intent()).isEqualTo(Intent.FOLLOW_UP);
  }

  @Test
  void danger_to_life_makes_a_report_of_what_else_would_be_put_aside() {
    Reading thanks = read("danto lofre");

    assertThat(thanks.lifeDanger()).isTrue();
    assertThat(thanks.urgent()).isTrue();
    assertThat(thanks.intent()).isEqualTo(Intent.REPORT);
    assertThat(thanks.categories()).hasSize(1);
    assertThat(evidence(thanks, "life_danger")).isEqualTo("true=lofre");
    assertThat(read("berdo lofre").intent()).isEqualTo(Intent.FOLLOW_UP);
  }

  @Test
  void danger_that_cant_be_ruled_out_is_told_apart_from_danger() {
    assertThat(read("flumo orlo").has(Trait.MAY_BE_DANGER)).isTrue();
    assertThat(read("flumo orlo").lifeDanger()).isFalse();
    assertThat(read("flumo orlo").urgent()).isFalse();
    assertThat(read("flumo lofre").has(Trait.MAY_BE_DANGER)).isFalse();
    assertThat(read("flumo").has(Trait.MAY_BE_DANGER)).isFalse();
  }

  @Test
  void what_is_urgent_about_people_is_danger_to_life() {
    assertThat(read("flumo tirpa").urgent()).isTrue();
    assertThat(read("flumo tirpa").lifeDanger()).isFalse();
    assertThat(evidence(read("flumo tirpa"), "urgent")).isEqualTo("true=tirpa");
    assertThat(read("flumo sande tirpa").lifeDanger()).isTrue();
    assertThat(read("flumo sande").lifeDanger()).isFalse();
  }

  @Test
  void a_danger_that_the_tables_see_is_one_only_if_the_model_agrees() {
    assertThat(new Interpreter(Samples.catalogue()).read("se quema el monte").urgent()).isTrue();
    assertThat(read("se quema el monte").urgent()).isFalse();

    Reading agreed = read("se quema el monte tirpa");
    assertThat(agreed.urgent()).isTrue();
    assertThat(evidence(agreed, "urgent")).contains("quema").doesNotContain("tirpa");
  }

  @Test
  void violence_at_home_is_never_taken_back() {
    Reading reading = read("mi marido me pega danto");

    assertThat(reading.lifeDanger()).isTrue();
    assertThat(reading.has(Trait.VIOLENCE_AT_HOME)).isTrue();
    assertThat(reading.intent()).isEqualTo(Intent.REPORT);
  }

  @Test
  void confidence_is_the_models_and_never_above_one() {
    Reading reading = read("flumo tirpa");

    assertThat(reading.confidence().get("intent")).isBetween(0.99, 1.0);
    assertThat(reading.confidence().get("categories")).isBetween(0.98, 1.0);
    assertThat(reading.confidence().get("urgent")).isBetween(0.98, 0.99);
    assertThat(read("flumo").confidence().get("urgent")).isBetween(0.99, 1.0);
  }

  @Test
  void a_municipalitys_own_words_count_more_than_what_was_learned_elsewhere() {
    Interpreter own =
        new Interpreter(
            Samples.with(
                Samples.category("AGUA", "AGUA"),
                Samples.category("SALUD", "SALUD"),
                Samples.category("OTRO", "OTRO"),
                Samples.category("NORIA", "AGUA", "papalote")),
            MODEL);

    assertThat(own.read("flumo el papalote").categories()).containsExactly("NORIA");
    assertThat(own.read("sande el papalote").categories()).containsExactly("NORIA", "SALUD");
    assertThat(own.read("pelda el papalote").categories()).containsExactly("NORIA");
    assertThat(own.read("danto el papalote").categories()).isEmpty();
    assertThat(own.read("flumo sande el papalote").categories()).containsExactly("NORIA", "SALUD");
  }

  @Test
  void the_names_of_places_with_a_section_are_told_for_learning() {
    List<Interpreter.Mentioned> mentions =
        interpreter.mentions("en Palo Blanco y en La Noria no hay agua");

    assertThat(mentions)
        .extracting(Interpreter.Mentioned::section)
        .containsExactly("CIENEGA_DE_ORTIZ");
    assertThat(mentions.getFirst().clues()).isNotEmpty().doesNotHaveDuplicates();
  }
}
