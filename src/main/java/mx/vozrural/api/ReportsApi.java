package mx.vozrural.api;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;
import mx.vozrural.access.Secrets;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.Message.Channel;
import mx.vozrural.reports.Filing;
import mx.vozrural.reports.FrontDesk;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.WebReports;
import mx.vozrural.web.ClientAddress;
import mx.vozrural.web.Limits;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/reports}, for everyone: file a report, follow its public state. */
final class ReportsApi {
  private static final int LONGEST_BODY = 4_000;
  private static final int LONGEST_KEY = 200;

  private final WebReports webReports;
  private final Reports reports;
  private final ReportReader reader;
  private final Catalogue catalogue;
  private final ClientAddress addresses;
  private final Limits filings;
  private final Limits misses;

  ReportsApi(
      WebReports webReports,
      Reports reports,
      ReportReader reader,
      Catalogue catalogue,
      ClientAddress addresses,
      Limits filings,
      Limits misses) {
    this.webReports = webReports;
    this.reports = reports;
    this.reader = reader;
    this.catalogue = catalogue;
    this.addresses = addresses;
    this.filings = filings;
    this.misses = misses;
  }

  void route(Router router) {
    router.post("/api/v1/reports").handler(this::file);
    router.get("/api/v1/reports/:folio").handler(this::one);
  }

  /** What a program sends. */
  record NewReport(
      @Nullable String body,
      @Nullable String section,
      @Nullable String community,
      @Nullable String category,
      @Nullable String phone,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Boolean consent) {}

  private void file(RoutingContext ctx) {
    Optional<NewReport> sent = Json.read(ctx, NewReport.class);
    if (sent.isEmpty()) {
      return;
    }
    String wrong = wrong(sent.get(), ctx.request().getHeader("Idempotency-Key"));
    if (wrong != null) {
      Problem.of(422).saying(wrong).fail(ctx);
      return;
    }
    boolean flooding = filings.take(addresses.of(ctx.request())).isPresent();
    answer(ctx, webReports.file(entry(ctx, sent.get(), flooding)));
  }

  private @Nullable String wrong(NewReport report, @Nullable String key) {
    if (report.body() == null || report.body().isBlank() || report.body().length() > LONGEST_BODY) {
      return "body: cuente lo que pasa, hasta " + LONGEST_BODY + " letras.";
    }
    if (!Boolean.TRUE.equals(report.consent())) {
      return "consent: hace falta true; sin permiso no guardamos el reporte.";
    }
    if (report.section() != null && catalogue.section(report.section()).isEmpty()) {
      return "section: no hay una sección con esa clave; vea /api/v1/sections.";
    }
    if (report.category() != null && catalogue.category(report.category()).isEmpty()) {
      return "category: no hay una categoría con esa clave; vea /api/v1/categories.";
    }
    if (report.community() != null && community(report.community()).isEmpty()) {
      return "community: no conocemos ese lugar; déjelo en blanco y nómbrelo en body.";
    }
    if (report.phone() != null && Phone.of(report.phone()).kind() != Phone.Kind.NUMBER) {
      return "phone: diez números, como 614 123 4567.";
    }
    if ((report.lat() == null) != (report.lon() == null)
        || outside(report.lat(), 90)
        || outside(report.lon(), 180)) {
      return "lat, lon: los dos, en grados.";
    }
    return key != null && (key.isBlank() || key.length() > LONGEST_KEY)
        ? "Idempotency-Key: de 1 a " + LONGEST_KEY + " letras."
        : null;
  }

  private static boolean outside(@Nullable Double degrees, double most) {
    return degrees != null && !(Math.abs(degrees) <= most);
  }

  private Optional<Community> community(String name) {
    return catalogue.communities().stream()
        .filter(c -> c.name().equalsIgnoreCase(name.strip()))
        .findFirst();
  }

  private WebReports.Entry entry(RoutingContext ctx, NewReport sent, boolean flooding) {
    String key = ctx.request().getHeader("Idempotency-Key");
    return new WebReports.Entry(
        Channel.API,
        sent.body() == null ? "" : sent.body().strip(),
        sent.section(),
        sent.community() == null
            ? null
            : community(sent.community()).map(Community::id).orElse(null),
        sent.category(),
        sent.phone() == null ? null : Phone.of(sent.phone()),
        sent.lat() == null || sent.lon() == null
            ? null
            : new Filing.Position(sent.lat(), sent.lon()),
        flooding,
        null,
        key == null ? null : Secrets.digest("key " + key),
        fingerprint(ctx));
  }

  private static Buffer fingerprint(RoutingContext ctx) {
    return Secrets.digest(ctx.body().asString());
  }

  private void answer(RoutingContext ctx, WebReports.Result result) {
    switch (result.outcome()) {
      case FrontDesk.Outcome.Filed filed -> send(ctx, 201, filed.folio(), result.lifeDanger());
      case FrontDesk.Outcome.Before before -> send(ctx, 201, before.folio(), result.lifeDanger());
      case FrontDesk.Outcome.OtherContent other ->
          Problem.of(422)
              .saying("Idempotency-Key: con esta clave vino antes otro contenido.")
              .fail(ctx);
    }
  }

  private void send(RoutingContext ctx, int status, String folio, boolean lifeDanger) {
    JsonObject body = publicState(reports.find(folio).orElseThrow());
    ctx.response().putHeader("Location", "/api/v1/reports/" + folio);
    Json.send(
        ctx,
        status,
        lifeDanger ? body.put("notice", "Si hay peligro de muerte, llame al 911 ya.") : body);
  }

  private void one(RoutingContext ctx) {
    String address = addresses.of(ctx.request());
    var wait = misses.spent(address);
    if (wait.isPresent()) {
      Limits.refuse(ctx, wait.get());
      return;
    }
    Folio.parse(ctx.pathParam("folio"))
        .flatMap(folio -> reports.find(folio.digits()))
        .ifPresentOrElse(
            report -> Json.send(ctx, 200, publicState(report)),
            () -> {
              misses.take(address);
              Problem.of(404)
                  .saying("No hay un reporte con ese folio. Revise los números.")
                  .fail(ctx);
            });
  }

  /**
   * State only: never words, telephone, name or place; of a restricted one not even what it is
   * about.
   */
  private JsonObject publicState(Report report) {
    JsonObject state =
        new JsonObject()
            .put("folio", report.folio())
            .put("status", report.status().code())
            .put("received_at", reader.time(report.receivedAt()));
    if (report.gravity().restricted()) {
      return state;
    }
    List<JsonObject> moves =
        reader.history(report).stream()
            .filter(entry -> entry.status() != null)
            .map(entry ->
                new JsonObject().put("status", entry.status()).put("at", reader.time(entry.at())))
            .toList();
    return state
        .put("section", report.section())
        .put("category", report.category())
        .put("updated_at", reader.time(report.updatedAt()))
        .put("due_on", report.dueOn().toString())
        .put("history", new JsonArray(moves));
  }
}
