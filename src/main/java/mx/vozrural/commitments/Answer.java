package mx.vozrural.commitments;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Columns;
import org.jspecify.annotations.Nullable;

/**
 * What somebody texted within a week after they got a broadcast.
 *
 * @param folio of the report that it became or was added to; null: it is kept among the texts
 * @param kept a code for why it made no report; null where it made one
 */
public record Answer(Instant at, String words, @Nullable String folio, @Nullable String kept) {
  private static final Duration WITHIN = Duration.ofDays(7);
  private static final int MOST = 100;

  /** The newest first, of those that this person may read without leaving a trace. */
  static List<Answer> to(Broadcast broadcast, Scope scope, SqlClient client) {
    Instant approved = broadcast.approvedAt();
    if (approved == null || !scope.queue()) {
      return List.of();
    }
    return BroadcastSql.ANSWERS
        .run(
            client,
            broadcast.id(),
            Columns.time(approved),
            Columns.time(broadcast.endsAt().plus(WITHIN)),
            MOST)
        .stream()
        .filter(row -> covered(row, scope))
        .map(Answer::of)
        .toList();
  }

  private static boolean covered(Row row, Scope scope) {
    return row.getLong("folio") == null
        ? scope.section() == null
        : !row.getBoolean("restricted") && scope.covers(row.getString("section"), false);
  }

  private static Answer of(Row row) {
    Long folio = row.getLong("folio");
    return new Answer(
        row.getOffsetDateTime("at").toInstant(),
        row.getString("body"),
        folio == null ? null : folio.toString(),
        row.getString("reason"));
  }

  @Override
  public String toString() {
    return "Answer[" + folio + "]";
  }
}
