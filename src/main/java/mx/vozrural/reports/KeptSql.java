package mx.vozrural.reports;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The statements on texts that made no report. */
public final class KeptSql {
  private KeptSql() {}

  /**
   * A text to be kept.
   *
   * @param reason a code
   */
  public record Row(long message, String reason) {}

  /** Part of a batch: texts that make no report. */
  public static final String KEPT =
      """
      kept_now AS (
        INSERT INTO kept (message, message_at, reason)
        SELECT k.message, $1::timestamptz, k.reason FROM unnest($2::bigint[], $3::text[]) AS k(message, reason))\
      """;

  /** The parameters of {@link #KEPT}. */
  public static List<Object> kept(List<Row> texts, Instant at) {
    return List.of(
        Columns.time(at), Columns.longs(texts, Row::message), Columns.texts(texts, Row::reason));
  }

  static final Sql WAITING =
      Sql.of(
          """
          -- kept.waiting
          SELECT k.message, k.message_at, k.reason, m.body, m.media, m.resident
          FROM kept k JOIN message m ON m.id = k.message AND m.at = k.message_at
          WHERE k.handled_at IS NULL AND ($1::bigint IS NULL OR k.message < $1) ORDER BY k.message DESC LIMIT $2\
          """);

  static final Sql KEPT_COUNT =
      Sql.of("-- kept.count\nSELECT count(*) FROM kept WHERE handled_at IS NULL");

  static final Sql KEPT_ONE =
      Sql.of(
          """
          -- kept.one
          SELECT k.message_at, m.body, m.media, m.resident FROM kept k JOIN message m ON m.id = k.message AND m.at = k.message_at
          WHERE k.message = $1 AND k.handled_at IS NULL FOR UPDATE OF k\
          """);

  /** The report's own words stand where they came; its row names them by id and time. */
  static final Sql WORDS_OF =
      Sql.of("-- kept.words_of\nUPDATE report SET message = $2, message_at = $3 WHERE folio = $1");

  static final Sql HANDLE =
      Sql.of(
          """
          -- kept.handle
          UPDATE kept SET handled_at = $2, handled_by = $3, folio = $4 WHERE message = $1 AND handled_at IS NULL\
          """);
}
