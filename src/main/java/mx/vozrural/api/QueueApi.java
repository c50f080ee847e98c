package mx.vozrural.api;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.access.Access;
import mx.vozrural.access.Staff;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.Edit;
import mx.vozrural.reports.EditRequest;
import mx.vozrural.reports.Filing;
import mx.vozrural.reports.Move;
import mx.vozrural.reports.QueueQuery;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.reports.Reports;
import mx.vozrural.reports.Similar;
import mx.vozrural.reports.Triage;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/queue}: the desk for programs. */
final class QueueApi {
  private static final int PAGE = 50;
  private static final int LONGEST_MESSAGE = 1_200;
  private static final List<String> KINDS =
      Arrays.stream(Filing.Kind.values()).map(Filing.Kind::code).toList();

  private final Callers callers;
  private final Access access;
  private final ReportReader reader;
  private final Reports reports;
  private final Triage triage;

  QueueApi(Callers callers, Access access, ReportReader reader, Reports reports, Triage triage) {
    this.callers = callers;
    this.access = access;
    this.reader = reader;
    this.reports = reports;
    this.triage = triage;
  }

  void route(Router router) {
    router.get("/api/v1/queue").handler(callers.queue(this::page));
    router.get("/api/v1/queue/:folio").handler(callers.queue(this::one));
    router.patch("/api/v1/queue/:folio").handler(callers.queue(this::change));
    router.post("/api/v1/queue/:folio/messages").handler(callers.queue(this::message));
    router.get("/api/v1/messages").handler(callers.queue(this::messages));
  }

  private void page(RoutingContext ctx, Staff staff) {
    Optional<QueueQuery> query = query(ctx);
    if (query.isEmpty()) {
      return;
    }
    QueueQuery.Page page = reader.queue(query.get(), staff.scope());
    Map<Long, String> names = reader.names();
    Map<Long, List<String>> linked =
        reader.commitments(page.reports().stream().map(QueueQuery.Queued::report).toList());
    Json.list(
        ctx,
        page.reports().stream()
            .map(queued ->
                item(queued.report(), names, !queued.report().gravity().restricted())
                    .put("similar", queued.similar())
                    .put(
                        "commitments",
                        new JsonArray(linked.getOrDefault(queued.report().number(), List.of()))))
            .toList(),
        page.next() == null ? null : page.next().encode());
  }

  private Optional<QueueQuery> query(RoutingContext ctx) {
    String status = Json.parameter(ctx, "status");
    String urgent = Json.parameter(ctx, "urgent");
    String cursor = Json.parameter(ctx, "cursor");
    String assignee = Json.parameter(ctx, "assignee");
    Optional<Status> wanted = status == null ? Optional.empty() : Status.of(status);
    Optional<QueueQuery.Cursor> after =
        cursor == null ? Optional.empty() : QueueQuery.Cursor.decode(cursor);
    Optional<Long> of = assignee == null ? Optional.empty() : access.staff(assignee).map(Staff::id);
    String wrong =
        status != null && wanted.isEmpty()
            ? "status no es un estado: " + String.join(", ", codes())
            : urgent != null && !urgent.equals("true") && !urgent.equals("false")
                ? "urgent es true o false."
                : cursor != null && after.isEmpty()
                    ? "cursor no es uno que hayamos dado."
                    : assignee != null && of.isEmpty()
                        ? "assignee no es el correo de nadie en la mesa."
                        : null;
    if (wrong != null) {
      Problem.of(400).saying(wrong).fail(ctx);
      return Optional.empty();
    }
    return Optional.of(
        new QueueQuery(
            Json.parameter(ctx, "section"),
            Json.parameter(ctx, "category"),
            wanted.orElse(null),
            urgent == null ? null : Boolean.valueOf(urgent),
            of.orElse(null),
            Json.parameter(ctx, "q"),
            after.orElse(null),
            PAGE));
  }

  private static List<String> codes() {
    return Arrays.stream(Status.values()).map(Status::code).toList();
  }

  private void one(RoutingContext ctx, Staff staff) {
    report(ctx, staff).ifPresent(report -> send(ctx, staff, report));
  }

