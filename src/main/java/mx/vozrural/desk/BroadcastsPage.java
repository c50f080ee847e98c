package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import mx.vozrural.access.Session;
import mx.vozrural.commitments.Broadcast;
import mx.vozrural.commitments.Broadcast.State;
import mx.vozrural.commitments.Preview;
import mx.vozrural.commitments.Progress;
import mx.vozrural.commitments.Step;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;
import mx.vozrural.web.Spanish;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/avisos}: texts to many, how far each is, and its buttons. */
final class BroadcastsPage {
  private static final int PAGE = 20;

  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  BroadcastsPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    String address = "/mesa/avisos";
    router.get(address).handler(door.reading(this::list));
    router
        .get(address + "/:id")
        .handler(door.reading((ctx, session) -> show(ctx, 200, session, FormErrors.NONE)));
    step(router, "aprobacion", parts.broadcasts()::approve);
    step(router, "pausa", parts.broadcasts()::pause);
    step(router, "reanudacion", parts.broadcasts()::resume);
    step(router, "cancelacion", parts.broadcasts()::cancel);
  }

  private void step(Router router, String name, BiFunction<Long, Long, Step> step) {
    router
        .post("/mesa/avisos/:id/" + name)
        .handler(
            door.posting((ctx, session) -> {
              if (mayWrite(ctx, session)) {
                answer(ctx, session, name, step.apply(id(ctx), session.staff().id()));
              }
            }));
  }

  /** Answers where somebody may not. */
  static boolean mayWrite(RoutingContext ctx, Session session) {
    boolean may = session.staff().role().broadcasts();
    if (!may) {
      Problem.of(403).saying("Los avisos los manda la coordinación.").fail(ctx);
    }
    return may;
  }

  private static long id(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  private void answer(RoutingContext ctx, Session session, String name, Step step) {
    switch (step) {
      case Step.Done done ->
          ctx.response()
              .setStatusCode(303)
              .putHeader("Location", "/mesa/avisos/" + done.broadcast().id() + "?hecho=" + name)
              .end();
      case Step.Unknown unknown -> unknown(ctx);
      case Step.Refused refused ->
          show(
              ctx,
              409,
              session,
              new FormErrors(List.of(new FieldError("pasos", refused.message()))));
    }
  }

  private static void unknown(RoutingContext ctx) {
    Problem.of(404).saying("No hay un aviso con esa clave.").fail(ctx);
  }

  private void list(RoutingContext ctx, Session session) {
    String before = Frames.parameter(ctx, "antes");
    List<Broadcast> all =
        parts
            .broadcasts()
            .page(before.matches("\\d{1,18}") ? Long.valueOf(before) : null, PAGE + 1);
    List<Broadcast> page = all.subList(0, Math.min(PAGE, all.size()));
    parts
        .pages()
        .personal(
            ctx,
            "desk/broadcasts.jte",
            new BroadcastsView(
                frames.of(session, Place.BROADCASTS),
                session.staff().role().broadcasts(),
                page.stream().map(this::row).toList(),
                all.size() > PAGE ? "/mesa/avisos?antes=" + page.get(PAGE - 1).id() : null));
  }

  /** Only of those under way the recipients are counted. */
  private BroadcastsView.Row row(Broadcast broadcast) {
    boolean underWay = broadcast.state() == State.SENDING || broadcast.state() == State.PAUSED;
    return new BroadcastsView.Row(
        broadcast.id(),
        broadcast.body(),
        BroadcastWords.state(broadcast.state()),
        underWay
            ? BroadcastWords.progress(parts.broadcasts().progress(broadcast.id()))
            : "a " + Spanish.count(broadcast.audience(), "persona", "personas"),
        broadcast.madeAt());
  }

  private static @Nullable String done(RoutingContext ctx) {
    return switch (Frames.parameter(ctx, "hecho")) {
      case "propuesta" -> "Quedó propuesto. Falta que otra persona lo apruebe.";
      case "aprobacion" -> "Quedó aprobado: empieza a salir.";
      case "pausa" -> "Quedó en pausa: ya no sale ninguno más.";
      case "reanudacion" -> "Sigue saliendo.";
      case "cancelacion" -> "Quedó cancelado.";
      default -> null;
    };
  }

  private void show(RoutingContext ctx, int status, Session session, FormErrors errors) {
    Optional<Broadcast> broadcast = parts.broadcasts().one(id(ctx));
    if (broadcast.isEmpty()) {
      unknown(ctx);
    } else {
      parts
          .pages()
          .personal(
              ctx,
              status,
              "desk/broadcast.jte",
              view(session, broadcast.get(), errors.isEmpty() ? done(ctx) : null, errors));
    }
  }

  private BroadcastView view(
      Session session, Broadcast broadcast, @Nullable String done, FormErrors errors) {
    Map<Long, String> names = parts.reader().names();
    Progress progress = parts.broadcasts().progress(broadcast.id());
    Preview preview =
        broadcast.state() == State.PROPOSED ? parts.broadcasts().preview(broadcast) : null;
    Long approvedBy = broadcast.approvedBy();
    return new BroadcastView(
        frames.of(session, Place.BROADCASTS),
        broadcast,
        BroadcastWords.state(broadcast.state()),
        BroadcastWords.to(broadcast.audienceOf(), parts.catalogue(), parts.plans()),
        names.getOrDefault(broadcast.madeBy(), "alguien"),
        approvedBy == null ? null : names.getOrDefault(approvedBy, "alguien"),
        right(session, broadcast),
        preview,
        progress,
        parts.broadcasts().cost(progress.listedSegments()),
        parts.broadcasts().quietUntil().orElse(null),
        parts.broadcasts().answers(broadcast, session.staff().scope()),
        done,
        errors);
  }

  private static BroadcastView.Right right(Session session, Broadcast broadcast) {
    if (!session.staff().role().broadcasts()) {
      return BroadcastView.Right.READ;
    }
    return broadcast.madeBy() == session.staff().id()
        ? BroadcastView.Right.STEER
        : BroadcastView.Right.APPROVE;
  }
}
