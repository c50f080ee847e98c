package mx.vozrural.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import mx.vozrural.interpreter.Weighed.Likely;
import org.junit.jupiter.api.Test;

/** What a model of six words makes of sentences. */
class WeighedTest {
  private static final int MANY = 5_000;
  private static final Map<String, String> READERS =
      Map.of("AGUA", "AGUA", "LUZ", "ALUMBRADO", "OTRO", "OTRO");
  private static final Calibration HALVED = new Calibration(List.of(0.0, 1.0), List.of(0.0, 0.5));

  private static SmallModel small() {
    return new SmallModel(List.of("report", "ack", "spam"), List.of("AGUA", "LUZ", "OTRO"))
        .calibrated(HALVED);
  }

  private static final SmallModel SMALL =
      small()
          .word("seca", "report", 2, "AGUA", 3, "+AGUA", 2)
          .word("foco", "report", 1, "LUZ", 2, "+LUZ", 1)
          .word("raro", "report", 1, "OTRO", 4, "+OTRO", 4)
          .word("grave", "urgent", 1, "life", -1)
          .word("muere", "urgent", 2, "life", 2)
          .word("gracias", "ack", 3, "report", -1)
          .bias("urgent", -2)
          .bias("life", -2)
          .bias("+AGUA", -1)
          .bias("+LUZ", -1);
  private static final Model MODEL = SMALL.build();

  private static Clues clues(String... words) {
    Clues clues = new Clues();
    for (int i = 0; i < words.length; i++) {
      clues.add(i, 'u', words[i]);
    }
    return clues;
  }

  private static Weighed weighed(String text) {
    return weighed(MODEL, text);
  }

  private static Weighed weighed(Model model, String text) {
    return new Weighed(model, Cutter.cut(text), clues(text.split(" ", -1)));
  }

  private static Likely likely(String outcome) {
    return new Likely(outcome, 1, SMALL.column(outcome));
  }

  private static double sigmoid(double score) {
    return 1 / (1 + Math.exp(-score));
  }

  private static List<String> needs(String text, boolean demanded) {
    return weighed(text).needs(READERS, demanded).stream().map(Likely::outcome).toList();
  }

  @Test
  void a_word_that_was_never_learned_says_nothing() {
    int[] rows = MODEL.rows(clues("zutano", "seca", "mengano", "foco"));

    assertThat(MODEL.scores(rows)).isEqualTo(MODEL.scores(MODEL.rows(clues("seca", "foco"))));
    assertThat(MODEL.weight(rows[0], SMALL.column("report"))).isZero();
    assertThat(MODEL.weight(rows[1], SMALL.column("report"))).isEqualTo(2);
    assertThat(MODEL.weight(rows[1], SMALL.column("+AGUA"))).isEqualTo(2);
    assertThat(MODEL.weight(rows[1], SMALL.column("urgent"))).isZero();
    assertThat(MODEL.weight(rows[3], SMALL.column("LUZ"))).isEqualTo(2);
  }

  @Test
  void scores_begin_at_the_bias_and_add_up_over_the_words() {
    float[] scores = MODEL.scores(MODEL.rows(clues("seca", "foco", "grave")));

    assertThat(scores).containsExactly(3, 0, 0, 3, 2, 0, 1, 0, 0, -1, -3, 0);
  }

  @Test
  void among_many_words_each_is_found_and_no_other() {
    SmallModel many = small();
    for (int i = 0; i < MANY; i++) {
      many.word("w" + i, "report", i);
    }
    Model model = many.build();

    for (int i = 0; i < MANY; i++) {
      assertThat(model.weight(model.rows(clues("w" + i))[0], 0)).isEqualTo(i);
      assertThat(model.rows(clues("never" + i))).containsExactly(-1);
    }
  }

