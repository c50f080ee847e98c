package mx.vozrural.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Plot;
import mx.vozrural.web.Rendered;
import org.junit.jupiter.api.Test;

class PortalPagesTest {
  private static final LocalDate TODAY = LocalDate.of(2025, 11, 24);
  private static final List<CommitmentRow> COMMITMENTS =
      List.of(
          new CommitmentRow(
              "MXCHH0003",
              "Instalar un grupo de trabajo multidisciplinario, preponderantemente ciudadano, con"
                  + " perspectiva de género, para el desarrollo rural",
              "Dirección de Desarrollo Rural",
              LocalDate.of(2024, 5, 31),
              true,
              new Claim(
                  "Dirección de Desarrollo Rural",
                  "Avance sustancial",
                  60,
                  LocalDate.of(2025, 11, 3),
                  "https://evidencia.example/acta.pdf"),
              new Claim("ICHITAIP", "Avance limitado", 35, LocalDate.of(2025, 10, 20), null)),
          new CommitmentRow(
              "MXCHH0002",
              "Unificar y fortalecer las herramientas digitales para los emprendimientos: sistema"
                  + " de información",
              "Dirección de Desarrollo Económico y Competitividad",
              LocalDate.of(2025, 12, 31),
              false,
              Claim.none("Dirección de Desarrollo Económico y Competitividad"),
              Claim.none("ICHITAIP")));

  private static HomeView home() {
    return new HomeView(
        "Plan de acción 2023-2024",
        COMMITMENTS,
        new HomeView.Figures(LocalDate.of(2025, 1, 1), 1234L, 87L, null, 82),
        new Plot(
            "Necesidades por sección",
            "Sección",
            "Reportes desde el 1 ene",
            "reportes recibidos por Voz Rural",
            TODAY,
            5,
            List.of(
                new Plot.Bar("El Charco", 412L),
                new Plot.Bar("El Sauz", 301L),
                new Plot.Bar("Ciénega de Ortiz", 220L),
                new Plot.Bar("Guadalupe", 98L),
                new Plot.Bar("Colonia Soto", null))));
  }

  @Test
  void theHomePageSaysWhatWasPromisedBeforeWhatIsReported() {
    String page = Rendered.page("home", "portal/home.jte", home());
    PageRules.hold(page);
    assertThat(page.indexOf("Qué se prometió")).isLessThan(page.indexOf("Qué reporta la gente"));
    assertThat(page).contains("Va tarde: debía terminar el vie 31 may 2024", "1,234", "82 %");
  }

  @Test
  void aFigureOfProgressStandsBesideWhoSaysSoItsDateAndItsEvidence() {
    String page = Rendered.page("home", "portal/home.jte", home());
    assertThat(page)
        .containsSubsequence(
            "Dice quien debe cumplir",
            "Avance sustancial",
            "60 %",
            "Dirección de Desarrollo Rural, lun 3 nov",
            "https://evidencia.example/acta.pdf",
            "Dice quien vigila",
            "35 %",
            "ICHITAIP, lun 20 oct",
            "Sin evidencia");
  }

  @Test
  void aFigureTooSmallToShowIsNoNumberInPlotAndTable() {
    String page = Rendered.page("home", "portal/home.jte", home());
    assertThat(page.split("menos de 5", -1)).hasSize(3);
    assertThat(page).contains("<th scope=\"row\">El Charco</th><td class=\"number\">412</td>");
  }

  @Test
  void aPlotWithoutAnyReportSaysSo() {
    var none =
        new HomeView(
            "Plan",
            List.of(),
            new HomeView.Figures(TODAY, null, null, null, null),
            new Plot(
                "Necesidades por sección",
                "Sección",
                "Reportes",
                "Voz Rural",
                TODAY,
                5,
                List.of()));
    String page = Rendered.page("home-empty", "portal/home.jte", none);
    PageRules.hold(page);
    assertThat(page)
        .contains("Todavía no hay nada que contar")
        .doesNotContain("<svg viewBox=\"0 0 288");
  }

  @Test
  void barsAreAsLongAsTheirShareOfTheGreatest() {
    Plot plot = home().bySection();
    assertThat(plot.bars().stream().map(bar -> plot.length(bar, 206)))
        .containsExactly(206L, 151L, 110L, 49L, 0L);
  }

  @Test
  void theCommitmentsPageListsThemPlanByPlan() {
    var view =
        new CommitmentsView(
            List.of(new CommitmentsView.Plan("Primer plan de acción", "2023-2024", COMMITMENTS)));
    String page = Rendered.page("commitments", "portal/commitments.jte", view);
    PageRules.hold(page);
    assertThat(page).contains("MXCHH0002", "MXCHH0003", "Sin avance publicado");
  }

  @Test
  void withoutAPlanTheCommitmentsPageSaysSo() {
    String page =
        Rendered.page(
            "commitments-empty", "portal/commitments.jte", new CommitmentsView(List.of()));
    PageRules.hold(page);
    assertThat(page).contains("Todavía no hay ningún plan publicado");
  }

  @Test
  void thePrivacyNoticeNamesWhoAnswersAndByWhen() {
    var view = new PrivacyView(null, "transparencia@municipio.example", 20, TODAY);
    String page = Rendered.page("privacy", "portal/privacy.jte", view);
    PageRules.hold(page);
    assertThat(page)
        .contains("Dirección de Desarrollo Rural", "20 días hábiles", "mailto:transparencia@")
        .doesNotContain("En persona");
  }
}
