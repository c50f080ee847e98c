package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.filed;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.value;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.domain.Language;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What makes a report, of which kind, and what the sender hears. */
class FilingTest {

  @ParameterizedTest
  @CsvSource({
    "REPORT,       NEED,      filed",
    "INFO_REQUEST, QUESTION,  filed_question",
    "COMPLAINT,    COMPLAINT, filed_complaint"
  })
  void eachKindIsFiledWithItsFolioAndDueDate(Intent intent, Words.Kind kind, String part) {
    Decision decision = sentence(intent, "CAMINO").in("EL_SAUZ").decided();

    assertThat(filed(decision).kind()).isEqualTo(kind);
    assertThat(filed(decision).unclear()).isFalse();
    assertThat(parts(decision)).containsExactly(part, "due");
    assertThat(value(decision, "folio")).isEqualTo(Scene.NEXT);
  }

  @Test
  void theReadingGoesIntoTheReport() {
    Scene scene = sentence(Intent.REPORT, "AGUA", "CAMINO").in("GUADALUPE").urgent();
    scene.community = 12;

    assertThat(filed(scene.decided()))
        .isEqualTo(
            new Words.File(
                Words.Kind.NEED,
                List.of("AGUA", "CAMINO"),
                "GUADALUPE",
                12,
                true,
                false,
                false,
                false,
                false));
  }

  @ParameterizedTest
  @CsvSource({"REPORT, filed_unclear", "UNCLEAR, filed_unclear"})
  void wordsThatMayBeANeedAreFiledAsOtherForAPerson(Intent intent, String part) {
    Decision decision = sentence(intent).saying(Trait.MAY_BE_NEED).decided();

    assertThat(filed(decision).categories()).containsExactly("OTRO");
    assertThat(filed(decision).unclear()).isTrue();
    assertThat(parts(decision)).containsExactly(part, "due");
    assertThat(decision.next().question()).isNull();
  }

  @Test
  void aQuestionOrComplaintWithoutCategoryIsNotUnclear() {
    Decision decision = sentence(Intent.COMPLAINT).decided();

    assertThat(filed(decision).categories()).containsExactly("OTRO");
    assertThat(filed(decision).unclear()).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "ACK,              GREETING,   hola buenas,  greeting",
    "ACK,              GREETING,   ola,          greeting",
    "ACK,              GREETING,   good morning, greeting",
    "ACK,              THANKS,     ok gracias,   thanks",
    "ACK,              THANKS,     '',           thanks",
    "ACK,              THANKS,     olas gracias, thanks",
    "EMPTY,            EMPTY,      '',           empty",
    "COMMITMENT_QUERY, COMMITMENT, el plan,      commitments",
    "PRIVACY_REQUEST,  PRIVACY,    mis datos,    privacy_case",
    "HELP,             KEYWORD,    como le hago, help",
    "STATUS_QUERY,     STATUS,     como va,      no_reports",
    "UNCLEAR,          UNREADABLE, quien es,     not_understood",
    "SHORT_REPLY,      UNREADABLE, ayer,         no_report_meant"
  })
  void whatTellsNoNeedIsKeptInSight(
      Intent intent, Words.Reason reason, String content, String part) {
    Decision decision = sentence(intent).content(content).decided();

    kept(decision, reason);
    assertThat(parts(decision)).containsExactly(part);
  }

  @ParameterizedTest
  @EnumSource(names = {"SPAM", "ABUSE"})
  void spamAndAbuseAreKeptUnanswered(Intent intent) {
    Decision decision = sentence(intent).decided();

    kept(decision, Words.Reason.valueOf(intent.name()));
    Said.silent(decision);
  }

  @Test
  void abuseThatNamesAReportGoesThereUnanswered() {
    Decision decision =
        sentence(Intent.ABUSE).naming(mine("1234567", Status.RECEIVED, "AGUA")).decided();

    added(decision, "1234567");
    Said.silent(decision);
  }

  @Test
  void picturesWithoutWordsAreToldApart() {
    Scene scene = sentence(Intent.EMPTY).content("");
    scene.media = 2;

    kept(scene.decided(), Words.Reason.MEDIA_ONLY);
    assertThat(parts(scene.decided())).containsExactly("media_only");
  }

  @Test
  void aPrivacyRequestOpensACaseAndNeverTouchesAReport() {
    Decision decision =
        sentence(Intent.PRIVACY_REQUEST).naming(mine("1234567", Status.RECEIVED, "AGUA")).decided();

    kept(decision, Words.Reason.PRIVACY);
    assertThat(decision.effects()).containsExactly(new Effect.OpenPrivacyCase());
  }

  @Test
  void theFirstAnswerNamesTheMunicipalityAndEndsWithPrivacy() {
    Decision decision = sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").ungreeted().decided();

    assertThat(Said.answer(decision).parts())
        .containsExactly("welcome", "filed", "due", "number", "privacy");
    assertThat(decision.next().greeted()).isTrue();
  }

  @Test
  void laterAnswersOnlyNameTheNumber() {
    Decision decision = sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").decided();

    assertThat(Said.answer(decision).parts()).containsExactly("filed", "due", "number");
  }

  @ParameterizedTest
  @CsvSource({"ES, es", "EN, en", "MIXED, es", "UND, es"})
  void theAnswerIsInTheLanguageOfTheText(Language language, String expected) {
    Scene scene = sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ");
    scene.language = language;

    assertThat(Said.answer(scene.decided()).language()).isEqualTo(expected);
  }

  @Test
  void aNeedTextedToAnOldConversationIsANewReport() {
    Decision decision =
        sentence(Intent.REPORT, "LUZ")
            .in("EL_SAUZ")
            .saying(Trait.SAYS_WHEN)
            .owning(mine("1234567", Status.ACCEPTED, "AGUA"))
            .decided();

    filed(decision);
  }

  @ParameterizedTest
  @EnumSource(names = {"FOLLOW_UP", "SHORT_REPLY", "REOPEN", "CLOSE_CONFIRM", "UNCLEAR", "REPORT"})
  void fromALentPhoneAReportOfItsOwnBegins(Intent intent) {
    Decision decision =
        sentence(intent)
            .saying(Trait.LENT_PHONE, Trait.SAYS_WHERE)
            .owning(mine("1234567", Status.RESOLVED, "AGUA"))
            .asked(Question.Kind.WHERE, "1234567")
            .decided();

    filed(decision);
    assertThat(decision.effects()).isEmpty();
    assertThat(decision.next().question()).isNotNull();
  }

  @Test
  void aGreetingFromALentPhoneIsOnlyAGreeting() {
    kept(
        sentence(Intent.ACK).content("hola").saying(Trait.LENT_PHONE).decided(),
        Words.Reason.GREETING);
  }
}