  @Test
  void a_model_of_more_columns_than_there_are_bits_for_is_refused() {
    List<String> intents = IntStream.range(0, 62).mapToObj(i -> "intent" + i).toList();

    assertThatThrownBy(() -> new SmallModel(intents, List.of()).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(new SmallModel(intents.subList(0, 61), List.of()).build().knows()).isTrue();
  }

  @Test
  void what_knows_no_intent_knows_nothing() {
    assertThat(Model.NONE.knows()).isFalse();
    assertThat(MODEL.knows()).isTrue();
    assertThat(Model.NONE.version()).isEqualTo("none");
  }

  @Test
  void the_likeliest_intent_has_its_share_of_all() {
    Likely report = weighed("seca").intent();
    Likely ack = weighed("gracias").intent();

    assertThat(report.outcome()).isEqualTo("report");
    assertThat(report.column()).isZero();
    assertThat(report.probability()).isCloseTo(Math.exp(2) / (Math.exp(2) + 2), within(1e-6));
    assertThat(ack.outcome()).isEqualTo("ack");
    assertThat(ack.column()).isEqualTo(1);
    assertThat(ack.probability())
        .isCloseTo(Math.exp(3) / (Math.exp(3) + 1 + Math.exp(-1)), within(1e-6));
    assertThat(weighed("gracias").sureOfIntent()).isCloseTo(ack.probability() / 2, within(1e-6));
  }

  @Test
  void the_needs_are_the_likeliest_one_and_those_that_pass_the_bar_for_more() {
    assertThat(needs("seca", false)).containsExactly("AGUA");
    assertThat(needs("foco", false)).containsExactly("ALUMBRADO");
    // Half sure of a further one is not enough.
    assertThat(needs("seca foco", false)).containsExactly("AGUA");
    assertThat(weighed("seca foco").needs(READERS, false).getFirst().column())
        .isEqualTo(SMALL.column("AGUA"));
  }

  @Test
  void a_further_need_is_told_from_its_own_column_and_OTRO_is_none() {
    SmallModel model =
        small()
            .word("seca", "AGUA", 3, "+AGUA", 2)
            .word("foco", "LUZ", 1, "+LUZ", 3)
            .word("raro", "+OTRO", 9);
    List<Likely> needs = weighed(model.build(), "seca foco raro").needs(READERS, false);

    assertThat(needs).extracting(Likely::outcome).containsExactly("AGUA", "ALUMBRADO");
    assertThat(needs)
        .extracting(Likely::column)
        .containsExactly(model.column("AGUA"), model.column("+LUZ"));
    assertThat(needs).element(0).satisfies(need -> near(need, 3));
    assertThat(needs).element(1).satisfies(need -> near(need, 3));
  }

  private static void near(Likely need, double score) {
    assertThat(need.probability()).isCloseTo(sigmoid(score), within(1e-6));
  }

  @Test
  void a_need_below_the_bar_is_told_only_where_there_must_be_one() {
    Model model = small().word("algo", "AGUA", 1, "+AGUA", -1).build();

    assertThat(weighed(model, "algo").needs(READERS, false)).isEmpty();
    assertThat(weighed(model, "algo").needs(READERS, true))
        .extracting(Likely::outcome)
        .containsExactly("AGUA");
    assertThat(weighed(model, "algo").sureOfNeed(READERS)).isCloseTo(sigmoid(1) / 2, within(1e-6));
  }

  @Test
  void a_need_that_the_municipality_has_no_category_for_is_not_told() {
    Map<String, String> few = Map.of("LUZ", "LUZ");

    assertThat(weighed("seca").needs(few, true)).extracting(Likely::outcome).containsExactly("LUZ");
    assertThat(weighed("seca").needs(Map.of(), true)).isEmpty();
    assertThat(weighed("seca").sureOfNeed(Map.of())).isZero();
  }

  @Test
  void urgency_and_danger_to_life_have_bars_of_their_own() {
    assertThat(weighed("hola").isUrgent(false)).isFalse();
    assertThat(weighed("hola").isLife()).isFalse();
    assertThat(weighed("grave").isUrgent(false)).isFalse();
    assertThat(weighed("muere").isUrgent(false)).isTrue();
    assertThat(weighed("muere").isLife()).isTrue();
    assertThat(weighed("muere grave").isUrgent(false)).isTrue();
    assertThat(weighed("muere grave").isLife()).isFalse();
    assertThat(weighed("muere").urgent())
        .isEqualTo(new Likely("urgent", 0.5, SMALL.column("urgent")));
    assertThat(weighed("muere").life()).isEqualTo(new Likely("life", 0.5, SMALL.column("life")));
    assertThat(weighed("muere").sureOfUrgency(true)).isCloseTo(0.25, within(1e-6));
    assertThat(weighed("muere").sureOfUrgency(false)).isCloseTo(0.75, within(1e-6));
  }

  @Test
  void where_the_tables_see_the_danger_too_less_is_asked() {
    // The bar of 0.4 is 0.2 there; "hola" has 0.119, "grave" 0.269.
    assertThat(weighed("hola").isUrgent(true)).isFalse();
    assertThat(weighed("grave").isUrgent(true)).isTrue();
  }

  @Test
  void a_probability_at_the_bar_passes_it() {
    Model model = small().bars(0.5, 0.5, 0.5, 0.5).build();
    Weighed weighed = weighed(model, "hola");

    assertThat(weighed.isUrgent(false)).isTrue();
    assertThat(weighed.isLife()).isTrue();
    assertThat(weighed.needs(READERS, false))
        .extracting(Likely::outcome)
        .containsExactly("AGUA", "ALUMBRADO");
  }

  @Test
  void the_words_that_spoke_most_are_told_in_their_order() {
    Weighed weighed = weighed("foco zutano seca raro");

    assertThat(weighed.words(likely("report"))).isEqualTo("foco seca raro");
    assertThat(weighed.words(likely("AGUA"))).isEqualTo("seca");
    assertThat(weighed.words(likely("urgent"))).isEmpty();
    assertThat(weighed("gracias").words(likely("report"))).isEmpty();
  }

  @Test
  void a_word_of_less_than_a_third_of_the_strongest_is_left_out() {
    Model model =
        small()
            .word("mucho", "report", 10)
            .word("algo", "report", 3)
            .word("poco", "report", 2.9)
            .build();

    assertThat(weighed(model, "poco algo mucho").words(likely("report"))).isEqualTo("algo mucho");
  }

  @Test
  void a_clue_of_no_word_counts_for_the_score_but_is_no_evidence() {
    Clues clues = new Clues();
    clues.add(Clues.NO_WORD, 'u', "seca");
    clues.add(0, 'u', "foco");
    Weighed weighed = new Weighed(MODEL, Cutter.cut("foco"), clues);

    assertThat(weighed.intent().probability())
        .isCloseTo(Math.exp(3) / (Math.exp(3) + 2), within(1e-6));
    assertThat(weighed.words(likely("AGUA"))).isEmpty();
    assertThat(weighed.words(likely("LUZ"))).isEqualTo("foco");
  }

  @Test
  void whether_a_name_is_a_place_is_the_last_column() {
    Model model = small().word("en", "place", 2).build();

    assertThat(model.placeNamed(clues("en"))).isCloseTo(sigmoid(2), within(1e-6));
    assertThat(model.placeNamed(clues("mi"))).isCloseTo(0.5, within(1e-6));
  }
}
