package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.silent;
import static mx.vozrural.dialogue.Said.value;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import mx.vozrural.domain.OptOut;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Leaving, coming back, and what a phone that left still brings about. */
class SubscriptionTest {

  @Test
  void altoStopsEverythingWithOneConfirmation() {
    Decision decision = word(Keyword.STOP).decided();

    kept(decision, Words.Reason.KEYWORD);
    assertThat(decision.effects()).containsExactly(new Effect.StopAll(false));
    assertThat(parts(decision)).containsExactly("stopped");
  }

  @Test
  void aSentenceThatSaysSoDoesTheSame() {
    Decision decision = sentence(Intent.OPT_OUT).decided();

    kept(decision, Words.Reason.SUBSCRIPTION);
    assertThat(decision.effects()).containsExactly(new Effect.StopAll(false));
    assertThat(parts(decision)).containsExactly("stopped");
  }

  @Test
  void aSecondAltoIsNotConfirmedAgain() {
    silent(word(Keyword.STOP).stopped().decided());
    Scene blocked = word(Keyword.STOP);
    blocked.blockedByTwilio = true;
    silent(blocked.decided());
  }

  @ParameterizedTest
  @CsvSource({"TWILIO_STOP", "TWILIO_START", "TWILIO_HELP"})
  void wordsThatTwilioAnswersGetNoSecondAnswer(Keyword keyword) {
    Decision decision = word(keyword).ungreeted().decided();

    kept(decision, Words.Reason.KEYWORD);
    silent(decision);
    assertThat(decision.next().greeted()).isFalse();
  }

  @Test
  void twiliosWordsReachOurOwnListToo() {
    assertThat(word(Keyword.TWILIO_STOP).decided().effects())
        .containsExactly(new Effect.StopAll(true));
    assertThat(word(Keyword.TWILIO_START).decided().effects())
        .containsExactly(new Effect.StartAgain(true));
    assertThat(word(Keyword.TWILIO_HELP).decided().effects()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"STOP", "START", "HELP", "STATUS", "YES"})
  void whateverTwilioHasAnsweredIsNotAnsweredByUs(Keyword keyword) {
    Scene scene = word(keyword);
    scene.byTwilio = OptOut.HELP;

    silent(scene.decided());
  }

  @Test
  void ourWordsTaughtToTwilioMoveItsBlock() {
    Scene stop = word(Keyword.STOP);
    stop.byTwilio = OptOut.STOP;
    Scene start = word(Keyword.START);
    start.byTwilio = OptOut.START;

    assertThat(stop.decided().effects()).containsExactly(new Effect.StopAll(true));
    assertThat(start.decided().effects()).containsExactly(new Effect.StartAgain(true));
  }

  @Test
  void whateverWordsTwilioTookForStopOrStartOurListFollows() {
    Scene stop = sentence(Intent.UNCLEAR);
    stop.byTwilio = OptOut.STOP;
    Scene notices = word(Keyword.STOP_NOTICES);
    notices.byTwilio = OptOut.STOP;
    Scene start = sentence(Intent.UNCLEAR);
    start.byTwilio = OptOut.START;

    assertThat(stop.decided().effects()).containsExactly(new Effect.StopAll(true));
    assertThat(notices.decided().effects()).containsExactly(new Effect.StopAll(true));
    assertThat(start.decided().effects()).containsExactly(new Effect.StartAgain(true));
  }

  @Test
  void aNeedThatTwilioAnsweredIsFiledInSilence() {
    Scene scene = sentence(Intent.REPORT, "AGUA");
    scene.byTwilio = OptOut.HELP;

    filed(scene.decided());
    silent(scene.decided());
  }

  @Test
  void altaBringsBackWithAConfirmation() {
    Decision decision = word(Keyword.START).stopped().decided();

    assertThat(decision.effects()).containsExactly(new Effect.StartAgain(false));
    assertThat(parts(decision)).containsExactly("started");
  }

  @Test
  void altaBehindTwiliosBlockIsNotAnswered() {
    Scene scene = word(Keyword.START);
    scene.blockedByTwilio = true;

    assertThat(scene.decided().effects()).containsExactly(new Effect.StartAgain(false));
    silent(scene.decided());
  }

  @Test
  void bajaAvisosLeavesTheNoticesOnly() {
    Decision decision = word(Keyword.STOP_NOTICES).decided();

    assertThat(decision.effects()).containsExactly(new Effect.StopNotices());
    assertThat(parts(decision)).containsExactly("notices_stopped");
  }

  @Test
  void avisosSubscribesToTheWholeRuralArea() {
    Decision decision = word(Keyword.NOTICES).decided();

    kept(decision, Words.Reason.SUBSCRIPTION);
    assertThat(decision.effects()).containsExactly(new Effect.Subscribe(null));
    assertThat(parts(decision)).containsExactly("subscribed");
  }

  @Test
  void aSentenceMaySubscribeToOneSection() {
    Decision decision = sentence(Intent.OPT_IN).in("CIENEGA_DE_ORTIZ").decided();

    assertThat(decision.effects()).containsExactly(new Effect.Subscribe("CIENEGA_DE_ORTIZ"));
    assertThat(parts(decision)).containsExactly("subscribed_section");
    assertThat(value(decision, "place")).isEqualTo("Ciénega de Ortiz");
  }

  @Test
  void onlyAltaUndoesAlto() {
    Decision decision = sentence(Intent.OPT_IN).stopped().decided();

    assertThat(decision.effects()).containsExactly(new Effect.Subscribe(null));
    silent(decision);
  }

  @Test
  void afterAltoATextIsFiledInSilence() {
    Decision decision = sentence(Intent.REPORT, "AGUA").stopped().decided();

    filed(decision);
    silent(decision);
    assertThat(decision.next().answers()).isEmpty();
  }

  @Test
  void afterAltoDangerToLifeIsAnswered() {
    assertThat(parts(sentence(Intent.REPORT, "SALUD").stopped().danger().decided()))
        .startsWith("danger");
  }

  @ParameterizedTest
  @CsvSource({
    "HELP,           help,           KEYWORD",
    "PRIVACY_NOTICE, privacy_notice, KEYWORD",
    "COMMITMENTS,    commitments,    COMMITMENT",
    "PROGRESS,       commitments,    COMMITMENT"
  })
  void wordsWithOneFixedAnswer(Keyword keyword, String part, Words.Reason reason) {
    Decision decision = word(keyword).decided();

    kept(decision, reason);
    assertThat(parts(decision)).containsExactly(part);
  }

  @Test
  void aWordIsJudgedAsAWordWhateverElseItReads() {
    Scene scene = word(Keyword.HELP).saying(Trait.VIOLENCE_AT_HOME, Trait.LENT_PHONE);
    scene.intent = Intent.PRIVACY_REQUEST;

    kept(scene.decided(), Words.Reason.KEYWORD);
  }
}
