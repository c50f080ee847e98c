package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Database;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Status;
import mx.vozrural.readings.Corrections;
import org.jspecify.annotations.Nullable;

/** What staff do to a report: all of what one form or one call asks for, or nothing. */
public final class Triage {
  private final Database database;
  private final Reports reports;
  private final Catalogue catalogue;
  private final StaffByEmail staffByEmail;
  private final Corrections corrections;

  /** Looks up the id of an active staff member who works the queue. */
  public interface StaffByEmail {
    Optional<Long> find(String email);
  }

  public Triage(
      Database database,
      Reports reports,
      Catalogue catalogue,
      StaffByEmail staffByEmail,
      Corrections corrections) {
    this.database = database;
    this.reports = reports;
    this.catalogue = catalogue;
    this.staffByEmail = staffByEmail;
    this.corrections = corrections;
  }

  /**
   * @param version the version that the asker saw; null: whatever it is
   */
  public Edit edit(String folio, @Nullable Integer version, EditRequest request, Scope scope) {
    try {
      return database.inTransaction(connection -> edit(connection, folio, version, request, scope));
    } catch (Refusal refusal) {
      return refusal.edit;
    }
  }

  private Edit edit(
      SqlConnection connection,
      String folio,
      @Nullable Integer version,
      EditRequest request,
      Scope scope) {
    holdInOrder(connection, folio, request.move());
    Report report =
        reports
            .lock(connection, folio)
            .filter(r -> scope.covers(r.section(), r.gravity().restricted()))
            .orElseThrow(() -> new Refusal(new Edit.Unknown()));
    if (version != null && version != report.version()) {
      throw new Refusal(new Edit.Stale(report));
    }
    report = classify(connection, report, request, scope);
    report = assign(connection, report, request, scope);
    report = restrict(connection, report, request, scope);
    report = link(connection, report, request, scope);
    if (request.note() != null && !request.note().isBlank()) {
      report =
          change(
              connection,
              report,
              new Change("noted", scope.actor(), new JsonObject(), null, request.note()));
    }
    if (request.move() != null) {
      report = done(reports.moveByStaff(connection, report, request.move(), scope));
    }
    return new Edit.Done(reports.find(connection, report.folio()).orElseThrow());
  }

  /** Two who merge two reports into each other must not wait for one another. */
  private void holdInOrder(SqlConnection connection, String folio, @Nullable Move move) {
    if (move != null && move.to() == Status.MERGED && Moves.named(move.into())) {
      Stream.of(folio, String.valueOf(move.into()))
          .sorted(Comparator.comparing(Long::valueOf))
          .forEach(one -> reports.lock(connection, one));
    }
  }

  private Report classify(
      SqlConnection connection, Report report, EditRequest request, Scope scope) {
    JsonObject detail = new JsonObject();
    if (request.section() != null
        && !request.section().equals(Objects.requireNonNullElse(report.section(), ""))) {
      putSection(detail, request.section());
    }
    if (request.categories() != null && !request.categories().equals(report.categories())) {
      putCategories(detail, report, request.categories());
    }
    if (request.community() != null && !request.community().equals(report.community())) {
      detail.put("community", request.community());
    }
    if (request.urgent() != null && request.urgent() != report.gravity().urgent()) {
      putUrgency(detail, report, request.urgent());
    }
    if (request.kind() != null && !request.kind().code().equals(report.kind())) {
      detail.put("kind", request.kind().code());
    }
    if (detail.isEmpty()) {
      return report;
    }
    corrections.note(
        connection, report.number(), said(detail), Objects.requireNonNull(scope.actor().id()));
    detail.put("unclear", false);
    return change(connection, report, new Change("classified", scope.actor(), detail, null, null));
  }

  /** What the change says of the text that the report came with. */
  private static Corrections.Said said(JsonObject detail) {
    return new Corrections.Said(
        detail.containsKey("kind") ? Filing.Kind.of(detail.getString("kind")).intent() : null,
        detail.containsKey("categories")
            ? detail.getJsonArray("categories").stream().map(String::valueOf).toList()
            : null,
        detail.containsKey("section")
            ? Objects.requireNonNullElse(detail.getString("section"), "")
            : null,
        detail.getBoolean("urgent"));
  }

