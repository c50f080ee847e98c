package mx.vozrural.dialogue;

import static mx.vozrural.dialogue.Scene.mine;
import static mx.vozrural.dialogue.Scene.sentence;
import static mx.vozrural.dialogue.Scene.word;
import static org.assertj.core.api.Assertions.assertThat;

import com.cloudhopper.commons.charset.GSMCharset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.vozrural.domain.Language;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts themselves: alphabet, cost, and what each must say. */
class SmsTemplatesTest {

  private static final int ONE_SEGMENT = 160;
  private static final int TWO_SEGMENTS = 2 * 153;

  private static final Set<String> TO_RESIDENTS_BY_STAFF =
      Set.of(
          "status_accepted",
          "status_asked",
          "status_referred",
          "status_scheduled",
          "status_resolved",
          "status_reminder",
          "status_reopened",
          "status_rejected",
          "status_merged",
          "staff_message",
          "neighbour_resolved",
          "alert_on_duty",
          "alert_supervisor");

  static Stream<Map.Entry<String, TemplateFiles.Template>> all() {
    return Stream.of("es", "en").flatMap(l -> TemplateFiles.read(l).entrySet().stream());
  }

  @Test
  void bothLanguagesHaveTheSameTexts() {
    assertThat(TemplateFiles.read("en").keySet()).isEqualTo(TemplateFiles.read("es").keySet());
  }

  @ParameterizedTest
  @MethodSource("all")
  void eachSaysWhatItIsForAndFitsWithItsLongestValues(
      Map.Entry<String, TemplateFiles.Template> entry) {
    TemplateFiles.Template template = entry.getValue();

    assertThat(template.header()).containsKeys("For", "Segments", "Example");
    String text = template.fill(template.example());
    assertThat(GSMCharset.canRepresent(text)).as(text).isTrue();
    assertThat(text.length()).isBetween(1, template.segments() == 1 ? ONE_SEGMENT : TWO_SEGMENTS);
    assertThat(text).doesNotContain("  ").isEqualTo(text.strip());
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void bothLanguagesUseTheSameVariables(String language) {
    TemplateFiles.read(language)
        .forEach((key, t) ->
            assertThat(variables(t)).as(key).isEqualTo(variables(TemplateFiles.get("es", key))));
  }

  private static Set<String> variables(TemplateFiles.Template template) {
    return TemplateFiles.VARIABLE
        .matcher(template.text())
        .results()
        .map(m -> m.group(1))
        .collect(Collectors.toSet());
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void whatStaffSendNamesFolioAndNumber(String language) {
    for (String key : TO_RESIDENTS_BY_STAFF) {
      assertThat(TemplateFiles.get(language, key).text()).as(key).contains("{number}");
      assertThat(TemplateFiles.get(language, key).text().toLowerCase(java.util.Locale.ROOT))
          .as(key)
          .contains("folio {folio}");
    }
    assertThat(TemplateFiles.get(language, "status_resolved").text())
        .contains("SI {folio}", "NO {folio}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"es", "en"})
  void textsThatHelpDoNotReplace911(String language) {
    for (String key :
        List.of("help", "greeting", "not_understood", "no_report_meant", "empty", "media_only")) {
      assertThat(TemplateFiles.get(language, key).text()).as(key).contains("911");
    }
    assertThat(TemplateFiles.get(language, "danger").text()).contains("911");
    assertThat(TemplateFiles.get(language, "danger_fire").text())
        .contains("911")
        .contains("800 737 0000");
    assertThat(TemplateFiles.get(language, "stopped").text()).contains("ALTA");
  }

  @Test
  void theFirstAnswerEndsWithTheWayToThePrivacyNotice() {
    for (Language language : List.of(Language.ES, Language.EN)) {
      Scene scene = sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").ungreeted();
      scene.language = language;
      assertThat(TemplateFiles.render(Said.answer(scene.decided())))
          .startsWith("Municipio de Chihuahua:")
          .endsWith("PRIVACIDAD: aviso");
    }
  }

  static Stream<Scene> usualAnswers() {
    return Stream.of(
        sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ"),
        sentence(Intent.REPORT, "AGUA").in("EL_SAUZ"),
        sentence(Intent.REPORT, "SALUD").in("EL_SAUZ").danger(),
        sentence(Intent.REPORT, "PROTCIVIL").in("EL_SAUZ").content("lumbre").danger(),
        sentence(Intent.REPORT, "SEGURIDAD").danger(),
        sentence(Intent.REPORT, "CAMINO").in("EL_SAUZ").ungreeted(),
        sentence(Intent.INFO_REQUEST),
        sentence(Intent.COMPLAINT),
        sentence(Intent.FOLLOW_UP).naming(mine("1234567", Status.RECEIVED, "AGUA")),
        sentence(Intent.FOLLOW_UP)
            .owning(mine("1234567", Status.RECEIVED), mine("7654321", Status.RECEIVED)),
        sentence(Intent.FOLLOW_UP).stray("1234567", false),
        sentence(Intent.ACK).content("hola"),
        sentence(Intent.UNCLEAR),
        sentence(Intent.SHORT_REPLY),
        word(Keyword.YES).naming(mine("1234567", Status.RESOLVED, "AGUA")),
        word(Keyword.NO).naming(mine("1234567", Status.RESOLVED, "AGUA")),
        word(Keyword.STATUS).naming(mine("1234567", Status.ACCEPTED, "AGUA")),
        word(Keyword.HELP),
        word(Keyword.STOP),
        word(Keyword.START),
        word(Keyword.STOP_NOTICES),
        word(Keyword.NOTICES),
        word(Keyword.COMMITMENTS),
        word(Keyword.PRIVACY_NOTICE));
  }

  @ParameterizedTest
  @MethodSource("usualAnswers")
  void usualAnswersCostOneSegment(Scene scene) {
    for (Language language : List.of(Language.ES, Language.EN)) {
      scene.language = language;
      String text = TemplateFiles.render(Said.answer(scene.decided()));
      assertThat(text.length()).as(text).isLessThanOrEqualTo(ONE_SEGMENT);
      assertThat(text).contains("614 410 0100");
    }
  }
}
