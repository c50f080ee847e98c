package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import mx.vozrural.access.Session;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.Edit;
import mx.vozrural.reports.EditRequest;
import mx.vozrural.reports.Filing;
import mx.vozrural.reports.Move;
import mx.vozrural.reports.Report;
import mx.vozrural.reports.Reports;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/reporte/{folio}}: a report, and all that can be done to it. */
final class ReportPage {
  private static final int LONGEST_MESSAGE = 1_200;

  private final DeskParts parts;
  private final ReportViews views;
  private final Door door;

  ReportPage(DeskParts parts, Frames frames, QueuePage queue, ReportReading reading, Door door) {
    this.parts = parts;
    this.views = new ReportViews(parts, frames, queue, reading);
    this.door = door;
  }

  void route(Router router) {
    String address = "/mesa/reporte/:folio";
    router
        .get(address)
        .handler(
            door.reading((ctx, session) ->
                report(ctx, session)
                    .ifPresent(r -> show(ctx, 200, session, r, done(ctx), FormErrors.NONE, null))));
    router.post(address + "/estado").handler(door.posting(this::move));
    router.post(address + "/parecidos").handler(door.posting(this::merge));
    router.post(address + "/clasificacion").handler(door.posting(this::classify));
    router.post(address + "/asignacion").handler(door.posting(this::assign));
    router.post(address + "/compromisos").handler(door.posting(this::link));
    router.post(address + "/notas").handler(door.posting(this::note));
    router.post(address + "/mensajes").handler(door.posting(this::message));
    router.post(address + "/costo").handler(door.posting(this::cost));
  }

  private Optional<Report> report(RoutingContext ctx, Session session) {
    Optional<Report> report =
        Folio.parse(ctx.pathParam("folio"))
            .flatMap(folio -> parts.reader().open(folio.digits(), session.staff().scope()));
    if (report.isEmpty()) {
      Problem.of(404).saying("No hay un reporte con ese folio en su mesa.").fail(ctx);
    }
    return report;
  }

  private static @Nullable String done(RoutingContext ctx) {
    return switch (Frames.parameter(ctx, "hecho")) {
      case "estado" -> "Quedó el nuevo estado.";
      case "parecidos" -> "Quedó unido a este reporte.";
      case "clasificacion" -> "Quedó corregido.";
      case "asignacion" -> "Quedó la asignación.";
      case "compromisos" -> "Quedaron los compromisos.";
      case "notas" -> "Quedó la nota.";
      case "mensajes" -> "El mensaje va en camino.";
      default -> null;
    };
  }

  private void move(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    Optional<Status> to = Status.of(form.text("status"));
    Optional<LocalDate> on = form.parsed("on", ReportPage::day, "Escriba el día como 2026-11-24.");
    if (to.isEmpty()) {
      form.wrong("status", "Elija un estado.");
    }
    String reason = form.text("reason");
    edit(
        ctx,
        session,
        form,
        "estado",
        to.map(status ->
                EditRequest.move(
                    new Move(
                        status,
                        Frames.orNull(reason),
                        on.orElse(null),
                        Frames.orNull(form.text("agency")),
                        Folio.parse(form.text("into")).map(Folio::digits).orElse(null))))
            .orElse(null));
  }

  /** Another report goes into this one; the version is the other's. */
  private void merge(RoutingContext ctx, Session session) {
    Optional<Report> into = report(ctx, session);
    if (into.isEmpty()) {
      return;
    }
    Form form = Form.of(ctx);
    EditRequest request = SimilarRows.merge(form, into.get());
    answer(ctx, session, "parecidos", edited(form, form.text("other"), request, session));
  }

