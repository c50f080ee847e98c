package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Question.Kind.SINCE_WHEN;
import static mx.vozrural.dialogue.Question.Kind.WHERE;
import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Scene.ago;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as the answer to an open question. */
class AnswerTest {

  private static final String[] LIST = {
    "EL_SAUZ", "EL_CHARCO", "CIENEGA_DE_ORTIZ", "GUADALUPE", "COLONIA_SOTO", "ZONA_CENTRO"
  };

  private static final KnownReport WATER = mine("1234567", Status.RECEIVED, "AGUA");

  @ParameterizedTest
  @CsvSource({
    "2,            EL_CHARCO",
    "la 4,         GUADALUPE",
    "numero 1,     EL_SAUZ",
    "es la 2,      EL_CHARCO",
    "la dos,       EL_CHARCO",
    "tres,         CIENEGA_DE_ORTIZ",
    "5 por favor,  COLONIA_SOTO",
    "number one,   EL_SAUZ",
    "6,            ZONA_CENTRO"
  })
  void aNumberOfTheListNamesItsSection(String content, String section) {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .content(content)
            .owning(WATER)
            .asked(WHERE, "1234567", LIST)
            .decided();

    added(decision, "1234567");
    assertThat(decision.effects()).containsExactly(new Effect.Complete("1234567", section, null));
    assertThat(parts(decision)).containsExactly("added");
    assertThat(decision.next().question()).isNull();
  }

  @Test
  void aNumberThatTheInterpreterTakesForAFolioStillCounts() {
    Decision decision =
        sentence(Intent.STATUS_QUERY)
            .content("")
            .stray("3", false)
            .owning(WATER)
            .asked(WHERE, "1234567", LIST)
            .decided();

    assertThat(decision.effects())
        .containsExactly(new Effect.Complete("1234567", "CIENEGA_DE_ORTIZ", null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "7", "99"})
  void aNumberOutsideTheListIsAskedAgain(String content) {
    Scene scene =
        sentence(Intent.SHORT_REPLY).content(content).owning(WATER).asked(WHERE, "1234567", LIST);
    Decision decision = scene.decided();

    added(decision, "1234567");
    assertThat(parts(decision)).containsExactly("added", "ask_section");
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().question()).isEqualTo(scene.question);
  }

  @Test
  void wordsAsAnAnswerFillTheGap() {
    Scene scene =
        sentence(Intent.SHORT_REPLY).in("GUADALUPE").owning(WATER).asked(WHERE, "1234567", LIST);
    scene.community = 9;

    added(scene.decided(), "1234567");
    assertThat(scene.decided().effects())
        .containsExactly(new Effect.Complete("1234567", "GUADALUPE", 9));
  }

  @ParameterizedTest
  @CsvSource({
    "UNCLEAR,     SAYS_WHERE,  true",
    "UNCLEAR,     SAYS_WHEN,   true",
    "UNCLEAR,     MAY_BE_NEED, false",
    "SHORT_REPLY, SAYS_WHEN,   true",
    "FOLLOW_UP,   SAYS_WHERE,  true",
    "ACK,         SAYS_WHERE,  true",
    "ACK,         SAYS_WHEN,   false",
    "HELP,        SAYS_WHERE,  false",
    "COMPLAINT,   SAYS_WHERE,  false"
  })
  void landmarksAndMisspellingsAreAnswersToWhere(Intent intent, Trait trait, boolean answer) {
    Decision decision =
        sentence(intent).saying(trait).owning(WATER).asked(WHERE, "1234567").decided();

    assertThat(decision.effects().contains(new Effect.Complete("1234567", null, null)))
        .isEqualTo(answer);
    assertThat(decision.next().question() == null).isEqualTo(answer);
  }

  @Test
  void theSameNeedWithItsPlaceIsAnAnswer() {
    Decision decision =
        sentence(Intent.REPORT, "AGUA")
            .in("EL_CHARCO")
            .owning(WATER)
            .asked(WHERE, "1234567", LIST)
            .decided();

    added(decision, "1234567");
    assertThat(decision.effects())
        .containsExactly(new Effect.Complete("1234567", "EL_CHARCO", null));
  }

  @Test
  void aNewNeedIsANewReportAndLeavesTheQuestionOpen() {
    Scene scene =
        sentence(Intent.REPORT, "LUZ").in("EL_CHARCO").owning(WATER).asked(WHERE, "1234567", LIST);
    Decision decision = scene.decided();

    assertThat(filed(decision).categories()).containsExactly("LUZ");
    assertThat(parts(decision)).containsExactly("filed", "due");
    assertThat(decision.next().question()).isEqualTo(scene.question);
  }

  @Test
  void theNeedAgainWithoutWhatWasAskedIsNoAnswer() {
    filed(sentence(Intent.REPORT, "AGUA").owning(WATER).asked(WHERE, "1234567", LIST).decided());
  }

