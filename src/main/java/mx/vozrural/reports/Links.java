package mx.vozrural.reports;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mx.vozrural.audit.Actor;
import mx.vozrural.database.Columns;

/** Which commitments of the plan answer a report. */
final class Links {
  private Links() {}

  static List<String> of(SqlClient client, Report report) {
    return of(client, List.of(report)).getOrDefault(report.number(), List.of());
  }

  /** Those of several reports, by their numbers; a report that has none is left out. */
  static Map<Long, List<String>> of(SqlClient client, List<Report> reports) {
    Long[] numbers = reports.stream().map(Report::number).toArray(Long[]::new);
    return ReportSql.LINKS.run(client, (Object) numbers).stream()
        .collect(
            Collectors.groupingBy(
                row -> row.getLong("folio"),
                Collectors.mapping(row -> row.getString("commitment"), Collectors.toList())));
  }

  /** Whether each of these is a commitment of some plan. */
  static boolean exist(SqlClient client, List<String> commitments) {
    String[] wanted = commitments.stream().distinct().toArray(String[]::new);
    return ReportSql.COMMITMENTS.run(client, (Object) wanted).size() == wanted.length;
  }

  /**
   * One link that is made or undone.
   *
   * @param after what the report is linked to from then on
   */
  record Step(boolean links, String commitment, List<String> after) {

    void write(SqlConnection connection, Report report, Actor staff, Instant now) {
      if (links) {
        ReportSql.LINK.run(connection, report.number(), commitment, Columns.time(now), staff.id());
      } else {
        ReportSql.UNLINK.run(connection, report.number(), commitment);
      }
    }

    Change change(Actor staff) {
      JsonObject detail =
          new JsonObject()
              .put(links ? "linked" : "unlinked", commitment)
              .put("commitments", new JsonArray(after));
      return new Change("classified", staff, detail, null, null);
    }
  }

  /** From the links that are there to those that are wanted, one by one. */
  static List<Step> steps(List<String> linked, List<String> wanted) {
    List<Step> steps = new ArrayList<>();
    TreeSet<String> now = new TreeSet<>(linked);
    for (String commitment : linked) {
      if (!wanted.contains(commitment)) {
        now.remove(commitment);
        steps.add(new Step(false, commitment, List.copyOf(now)));
      }
    }
    for (String commitment : wanted) {
      if (now.add(commitment)) {
        steps.add(new Step(true, commitment, List.copyOf(now)));
      }
    }
    return steps;
  }
}
