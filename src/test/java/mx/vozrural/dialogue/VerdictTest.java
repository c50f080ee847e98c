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

/** SI and NO, by word or by sentence, with a folio or without. */
class VerdictTest {

  @ParameterizedTest
  @EnumSource(Status.class)
  void theReportersYesConfirmsOnlyWhatIsResolved(Status status) {
    Decision decision = word(Keyword.YES).naming(mine("1234567", status, "AGUA")).decided();

    added(decision, "1234567");
    boolean resolved = status == Status.RESOLVED;
    assertThat(decision.effects())
        .contains(resolved ? new Effect.Confirm("1234567") : new Effect.NoteWord("1234567", true));
    assertThat(parts(decision)).containsExactly(resolved ? "confirmed" : "noted");
    assertThat(value(decision, resolved ? "confirmed" : "noted")).isEqualTo("1234567");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void theReportersNoReopensWhatWasClosed(Status status) {
    Decision decision = word(Keyword.NO).naming(mine("1234567", status, "AGUA")).decided();

    boolean closed =
        status == Status.RESOLVED || status == Status.CONFIRMED || status == Status.REJECTED;
    assertThat(decision.effects())
        .contains(closed ? new Effect.Reopen("1234567") : new Effect.NoteWord("1234567", false));
    assertThat(parts(decision)).containsExactly(closed ? "reopened" : "noted");
  }

  @ParameterizedTest
  @CsvSource({"YES, true", "NO, false"})
  void aNeighboursWordChangesNoState(Keyword keyword, boolean yes) {
    Decision decision =
        word(keyword).naming(neighbours("1234567", Status.RESOLVED, "AGUA")).decided();

    assertThat(decision.effects()).containsExactly(new Effect.NoteWord("1234567", yes));
    assertThat(parts(decision)).containsExactly("noted");
  }

  @Test
  void aWordOnAnAskedReportAnswersStaffToo() {
    Decision decision = word(Keyword.YES).naming(mine("1234567", Status.ASKED, "AGUA")).decided();

    assertThat(decision.effects())
        .containsExactly(new Effect.AnswerToStaff("1234567"), new Effect.NoteWord("1234567", true));
  }

  @ParameterizedTest
  @CsvSource({"CLOSE_CONFIRM, confirmed", "REOPEN, reopened"})
  void sentencesSayTheSame(Intent intent, String part) {
    KnownReport resolved = mine("1234567", Status.RESOLVED, "AGUA");

    assertThat(parts(sentence(intent, "AGUA").naming(resolved).decided())).containsExactly(part);
    assertThat(parts(sentence(intent, "AGUA").owning(resolved).decided())).containsExactly(part);
  }

  @Test
  void oneYesMayConfirmOneAndBeNotedOnAnother() {
    Decision decision =
        word(Keyword.YES)
            .naming(mine("1234567", Status.RESOLVED, "AGUA"))
            .naming(mine("7654321", Status.ACCEPTED, "LUZ"))
            .decided();

    assertThat(parts(decision)).containsExactly("confirmed", "noted");
    assertThat(value(decision, "confirmed")).isEqualTo("1234567");
    assertThat(value(decision, "noted")).isEqualTo("7654321");
  }

  @ParameterizedTest
  @CsvSource({"YES, confirmed", "NO, reopened"})
  void withoutAFolioTheOneResolvedReportIsMeant(Keyword keyword, String part) {
    Decision decision =
        word(keyword)
            .owning(mine("7654321", Status.ASKED, "LUZ"), mine("1234567", Status.RESOLVED, "AGUA"))
            .decided();

    assertThat(parts(decision)).containsExactly(part);
    added(decision, "1234567");
  }

  @ParameterizedTest
  @EnumSource(names = {"ACK", "UNCLEAR", "FOLLOW_UP", "SHORT_REPLY", "CLOSE_CONFIRM"})
  void alreadyDoneConfirmsTheOneResolvedReport(Intent intent) {
    Decision decision =
        sentence(intent)
            .saying(Trait.SAYS_SOLVED)
            .owning(
                mine("7654321", Status.ACCEPTED, "LUZ"), mine("1234567", Status.RESOLVED, "AGUA"))
            .decided();

    assertThat(decision.effects()).containsExactly(new Effect.Confirm("1234567"));
  }

  @Test
  void solvedAndUnsolvedInOneTextConfirmNothing() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .saying(Trait.SAYS_SOLVED, Trait.SAYS_UNSOLVED)
            .owning(mine("1234567", Status.RESOLVED, "AGUA"))
            .decided();

    assertThat(decision.effects()).containsExactly(new Effect.Reopen("1234567"));
  }

