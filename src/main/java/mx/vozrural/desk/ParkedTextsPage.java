package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.web.Problem;

/** {@code /mesa/textos/detenidos}: texts of which nobody but a person can say whether they left. */
final class ParkedTextsPage {
  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  ParkedTextsPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    router.get("/mesa/textos/detenidos").handler(door.reading(this::show));
    router
        .post("/mesa/textos/detenidos/:id/otra-vez")
        .handler(door.posting((ctx, session) -> decide(ctx, session, true)));
    router
        .post("/mesa/textos/detenidos/:id/atendido")
        .handler(door.posting((ctx, session) -> decide(ctx, session, false)));
  }

  private void show(RoutingContext ctx, Session session) {
    parts
        .pages()
        .personal(
            ctx,
            "desk/parked-texts.jte",
            new ParkedTextsView(
                frames.of(session, Place.TEXTS),
                parts.parkedTexts().list(session.staff().scope())));
  }

  private void decide(RoutingContext ctx, Session session, boolean again) {
    String id = ctx.pathParam("id");
    long message = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    if (parts.parkedTexts().decide(message, again, session.staff().scope())) {
      ctx.response().setStatusCode(303).putHeader("Location", "/mesa/textos/detenidos").end();
    } else {
      Problem.of(409)
          .saying("Este mensaje ya no está detenido, o ya venció: vuelva a la lista.")
          .fail(ctx);
    }
  }
}