  private static Optional<LocalDate> day(String typed) {
    try {
      return Optional.of(LocalDate.parse(typed));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void classify(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String category = form.required("category", 40, "Elija una categoría.");
    Optional<Report> report = report(ctx, session);
    if (report.isEmpty()) {
      return;
    }
    Optional<Integer> community =
        form.parsed(
            "community",
            this::community,
            "No conocemos ese lugar. Déjelo en blanco o escríbalo como en la lista de comunidades.");
    List<String> categories = new ArrayList<>(report.get().categories());
    categories.remove(category);
    if (!category.equals(report.get().category())) {
      categories.remove(report.get().category());
    }
    categories.add(0, category);
    edit(
        ctx,
        session,
        form,
        "clasificacion",
        new EditRequest(
            form.text("section"),
            categories,
            null,
            null,
            null,
            form.ticked("urgent") != report.get().gravity().urgent() ? form.ticked("urgent") : null,
            community.orElse(null),
            kind(form.text("kind")),
            null,
            null));
  }

  private static Filing.@Nullable Kind kind(String code) {
    return Arrays.stream(Filing.Kind.values())
        .filter(kind -> kind.code().equals(code))
        .findFirst()
        .orElse(null);
  }

  private Optional<Integer> community(String name) {
    return parts.catalogue().communities().stream()
        .filter(c -> c.name().equalsIgnoreCase(name))
        .map(Community::id)
        .findFirst();
  }

  private void assign(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String assignee = form.text("assignee").equals("me") ? session.staff().email() : "";
    edit(ctx, session, form, "asignacion", EditRequest.assign(assignee));
  }

  /** Beside what is linked already, or without what is to be unlinked. */
  private void link(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String undone = form.text("unlink");
    String linked =
        undone.isEmpty() ? form.required("commitments", 40, "Elija un compromiso.") : "";
    report(ctx, session)
        .ifPresent(report -> {
          TreeSet<String> wanted = new TreeSet<>(parts.reader().commitments(report));
          if (undone.isEmpty()) {
            wanted.add(linked);
          } else {
            wanted.remove(undone);
          }
          edit(ctx, session, form, "compromisos", EditRequest.commitments(List.copyOf(wanted)));
        });
  }

  private void note(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String note = form.required("note", 2_000, "Escriba la nota.");
    edit(ctx, session, form, "notas", EditRequest.note(note));
  }

  /** The change, or the page again with what is to be mended. */
  private void edit(
      RoutingContext ctx, Session session, Form form, String done, @Nullable EditRequest request) {
    if (!form.errors().isEmpty() || request == null) {
      report(ctx, session).ifPresent(r -> show(ctx, 422, session, r, null, form.errors(), null));
      return;
    }
    answer(ctx, session, done, edited(form, ctx.pathParam("folio"), request, session));
  }

  private Edit edited(Form form, String folio, EditRequest request, Session session) {
    String version = form.text("version");
    return parts
        .triage()
        .edit(
            folio.matches("\\d{7,12}") ? folio : "0",
            version.matches("\\d{1,9}") ? Integer.valueOf(version) : -1,
            request,
            session.staff().scope());
  }

  private void answer(RoutingContext ctx, Session session, String done, Edit edit) {
    switch (edit) {
      case Edit.Done d ->
          // To the queue where the change took the report out of this person's sight.
          ctx.response()
              .setStatusCode(303)
              .putHeader(
                  "Location",
                  covers(session, d.report())
                      ? address(ctx.pathParam("folio")) + "?hecho=" + done
                      : "/mesa")
              .end();
      case Edit.Unknown unknown ->
          Problem.of(404).saying("No hay un reporte con ese folio en su mesa.").fail(ctx);
      case Edit.Stale stale ->
          again(
              ctx,
              session,
              409,
              "status",
              "Alguien más lo cambió antes. Revise cómo está ahora y repita su cambio.");
      case Edit.NotAllowed not ->
          again(ctx, session, 409, "status", "De este estado no se pasa a ese.");
      case Edit.Invalid invalid -> again(ctx, session, 422, invalid.field(), invalid.message());
    }
  }

  private static boolean covers(Session session, Report report) {
    return session.staff().scope().covers(report.section(), report.gravity().restricted());
  }

  private static String address(String folio) {
    return "/mesa/reporte/" + folio;
  }

  private void again(
      RoutingContext ctx, Session session, int status, String field, String message) {
    FormErrors errors = new FormErrors(List.of(new FieldError(field, message)));
    report(ctx, session).ifPresent(r -> show(ctx, status, session, r, null, errors, null));
  }

  /** Shown with its cost first, sent when that was seen. */
  private void message(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String body = form.required("body", LONGEST_MESSAGE, "Escriba el mensaje.");
    Optional<Report> report = report(ctx, session);
    if (report.isEmpty()) {
      return;
    }
    boolean reviewed = form.text("reviewed").equals(body) && form.text("send").equals("yes");
    if (!form.errors().isEmpty()) {
      show(ctx, 422, session, report.get(), null, form.errors(), null);
    } else if (!reviewed) {
      show(ctx, 200, session, report.get(), null, FormErrors.NONE, views.draft(report.get(), body));
    } else {
      send(ctx, session, report.get(), body);
    }
  }

  private void send(RoutingContext ctx, Session session, Report report, String body) {
    switch (parts.reports().message(report, body, session.staff().actor())) {
      case Reports.Sent.Queued queued ->
          ctx.response()
              .setStatusCode(303)
              .putHeader("Location", address(report.folio()) + "?hecho=mensajes")
              .end();
      case Reports.Sent.NoPhone none -> again(ctx, session, 409, "body", ReportViews.barred(null));
      case Reports.Sent.Refused refused ->
          again(ctx, session, 409, "body", ReportViews.barred(refused.why()));
    }
  }

  /** What the text would cost as it stands, while it is typed. */
  private void cost(RoutingContext ctx, Session session) {
    String body = Form.of(ctx).text("body");
    report(ctx, session)
        .ifPresent(report -> {
          if (body.isEmpty() || body.length() > 2 * LONGEST_MESSAGE) {
            ctx.response().setStatusCode(204).end();
          } else {
            parts.pages().personal(ctx, "desk/draft-cost.jte", views.draft(report, body));
          }
        });
  }

  private void show(
      RoutingContext ctx,
      int status,
      Session session,
      Report report,
      @Nullable String done,
      FormErrors errors,
      ReportView.@Nullable Draft draft) {
    ReportView view = views.of(session, report, done, errors, draft);
    parts.pages().personal(ctx, status, "desk/report.jte", view);
  }
}
