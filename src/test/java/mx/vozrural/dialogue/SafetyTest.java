package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.silent;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.violence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mx.vozrural.domain.OptOut;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Danger to life, crime, and violence at home. */
class SafetyTest {

  private static final KnownReport WATER = mine("1234567", Status.RECEIVED, "AGUA");

  @Test
  void dangerToLifeBeginsWith911AndAlerts() {
    Decision decision =
        sentence(Intent.REPORT, "SALUD").in("EL_SAUZ").danger().ungreeted().decided();

    assertThat(Said.answer(decision).parts())
        .containsExactly("danger", "welcome", "filed", "due", "number", "privacy");
    assertThat(filed(decision).lifeDanger()).isTrue();
    assertThat(decision.effects()).containsExactly(new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void whereDangerCantBeRuledOutTheAnswerSaysWhatToDoAndNobodyIsAlarmed() {
    Decision decision = sentence(Intent.REPORT, "SALUD").saying(Trait.MAY_BE_DANGER).decided();

    assertThat(filed(decision).lifeDanger()).isFalse();
    assertThat(parts(decision)).containsExactly("if_danger", "filed", "due", "ask_section");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void whatIsNoReportIsNotToldOf911() {
    assertThat(parts(sentence(Intent.ACK).saying(Trait.MAY_BE_DANGER).decided()))
        .doesNotContain("if_danger");
    assertThat(
            parts(sentence(Intent.REPORT, "SALUD").danger().saying(Trait.MAY_BE_DANGER).decided()))
        .contains("danger")
        .doesNotContain("if_danger");
  }

  @Test
  void dangerIsUrgentEvenWhereTheReadingForgotIt() {
    Scene scene = sentence(Intent.REPORT, "SALUD");
    scene.lifeDanger = true;

    assertThat(filed(scene.decided()).urgent()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PROTCIVIL, ya brinco la lumbre el camino, danger_fire",
    "PROTCIVIL, se esta kemando el cerro,      danger_fire",
    "PROTCIVIL, grass fire coming,             danger_fire",
    "PROTCIVIL, crecio el arroyo,              danger",
    "SALUD,     se quemo la mano,              danger"
  })
  void aFireHasItsOwnLine(String category, String content, String opening) {
    Decision decision = sentence(Intent.REPORT, category).content(content).danger().decided();

    assertThat(Said.answer(decision).parts().getFirst()).isEqualTo(opening);
  }

  @Test
  void dangerInAnAdditionRaisesTheReport() {
    Decision decision = sentence(Intent.FOLLOW_UP, "AGUA").danger().naming(WATER).decided();

    added(decision, "1234567");
    assertThat(decision.effects())
        .containsExactly(new Effect.Raise("1234567", true), new Effect.AlertOnDuty("1234567"));
    assertThat(parts(decision)).containsExactly("danger", "added");
  }

  @ParameterizedTest
  @EnumSource(
      value = Intent.class,
      names = {"SPAM", "ABUSE", "ACK", "COMMITMENT_QUERY", "HELP", "STATUS_QUERY", "EMPTY"})
  void dangerIsFiledWhateverElseTheTextIsTakenFor(Intent intent) {
    Decision decision = sentence(intent).danger().decided();

    filed(decision);
    assertThat(parts(decision)).contains("danger", "filed_unclear");
    assertThat(decision.effects()).contains(new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void dangerThatCouldGoToSeveralReportsIsFiledAnew() {
    filed(
        sentence(Intent.FOLLOW_UP, "PROTCIVIL")
            .danger()
            .owning(WATER, mine("7654321", Status.RECEIVED, "PROTCIVIL"))
            .decided());
  }

  @Test
  void dangerInAGoodbyeStillStopsTheTexts() {
    Decision decision = sentence(Intent.OPT_OUT).danger().decided();

    filed(decision);
    assertThat(decision.effects())
        .containsExactly(new Effect.StopAll(false), new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void theSameDangerAgainIsAnsweredButNeitherToldNorFiledTwice() {
    Decision decision =
        sentence(Intent.REPORT, "SALUD").danger().afterEqualText(Duration.ofMinutes(1)).decided();

    kept(decision, Words.Reason.REPEATED);
    assertThat(parts(decision)).containsExactly("danger");
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void abuseWithDangerInANamedReportIsAnswered() {
    assertThat(parts(sentence(Intent.ABUSE).danger().naming(WATER).decided()))
        .containsExactly("danger");
  }

  @Test
  void dangerInATextToTwilioIsLeftToIt() {
    Decision decision = word(Keyword.TWILIO_STOP).danger().decided();

    kept(decision, Words.Reason.KEYWORD);
    silent(decision);
    assertThat(decision.effects()).containsExactly(new Effect.StopAll(true));
  }

  @Test
  void dangerInANeedThatTwilioAnsweredIsToldToWhoIsOnDuty() {
    Scene scene = sentence(Intent.REPORT, "SALUD").danger();
    scene.byTwilio = OptOut.HELP;
    Decision decision = scene.decided();

    filed(decision);
    silent(decision);
    assertThat(decision.effects()).containsExactly(new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void aCrimeIsRestrictedAndItsAnswerTellsNothing() {
    Decision decision = sentence(Intent.REPORT, "SEGURIDAD").in("GUADALUPE").decided();

    assertThat(filed(decision).restricted()).isTrue();
    assertThat(filed(decision).violenceAtHome()).isFalse();
    assertThat(parts(decision)).containsExactly("filed_restricted", "hotline_security");
    assertThat(Said.answer(decision).values()).containsOnlyKeys("folio");
    assertThat(decision.next().muted()).isFalse();
  }

  @Test
  void aCrimeWithoutAPlaceIsAskedWhereWithoutAList() {
    Decision decision = sentence(Intent.REPORT, "AGUA", "SEGURIDAD").decided();

    assertThat(parts(decision))
        .containsExactly("filed_restricted", "hotline_security", "ask_where");
    assertThat(Said.question(decision).options()).isEmpty();
  }

  @Test
  void aRestrictedReportIsNotAskedSinceWhen() {
    Decision decision = sentence(Intent.REPORT, "SEGURIDAD", "AGUA").in("EL_SAUZ").decided();

    assertThat(decision.next().question()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"SEGURIDAD, false", "CHISMES, true"})
  void aCategoryIsRestrictedByItsBaseOrByTheMunicipality(String base, boolean marked) {
    Scene scene = sentence(Intent.REPORT, "PROPIA");
    scene.moreCategories.add(Scene.category("PROPIA", base, marked));

    assertThat(filed(scene.decided()).restricted()).isTrue();
  }

  @Test
  void violenceAtHomeGetsItsOneAnswerAndThenSilence() {
    Decision decision =
        sentence(Intent.REPORT, "SEGURIDAD").saying(Trait.VIOLENCE_AT_HOME).danger().decided();

    assertThat(filed(decision).violenceAtHome()).isTrue();
    assertThat(filed(decision).restricted()).isTrue();
    assertThat(parts(decision)).containsExactly("danger", "filed_restricted", "hotline_home");
    assertThat(decision.next().question()).isNull();
    assertThat(decision.next().muted()).isTrue();
  }

  @Test
  void violenceAtHomeIsRestrictedWhateverItsCategory() {
    assertThat(
            filed(sentence(Intent.REPORT, "SALUD").saying(Trait.VIOLENCE_AT_HOME).decided())
                .restricted())
        .isTrue();
  }

  @Test
  void violenceAtHomeBeginsItsOwnReportWhateverItNames() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .saying(Trait.VIOLENCE_AT_HOME, Trait.SAYS_WHERE)
            .naming(WATER, violence("7654321", true))
            .asked(Question.Kind.WHERE, "1234567")
            .decided();

    filed(decision);
    assertThat(decision.next().question()).isNotNull();
  }

  @Test
  void violenceAtHomeMayNameItsOwnReport() {
    Decision decision =
        sentence(Intent.FOLLOW_UP)
            .saying(Trait.VIOLENCE_AT_HOME)
            .naming(violence("7654321", true))
            .decided();

    added(decision, "7654321");
    assertThat(parts(decision)).containsExactly("received");
    assertThat(Said.answer(decision).values()).isEmpty();
  }

  @Test
  void aMutedPhoneIsHeardButNotAnswered() {
    Decision decision = sentence(Intent.REPORT, "AGUA").muted().danger().decided();

    filed(decision);
    silent(decision);
    assertThat(decision.next().muted()).isTrue();
    assertThat(decision.effects()).contains(new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void whoSaysThatItIsSafeIsAnsweredAgain() {
    Decision decision =
        sentence(Intent.UNCLEAR)
            .saying(Trait.SAYS_SAFE)
            .muted()
            .owning(WATER, violence("7654321", true))
            .decided();

    added(decision, "7654321");
    assertThat(parts(decision)).containsExactly("safe");
    assertThat(Said.answer(decision).values()).isEmpty();
    assertThat(decision.next().muted()).isFalse();
  }

  @Test
  void safeWithoutAnOpenReportIsKept() {
    Decision decision = sentence(Intent.UNCLEAR).saying(Trait.SAYS_SAFE).muted().decided();

    kept(decision, Words.Reason.UNREADABLE);
    assertThat(parts(decision)).containsExactly("safe");
  }

  @ParameterizedTest
  @EnumSource(
      value = Intent.class,
      names = {"HELP", "COMMITMENT_QUERY", "SPAM"})
  void whoSaysThatItIsSafeIsHeardWhateverElseTheTextIsTakenFor(Intent intent) {
    Decision decision =
        sentence(intent)
            .saying(Trait.SAYS_SAFE)
            .muted()
            .owning(violence("7654321", true))
            .decided();

    assertThat(parts(decision)).containsExactly("safe");
    assertThat(decision.next().muted()).isFalse();
  }

  @Test
  void whoSaysThatItIsSafeAndAsksForTheirDataOpensAPrivacyCase() {
    Decision decision =
        sentence(Intent.PRIVACY_REQUEST)
            .saying(Trait.SAYS_SAFE)
            .muted()
            .owning(violence("7654321", true))
            .decided();

    assertThat(parts(decision)).containsExactly("privacy_case");
    assertThat(decision.next().muted()).isFalse();
  }

  @Test
  void safeBesideANeedIsTheNeed() {
    Decision decision =
        sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").saying(Trait.SAYS_SAFE).muted().decided();

    filed(decision);
    assertThat(parts(decision)).containsExactly("filed", "due");
  }

  @Test
  void safeFromAPhoneThatWasNeverMutedMeansNothingSpecial() {
    assertThat(parts(sentence(Intent.UNCLEAR).saying(Trait.SAYS_SAFE).decided()))
        .containsExactly("not_understood");
  }

  @Test
  void aFollowUpWithOnlyViolenceAtHomeOpenGoesThereUnnamed() {
    Decision decision = sentence(Intent.FOLLOW_UP).owning(violence("7654321", true)).decided();

    added(decision, "7654321");
    assertThat(parts(decision)).containsExactly("received");
  }

  @Test
  void wordsAboutACrimeNeverGoToAReportThatAllStaffRead() {
    Decision decision = sentence(Intent.FOLLOW_UP, "SEGURIDAD").naming(WATER).decided();

    assertThat(filed(decision).restricted()).isTrue();
    assertThat(parts(decision)).doesNotContain("added");
  }

  @Test
  void theyDoGoToARestrictedOne() {
    added(
        sentence(Intent.FOLLOW_UP, "SEGURIDAD")
            .naming(mine("1234567", Status.RECEIVED, "SEGURIDAD"))
            .decided(),
        "1234567");
    added(
        sentence(Intent.FOLLOW_UP, "SEGURIDAD")
            .naming(Scene.neighbours("1234567", Status.RECEIVED, "SEGURIDAD"))
            .decided(),
        "1234567");
  }

  @Test
  void aNoThatTellsOfACrimeStillReopens() {
    Decision decision =
        sentence(Intent.REOPEN, "SEGURIDAD")
            .naming(mine("1234567", Status.RESOLVED, "AGUA"))
            .decided();

    filed(decision);
    assertThat(decision.effects()).containsExactly(new Effect.Reopen("1234567"));
  }

  @Test
  void anAnswerThatTellsOfACrimeStillSettlesItsQuestion() {
    Decision decision =
        sentence(Intent.SHORT_REPLY, "SEGURIDAD")
            .in("GUADALUPE")
            .owning(WATER)
            .asked(Question.Kind.WHERE, "1234567")
            .decided();

    filed(decision);
    assertThat(decision.effects())
        .containsExactly(new Effect.Complete("1234567", "GUADALUPE", null));
    assertThat(decision.next().question()).isNull();
  }

  @Test
  void oneReportThatAllStaffReadIsEnoughToKeepACrimeApart() {
    filed(
        sentence(Intent.FOLLOW_UP, "SEGURIDAD")
            .naming(
                Scene.neighbours("7654321", Status.RECEIVED, "SEGURIDAD"),
                Scene.neighbours("1234567", Status.RECEIVED, "AGUA"))
            .decided());
  }
}
