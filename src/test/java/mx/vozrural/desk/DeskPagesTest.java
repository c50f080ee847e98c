package mx.vozrural.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.domain.Status;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskPagesTest {
  private static final Instant RECEIVED = Instant.parse("2025-11-20T16:05:00Z");
  private static final List<Choice> SECTIONS =
      List.of(new Choice("EL_CHARCO", "El Charco"), new Choice("GUADALUPE", "Guadalupe"));
  private static final List<Choice> CATEGORIES =
      List.of(new Choice("CAMINO", "Caminos, vados, puentes"), new Choice("AGUA", "Agua potable"));
  private static final List<Choice> STATUSES =
      List.of(new Choice("received", "Recibido"), new Choice("resolved", "Resuelto"));

  private static DeskFrame frame(DeskFrame.Place here) {
    return new DeskFrame(
        "triaje@municipio.example",
        "Triaje",
        "session-token",
        here,
        3,
        2,
        List.of(DeskFrame.Place.values()),
        null,
        List.of());
  }

  private static List<QueueRow> rows() {
    var rows = new ArrayList<QueueRow>();
    rows.add(
        row(
            "4821936",
            "Crecio el arroyo y se esta metiendo el agua a las casas",
            "Ciénega de Ortiz",
            "Protección civil",
            0,
            24,
            4,
            20,
            true));
    rows.add(
        row(
            "5550127",
            "No hay agua en El Charco desde el lunes",
            "El Charco",
            "Agua potable",
            3,
            21,
            0,
            1,
            false));
    for (int i = 0; i < 28; i++) {
      rows.add(
          row(
              "61" + (10_000 + i * 37),
              "El camino a Guadalupe está lleno de hoyos y ya no pasa el camión de la escuela",
              i % 4 == 0 ? null : "Guadalupe",
              "Caminos, vados, puentes",
              i % 5,
              25 + i % 5,
              i % 3,
              i == 0 ? 3 : 0,
              false));
    }
    return rows;
  }

  private static QueueRow row(
      String folio,
      String words,
      @Nullable String place,
      String category,
      int daysOld,
      int due,
      long neighbours,
      int similar,
      boolean urgent) {
    return new QueueRow(
        folio,
        words,
        place,
        category,
        Status.RECEIVED,
        Rendered.NOW.minusSeconds(7000 + daysOld * 86_400L),
        due > 28 ? null : LocalDate.of(2025, 11, due),
        neighbours,
        similar,
        daysOld == 0,
        urgent,
        false);
  }

  private static QueueView queue(QueueFilter filter, List<QueueRow> rows) {
    return new QueueView(
        frame(DeskFrame.Place.QUEUE),
        filter,
        SECTIONS,
        CATEGORIES,
        STATUSES,
        rows,
        rows.size(),
        rows.isEmpty() ? null : "/mesa?cursor=abc");
  }

  static final ReportView.Similar ALONE = new ReportView.Similar(0, List.of(), List.of());

  private static ReportView report(ReportView.Texts texts, FormErrors errors) {
    return report(texts, ALONE, errors);
  }

  static ReportView report(ReportView.Texts texts, ReportView.Similar similar, FormErrors errors) {
    return new ReportView(
        frame(DeskFrame.Place.QUEUE),
        new ReportView.Report(
            "5550127",
            7,
            Status.RECEIVED,
            "No hay agua en El Charco desde el lunes, <urge> porque hay niños",
            "••21",
            "SMS",
            RECEIVED,
            LocalDate.of(2025, 11, 21),
            "EL_CHARCO",
            null,
            null,
            "AGUA",
            "need",
            true,
            true,
            2,
            null),
        new ReportView.Choices(
            List.of(
                new Choice("accepted", "Aceptado"),
                new Choice("scheduled", "Programado"),
                new Choice("referred", "Turnado"),
                new Choice("rejected", "No procede"),
                new Choice("merged", "Unido a otro")),
            List.of(new Choice("need", "Una necesidad")),
            SECTIONS,
            CATEGORIES,
            List.of(new Choice("JMAS", "Junta Municipal de Agua"))),
        new ReportView.Commitments(
            List.of(new Choice("CG-1", "Caminos que duran")),
            List.of(new Choice("CG-2", "Agua <para> todas"))),
        texts,
        new ReadingBlock(
            List.of(
                new ReadingBlock.Line("Necesidad", "Agua potable", "97 %", "no hay agua"),
                new ReadingBlock.Line("Urgente", "no", "88 %", "")),
            "0011-2233",
            false),
        similar,
        List.of(
            new ReportView.Entry(
                "triaje@municipio.example",
                Rendered.NOW,
                "cambió la categoría de Drenaje a Agua potable",
                "dice que no sale agua"),
            new ReportView.Entry("sistema", RECEIVED, "recibió el reporte por SMS", null)),
        rows(),
        null,
        errors);
  }

  static ReportView.Texts conversation(ReportView.@Nullable Draft draft) {
    return new ReportView.Texts(
        List.of(
            new ReportView.Message(
                true, "No hay agua en El Charco desde el lunes", RECEIVED, null, 1, 77L),
            new ReportView.Message(
                false,
                "Recibimos su reporte, folio 5550127. Le respondemos a mas tardar el vie 21 nov.",
                RECEIVED,
                "entregado",
                1,
                null)),
        null,
        draft);
  }

  @Test
  void theDoorAsksForEmailAndPassword() {
    String page =
        Rendered.page("sign-in", "desk/sign-in.jte", new SignInView("t", "", null, false));
    PageRules.hold(page);
    assertThat(page)
        .contains("type=\"email\"", "type=\"password\"")
        .doesNotContain("name=\"code\"");
  }

  @Test
  void aFailedSignInSaysWhyAndKeepsTheEmail() {
    var view =
        new SignInView(
            "t", "ana@municipio.example", "El correo o la contraseña no coinciden.", true);
    String page = Rendered.page("sign-in-error", "desk/sign-in.jte", view);
    PageRules.hold(page);
    assertThat(page).contains("role=\"alert\"", "value=\"ana@municipio.example\"", "name=\"code\"");
  }

  @Test
  void setUpMakesTheFirstAdministrator() {
    var errors =
        new FormErrors(
            List.of(new FieldError("password", "Escriba una contraseña de al menos 12 letras.")));
    String page =
        Rendered.page("set-up", "desk/set-up.jte", new SetUpView("t", "one-time", "", 12, errors));
    PageRules.hold(page);
    assertThat(page)
        .contains("value=\"one-time\"", "autocomplete=\"new-password\"", "href=\"#password\"");
  }

  @Test
  void aRowOfTheQueueLinksToItsReportAndSaysInWordsWhatIsDue() {
    String page = Rendered.page("queue", "desk/queue.jte", queue(QueueFilter.ALL, rows()));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "href=\"/mesa/reporte/4821936\"",
            "vence hoy",
            "3 días tarde",
            "4 vecinos",
            "Urgente",
            "Sin leer",
            "Sin lugar",
            "sin fecha",
            "30 reportes",
            "href=\"/mesa?cursor=abc\"",
            "triaje@municipio.example")
        .containsPattern("(?s)<form method=\"post\" action=\"/mesa/salir\">.*Cerrar sesión");
  }

  @Test
  void aRowOfTheQueueSaysHowManyMayTellOfTheSameAndWhereItStoppedCounting() {
    String page = Rendered.page("queue", "desk/queue.jte", queue(QueueFilter.ALL, rows()));

    assertThat(page)
        .containsSubsequence(
            "/mesa/reporte/4821936", ">+20 o más parecidos<",
            "/mesa/reporte/5550127", ">+1 parecido<",
            "/mesa/reporte/6110000", ">+3 parecidos<");
    assertThat(page.split("class=\"similar\"", -1)).as("none where there are none").hasSize(4);
  }

  @Test
  void theFilterKeepsWhatWasChosen() {
    var filter = new QueueFilter("GUADALUPE", "AGUA", "resolved", true, "pipa \"azul\"");
    String page = Rendered.page("queue-none", "desk/queue.jte", queue(filter, List.of()));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "<form method=\"get\" action=\"/mesa\"",
            "<option value=\"GUADALUPE\" selected>",
            "<option value=\"AGUA\" selected>",
            "<option value=\"resolved\" selected>",
            "value=\"pipa &#34;azul&#34;\"",
            "Ningún reporte coincide")
        .containsPattern("name=\"urgent\"[^>]* checked");
  }

  @Test
  void anEmptyQueueSaysWhatToDoNext() {
    String page = Rendered.page("queue-empty", "desk/queue.jte", queue(QueueFilter.ALL, List.of()));
    PageRules.hold(page);
    assertThat(page).contains("No hay reportes pendientes").doesNotContain("Quitar el filtro");
  }

  @Test
  void aReportShowsItsWordsItsFormsAndWhoDidWhat() {
    String page =
        Rendered.page(
            "desk-report", "desk/report.jte", report(conversation(null), FormErrors.NONE));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "&lt;urge&gt; porque hay niños",
            "••21",
            "<select id=\"status\" name=\"status\" required>",
            "name=\"reason\"",
            "name=\"section\"",
            "name=\"category\"",
            "name=\"body\"",
            "Asignarme",
            "Reservado",
            "3 días tarde (vie 21 nov)",
            "2 vecinos se sumaron")
        .containsSubsequence(
            "<ol id=\"bitacora\">",
            "lun 24 nov, 2:30 p. m.",
            "triaje@municipio.example",
            "cambió la categoría",
            "«dice que no sale agua»");
    assertThat(page.split("name=\"version\" value=\"7\"", -1)).hasSize(7);
    assertThat(page)
        .contains(
            "name=\"unlink\" value=\"CG-1\"", "Desvincular: Caminos que duran", "no se vincula")
        .doesNotContain("name=\"commitments\"");
  }

  @Test
  void theFirstStateToChooseIsNoneSoThatNoneIsSetByMistake() {
    String page =
        Rendered.page(
            "desk-report", "desk/report.jte", report(conversation(null), FormErrors.NONE));
    assertThat(page)
        .containsSubsequence(
            "name=\"status\"", "<option value=\"\">", "<option value=\"accepted\">");
  }

  @Test
  void aTextShowsItsCostBeforeItIsSent() {
    var draft =
        new ReportView.Draft(
            "La pipa llega mañana ☺",
            "Folio 1234566: La pipa llega mañana ☺ Responda al 614 410 0100.",
            "UCS-2",
            1,
            new BigDecimal("1.45"),
            List.of("☺"));
    var view = new ReportView.Texts(List.of(), null, draft);
    String page =
        Rendered.page("desk-report-draft", "desk/report.jte", report(view, FormErrors.NONE));
    // The price is the one place where a dollar sign belongs.
    PageRules.hold(page.replace("$1.45", "1.45"));
    assertThat(page)
        .contains(
            "1 segmento", "$1.45", "UCS-2", "<strong>☺</strong>", "name=\"send\" value=\"yes\"");
  }

  @Test
  void whoLeftIsNotTextedAndThePageSaysWhy() {
    var view =
        new ReportView.Texts(
            List.of(), "Pidió no recibir mensajes (ALTO). Puede volver mandando ALTA.", null);
    String page =
        Rendered.page("desk-report-barred", "desk/report.jte", report(view, FormErrors.NONE));
    PageRules.hold(page);
    assertThat(page).contains("Pidió no recibir mensajes").doesNotContain("name=\"body\"");
  }

  @Test
  void aRefusedChangeIsExplainedAtItsField() {
    var errors =
        new FormErrors(
            List.of(
                new FieldError("on", "Elija un día a partir de hoy."),
                new FieldError("status", "Elija un estado.")));
    String page =
        Rendered.page("desk-report-errors", "desk/report.jte", report(conversation(null), errors));
    PageRules.hold(page);
    assertThat(page).contains("href=\"#on\"", "id=\"on-error\"", "id=\"status-error\"");
  }

  @Test
  void aKeptTextBecomesAReportByOneButton() {
    var texts =
        List.of(
            new KeptTextsView.KeptText(81, RECEIVED, "••07", "Buenas tardes <saludos>", "Saludo"));
    String page =
        Rendered.page(
            "kept-texts",
            "desk/kept-texts.jte",
            new KeptTextsView(frame(DeskFrame.Place.TEXTS), texts, null));
    PageRules.hold(page);
    assertThat(page)
        .contains(
            "action=\"/mesa/textos/81/reporte\"",
            "&lt;saludos&gt;",
            "aria-current=\"page\">Textos");
  }

  @Test
  void withoutKeptTextsThePageSaysWhatItIsFor() {
    String page =
        Rendered.page(
            "kept-texts-empty",
            "desk/kept-texts.jte",
            new KeptTextsView(frame(DeskFrame.Place.TEXTS), List.of(), null));
    PageRules.hold(page);
    assertThat(page).contains("No hay textos guardados");
  }
}
