package mx.vozrural.desk;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mx.vozrural.audit.Scope;
import mx.vozrural.domain.Phone;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.Lifecycle;
import mx.vozrural.reports.Report;
import mx.vozrural.web.Choice;
import mx.vozrural.web.StatusWords;
import org.jspecify.annotations.Nullable;

/** What a report's page says of the report itself, and what its forms offer. */
final class ReportFacts {
  /** Whom the plan names beside the Directorate, and the federal power company. */
  private static final List<String> AGENCIES =
      List.of(
          "Seguridad Pública Municipal",
          "Desarrollo Económico y Competitividad",
          "Protección Civil",
          "Obras Públicas",
          "Servicios Públicos",
          "Junta Municipal de Agua y Saneamiento",
          "CFE",
          "Secretaría de Salud",
          "Otra dependencia");

  private static final List<Choice> KINDS =
      List.of(
          new Choice("need", "Una necesidad"),
          new Choice("question", "Una pregunta"),
          new Choice("complaint", "Una queja"));

  private final DeskParts parts;
  private final Frames frames;

  ReportFacts(DeskParts parts, Frames frames) {
    this.parts = parts;
    this.frames = frames;
  }

  ReportView.Report head(Report report, Scope scope) {
    return new ReportView.Report(
        report.folio(),
        report.version(),
        report.status(),
        report.body(),
        phone(report).map(Phone::masked).orElse(null),
        switch (report.channel()) {
          case "sms" -> "Mensaje de texto";
          case "web" -> "Formulario";
          case "api" -> "Programa";
          default -> "Mesa";
        },
        report.receivedAt(),
        report.status().open() ? report.dueOn() : null,
        report.section(),
        report.section() == null ? lately(report, scope) : null,
        frames.community(report.community()),
        report.category(),
        report.kind(),
        report.gravity().urgent(),
        report.gravity().restricted(),
        report.neighbours(),
        report.assignee() == null ? null : parts.reader().names().get(report.assignee()));
  }

  private @Nullable String lately(Report report, Scope scope) {
    return parts
        .reader()
        .lately(report, scope)
        .flatMap(parts.catalogue()::section)
        .map(Section::name)
        .orElse(null);
  }

  private Optional<Phone> phone(Report report) {
    return report.resident() == null
        ? Optional.empty()
        : parts.residents().phone(report.resident());
  }

  ReportView.Choices choices(Report report) {
    return new ReportView.Choices(
        Lifecycle.staffMoves(report.status(), report.before()).stream()
            .sorted(Comparator.comparing(s -> s != Status.ACCEPTED))
            .map(s -> new Choice(s.code(), StatusWords.label(s)))
            .toList(),
        KINDS,
        frames.sections(),
        frames.categories(),
        AGENCIES.stream().map(a -> new Choice(a, a)).toList());
  }
}