  /** Opening a restricted report is recorded, before it is shown. */
  private Optional<Report> report(RoutingContext ctx, Staff staff) {
    Optional<Report> report =
        Folio.parse(ctx.pathParam("folio"))
            .flatMap(folio -> reader.open(folio.digits(), staff.scope()));
    if (report.isEmpty()) {
      Problem.of(404).saying("No hay un reporte con ese folio en su mesa.").fail(ctx);
    }
    return report;
  }

  private void send(RoutingContext ctx, Staff staff, Report report) {
    long similar = reader.similar(report, staff.scope()).count();
    ctx.response().putHeader(HttpHeaders.ETAG, etag(report));
    Json.send(
        ctx,
        200,
        item(report, reader.names(), true)
            .put("similar", Math.min(similar, Similar.MOST))
            .put("commitments", new JsonArray(reader.commitments(report))));
  }

  private static String etag(Report report) {
    return "\"" + report.version() + "\"";
  }

  /** The fields of a change; those that are absent stay as they are. */
  record Patch(
      @Nullable String section,
      @Nullable String category,
      @Nullable List<String> categories,
      @Nullable String status,
      @Nullable String reason,
      @Nullable String assignee,
      @Nullable String note,
      @Nullable Boolean restricted,
      @Nullable Boolean urgent,
      @Nullable String kind,
      @Nullable String into,
      @Nullable String agency,
      @Nullable LocalDate on,
      @Nullable List<String> commitments) {}

  private void change(RoutingContext ctx, Staff staff) {
    String match = ctx.request().getHeader(HttpHeaders.IF_MATCH);
    if (match == null) {
      Problem.of(428).fail(ctx);
      return;
    }
    Optional<Patch> patch = Json.read(ctx, Patch.class);
    Optional<String> folio = Folio.parse(ctx.pathParam("folio")).map(Folio::digits);
    if (patch.isEmpty()) {
      return;
    }
    if (folio.isEmpty()) {
      Problem.of(404).fail(ctx);
      return;
    }
    Optional<Status> to = patch.map(Patch::status).flatMap(Status::of);
    if (patch.get().status() != null && to.isEmpty()) {
      Problem.of(422).saying("status no es un estado: " + String.join(", ", codes())).fail(ctx);
      return;
    }
    if (patch.get().kind() != null && !KINDS.contains(patch.get().kind())) {
      Problem.of(422).saying("kind es uno de: " + String.join(", ", KINDS)).fail(ctx);
      return;
    }
    answer(
        ctx,
        staff,
        triage.edit(
            folio.get(), version(match), request(patch.get(), to.orElse(null)), staff.scope()));
  }

  /** -1, which no report has, for a tag that we never gave; null for any version. */
  private static @Nullable Integer version(String match) {
    String tag = match.strip();
    if (tag.equals("*")) {
      return null;
    }
    String digits = tag.replaceAll("^(W/)?\"(\\d{1,9})\"$", "$2");
    return digits.matches("\\d{1,9}") ? Integer.valueOf(digits) : -1;
  }

  private static EditRequest request(Patch patch, @Nullable Status to) {
    List<String> categories = patch.categories();
    if (patch.category() != null) {
      categories = new ArrayList<>(List.of(patch.category()));
    }
    return new EditRequest(
        patch.section(),
        categories == null || categories.isEmpty() ? null : categories,
        patch.assignee(),
        patch.note(),
        patch.restricted(),
        patch.urgent(),
        null,
        patch.kind() == null ? null : Filing.Kind.of(patch.kind()),
        patch.commitments(),
        to == null ? null : new Move(to, patch.reason(), patch.on(), patch.agency(), patch.into()));
  }

  private void answer(RoutingContext ctx, Staff staff, Edit edit) {
    switch (edit) {
      case Edit.Done done -> send(ctx, staff, done.report());
      case Edit.Unknown unknown ->
          Problem.of(404).saying("No hay un reporte con ese folio en su mesa.").fail(ctx);
      case Edit.Stale stale -> Problem.of(412).fail(ctx);
      case Edit.Invalid invalid ->
          Problem.of(422).saying(invalid.field() + ": " + invalid.message()).fail(ctx);
      case Edit.NotAllowed not -> {
        String allowed = String.join(", ", not.allowed().stream().map(Status::code).toList());
        Problem.of(409)
            .saying("De " + not.from().code() + " se puede pasar a: " + allowed + ".")
            .fail(ctx);
      }
    }
  }

