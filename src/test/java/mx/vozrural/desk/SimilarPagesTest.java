package mx.vozrural.desk;

import static mx.vozrural.desk.DeskPagesTest.ALONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import mx.vozrural.domain.Status;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Rendered;
import org.junit.jupiter.api.Test;

/** What a report's page says of others that may tell of the same. */
class SimilarPagesTest {
  private static final Instant RECEIVED = Instant.parse("2025-11-20T16:05:00Z");

  private static ReportView.Like like(int number, boolean mergeable) {
    return new ReportView.Like(
        "44000" + number,
        3,
        RECEIVED,
        number % 2 == 0 ? "Palo Blanco" : null,
        Status.ACCEPTED,
        mergeable ? "Tampoco hay <agua> aquí" : "Reservado",
        number - 9,
        mergeable);
  }

  private static String page(ReportView.Similar similar) {
    String page =
        Rendered.page(
            "desk-report-similar",
            "desk/report.jte",
            DeskPagesTest.report(DeskPagesTest.conversation(null), similar, FormErrors.NONE));
    PageRules.hold(page);
    return page;
  }

  @Test
  void whatMayBeTheSameIsListedWithWhatTellsThemApartAndAFormThatSaysWhatItDoes() {
    String page =
        page(
            new ReportView.Similar(
                2, List.of(like(10, true), like(11, true)), List.of("4700011", "4700029")));

    assertThat(page)
        .containsSubsequence(
            "<h2 id=\"parecidos\">Puede ser lo mismo (2)</h2>",
            "<a href=\"/mesa/reporte/4400010\">4400010</a>",
            "jue 20 nov",
            "Palo Blanco",
            "Aceptado",
            "1 persona<",
            "Tampoco hay &lt;agua&gt; aquí",
            "action=\"/mesa/reporte/5550127/parecidos\"",
            "name=\"other\" value=\"4400010\"",
            "name=\"version\" value=\"3\"",
            "pasa a «Unido a otro»",
            "no se manda ningún mensaje",
            "Se puede deshacer",
            "<button>Unir el 4400010 al 5550127</button>",
            "sin comunidad",
            "2 personas",
            "Unidos a este reporte:",
            "<a href=\"/mesa/reporte/4700011\">4700011</a>",
            "<a href=\"/mesa/reporte/4700029\">4700029</a>");
  }

  @Test
  void ofManyThatMayBeTheSameThreeAreInSightAndTheOthersOneStepAway() {
    List<ReportView.Like> twenty =
        IntStream.range(0, 20).mapToObj(i -> like(10 + i, true)).toList();

    String page = page(new ReportView.Similar(31, twenty, List.of()));
    assertThat(page)
        .containsSubsequence(
            "(31)", ">4400012<", "<summary>Ver 17 más, los más nuevos</summary>", ">4400013<");
    assertThat(page(new ReportView.Similar(20, twenty, List.of())))
        .contains("<summary>Ver 17 más</summary>");
    assertThat(page(new ReportView.Similar(3, twenty.subList(0, 3), List.of())))
        .doesNotContain("<summary>Ver");
  }

  @Test
  void whatIsNotOfferedToBeMergedIsLinkedAllTheSame() {
    assertThat(page(new ReportView.Similar(1, List.of(like(10, false)), List.of())))
        .contains("Puede ser lo mismo (1)", "href=\"/mesa/reporte/4400010\"", "Reservado")
        .doesNotContain("/parecidos\"");
  }

  @Test
  void aReportThatIsLikeNoOtherSaysNothingOfIt() {
    assertThat(page(ALONE)).doesNotContain("Puede ser lo mismo", "a este reporte:");
  }
}
