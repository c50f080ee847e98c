package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.access.Session;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;
import mx.vozrural.readings.Aliases.Alias;
import mx.vozrural.readings.Corrections;
import mx.vozrural.readings.Field;
import mx.vozrural.readings.Models;
import mx.vozrural.web.Problem;
import mx.vozrural.web.Spanish;
import org.jspecify.annotations.Nullable;

/** {@code /mesa/lectura}: how well texts are read, and what staff taught the machine. */
final class ReadingPage {
  private static final String ADDRESS = "/mesa/lectura";

  private final DeskParts parts;
  private final Frames frames;
  private final Door door;

  ReadingPage(DeskParts parts, Frames frames, Door door) {
    this.parts = parts;
    this.frames = frames;
    this.door = door;
  }

  void route(Router router) {
    router.get(ADDRESS).handler(door.reading(this::show));
    router.post(ADDRESS + "/lugares/:id/deshacer").handler(door.posting(this::undo));
  }

  private void show(RoutingContext ctx, Session session) {
    Optional<Models.Use> use = parts.readings().models().inUse();
    parts
        .pages()
        .personal(
            ctx,
            "desk/reading.jte",
            new ReadingView(
                frames.of(session, DeskFrame.Place.READING),
                parts.readings().interpreter().get().model().version(),
                use.map(Models.Use::since).orElse(null),
                parts.readings().accuracy().stream().map(ReadingPage::month).toList(),
                places(),
                mayUndo(session),
                done(ctx)));
  }

  private static boolean mayUndo(Session session) {
    return session.staff().scope().section() == null;
  }

  private static @Nullable String done(RoutingContext ctx) {
    return switch (Frames.parameter(ctx, "hecho")) {
      case "lugar" -> "Quedó: el próximo mensaje con esas palabras se lee con ese lugar.";
      case "deshacer" -> "Quedó deshecho.";
      default -> null;
    };
  }

  private static ReadingView.Month month(Corrections.Month month) {
    return new ReadingView.Month(
        Spanish.month(month.month()),
        month.texts(),
        Arrays.stream(Field.values())
            .map(field -> Math.floor(month.right(field) * 1_000) / 10 + " %")
            .toList());
  }

  private List<ReadingView.Place> places() {
    Map<Long, String> names = parts.reader().names();
    return parts.readings().aliases().all().stream()
        .map(alias ->
            new ReadingView.Place(
                alias.id(),
                alias.words(),
                place(alias),
                alias.folio(),
                names.getOrDefault(alias.by(), "La oficina"),
                alias.since()))
        .toList();
  }

  private String place(Alias alias) {
    String section =
        parts.catalogue().section(alias.section()).map(Section::name).orElse(alias.section());
    return parts.catalogue().communities().stream()
        .filter(c -> Integer.valueOf(c.id()).equals(alias.community()))
        .map(Community::name)
        .filter(name -> !name.equals(section))
        .findFirst()
        .map(name -> name + ", " + section)
        .orElse(section);
  }

  private void undo(RoutingContext ctx, Session session) {
    String id = ctx.pathParam("id");
    long alias = id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
    if (!mayUndo(session)) {
      Problem.of(403).saying("Lo deshace quien atiende todas las secciones.").fail(ctx);
    } else if (parts.readings().aliases().undo(alias, session.staff().id())) {
      ctx.response().setStatusCode(303).putHeader("Location", ADDRESS + "?hecho=deshacer").end();
    } else {
      Problem.of(409).saying("Alguien ya lo deshizo: vuelva a la lista.").fail(ctx);
    }
  }
}
