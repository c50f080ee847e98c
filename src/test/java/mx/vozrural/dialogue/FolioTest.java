package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.value;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.neighbours;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.violence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Texts that name reports, and texts that add to one without naming it. */
class FolioTest {

  private static final KnownReport WATER = mine("1234567", Status.RECEIVED, "AGUA");
  private static final KnownReport LIGHT = mine("7654321", Status.ACCEPTED, "LUZ");

  @Test
  void wordsGoToTheReportTheyName() {
    Decision decision = sentence(Intent.FOLLOW_UP, "CAMINO").naming(WATER).decided();

    added(decision, "1234567");
    assertThat(parts(decision)).containsExactly("added");
    assertThat(value(decision, "added")).isEqualTo("1234567");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void evenANeedGoesToTheReportItNames() {
    added(sentence(Intent.REPORT, "LUZ").naming(WATER).decided(), "1234567");
  }

  @Test
  void twoFoliosTakeTheWordsToBoth() {
    Decision decision = sentence(Intent.FOLLOW_UP).naming(WATER, LIGHT).decided();

    added(decision, "1234567", "7654321");
    assertThat(value(decision, "added")).isEqualTo("1234567, folio 7654321");
  }

  @Test
  void anOldFolioIsAWayToTheReportItWentTo() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).namingAs("1111111", WATER).namingAs("1234567", WATER).decided();