  @Test
  void solvedBesideANewNeedIsANewReport() {
    filed(
        sentence(Intent.REPORT, "LUZ")
            .saying(Trait.SAYS_SOLVED)
            .owning(mine("1234567", Status.RESOLVED, "AGUA"))
            .decided());
  }

  @ParameterizedTest
  @EnumSource(names = {"YES", "NO"})
  void withSeveralResolvedTheAnswerNamesThem(Keyword keyword) {
    Decision decision =
        word(keyword)
            .owning(
                mine("1234567", Status.RESOLVED, "AGUA"), mine("7654321", Status.RESOLVED, "LUZ"))
            .decided();

    kept(decision, Words.Reason.AMBIGUOUS);
    assertThat(value(decision, "list")).isEqualTo("1234567, folio 7654321");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void aLoneYesMayAnswerStaff() {
    Decision decision = word(Keyword.YES).owning(mine("1234567", Status.ASKED, "AGUA")).decided();

    assertThat(decision.effects()).contains(new Effect.AnswerToStaff("1234567"));
  }

  @Test
  void aLoneYesToNothingIsToldHow() {
    Decision decision =
        word(Keyword.YES).owning(mine("1234567", Status.ACCEPTED, "AGUA")).decided();

    kept(decision, Words.Reason.KEYWORD);
    assertThat(parts(decision)).containsExactly("verdict_help");
  }

  @Test
  void aSolvedNeedThatNobodyClosedIsNotedOnTheOneOpenReport() {
    Decision decision =
        sentence(Intent.CLOSE_CONFIRM).owning(mine("1234567", Status.ACCEPTED, "AGUA")).decided();

    added(decision, "1234567");
    assertThat(decision.effects()).containsExactly(new Effect.NoteWord("1234567", true));
  }

  @Test
  void aDisputeReachesAReportClosedBefore() {
    Decision decision =
        sentence(Intent.REOPEN).owning(mine("1234567", Status.REJECTED, "AGUA")).decided();

    assertThat(decision.effects()).containsExactly(new Effect.Reopen("1234567"));
  }

  @Test
  void aDisputeAboutNothingKnownIsFiledIfItTellsANeed() {
    filed(sentence(Intent.REOPEN, "CAMINO").decided());
    kept(sentence(Intent.REOPEN).decided(), Words.Reason.AMBIGUOUS);
    kept(sentence(Intent.CLOSE_CONFIRM, "CAMINO").decided(), Words.Reason.AMBIGUOUS);
  }

  @Test
  void stillBrokenOnANamedResolvedReportIsANo() {
    KnownReport resolved = mine("1234567", Status.RESOLVED, "AGUA");
    Scene scene = sentence(Intent.FOLLOW_UP).saying(Trait.SAYS_UNSOLVED).naming(resolved);
    assertThat(scene.decided().effects()).containsExactly(new Effect.Reopen("1234567"));

    KnownReport open = mine("1234567", Status.ACCEPTED, "AGUA");
    scene = sentence(Intent.FOLLOW_UP).saying(Trait.SAYS_UNSOLVED).naming(open);
    assertThat(scene.decided().effects()).isEmpty();

    KnownReport other = neighbours("1234567", Status.RESOLVED, "AGUA");
    scene = sentence(Intent.FOLLOW_UP).saying(Trait.SAYS_UNSOLVED).naming(other);
    assertThat(scene.decided().effects()).isEmpty();
  }

  @Test
  void aLoneWordNeverMeansViolenceAtHome() {
    kept(word(Keyword.YES).owning(violence("1234567", true)).decided(), Words.Reason.KEYWORD);
  }

  @Test
  void anOpenReportIsMeantBeforeAClosedOne() {
    Decision decision =
        sentence(Intent.CLOSE_CONFIRM)
            .owning(
                mine("7654321", Status.CONFIRMED, "LUZ"), mine("1234567", Status.ACCEPTED, "AGUA"))
            .decided();

    added(decision, "1234567");
  }

  @Test
  void aMergedReportIsNotMeant() {
    kept(
        sentence(Intent.REOPEN).owning(mine("1234567", Status.MERGED, "AGUA")).decided(),
        Words.Reason.AMBIGUOUS);
  }
}
