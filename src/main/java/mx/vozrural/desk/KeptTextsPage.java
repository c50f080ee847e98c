package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Map;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.reports.KeptTexts;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/textos}: texts that made no report, each a click away from being one. */
final class KeptTextsPage {
  private static final int PAGE = 50;
  private static final Map<String, String> WHY =
      Map.ofEntries(
          Map.entry("keyword", "Palabra clave"),
          Map.entry("greeting", "Saludo"),
          Map.entry("thanks", "Gracias"),
          Map.entry("spam", "Propaganda"),
          Map.entry("abuse", "Insulto"),
          Map.entry("empty", "Vacío"),
          Map.entry("media_only", "Solo imagen"),
          Map.entry("commitment", "Pregunta por un compromiso"),
          Map.entry("privacy", "Datos personales"),
          Map.entry("subscription", "Avisos"),
          Map.entry("status", "Pregunta por su reporte"),
          Map.entry("ambiguous", "No se sabe de cuál reporte"),
          Map.entry("unknown_folio", "Folio que no existe"),
          Map.entry("repeated", "Repetido"),
          Map.entry("unreadable", "No se entendió"),
          Map.entry("not_a_person", "No es un teléfono"));

  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  KeptTextsPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    router.get("/mesa/textos").handler(door.reading(this::show));
    router.post("/mesa/textos/:id/reporte").handler(door.posting(this::file));
  }

  private void show(RoutingContext ctx, Session session) {
    List<KeptTexts.Kept> kept =
        parts
            .keptTexts()
            .page(session.staff().scope(), before(Frames.parameter(ctx, "antes")), PAGE + 1);
    List<KeptTexts.Kept> page = kept.subList(0, Math.min(PAGE, kept.size()));
    String next = kept.size() > PAGE ? "/mesa/textos?antes=" + page.get(PAGE - 1).id() : null;
    parts
        .pages()
        .personal(
            ctx,
            "desk/kept-texts.jte",
            new KeptTextsView(
                frames.of(session, Place.TEXTS), page.stream().map(this::view).toList(), next));
  }

  private static @Nullable Long before(String id) {
    return id.matches("\\d{1,18}") ? Long.valueOf(id) : null;
  }

  private KeptTextsView.KeptText view(KeptTexts.Kept text) {
    return new KeptTextsView.KeptText(
        text.id(),
        text.at(),
        text.from(),
        text.body(),
        WHY.getOrDefault(text.reason(), text.reason()));
  }

  private void file(RoutingContext ctx, Session session) {
    String id = ctx.pathParam("id");
    parts
        .keptTexts()
        .file(id.matches("\\d{1,18}") ? Long.parseLong(id) : 0, session.staff().scope())
        .ifPresentOrElse(
            folio ->
                ctx.response()
                    .setStatusCode(303)
                    .putHeader("Location", "/mesa/reporte/" + folio)
                    .end(),
            () -> Problem.of(409).saying("Alguien más ya atendió este texto.").fail(ctx));
  }
}