  record NewMessage(@Nullable String body) {}

  private void message(RoutingContext ctx, Staff staff) {
    Optional<NewMessage> message = Json.read(ctx, NewMessage.class);
    if (message.isEmpty()) {
      return;
    }
    String body = message.get().body() == null ? "" : message.get().body().strip();
    if (body.isEmpty() || body.length() > LONGEST_MESSAGE) {
      Problem.of(422).saying("body: escriba de 1 a " + LONGEST_MESSAGE + " letras.").fail(ctx);
      return;
    }
    report(ctx, staff)
        .ifPresent(report -> answer(ctx, reports.message(report, body, staff.actor())));
  }

  private static void answer(RoutingContext ctx, Reports.Sent sent) {
    switch (sent) {
      case Reports.Sent.Queued queued ->
          Json.send(
              ctx,
              202,
              new JsonObject()
                  .put("id", Long.toString(queued.id()))
                  .put("segments", queued.segments()));
      case Reports.Sent.NoPhone none ->
          Problem.of(409)
              .saying("Este reporte no tiene teléfono: no hay a quién escribir.")
              .fail(ctx);
      case Reports.Sent.Refused refused ->
          Problem.of(409)
              .saying(
                  switch (refused.why()) {
                    case STOPPED ->
                        "Esta persona pidió ALTO: no recibe mensajes hasta que mande ALTA.";
                    case BLOCKED_BY_TWILIO ->
                        "Esta persona mandó STOP: el operador bloquea los mensajes hasta que mande START.";
                    case UNSAFE -> "Por seguridad no se manda ningún mensaje a este teléfono.";
                  })
              .fail(ctx);
    }
  }

  private void messages(RoutingContext ctx, Staff staff) {
    Optional<Report> report =
        Optional.ofNullable(Json.parameter(ctx, "folio"))
            .flatMap(Folio::parse)
            .flatMap(folio -> reader.open(folio.digits(), staff.scope()));
    if (report.isEmpty()) {
      Problem.of(404).saying("Diga un folio de su mesa: /api/v1/messages?folio=…").fail(ctx);
      return;
    }
    Json.list(
        ctx,
        reader.correspondence(report.get()).stream()
            .map(text ->
                new JsonObject()
                    .put("id", Long.toString(text.id()))
                    .put("direction", text.inbound() ? "in" : "out")
                    .put("channel", text.channel())
                    .put("body", text.body())
                    .put("status", text.state())
                    .put("at", reader.time(text.at()))
                    .put("segments", text.segments())
                    .put("media", text.media()))
            .toList(),
        null);
  }

  private JsonObject item(Report report, Map<Long, String> names, boolean withWords) {
    return new JsonObject()
        .put("folio", report.folio())
        .put("kind", report.kind())
        .put("channel", report.channel())
        .put("section", report.section())
        .put("category", report.category())
        .put("categories", new JsonArray(report.categories()))
        .put("status", report.status().code())
        .put("urgent", report.gravity().urgent())
        .put("life_danger", report.gravity().lifeDanger())
        .put("restricted", report.gravity().restricted())
        .put("unclear", report.unclear())
        .put("flooding", report.flooding())
        .put("received_at", reader.time(report.receivedAt()))
        .put("updated_at", reader.time(report.updatedAt()))
        .put("due_on", report.dueOn().toString())
        .put("scheduled_on", report.scheduledOn() == null ? null : report.scheduledOn().toString())
        .put("agency", report.agency())
        .put("merged_into", report.mergedInto())
        .put("silence", report.silence() == null ? null : report.silence().code())
        .put("assignee", report.assignee() == null ? null : names.get(report.assignee()))
        .put("neighbours", report.neighbours())
        .put("media", report.media())
        .put("version", report.version())
        .put("body", withWords ? report.body() : null);
  }
}
