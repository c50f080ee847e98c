package mx.vozrural.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.vozrural.database.Columns;
import mx.vozrural.dialogue.Context;
import mx.vozrural.dialogue.KnownReport;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.FolioMention;
import mx.vozrural.reports.Folios;
import org.jspecify.annotations.Nullable;

/**
 * Loads what a batch of texts is judged by: one round trip, and a second where a text names a
 * report.
 */
final class Contexts {
  private static final Duration REMEMBERED = Duration.ofDays(60);

  private final Folios folios;
  private final Catalogue catalogue;

  Contexts(Folios folios, Catalogue catalogue) {
    this.folios = folios;
    this.catalogue = catalogue;
  }

  /**
   * What is known of one text.
   *
   * @param seen came before: it has had its effect
   * @param resident null: nobody is known by this phone
   * @param number running number for a report of this text
   */
  record Known(
      Read read,
      boolean seen,
      @Nullable Long resident,
      int version,
      Context context,
      long number) {}

  List<Known> load(SqlClient client, List<Read> texts, Instant now) {
    Integer[] ords = new Integer[texts.size()];
    for (int i = 0; i < ords.length; i++) {
      ords[i] = i;
    }
    var rows =
        IntakeSql.CONTEXT.run(
            client,
            ords,
            Columns.texts(texts, t -> t.arrival().sid()),
            Columns.buffers(texts, Read::phoneIndex),
            folios.missing(texts.size()),
            Columns.time(now.minus(REMEMBERED)),
            Columns.time(now));
    for (Row row : rows) {
      Long number = row.getLong("number");
      if (number != null) {
        folios.give(number);
      }
    }
    Map<String, Row> named = named(client, texts);
    List<Known> known = new ArrayList<>(texts.size());
    for (Row row : rows) {
      known.add(known(client, texts.get(row.getInteger("ord")), row, named));
    }
    return known;
  }

  private Map<String, Row> named(SqlClient client, List<Read> texts) {
    List<Long> asked =
        texts.stream()
            .flatMap(t -> t.reading().folios().stream())
            .filter(FolioMention::valid)
            .map(f -> Long.valueOf(f.digits()))
            .distinct()
            .toList();
    Map<String, Row> named = new HashMap<>();
    if (!asked.isEmpty()) {
      IntakeSql.NAMED
          .run(client, (Object) asked.toArray(Long[]::new))
          .forEach(row -> named.put(row.getString("asked"), row));
    }
    return named;
  }

  private Known known(SqlClient client, Read read, Row row, Map<String, Row> named) {
    Long resident = row.getLong("resident");
    Integer version = row.getInteger("version");
    String streams = row.getString("streams");
    Set<String> stopped = streams == null ? Set.of() : Set.of(streams.split(",", -1));
    Map<String, KnownReport> reports = new HashMap<>();
    for (FolioMention mention : read.reading().folios()) {
      Row report = named.get(mention.digits());
      if (report != null) {
        reports.put(mention.digits(), named(report, resident));
      }
    }
    long number = folios.take(client);
    Context context =
        new Context(
            folios.folio(number),
            stopped.contains("all"),
            stopped.contains("twilio"),
            Boolean.TRUE.equals(row.getBoolean("looping")),
            Conversations.read(row.getJsonObject("conversation")),
            own(row.getJsonArray("own")),
            reports,
            catalogue);
    return new Known(
        read, row.getBoolean("seen"), resident, version == null ? 0 : version, context, number);
  }

  private static KnownReport named(Row row, @Nullable Long resident) {
    boolean own =
        resident != null
            && (resident.equals(row.getLong("reporter"))
                || resident.equals(row.getLong("reporter_there")));
    return new KnownReport(
        row.getString("folio"),
        own,
        Status.of(row.getString("status")).orElseThrow(),
        List.of(row.getArrayOfStrings("categories")),
        row.getString("section"),
        row.getLocalDate("due_on"),
        row.getBoolean("restricted"),
        row.getBoolean("violence_at_home"));
  }

  private static List<KnownReport> own(@Nullable JsonArray rows) {
    if (rows == null) {
      return List.of();
    }
    List<KnownReport> own = new ArrayList<>(rows.size());
    for (Object row : rows) {
      JsonArray report = (JsonArray) row;
      own.add(
          new KnownReport(
              report.getString(0),
              true,
              Status.of(report.getString(1)).orElseThrow(),
              report.getJsonArray(2).stream().map(String.class::cast).toList(),
              report.getString(3),
              LocalDate.parse(report.getString(4)),
              report.getBoolean(5),
              report.getBoolean(6)));
    }
    return List.copyOf(own);
  }
}