  @ParameterizedTest
  @CsvSource({"47, true", "48, false", "49, false"})
  void aQuestionIsOpenForTwoDays(int hours, boolean open) {
    Scene scene = sentence(Intent.SHORT_REPLY).in("GUADALUPE").owning(WATER);
    scene.question = new Question(WHERE, "1234567", List.of(), ago(Duration.ofHours(hours)));
    Decision decision = scene.decided();

    added(decision, "1234567");
    assertThat(decision.effects().isEmpty()).isEqualTo(!open);
    assertThat(decision.next().question()).isNull();
  }

  @Test
  void anAnswerToSinceWhenTellsNoPlace() {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .in("GUADALUPE")
            .saying(Trait.SAYS_WHEN)
            .owning(WATER)
            .asked(SINCE_WHEN, "1234567")
            .decided();

    assertThat(decision.effects()).containsExactly(new Effect.Complete("1234567", null, null));
  }

  @ParameterizedTest
  @CsvSource({
    "hace 4 dias,              AGUA,   true",
    "tres dias,                AGUA,   true",
    "hace 2 dias,              AGUA,   false",
    "hace 12 días,             AGUA,   true",
    "una semana,               AGUA,   true",
    "desde el fin de semana,   AGUA,   false",
    "esta semana,              AGUA,   false",
    "2 weeks,                  AGUA,   true",
    "desde el lunes,           AGUA,   false",
    "hace 4 dias,              LUZ,    false"
  })
  void threeDaysWithoutDrinkingWaterAreUrgent(String content, String category, boolean raised) {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .content(content)
            .saying(Trait.SAYS_WHEN)
            .owning(mine("1234567", Status.RECEIVED, category))
            .asked(SINCE_WHEN, "1234567")
            .decided();

    assertThat(decision.effects().contains(new Effect.Raise("1234567", false))).isEqualTo(raised);
  }

  @Test
  void anUrgentAnswerRaisesOnce() {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .content("hace 4 dias")
            .urgent()
            .owning(WATER)
            .asked(SINCE_WHEN, "1234567")
            .decided();

    assertThat(decision.effects())
        .containsOnlyOnce(new Effect.Raise("1234567", false))
        .contains(new Effect.Complete("1234567", null, null));
  }

  @Test
  void aTextThatNamesTheFolioMayAnswerToo() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .in("GUADALUPE")
            .naming(WATER)
            .asked(WHERE, "1234567", LIST)
            .decided();

    assertThat(decision.effects())
        .containsExactly(new Effect.Complete("1234567", "GUADALUPE", null));
    assertThat(decision.next().question()).isNull();
  }

  @Test
  void aTextThatNamesAnotherFolioLeavesTheQuestionOpen() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .in("GUADALUPE")
            .owning(WATER)
            .naming(mine("7654321", Status.RECEIVED, "LUZ"))
            .asked(WHERE, "1234567", LIST)
            .decided();

    added(decision, "7654321");
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().question()).isNotNull();
  }

  @Test
  void staffsQuestionTakesTheWordsThatFitNoOther() {
    Scene scene =
        sentence(Intent.SHORT_REPLY)
            .owning(WATER, mine("7654321", Status.ASKED, "LUZ"))
            .asked(WHERE, "1234567", LIST);

    added(scene.decided(), "7654321");
    assertThat(scene.decided().effects()).containsExactly(new Effect.AnswerToStaff("7654321"));
    scene.intent = Intent.UNCLEAR;
    added(scene.decided(), "7654321");
  }

  @Test
  void aReportThatThePhoneHasNoMoreTakesNoAnswer() {
    kept(
        sentence(Intent.SHORT_REPLY).in("EL_SAUZ").asked(WHERE, "1234567", LIST).decided(),
        Words.Reason.UNREADABLE);
  }

  @Test
  void aTextThatNamesTheFolioButNotTheGapLeavesTheQuestionOpen() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).naming(WATER).asked(WHERE, "1234567", LIST).decided();

    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().question()).isNotNull();
  }

  @Test
  void aLoneNumberWithoutAListIsAnAnswerInWords() {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .content("3")
            .owning(WATER)
            .asked(SINCE_WHEN, "1234567")
            .decided();

    added(decision, "1234567");
    assertThat(decision.effects()).containsExactly(new Effect.Complete("1234567", null, null));
  }

  @Test
  void theAnswerGoesToTheReportThatWasAskedAbout() {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .in("GUADALUPE")
            .owning(mine("7654321", Status.RECEIVED, "LUZ"), WATER)
            .asked(WHERE, "1234567", LIST)
            .decided();

    added(decision, "1234567");
  }

  @Test
  void aTextThatNamesTheFolioMayTellOfALongOutage() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .content("desde hace 5 dias")
            .saying(Trait.SAYS_WHEN)
            .naming(WATER)
            .asked(SINCE_WHEN, "1234567")
            .decided();

    assertThat(decision.effects())
        .containsExactly(
            new Effect.Complete("1234567", null, null), new Effect.Raise("1234567", false));
  }
}
