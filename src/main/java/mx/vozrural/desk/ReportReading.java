package mx.vozrural.desk;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.vozrural.access.Session;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Section;
import mx.vozrural.interpreter.Evidence;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.readings.Aliases.Pinned;
import mx.vozrural.readings.MachineReading;
import mx.vozrural.reports.Report;
import mx.vozrural.web.Form;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** How the machine read a report's text, and the words of it that staff pin to its place. */
final class ReportReading {
  private static final int LONGEST_ALIAS = 60;

  private final DeskParts parts;
  private final Door door;

  ReportReading(DeskParts parts, Door door) {
    this.parts = parts;
    this.door = door;
  }

  void route(Router router) {
    router.post("/mesa/reporte/:folio/lugar").handler(door.posting(this::pin));
  }

  /** Null where no machine read it. */
  @Nullable ReadingBlock of(Report report) {
    return parts
        .readings()
        .machine(report.number())
        .map(machine -> block(report, machine))
        .orElse(null);
  }

  /** The words are those that today's model goes by: what was kept has none. */
  private ReadingBlock block(Report report, MachineReading machine) {
    Interpreter reader = parts.readings().interpreter().get();
    List<Evidence> evidence = reader.read(report.body()).evidence();
    List<ReadingBlock.Line> lines = new ArrayList<>();
    lines.add(
        line("Qué quiere", IntentWords.of(machine.labels().intent()), machine, "intent")
            .by(words(evidence, "intent", machine.labels().intent())));
    for (String code : machine.labels().categories()) {
      String name = parts.catalogue().category(code).map(Category::name).orElse(code);
      lines.add(
          line("Necesidad", name, machine, "categories").by(words(evidence, "category", code)));
    }
    String section = machine.labels().section();
    if (section != null) {
      String name = parts.catalogue().section(section).map(Section::name).orElse(section);
      lines.add(line("Sección", name, machine, "section").by(words(evidence, "section", section)));
    }
    String urgency =
        machine.labels().life() ? "peligro de muerte" : machine.labels().urgent() ? "sí" : "no";
    lines.add(line("Urgente", urgency, machine, "urgent").by(danger(evidence)));
    return new ReadingBlock(
        lines, machine.model(), reader.model().version().equals(machine.model()));
  }

  private static ReadingBlock.Line line(
      String label, String value, MachineReading machine, String field) {
    double sure = machine.confidence().getOrDefault(field, 0.0);
    return new ReadingBlock.Line(label, value, Math.round(sure * 100) + " %", "");
  }

  private static String words(List<Evidence> evidence, String field, String value) {
    return evidence.stream()
        .filter(e -> e.field().equals(field) && e.value().equals(value))
        .map(Evidence::words)
        .findFirst()
        .orElse("");
  }

  private static String danger(List<Evidence> evidence) {
    String life = words(evidence, "life_danger", "true");
    return life.isEmpty() ? words(evidence, "urgent", "true") : life;
  }

  private void pin(RoutingContext ctx, Session session) {
    Form form = Form.of(ctx);
    String words = form.required("alias", LONGEST_ALIAS, "Escriba las palabras del lugar.");
    Optional<Report> report =
        Folio.parse(ctx.pathParam("folio"))
            .flatMap(folio -> parts.reader().open(folio.digits(), session.staff().scope()));
    if (report.isEmpty()) {
      Problem.of(404).saying("No hay un reporte con ese folio en su mesa.").fail(ctx);
      return;
    }
    String section = report.get().section();
    if (section == null) {
      Problem.of(422).saying("Primero ponga la sección del reporte y dé Corregir.").fail(ctx);
      return;
    }
    Pinned pinned =
        form.errors().isEmpty()
            ? parts
                .readings()
                .aliases()
                .pin(
                    words,
                    section,
                    report.get().community(),
                    report.get().number(),
                    session.staff().id())
            : Pinned.UNFIT;
    answer(ctx, pinned);
  }

  private static void answer(RoutingContext ctx, Pinned pinned) {
    switch (pinned) {
      case DONE ->
          ctx.response()
              .setStatusCode(303)
              .putHeader("Location", "/mesa/lectura?hecho=lugar")
              .end();
      case TAKEN ->
          Problem.of(409)
              .saying("Esas palabras ya dicen un lugar. En Lectura se puede deshacer.")
              .fail(ctx);
      case UNFIT ->
          Problem.of(422)
              .saying(
                  "Escriba de una a cinco palabras que solo digan un lugar, sin números: por ejemplo"
                      + " «la curva del molino».")
              .fail(ctx);
    }
  }
}
