package mx.vozrural.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
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
 * report or a report of its sender was merged.
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
    Map<String, Row> named = named(client, texts, rows);
    List<Known> known = new ArrayList<>(texts.size());
    for (Row row : rows) {
      known.add(known(client, texts.get(row.getInteger("ord")), row, named));
    }
    return known;
  }

  /** The reports that texts name, and those into which their senders' own were merged. */
  private Map<String, Row> named(SqlClient client, List<Read> texts, RowSet<Row> contexts) {
    Stream<String> inTexts =
        texts.stream()
            .flatMap(t -> t.reading().folios().stream())
            .filter(FolioMention::valid)
            .map(FolioMention::digits);
    Stream<String> merged =
        contexts.stream()
            .flatMap(row -> own(row.getJsonArray("own")).stream())
            .filter(report -> report.status() == Status.MERGED)
            .map(KnownReport::folio);
    List<Long> asked = Stream.concat(inTexts, merged).distinct().map(Long::valueOf).toList();
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
        reports.put(mention.digits(), named(report, owns(resident, report)));
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
            led(own(row.getJsonArray("own")), named),
            reports,
            catalogue);
    return new Known(
        read, row.getBoolean("seen"), resident, version == null ? 0 : version, context, number);
  }

  private static boolean owns(@Nullable Long resident, Row report) {
    return resident != null
        && (resident.equals(report.getLong("reporter"))
            || resident.equals(report.getLong("reporter_there")));
  }

  private static KnownReport named(Row row, boolean own) {
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

  /** A merged report is, to who reported it, the one that it went into; each once. */
  private static List<KnownReport> led(List<KnownReport> own, Map<String, Row> named) {
    Map<String, KnownReport> led = new LinkedHashMap<>();
    for (KnownReport report : own) {
      Row there = report.status() == Status.MERGED ? named.get(report.folio()) : null;
      KnownReport known = there == null ? report : named(there, true);
      led.putIfAbsent(known.folio(), known);
    }
    return List.copyOf(led.values());
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
