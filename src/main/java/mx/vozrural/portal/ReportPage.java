package mx.vozrural.portal;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import mx.vozrural.access.Secrets;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Phone;
import mx.vozrural.domain.Section;
import mx.vozrural.outbox.Message.Channel;
import mx.vozrural.reports.FrontDesk;
import mx.vozrural.reports.ReporterSecret;
import mx.vozrural.reports.WebReports;
import mx.vozrural.web.Choice;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/** {@code /reportar}: the form that makes a report, and never loses what was written. */
final class ReportPage {
  private static final String HOLDER = "/reportar";
  private static final String STALE =
      "La página estuvo abierta mucho tiempo. No se perdió nada: revise y mande otra vez.";
  private static final String HASTY =
      "Llegó muy rápido y no supimos si lo mandó una persona. No se perdió nada: mande otra vez.";

  private final PortalParts parts;

  ReportPage(PortalParts parts) {
    this.parts = parts;
  }

  void route(Router router) {
    router
        .get("/reportar")
        .handler(
            ctx -> show(ctx, 200, ReportFormView.Entered.NOTHING, FormErrors.NONE, null, fresh()));
    router.post("/reportar").handler(this::post);
  }

  private String fresh() {
    return parts.csrf().token(HOLDER);
  }

  private void show(
      RoutingContext ctx,
      int status,
      ReportFormView.Entered entered,
      FormErrors errors,
      @Nullable String notice,
      String token) {
    parts
        .pages()
        .personal(
            ctx,
            status,
            "portal/report.jte",
            new ReportFormView(
                token,
                entered,
                errors,
                notice,
                parts.catalogue().sections().stream()
                    .map(s -> new Choice(s.code(), s.name()))
                    .toList(),
                parts.catalogue().categories().stream()
                    .map(c -> new Choice(c.code(), c.name()))
                    .toList()));
  }

  private void post(RoutingContext ctx) {
    Form form = Form.of(ctx);
    ReportFormView.Entered entered = entered(form);
    Optional<Phone> phone =
        form.parsed(
            "phone", ReportPage::phone, "Revise el teléfono: son 10 números, como 614 123 4567.");
    Optional<Instant> shownAt = parts.csrf().shownAt(HOLDER, form.text(Csrf.FIELD));
    String again = shownAt.map(at -> parts.csrf().token(HOLDER, at)).orElseGet(this::fresh);
    if (!form.errors().isEmpty()) {
      show(ctx, 422, entered, form.errors(), null, again);
    } else if (shownAt.isEmpty()) {
      show(ctx, 409, entered, FormErrors.NONE, STALE, again);
    } else if (parts.csrf().hasty(shownAt.get())) {
      show(ctx, 409, entered, FormErrors.NONE, HASTY, again);
    } else {
      file(ctx, form, entered, phone.orElse(null));
    }
  }

  private ReportFormView.Entered entered(Form form) {
    return new ReportFormView.Entered(
        form.required("body", ReportFormView.LONGEST, "Escriba qué pasa o qué hace falta."),
        form.choice(
            "section",
            parts.catalogue().sections().stream().map(Section::code).toList(),
            "Escoja una sección de la lista."),
        form.choice(
            "category",
            parts.catalogue().categories().stream().map(Category::code).toList(),
            "Escoja una opción de la lista."),
        form.optional("phone", 20),
        form.mustTick(
            "consent", "Marque la casilla: sin su permiso no podemos guardar el reporte."));
  }

  private static Optional<Phone> phone(String typed) {
    return Optional.of(Phone.of(typed)).filter(phone -> phone.kind() == Phone.Kind.NUMBER);
  }

  /** A report is never refused for its address: past the limit it is filed and marked. */
  private void file(
      RoutingContext ctx, Form form, ReportFormView.Entered entered, @Nullable Phone phone) {
    boolean flooding = parts.filings().take(parts.addresses().of(ctx.request())).isPresent();
    String secret = phone == null ? ReporterSecret.make() : null;
    WebReports.Result result =
        parts
            .webReports()
            .file(
                new WebReports.Entry(
                    Channel.WEB,
                    entered.body(),
                    orNull(entered.section()),
                    null,
                    orNull(entered.category()),
                    phone,
                    null,
                    flooding,
                    secret == null ? null : ReporterSecret.digest(secret),
                    // The same form pressed twice, or sent again after a lost answer, is one
                    // report.
                    Secrets.digest("form " + form.text(Csrf.FIELD) + " " + entered.body()),
                    Secrets.digest(entered.body())));
    ctx.response().setStatusCode(303).putHeader("Location", page(result, secret)).end();
  }

  private static String page(WebReports.Result result, @Nullable String secret) {
    return switch (result.outcome()) {
      case FrontDesk.Outcome.Filed filed ->
          FolioPage.fresh(filed.folio(), secret, result.lifeDanger());
      case FrontDesk.Outcome.Before before ->
          FolioPage.fresh(before.folio(), null, result.lifeDanger());
      case FrontDesk.Outcome.OtherContent other ->
          throw new IllegalStateException("one key, two contents");
    };
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
