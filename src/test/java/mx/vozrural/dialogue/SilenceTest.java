package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.silent;
import static mx.vozrural.dialogue.Scene.NOW;
import static mx.vozrural.dialogue.Scene.ago;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Caps, repetitions, thanks and senders who are no people. */
class SilenceTest {

  @ParameterizedTest
  @CsvSource({
    "9,  1,    true",
    "10, 1,    false",
    "10, 10,   true",
    "39, 11,   true",
    "40, 11,   false",
    "40, 1439, false",
    "40, 1440, true"
  })
  void tenAnswersInTenMinutesAndFortyADay(int times, int minutesAgo, boolean answered) {
    Decision decision =
        sentence(Intent.REPORT, "CAMINO").answered(times, Duration.ofMinutes(minutesAgo)).decided();

    filed(decision);
    assertThat(decision.answer() != null).isEqualTo(answered);
  }

  @Test
  void dangerIsAnsweredPastTheCaps() {
    Decision decision =
        sentence(Intent.REPORT, "SALUD").danger().answered(40, Duration.ofMinutes(1)).decided();

    assertThat(parts(decision)).contains("danger");
    assertThat(decision.next().answers()).hasSize(40).endsWith(NOW);
  }

  @Test
  void aMachineThatEchoesUsGetsNothingNotEvenInDanger() {
    Scene scene = sentence(Intent.REPORT, "SALUD").danger();
    scene.looping = true;
    Decision decision = scene.decided();

    filed(decision);
    silent(decision);
  }

  @Test
  void answersAreCountedAndOldOnesForgotten() {
    Decision decision = sentence(Intent.REPORT, "CAMINO").answered(3, Duration.ofDays(1)).decided();

    assertThat(decision.next().answers()).containsExactly(NOW);
  }

  @ParameterizedTest
  @CsvSource({"0, true", "9, true", "10, false", "11, false"})
  void anEqualTextWithinTenMinutesMakesNoSecondReport(int minutes, boolean repeated) {
    Decision decision =
        sentence(Intent.REPORT, "CAMINO").afterEqualText(Duration.ofMinutes(minutes)).decided();

    if (repeated) {
      kept(decision, Words.Reason.REPEATED);
      silent(decision);
    } else {
      filed(decision);
    }
  }

  @Test
  void anotherTextIsNoRepetition() {
    Scene scene = sentence(Intent.REPORT, "CAMINO").afterEqualText(Duration.ofMinutes(1));
    scene.key = "otras palabras";

    filed(scene.decided());
    assertThat(scene.decided().next().lastKey()).isEqualTo("otras palabras");
    assertThat(scene.decided().next().lastKeyAt()).isEqualTo(NOW);
  }

  @ParameterizedTest
  @EnumSource(names = {"YES", "NO", "STATUS", "HELP", "STOP"})
  void wordsAlwaysTakeEffect(Keyword keyword) {
    Decision decision =
        word(keyword)
            .owning(mine("1234567", Status.RESOLVED, "AGUA"))
            .afterEqualText(Duration.ofMinutes(1))
            .decided();

    assertThat(decision.answer()).isNotNull();
    assertThat(decision.words()).isNotEqualTo(new Words.Keep(Words.Reason.REPEATED));
  }

  @Test
  void additionsAlwaysTakeEffect() {
    added(
        sentence(Intent.SHORT_REPLY)
            .owning(mine("1234567", Status.RECEIVED, "AGUA"))
            .afterEqualText(Duration.ofMinutes(1))
            .decided(),
        "1234567");
  }

  @ParameterizedTest
  @CsvSource({
    "ACK,              hola,  true",
    "UNCLEAR,          hm,    true",
    "COMMITMENT_QUERY, plan,  true",
    "PRIVACY_REQUEST,  datos, true",
    "STATUS_QUERY,     va,    false",
    "OPT_OUT,          ya no, false"
  })
  void aKeptTextIsRepeatedOnlyWhereItsAnswerWouldBeTheSame(
      Intent intent, String content, boolean repeated) {
    Decision decision =
        sentence(intent).content(content).afterEqualText(Duration.ofMinutes(1)).decided();

    assertThat(decision.words().equals(new Words.Keep(Words.Reason.REPEATED))).isEqualTo(repeated);
    assertThat(decision.answer() == null).isEqualTo(repeated);
  }

  @Test
  void aRepetitionDoesNotLengthenTheTenMinutes() {
    Decision decision =
        sentence(Intent.REPORT, "CAMINO").afterEqualText(Duration.ofMinutes(9)).decided();

    assertThat(decision.next().lastKeyAt()).isEqualTo(ago(Duration.ofMinutes(9)));
  }

  @Test
  void onlyAnAnsweredTextIsRemembered() {
    assertThat(sentence(Intent.REPORT, "CAMINO").stopped().decided().next().lastKey()).isNull();
  }

  @Test
  void aGreetingDoesNotPushAFiledTextOutOfMemory() {
    Scene scene = sentence(Intent.ACK).content("hola");
    assertThat(scene.decided().next().lastKey()).isEqualTo(scene.key);

    scene.lastKey = "el camino";
    scene.lastKeyAt = ago(Duration.ofMinutes(1));
    assertThat(scene.decided().next().lastKey()).isEqualTo("el camino");

    scene.lastKeyAt = ago(Duration.ofMinutes(10));
    assertThat(scene.decided().next().lastKey()).isEqualTo(scene.key);
  }

  @Test
  void additionsAndThanksAreNotRemembered() {
    assertThat(sentence(Intent.ACK).content("gracias").decided().next().lastKey()).isNull();
    assertThat(word(Keyword.HELP).decided().next().lastKey()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"1439, false", "1440, true"})
  void theSecondThanksInADayIsNotAnswered(int minutes, boolean answered) {
    Scene scene = sentence(Intent.ACK).content("gracias");
    scene.thankedAt = ago(Duration.ofMinutes(minutes));
    Decision decision = scene.decided();

    kept(decision, Words.Reason.THANKS);
    assertThat(decision.answer() != null).isEqualTo(answered);
    assertThat(decision.next().thankedAt()).isEqualTo(answered ? NOW : scene.thankedAt);
  }

  @Test
  void theFirstThanksIsRemembered() {
    assertThat(sentence(Intent.ACK).content("gracias").decided().next().thankedAt()).isEqualTo(NOW);
    assertThat(sentence(Intent.ACK).content("hola").decided().next().thankedAt()).isNull();
  }

  @ParameterizedTest
  @EnumSource(names = {"SHORT_CODE", "NAME", "OURSELVES"})
  void whoIsNoPersonIsKeptUnanswered(Incoming.Sender sender) {
    Decision decision = sentence(Intent.REPORT, "AGUA").from(sender).decided();

    kept(decision, Words.Reason.NOT_A_PERSON);
    silent(decision);
    assertThat(decision.effects()).isEmpty();
  }

  @Test
  void dangerFromAGarbledNumberIsFiledInSilence() {
    Decision decision =
        sentence(Intent.REPORT, "SALUD").from(Incoming.Sender.NAME).danger().decided();

    filed(decision);
    silent(decision);
    assertThat(decision.effects()).containsExactly(new Effect.AlertOnDuty(Scene.NEXT));
  }

  @Test
  void dangerFromAServiceIsNot() {
    Decision decision =
        sentence(Intent.REPORT, "SALUD").from(Incoming.Sender.SHORT_CODE).danger().decided();

    kept(decision, Words.Reason.NOT_A_PERSON);
    assertThat(decision.effects()).isEmpty();
  }
}
