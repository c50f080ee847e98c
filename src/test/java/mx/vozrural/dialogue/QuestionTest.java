package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Question.Kind.SINCE_WHEN;
import static mx.vozrural.dialogue.Question.Kind.WHERE;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.value;
import static mx.vozrural.dialogue.Scene.NOW;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The one question that follows a folio. */
class QuestionTest {

  private static final String[] LIST = {
    "EL_SAUZ", "EL_CHARCO", "CIENEGA_DE_ORTIZ", "GUADALUPE", "COLONIA_SOTO", "ZONA_CENTRO"
  };

  @Test
  void withoutASectionItAsksWhereAndOffersTheListInOrder() {
    Decision decision = sentence(Intent.REPORT, "CAMINO").decided();

    assertThat(parts(decision)).containsExactly("filed", "due", "ask_section");
    assertThat(value(decision, "options"))
        .isEqualTo(
            "1 El Sauz, 2 El Charco, 3 Ciénega de Ortiz, 4 Guadalupe, 5 Colonia Soto,"
                + " 6 Zona Centro");
    assertThat(decision.next().question())
        .isEqualTo(new Question(WHERE, Scene.NEXT, List.of(LIST), NOW));
  }

  private static KnownReport from(String section, boolean restricted) {
    return new KnownReport(
        "7654321", true, Status.CONFIRMED, List.of("AGUA"), section, null, restricted, false);
  }

  @Test
  void thePlaceOfTheSendersNewestReportIsOfferedFirstAndTakenForNothing() {
    Scene scene = sentence(Intent.REPORT, "CAMINO");
    scene.owning(
        mine("1234567", Status.CONFIRMED, "LUZ"), from("GUADALUPE", false), from("EL_SAUZ", false));
    Decision decision = scene.decided();

    assertThat(value(decision, "options"))
        .isEqualTo(
            "1 Guadalupe, 2 El Sauz, 3 El Charco, 4 Ciénega de Ortiz, 5 Colonia Soto,"
                + " 6 Zona Centro");
    assertThat(Said.question(decision).options()).startsWith("GUADALUPE", "EL_SAUZ");
    assertThat(filed(decision).section()).isNull();
  }

  @Test
  void thePlaceOfARestrictedReportIsNotHintedAt() {
    Scene scene = sentence(Intent.REPORT, "CAMINO");
    scene.owning(from("GUADALUPE", true));

    assertThat(Said.question(scene.decided()).options()).containsExactly(LIST);
  }

  @ParameterizedTest
  @CsvSource({"100, ask_section", "101, ask_where"})
  void aListThatIsTooLongIsNotOffered(int length, String part) {
    String name = "x".repeat(length - "1 A, 2 ".length());
    Scene scene = sentence(Intent.REPORT, "CAMINO");
    scene.sections = List.of(new Section("A", "A", 1, false), new Section("B", name, 2, false));

    assertThat(parts(scene.decided())).containsExactly("filed", "due", part);
  }

  @Test
  void aListOfOneIsNotOffered() {
    Scene scene = sentence(Intent.REPORT, "CAMINO");
    scene.sections = many(1);

    assertThat(parts(scene.decided())).containsExactly("filed", "due", "ask_where");
  }

  private static List<Section> many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> new Section("S" + i, "Nombre " + i, i, false))
        .toList();
  }

  @Test
  void aPlaceThatWasToldIsNotAskedForWithoutAList() {
    Scene scene = sentence(Intent.REPORT, "CAMINO").saying(Trait.SAYS_WHERE);
    scene.sections = many(30);
    assertThat(parts(scene.decided())).containsExactly("filed", "due");

    scene.sections = Scene.SECTIONS;
    assertThat(parts(scene.decided())).containsExactly("filed", "due", "ask_section");
  }

  @Test
  void aKnownCommunityCountsAsAPlaceThatWasTold() {
    Scene scene = sentence(Intent.REPORT, "CAMINO");
    scene.community = 3;
    scene.sections = many(30);

    assertThat(parts(scene.decided())).containsExactly("filed", "due");
  }

  @Test
  void inDangerItAsksWhereWithoutAList() {
    Decision decision = sentence(Intent.REPORT, "SALUD").danger().decided();

    assertThat(parts(decision)).containsExactly("danger", "filed", "due", "ask_where");
    assertThat(Said.question(decision).options()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "AGUA,   false, false, true",
    "LUZ,    false, false, true",
    "CAMINO, false, false, false",
    "AGUA,   true,  false, false",
    "AGUA,   false, true,  false"
  })
  void sinceWhenIsAskedOnlyWhereItMatters(
      String category, boolean saysWhen, boolean urgent, boolean asked) {
    Scene scene = sentence(Intent.REPORT, category).in("EL_SAUZ");
    scene.urgent = urgent;
    if (saysWhen) {
      scene.saying(Trait.SAYS_WHEN);
    }
    Decision decision = scene.decided();

    assertThat(parts(decision).contains("ask_since_when")).isEqualTo(asked);
    assertThat(decision.next().question())
        .isEqualTo(asked ? new Question(SINCE_WHEN, Scene.NEXT, List.of(), NOW) : null);
  }

  @Test
  void aMunicipalitysOwnCategoryAsksAsItsBaseDoes() {
    Scene scene = sentence(Intent.REPORT, "RED_DE_AGUA").in("EL_SAUZ");
    scene.moreCategories.add(Scene.category("RED_DE_AGUA", "AGUA", false));

    assertThat(parts(scene.decided())).contains("ask_since_when");
  }

  @ParameterizedTest
  @ValueSource(strings = {"INFO_REQUEST", "COMPLAINT"})
  void questionsAndComplaintsAreNotAskedBack(Intent intent) {
    assertThat(sentence(intent, "AGUA").decided().next().question()).isNull();
  }

  @Test
  void aQuestionThatWasNotSentIsNotOpen() {
    assertThat(sentence(Intent.REPORT, "CAMINO").stopped().decided().next().question()).isNull();
  }

  @Test
  void besideAFolioThatIsNobodysNoListIsOffered() {
    assertThat(parts(sentence(Intent.REPORT, "CAMINO").stray("88", false).decided()))
        .containsExactly("filed", "due", "ask_where", "unknown_folio");
  }
}
