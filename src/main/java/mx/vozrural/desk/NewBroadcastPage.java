package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mx.vozrural.access.Session;
import mx.vozrural.commitments.Audience;
import mx.vozrural.commitments.Draft;
import mx.vozrural.commitments.Look;
import mx.vozrural.commitments.Preview;
import mx.vozrural.commitments.Step;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.desk.NewBroadcastView.Fields;
import mx.vozrural.domain.Folio;
import mx.vozrural.web.Choice;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/avisos/nuevo}: written, looked at with its cost, proposed to somebody else. */
final class NewBroadcastPage {
  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  NewBroadcastPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    router
        .get("/mesa/avisos/nuevo")
        .handler(
            door.reading((ctx, session) -> {
              if (BroadcastsPage.mayWrite(ctx, session)) {
                show(ctx, 200, session, Fields.EMPTY, null, "", FormErrors.NONE);
              }
            }));
    router
        .post("/mesa/avisos/nuevo")
        .handler(
            door.posting((ctx, session) -> {
              if (BroadcastsPage.mayWrite(ctx, session)) {
                post(ctx, session);
              }
            }));
    router
        .post("/mesa/avisos/costo")
        .handler(
            door.posting((ctx, session) -> {
              if (BroadcastsPage.mayWrite(ctx, session)) {
                cost(ctx);
              }
            }));
  }

  /** What it would be as it stands, while it is typed; nothing where a field can't be read yet. */
  private void cost(RoutingContext ctx) {
    Form form = Form.of(ctx);
    Draft draft = draft(ctx, form, fields(ctx, form));
    if (form.text("body").isEmpty() || !form.errors().isEmpty()) {
      ctx.response().setStatusCode(204).end();
    } else {
      parts.pages().personal(ctx, "desk/broadcast-cost.jte", parts.broadcasts().look(draft));
    }
  }

  private static Fields fields(RoutingContext ctx, Form form) {
    return new Fields(
        form.text("body"),
        form.text("body_en"),
        all(ctx, "sections"),
        all(ctx, "categories"),
        form.text("commitment"),
        form.text("list"),
        form.text("ends_at"));
  }

  private void post(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    Fields fields = fields(ctx, form);
    Draft draft = draft(ctx, form, fields);
    if (!form.errors().isEmpty()) {
      show(ctx, 422, session, fields, null, "", form.errors());
      return;
    }
    String mark = mark(draft);
    if (form.text("propose").equals("yes") && form.text("reviewed").equals(mark)) {
      propose(ctx, session, form, fields, draft);
      return;
    }
    switch (parts.broadcasts().look(draft)) {
      case Look.Fits fits -> show(ctx, 200, session, fields, fits.preview(), mark, FormErrors.NONE);
      case Look.Refused refused -> refuse(ctx, session, form, fields, refused.why());
    }
  }

  private static List<String> all(RoutingContext ctx, String name) {
    return ctx.request().formAttributes().getAll(name);
  }

  private Draft draft(RoutingContext ctx, Form form, Fields fields) {
    Optional<Instant> end =
        form.parsed("ends_at", this::moment, "Escriba el momento como 2026-11-24T18:00.");
    List<String> typed =
        Stream.of(fields.folios().split("[\\s,;]+", -1)).filter(f -> !f.isEmpty()).toList();
    List<Long> folios =
        typed.stream()
            .flatMap(folio -> Folio.parse(folio).stream())
            .map(folio -> Long.valueOf(folio.digits()))
            .toList();
    if (folios.size() < typed.size()) {
      form.wrong(
          "list", "Uno de los folios está mal escrito. Revíselos: van separados por espacios.");
    }
    // As it was sent: what no phone shows is refused, not taken out in silence.
    String body = Objects.requireNonNullElse(ctx.request().getFormAttribute("body"), "");
    String english = Objects.requireNonNullElse(ctx.request().getFormAttribute("body_en"), "");
    Audience audience =
        new Audience(
            fields.sections(), fields.categories(), Frames.orNull(fields.commitment()), folios);
    return new Draft(body, english, audience, end.orElse(null));
  }

  private Optional<Instant> moment(String typed) {
    try {
      return Optional.of(
          LocalDateTime.parse(typed).atZone(parts.pages().site().zone()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** What was looked at: anything else is looked at again before it is proposed. */
  private static String mark(Draft draft) {
    return Integer.toHexString(
        Objects.hash(
            draft.words().replace("\r\n", "\n").strip(),
            draft.english().replace("\r\n", "\n").strip(),
            draft.audience().json().encode(),
            draft.endsAt()));
  }

  private void propose(RoutingContext ctx, Session session, Form form, Fields fields, Draft draft) {
    switch (parts.broadcasts().propose(draft, session.staff().id())) {
      case Step.Done done ->
          ctx.response()
              .setStatusCode(303)
              .putHeader("Location", "/mesa/avisos/" + done.broadcast().id() + "?hecho=propuesta")
              .end();
      case Step.Refused refused -> refuse(ctx, session, form, fields, refused);
      case Step.Unknown unknown -> Problem.of(404).fail(ctx);
    }
  }

  private void refuse(
      RoutingContext ctx, Session session, Form form, Fields fields, Step.Refused refused) {
    form.wrong(refused.field(), refused.message());
    int status =
        switch (refused.reason()) {
          case INVALID, NOBODY -> 422;
          case BUDGET, OWN, STATE -> 409;
        };
    show(ctx, status, session, fields, null, "", form.errors());
  }

  private void show(
      RoutingContext ctx,
      int status,
      Session session,
      Fields fields,
      @Nullable Preview preview,
      String reviewed,
      FormErrors errors) {
    List<Choice> commitments =
        parts.plans().commitments().stream().map(c -> new Choice(c.id(), c.title())).toList();
    parts
        .pages()
        .personal(
            ctx,
            status,
            "desk/new-broadcast.jte",
            new NewBroadcastView(
                frames.of(session, Place.BROADCASTS),
                fields,
                frames.sections(),
                frames.categories(),
                commitments,
                preview,
                reviewed,
                errors));
  }
}
