package mx.vozrural.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import mx.vozrural.domain.Status;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResidentPagesTest {
  private static final Instant RECEIVED = Instant.parse("2025-11-20T16:05:00Z");
  private static final List<Choice> SECTIONS =
      List.of(
          new Choice("EL_SAUZ", "El Sauz"),
          new Choice("EL_CHARCO", "El Charco"),
          new Choice("CIENEGA_DE_ORTIZ", "Ciénega de Ortiz"),
          new Choice("GUADALUPE", "Guadalupe"),
          new Choice("COLONIA_SOTO", "Colonia Soto"),
          new Choice("ZONA_CENTRO", "Zona Centro (fuera de las cinco secciones)"));
  private static final List<Choice> CATEGORIES =
      List.of(
          new Choice("CAMINO", "Caminos, vados, puentes"),
          new Choice("AGUA", "Agua potable"),
          new Choice("LUZ", "Electrificación"),
          new Choice("AGRO", "Insumos, sequía, hora máquina"));

  private static ReportFormView form(ReportFormView.Entered entered, FormErrors errors) {
    return new ReportFormView("token", entered, errors, null, SECTIONS, CATEGORIES);
  }

  private static FolioView folio(
      Status status, @Nullable LocalDate due, FolioView.@Nullable Own own) {
    var details =
        new FolioView.Details(
            "Ciénega de Ortiz",
            "Agua potable",
            due,
            null,
            List.of(
                new FolioView.Step(Status.ACCEPTED, Instant.parse("2025-11-21T15:00:00Z"), false),
                new FolioView.Step(Status.RECEIVED, RECEIVED, false)));
    return new FolioView(
        "4821936", status, RECEIVED, details, null, own, true, "token", FormErrors.NONE);
  }

  private static String rendered(String name, FolioView view) {
    String page = Rendered.page(name, "portal/folio.jte", view);
    PageRules.hold(page);
    return page;
  }

  @Test
  void theReportFormAsksInPlainWordsAndRequiresConsent() {
    String page =
        Rendered.page(
            "report", "portal/report.jte", form(ReportFormView.Entered.NOTHING, FormErrors.NONE));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "<form method=\"post\" action=\"/reportar\"",
            "<textarea id=\"body\" name=\"body\"",
            "<select id=\"section\" name=\"section\"",
            "<select id=\"category\" name=\"category\"",
            "name=\"phone\" type=\"tel\"",
            "name=\"consent\" type=\"checkbox\" value=\"on\" required",
            "href=\"/privacidad\"",
            "tel:911");
    assertThat(page.split("<form", -1)).hasSize(2);
  }

  @Test
  void aFormThatCameBackKeepsWhatWasWrittenAndLinksEachFault() {
    var entered =
        new ReportFormView.Entered(
            "<b>No hay agua</b>\n& urge", "GUADALUPE", "AGUA", "61455", true);
    var errors =
        new FormErrors(
            List.of(new FieldError("phone", "Escriba los 10 dígitos, por ejemplo 614 555 0100.")));
    String page = Rendered.page("report-errors", "portal/report.jte", form(entered, errors));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "<title>Error: ",
            "&lt;b&gt;No hay agua&lt;/b&gt;\n&amp; urge</textarea>",
            "<option value=\"GUADALUPE\" selected>",
            "<option value=\"AGUA\" selected>",
            "value=\"61455\"",
            "<a href=\"#phone\">Escriba los 10 dígitos",
            "aria-invalid=\"true\" aria-describedby=\"phone-error\"")
        .containsPattern("name=\"consent\"[^>]* checked");
  }

  @Test
  void aStaleFormComesBackWithItsReason() {
    var view =
        new ReportFormView(
            "fresh",
            new ReportFormView.Entered("No hay luz", "", "", "", true),
            FormErrors.NONE,
            "La página llevaba mucho tiempo abierta. No se perdió nada: mándelo otra vez.",
            SECTIONS,
            CATEGORIES);
    String page = Rendered.page("report-stale", "portal/report.jte", view);
    PageRules.hold(page);
    assertThat(page).contains("No se perdió nada", "No hay luz</textarea>", "value=\"fresh\"");
  }

  @Test
  void theFirstLoadOfTheFormFitsOneRoundTrip() throws IOException {
    String page =
        Rendered.page(
            "report", "portal/report.jte", form(ReportFormView.Entered.NOTHING, FormErrors.NONE));
    int bytes = packed(page.getBytes(StandardCharsets.UTF_8));
    for (String file : List.of("voz-rural.css", "icono.svg")) {
      try (InputStream in = getClass().getResourceAsStream("/static/" + file)) {
        bytes += packed(in.readAllBytes());
      }
    }
    // 14 kB on the wire, of which headers of three answers take some 2 kB.
    assertThat(bytes).isLessThan(10_000);
  }

  private static int packed(byte[] content) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.size();
  }

  @Test
  void theLookUpFormTakesAFolio() {
    var view = new FolioFormView("", FormErrors.NONE);
    String page = Rendered.page("folio-form", "portal/folio-form.jte", view);
    PageRules.hold(page);
    assertThat(page).contains("<form method=\"get\" action=\"/folio\"", "name=\"folio\"");
  }

  @Test
  void aFolioThatIsNobodysComesBackAsTyped() {
    var errors =
        new FormErrors(
            List.of(
                new FieldError(
                    "folio", "Revise el folio: le falta un número o uno está cambiado.")));
    String page =
        Rendered.page(
            "folio-form-error", "portal/folio-form.jte", new FolioFormView("48219", errors));
    PageRules.hold(page);
    assertThat(page).contains("value=\"48219\"", "href=\"#folio\"");
  }

  @Test
  void aFolioShowsItsStateAndWhatComesNextByWhen() {
    String page = rendered("folio", folio(Status.ACCEPTED, LocalDate.of(2025, 11, 26), null));
    assertThat(page)
        .contains(
            "<strong>4821936</strong>",
            "Lo vamos a atender",
            "Agua potable",
            "Ciénega de Ortiz",
            "tel:911")
        .containsSubsequence("Le damos fecha o lo arreglamos a más tardar el", "mié 26 nov");
  }

  @Test
  void aLateOneIsSaidToBeLate() {
    String page = rendered("folio-late", folio(Status.RECEIVED, LocalDate.of(2025, 11, 21), null));
    assertThat(page).contains("Vamos tarde: la fecha era el vie 21 nov");
  }

  @Test
  void aRestrictedOneShowsFolioStateAndDayAlone() {
    var view =
        new FolioView(
            "4821936",
            Status.REFERRED,
            RECEIVED,
            null,
            null,
            null,
            false,
            "token",
            FormErrors.NONE);
    String page = rendered("folio-restricted", view);
    assertThat(page)
        .contains("4821936", "jue 20 nov")
        .doesNotContain("Qué sigue", "Se trata de", "Lo que ha pasado", "Sección", "clave");
  }

  @Test
  void whoFiledWithoutAPhoneGetsTheSecretOnce() {
    var view =
        new FolioView(
            "4821936",
            Status.RECEIVED,
            RECEIVED,
            new FolioView.Details(
                "Guadalupe", "Agua potable", LocalDate.of(2025, 11, 27), null, List.of()),
            new FolioView.Fresh("K7MQ2RXA", false),
            null,
            false,
            "token",
            FormErrors.NONE);
    assertThat(rendered("folio-fresh", view)).contains("K7MQ2RXA", "solo esta vez");
  }

  @Test
  void withTheSecretOneReadsOnesWordsAndAnswers() {
    var own =
        new FolioView.Own(
            "K7MQ2RXA",
            "No hay agua <desde> el lunes",
            List.of(new FolioView.Said(true, "¿En toda la calle?", RECEIVED)));
    String page = rendered("folio-own", folio(Status.RESOLVED, null, own));
    assertThat(page)
        .contains(
            "No hay agua &lt;desde&gt; el lunes",
            "¿En toda la calle?",
            "value=\"SI\"",
            "value=\"NO\"",
            "name=\"addition\"");
  }

  @Test
  void aMergedOneLeadsToTheOther() {
    var details = new FolioView.Details(null, null, null, "5550127", List.of());
    var view =
        new FolioView(
            "4821936",
            Status.MERGED,
            RECEIVED,
            details,
            null,
            null,
            false,
            "token",
            FormErrors.NONE);
    assertThat(rendered("folio-merged", view)).contains("href=\"/folio/5550127\"");
  }

  @ParameterizedTest
  @EnumSource(Status.class)
  void everyStateHasItsWordsWithAndWithoutADay(Status status) {
    assertThat(NextStep.of(status, null).words()).endsWith(".");
    NextStep dated = NextStep.of(status, LocalDate.of(2025, 11, 26));
    assertThat(dated.words()).endsWith(dated.on() == null ? "." : "el");
    rendered("folio-" + status.code(), folio(status, LocalDate.of(2025, 11, 26), null));
  }
}
