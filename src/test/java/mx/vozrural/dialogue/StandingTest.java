package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Said.added;
import static mx.vozrural.dialogue.Said.kept;
import static mx.vozrural.dialogue.Said.parts;
import static mx.vozrural.dialogue.Said.value;
import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.neighbours;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.violence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** ESTADO: one's own reports by state and due date, another's by state only. */
class StandingTest {

  static Stream<Scene> waysToAskAboutAFolio() {
    return Stream.of(
        word(Keyword.STATUS),
        sentence(Intent.STATUS_QUERY).content(""),
        sentence(Intent.SHORT_REPLY).content(""));
  }

  @ParameterizedTest
  @MethodSource("waysToAskAboutAFolio")
  void onesOwnReportIsToldWithItsDueDate(Scene scene) {
    Decision decision = scene.naming(mine("1234567", Status.ACCEPTED, "AGUA")).decided();

    kept(decision, Words.Reason.STATUS);
    assertThat(parts(decision)).containsExactly("state_accepted", "state_dates");
    assertThat(value(decision, "accepted")).isEqualTo("1234567 (vie 27 nov)");
  }

  @Test
  void inEnglishTheDateIsEnglish() {
    Decision decision =
        word(Keyword.STATUS).english().naming(mine("1234567", Status.ACCEPTED, "LUZ")).decided();

    assertThat(value(decision, "accepted")).isEqualTo("1234567 (Fri 27 Nov)");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void anothersReportIsToldByStateOnly(Status status) {
    Decision decision =
        word(Keyword.STATUS).naming(neighbours("1234567", status, "AGUA")).decided();

    assertThat(parts(decision)).containsExactly("state_" + status.code());
    assertThat(value(decision, status.code())).isEqualTo("1234567");
  }

  static Stream<KnownReport> reportsWithoutADateToTell() {
    return Stream.of(
        mine("1234567", Status.RECEIVED, "SEGURIDAD"),
        violence("1234567", true),
        mine("1234567", Status.CONFIRMED, "AGUA"),
        new KnownReport(
            "1234567", true, Status.RECEIVED, java.util.List.of("AGUA"), null, null, false, false));
  }

  @ParameterizedTest
  @MethodSource("reportsWithoutADateToTell")
  void secretClosedAndUndatedReportsTellNoDate(KnownReport report) {
    Decision decision = word(Keyword.STATUS).naming(report).decided();

    assertThat(parts(decision)).containsExactly("state_" + report.status().code());
    assertThat(Said.answer(decision).values()).containsOnlyKeys(report.status().code());
    assertThat(Said.answer(decision).values()).containsValue("1234567");
  }

  @Test
  void aComplaintAboutWaitingIsKeptOnItsReport() {
    Decision decision =
        sentence(Intent.STATUS_QUERY)
            .content("que paso dijeron que esta semana")
            .naming(mine("1234567", Status.ACCEPTED, "AGUA"))
            .decided();

    added(decision, "1234567");
    assertThat(parts(decision)).containsExactly("state_accepted", "state_dates");
  }

  @Test
  void theWordAloneIsNotKeptOnTheReport() {
    Decision decision =
        word(Keyword.STATUS)
            .content("estado")
            .naming(mine("1234567", Status.ACCEPTED, "AGUA"))
            .decided();

    kept(decision, Words.Reason.STATUS);
  }

  @Test
  void withoutAFolioTheOpenOnesComeFirstByState() {
    Decision decision =
        word(Keyword.STATUS)
            .owning(
                mine("1000001", Status.CONFIRMED, "LUZ"),
                mine("1000002", Status.RECEIVED, "LUZ"),
                mine("1000003", Status.SCHEDULED, "LUZ"),
                mine("1000004", Status.RECEIVED, "LUZ"))
            .decided();

    kept(decision, Words.Reason.STATUS);
    assertThat(parts(decision))
        .containsExactly("state_received", "state_scheduled", "state_dates", "status_help");
    assertThat(value(decision, "received"))
        .isEqualTo("1000002 (vie 27 nov), folio 1000004 (vie 27 nov)");
  }

  @Test
  void threeReportsNeedNoHint() {
    Decision decision =
        sentence(Intent.STATUS_QUERY)
            .owning(
                mine("1000001", Status.CONFIRMED, "LUZ"),
                mine("1000002", Status.CONFIRMED, "LUZ"),
                mine("1000003", Status.RESOLVED, "LUZ"))
            .decided();

    assertThat(parts(decision)).containsExactly("state_resolved", "state_confirmed");
  }

  @Test
  void violenceAtHomeIsLeftOutOfTheList() {
    Decision decision = word(Keyword.STATUS).owning(violence("1234567", true)).decided();

    assertThat(parts(decision)).containsExactly("no_reports");
    assertThat(Said.answer(decision).values()).isEmpty();
  }

  @Test
  void onALentPhoneTheOwnersReportsAreNotTold() {
    Decision decision =
        sentence(Intent.STATUS_QUERY)
            .saying(Trait.LENT_PHONE)
            .owning(mine("1234567", Status.RECEIVED, "AGUA"))
            .decided();

    assertThat(parts(decision)).containsExactly("status_help");
  }

  @Test
  void everyStateHasItsText() {
    assertThat(Arrays.stream(Status.values()).map(s -> "state_" + s.code()))
        .allMatch(TemplateFiles.read("es")::containsKey);
  }

  @Test
  void anOpenReportIsListedOnce() {
    Decision decision =
        word(Keyword.STATUS).owning(mine("1234567", Status.ACCEPTED, "LUZ")).decided();

    assertThat(value(decision, "accepted")).isEqualTo("1234567 (vie 27 nov)");
  }
}