  private void putSection(JsonObject detail, String section) {
    if (section.isEmpty()) {
      detail.putNull("section");
      return;
    }
    if (catalogue.section(section).isEmpty()) {
      throw new Refusal(
          new Edit.Invalid("section", "No hay una sección con la clave " + shown(section) + "."));
    }
    detail.put("section", section);
  }

  /** Another need has another deadline, counted from the day it was received. */
  private void putCategories(JsonObject detail, Report report, List<String> codes) {
    for (String code : codes) {
      if (catalogue.category(code).isEmpty()) {
        throw new Refusal(
            new Edit.Invalid("category", "No hay una categoría con la clave " + shown(code) + "."));
      }
    }
    Category primary = catalogue.category(codes.get(0)).orElseThrow();
    detail.mergeIn(Reports.categories(codes));
    if (report.status() != Status.ASKED) {
      detail.put("due_on", reports.deadlines().due(primary, report.receivedAt()).toString());
    }
    if (codes.stream()
        .flatMap(c -> catalogue.category(c).stream())
        .anyMatch(Category::restricted)) {
      detail.put("restricted", true);
    }
  }

  private static void putUrgency(JsonObject detail, Report report, boolean urgent) {
    Filing.Gravity old = report.gravity();
    Filing.Gravity gravity =
        new Filing.Gravity(
            urgent, urgent && old.lifeDanger(), old.restricted(), old.violenceAtHome());
    detail
        .put("urgent", urgent)
        .put("life_danger", gravity.lifeDanger())
        .put("priority", gravity.priority());
  }

  private static String shown(String code) {
    return code.substring(0, Math.min(code.length(), 40));
  }

  private Report assign(SqlConnection connection, Report report, EditRequest request, Scope scope) {
    if (request.assignee() == null) {
      return report;
    }
    JsonObject detail = new JsonObject();
    if (request.assignee().isEmpty()) {
      detail.putNull("assignee");
    } else {
      long id =
          staffByEmail
              .find(request.assignee())
              .orElseThrow(() ->
                  new Refusal(new Edit.Invalid("assignee", "Nadie en la mesa tiene ese correo.")));
      detail.put("assignee", id);
    }
    return change(connection, report, new Change("assigned", scope.actor(), detail, null, null));
  }

  private Report restrict(
      SqlConnection connection, Report report, EditRequest request, Scope scope) {
    if (request.restricted() == null || request.restricted() == report.gravity().restricted()) {
      return report;
    }
    if (!request.restricted() && !scope.restricted()) {
      throw new Refusal(new Edit.Unknown());
    }
    return change(
        connection,
        report,
        new Change(
            "restricted",
            scope.actor(),
            new JsonObject().put("restricted", request.restricted()),
            null,
            null));
  }

  /**
   * Each link is a line of the history of its own. What is restricted isn't linked: whoever reads
   * of a broadcast about the commitment would be told of it.
   */
  private Report link(SqlConnection connection, Report report, EditRequest request, Scope scope) {
    List<String> wanted = request.commitments();
    if (wanted == null) {
      return report;
    }
    if (!Links.exist(connection, wanted)) {
      throw new Refusal(new Edit.Invalid("commitments", "No hay un compromiso con esa clave."));
    }
    Report last = report;
    for (Links.Step step : Links.steps(Links.of(connection, report), wanted)) {
      if (step.links() && report.gravity().restricted()) {
        throw new Refusal(
            new Edit.Invalid("commitments", "Un reporte reservado no se vincula a compromisos."));
      }
      reports.link(connection, last, step, scope.actor());
      last = reports.lock(connection, report.folio()).orElseThrow();
    }
    return last;
  }

  private Report change(SqlConnection connection, Report report, Change change) {
    reports.apply(connection, report, change);
    return reports.lock(connection, report.folio()).orElseThrow();
  }

  private static Report done(Edit edit) {
    if (edit instanceof Edit.Done done) {
      return done.report();
    }
    throw new Refusal(edit);
  }

  /** Undoes the transaction and carries the answer out of it. */
  private static final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Edit edit;

    Refusal(Edit edit) {
      super(null, null, false, false);
      this.edit = edit;
    }
  }
}
