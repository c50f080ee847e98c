package mx.vozrural.portal;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.HistoryEntry;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.ReporterSecret;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Limits;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /folio}: how a report is; with its secret, what was said, and a way to say more. */
final class FolioPage {
  private static final String HOLDER = "/folio";
  private static final int LONGEST = 1_600;
  private static final Duration FRESH = Duration.ofMinutes(15);

  private final PortalParts parts;

  FolioPage(PortalParts parts) {
    this.parts = parts;
  }

  void route(Router router) {
    router.get("/folio").handler(this::ask);
    router.get("/folio/:folio").handler(this::get);
    router.post("/folio/:folio").handler(this::post);
  }

  /**
   * Where a report just filed is shown. The secret stands in this one address, and nowhere else.
   */
  static String fresh(String folio, @Nullable String secret, boolean lifeDanger) {
    String query = secret == null ? "?nuevo=si" : "?nuevo=si&clave=" + secret;
    return "/folio/" + folio + query + (lifeDanger ? "&peligro=si" : "");
  }

  private void ask(RoutingContext ctx) {
    String typed = Optional.ofNullable(ctx.request().getParam("folio")).orElse("").strip();
    if (typed.isEmpty()) {
      form(ctx, 200, "", FormErrors.NONE);
      return;
    }
    Folio.parse(typed)
        .ifPresentOrElse(
            folio ->
                ctx.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/folio/" + folio.digits())
                    .end(),
            () -> form(ctx, 422, typed, mistyped()));
  }

  private static FormErrors mistyped() {
    return new FormErrors(
        List.of(
            new FieldError(
                "folio",
                "Ese folio no existe: algún número está mal. Revíselo y escríbalo otra vez.")));
  }

  private void form(RoutingContext ctx, int status, String typed, FormErrors errors) {
    String shown = typed.length() > 20 ? "" : typed;
    parts.pages().personal(ctx, status, "portal/folio-form.jte", new FolioFormView(shown, errors));
  }

  /** The report; else a page that says what to do has been sent. Misses are counted by address. */
  private Optional<Report> report(RoutingContext ctx) {
    String address = parts.addresses().of(ctx.request());
    Optional<Duration> wait = parts.misses().spent(address);
    if (wait.isPresent()) {
      Limits.refuse(ctx, wait.get());
      return Optional.empty();
    }
    String typed = ctx.pathParam("folio");
    Optional<Report> report =
        Folio.parse(typed).flatMap(folio -> parts.reports().find(folio.digits()));
    if (report.isEmpty()) {
      parts.misses().take(address);
      form(ctx, 404, typed, mistyped());
    }
    return report;
  }

  private void get(RoutingContext ctx) {
    report(ctx)
        .ifPresent(report -> {
          String secret = Optional.ofNullable(ctx.request().getParam("clave")).orElse("");
          if (secret.isEmpty() || opens(ctx, report, secret)) {
            show(ctx, 200, report, secret, FormErrors.NONE);
          }
        });
  }

  /** A wrong secret counts as a miss: eight characters must not be tried out. */
  private boolean opens(RoutingContext ctx, Report report, String secret) {
    if (ReporterSecret.opens(report, secret)) {
      return true;
    }
    parts.misses().take(parts.addresses().of(ctx.request()));
    FieldError wrong =
        new FieldError("secret", "Esa clave no es la de este folio. Son 8 letras y números.");
    show(ctx, 422, report, "", new FormErrors(List.of(wrong)));
    return false;
  }

  private void post(RoutingContext ctx) {
    report(ctx).ifPresent(report -> post(ctx, report));
  }

  private void post(RoutingContext ctx, Report report) {
    Form form = Form.of(ctx);
    String secret = form.text("secret");
    if (parts.csrf().shownAt(HOLDER, form.text(Csrf.FIELD)).isEmpty()) {
      Problem.of(409).saying("La página estuvo abierta mucho tiempo. Vuelva a abrirla.").fail(ctx);
      return;
    }
    if (!opens(ctx, report, secret)) {
      return;
    }
    String answer = form.text("answer");
    if (answer.equals("SI") || answer.equals("NO")) {
      parts.reporter().answer(report, answer.equals("SI"));
    } else if (ctx.request().formAttributes().contains("addition")) {
      String words = form.required("addition", LONGEST, "Escriba lo que quiere agregar.");
      if (!form.errors().isEmpty()) {
        show(ctx, 422, report, secret, form.errors());
        return;
      }
      parts.reporter().add(report, words);
    }
    show(ctx, 200, parts.reports().find(report.folio()).orElseThrow(), secret, FormErrors.NONE);
  }

  private void show(
      RoutingContext ctx, int status, Report report, String secret, FormErrors errors) {
    boolean own = !secret.isEmpty();
    FolioView view =
        new FolioView(
            report.folio(),
            report.status(),
            report.receivedAt(),
            report.gravity().restricted() && !own ? null : details(report),
            fresh(ctx, report, secret),
            own ? own(report, secret) : null,
            report.secret() != null && !own,
            parts.csrf().token(HOLDER),
            errors);
    parts.pages().personal(ctx, status, "portal/folio.jte", view);
  }

  private FolioView.@Nullable Fresh fresh(RoutingContext ctx, Report report, String secret) {
    boolean now = report.receivedAt().plus(FRESH).isAfter(parts.clock().instant());
    return now && "si".equals(ctx.request().getParam("nuevo"))
        ? new FolioView.Fresh(secret.isEmpty() ? null : secret, report.resident() != null)
        : null;
  }

  private FolioView.Details details(Report report) {
    List<FolioView.Step> steps =
        parts.reader().history(report).stream().flatMap(entry -> step(entry).stream()).toList();
    return new FolioView.Details(
        report.section() == null
            ? null
            : parts.catalogue().section(report.section()).map(Section::name).orElse(null),
        parts.catalogue().category(report.category()).map(Category::name).orElse(null),
        report.status() == Status.SCHEDULED ? report.scheduledOn() : report.dueOn(),
        report.mergedInto(),
        steps);
  }

  private static Optional<FolioView.Step> step(HistoryEntry entry) {
    return Optional.ofNullable(entry.status())
        .flatMap(Status::of)
        .map(status -> new FolioView.Step(status, entry.at(), entry.bySilence()));
  }

  private FolioView.Own own(Report report, String secret) {
    List<FolioView.Said> said =
        parts.reader().correspondence(report).stream()
            .filter(text -> !text.body().equals(report.body()) || !text.inbound())
            .map(text -> new FolioView.Said(!text.inbound(), text.body(), text.at()))
            .toList();
    return new FolioView.Own(secret, report.body(), said);
  }
}