    added(decision, "1234567");
  }

  @Test
  void aNeighboursWordsGoThereToo() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).naming(neighbours("1234567", Status.ASKED, "AGUA")).decided();

    added(decision, "1234567");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void theReportersWordsAnswerStaff() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).naming(mine("1234567", Status.ASKED, "AGUA")).decided();

    assertThat(decision.effects()).containsExactly(new Effect.AnswerToStaff("1234567"));
  }

  @Test
  void urgentWordsRaiseEachReport() {
    Decision decision = sentence(Intent.FOLLOW_UP).urgent().naming(WATER, LIGHT).decided();

    assertThat(decision.effects())
        .containsExactly(new Effect.Raise("1234567", false), new Effect.Raise("7654321", false));
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void aStrayFolioIsSaidAndTheNeedFiledAnew(boolean valid) {
    Decision decision =
        sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").stray("1234568", valid).decided();

    filed(decision);
    assertThat(parts(decision)).containsExactly("filed", "due", "unknown_folio");
    assertThat(value(decision, "unknown")).isEqualTo("1234568");
    assertThat(value(decision, "folio")).isEqualTo(Scene.NEXT);
  }

  @ParameterizedTest
  @CsvSource({
    "FOLLOW_UP,     CAMINO, true",
    "REOPEN,        CAMINO, true",
    "STATUS_QUERY,  CAMINO, false",
    "CLOSE_CONFIRM, CAMINO, false",
    "FOLLOW_UP,     '',     false",
    "REOPEN,        '',     false"
  })
  void withAStrayFolioOnlyWordsThatTellANeedAreFiled(
      Intent intent, String category, boolean files) {
    Scene scene = category.isEmpty() ? sentence(intent) : sentence(intent, category);
    Decision decision = scene.in("EL_SAUZ").owning(LIGHT).stray("88", false).decided();

    if (files) {
      filed(decision);
    } else {
      kept(decision, Words.Reason.UNKNOWN_FOLIO);
      assertThat(parts(decision)).containsExactly("unknown_folio");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"YES", "NO", "JOIN", "STATUS"})
  void aKeywordWithAStrayFolioSaysSo(Keyword keyword) {
    Decision decision = word(keyword).stray("1234568", true).decided();

    kept(decision, Words.Reason.UNKNOWN_FOLIO);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void oneKnownAndOneStrayFolio() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).naming(WATER).stray("99", false).stray("99", false).decided();

    added(decision, "1234567");
    assertThat(parts(decision)).containsExactly("added", "unknown_folio");
    assertThat(value(decision, "unknown")).isEqualTo("99");
  }

  @Test
  void aStrayRunOfDigitsIsCutInTheAnswer() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .stray("123456789012345", false)
            .stray("77", false)
            .stray("66", false)
            .decided();

    assertThat(value(decision, "unknown")).isEqualTo("123456789012, folio 77");
  }

  @Test
  void aFollowUpGoesToTheOneOpenReport() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .owning(WATER, mine("7654321", Status.CONFIRMED, "LUZ"))
            .decided();

    added(decision, "1234567");
  }

  @Test
  void withSeveralOpenTheAnswerNamesThemAndTheWordsAreKept() {
    Decision decision = sentence(Intent.FOLLOW_UP).owning(WATER, LIGHT).decided();

    kept(decision, Words.Reason.AMBIGUOUS);
    assertThat(parts(decision)).containsExactly("which_report");
    assertThat(value(decision, "list")).isEqualTo("1234567, folio 7654321");
  }

  @Test
  void atMostFiveReportsAreNamed() {
    Scene scene = sentence(Intent.FOLLOW_UP);
    for (int i = 1; i <= 7; i++) {
      scene.owning(mine("100000" + i, Status.RECEIVED, "AGUA"));
    }

    assertThat(value(scene.decided(), "list").split("folio")).hasSize(5);
  }

  @ParameterizedTest
  @CsvSource({"FOLLOW_UP, CAMINO", "SHORT_REPLY, CAMINO"})
  void withNoneOpenWordsThatTellANeedAreFiledAnew(Intent intent, String category) {
    filed(sentence(intent, category).decided());
  }

  @Test
  void withNoneOpenOtherWordsAreKept() {
    Decision decision = sentence(Intent.FOLLOW_UP).decided();

    kept(decision, Words.Reason.UNREADABLE);
    assertThat(parts(decision)).containsExactly("no_report_meant");
  }

  @Test
  void stillBrokenReopensTheOneResolvedReport() {
    Decision decision =
        sentence(Intent.UNCLEAR)
            .saying(Trait.SAYS_UNSOLVED)
            .owning(mine("1234567", Status.RESOLVED, "AGUA"))
            .decided();

    assertThat(decision.effects()).containsExactly(new Effect.Reopen("1234567"));
  }

  @Test
  void stillBrokenWithSeveralResolvedAsksWhichAndReopensNone() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .saying(Trait.SAYS_UNSOLVED)
            .owning(
                mine("1234567", Status.RESOLVED, "AGUA"), mine("7654321", Status.RESOLVED, "LUZ"))
            .decided();

    kept(decision, Words.Reason.AMBIGUOUS);
    assertThat(value(decision, "list")).isEqualTo("1234567, folio 7654321");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void aForgottenDetailReopensNothing() {
    Decision decision =
        sentence(Intent.FOLLOW_UP).owning(mine("1234567", Status.RESOLVED, "AGUA")).decided();

    kept(decision, Words.Reason.UNREADABLE);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void anUnclearTextIsNoFollowUp() {
    kept(sentence(Intent.UNCLEAR).owning(WATER).decided(), Words.Reason.UNREADABLE);
  }

  @Test
  void sumoJoinsANeighboursReport() {
    Decision decision =
        word(Keyword.JOIN).naming(neighbours("1234567", Status.ACCEPTED, "AGUA")).decided();

    added(decision, "1234567");
    assertThat(decision.effects()).containsExactly(new Effect.Join("1234567"));
    assertThat(parts(decision)).containsExactly("joined");
    assertThat(value(decision, "joined")).isEqualTo("1234567");
  }

  @ParameterizedTest
  @CsvSource({"me sumo al", "sumo aqui tampoco hay", "nos sumamos"})
  void sumoMaySayMore(String content) {
    Decision decision =
        sentence(Intent.FOLLOW_UP, "AGUA")
            .content(content)
            .urgent()
            .naming(neighbours("1234567", Status.ACCEPTED, "AGUA"))
            .decided();

    added(decision, "1234567");
    assertThat(decision.effects())
        .containsExactly(new Effect.Join("1234567"), new Effect.Raise("1234567", false));
    assertThat(parts(decision)).containsExactly("joined");
  }

  @Test
  void sumoToOnesOwnOrAClosedReportTellsItsState() {
    Decision own = word(Keyword.JOIN).naming(WATER).decided();
    Decision closed =
        word(Keyword.JOIN).naming(neighbours("1234567", Status.CONFIRMED, "AGUA")).decided();

    assertThat(own.effects()).isEmpty();
    assertThat(parts(own)).containsExactly("state_received", "state_dates");
    assertThat(closed.effects()).isEmpty();
    assertThat(parts(closed)).containsExactly("state_confirmed");
  }

  @Test
  void sumoToViolenceAtHomeJoinsNothingAndLooksTheSame() {
    Decision decision = word(Keyword.JOIN).naming(violence("1234567", false)).decided();

    assertThat(decision.effects()).isEmpty();
    assertThat(parts(decision)).containsExactly("joined");
  }

  @Test
  void sumoWithoutAFolioTellsHow() {
    kept(word(Keyword.JOIN).decided(), Words.Reason.KEYWORD);
    assertThat(parts(word(Keyword.JOIN).decided())).containsExactly("join_help");
  }

  @ParameterizedTest
  @EnumSource(names = {"FOLLOW_UP", "SHORT_REPLY", "UNCLEAR", "COMPLAINT", "INFO_REQUEST"})
  void aSentenceThatIsNoNewNeedAnswersStaff(Intent intent) {
    Decision decision =
        sentence(intent).owning(LIGHT, mine("1234567", Status.ASKED, "AGUA")).decided();

    added(decision, "1234567");
    assertThat(decision.effects()).containsExactly(new Effect.AnswerToStaff("1234567"));
  }

  @ParameterizedTest
  @CsvSource({
    "AGUA,   '',        true",
    "AGUA,   EL_SAUZ,   true",
    "AGUA,   GUADALUPE, false",
    "CAMINO, '',        false"
  })
  void theReportsOwnNeedAtItsOwnPlaceAnswersStaff(String category, String section, boolean answer) {
    Scene scene = sentence(Intent.REPORT, category).saying(Trait.SAYS_WHEN);
    scene.section = section.isEmpty() ? null : section;
    scene.owning(
        new KnownReport(
            "1234567",
            true,
            Status.ASKED,
            java.util.List.of("AGUA"),
            "EL_SAUZ",
            null,
            false,
            false));

    assertThat(scene.decided().effects().contains(new Effect.AnswerToStaff("1234567")))
        .isEqualTo(answer);
    assertThat(scene.decided().words() instanceof Words.Add).isEqualTo(answer);
  }

  @Test
  void withTwoQuestionsOfStaffTheAnswerAsksWhich() {
    Decision decision =
        sentence(Intent.SHORT_REPLY)
            .owning(mine("1234567", Status.ASKED, "AGUA"), mine("7654321", Status.ASKED, "LUZ"))
            .decided();

    kept(decision, Words.Reason.AMBIGUOUS);
    assertThat(value(decision, "list")).isEqualTo("1234567, folio 7654321");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACK", "STATUS_QUERY", "HELP", "COMMITMENT_QUERY"})
  void courtesiesAndQuestionsToUsDoNotAnswerStaff(Intent intent) {
    Decision decision = sentence(intent).owning(mine("1234567", Status.ASKED, "AGUA")).decided();

    assertThat(decision.words()).isInstanceOf(Words.Keep.class);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void noMoreReportsAreReachedThanAnAnswerCanName() {
    added(
        sentence(Intent.FOLLOW_UP)
            .naming(WATER, LIGHT)
            .naming(mine("1000001", Status.RECEIVED), mine("1000002", Status.RECEIVED))
            .decided(),
        "1234567",
        "7654321",
        "1000001");
  }
}
