package mx.vozrural.reports;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The statements on reports and their history. */
public final class ReportSql {
  private ReportSql() {}

  /** Part of a batch: opens reports, each with the first line of its history. */
  public static final String OPENED =
      """
      filed AS MATERIALIZED (
        SELECT o.* FROM unnest($2::bigint[], $3::bigint[], $4::text[], $5::text[], $6::text[], $7::int[], $8::text[],
          $9::boolean[], $10::boolean[], $11::boolean[], $12::boolean[], $13::boolean[], $14::boolean[], $15::int[], $16::date[],
          $17::bigint[], $18::text[], $19::bigint[], $20::bytea[], $21::float8[], $22::float8[], $23::int[], $24::text[], $25::text[])
          AS o(folio, history, kind, channel, section, community, categories, urgent, life_danger, restricted, violence_at_home,
            unclear, flooding, priority, due_on, resident, language, message, secret, lat, lon, media, actor_kind, detail)),
      opened AS (
        INSERT INTO report (folio, kind, channel, status, section, community, category, categories, urgent, life_danger, restricted,
          violence_at_home, unclear, flooding, priority, received_at, updated_at, due_on, resident, language, message, message_at, secret,
          lat, lon, media)
        SELECT folio, kind, channel, 'received', section, community, split_part(categories, ',', 1), string_to_array(categories, ','),
          urgent, life_danger, restricted, violence_at_home, unclear, flooding, priority, $1::timestamptz, $1::timestamptz, due_on,
          resident, language, message, $1::timestamptz, secret, lat, lon, media
        FROM filed),
      begun AS (
        INSERT INTO history (folio, id, at, event, actor_kind, actor, detail)
        SELECT folio, history, $1::timestamptz, 'received', actor_kind, resident, detail::jsonb FROM filed)\
      """;

  /** The parameters of {@link #OPENED}. */
  public static List<Object> opened(List<Opening> openings, Instant at) {
    return List.of(
        Columns.time(at),
        Columns.longs(openings, Opening::folio),
        Columns.longs(openings, Opening::historyId),
        Columns.texts(openings, o -> o.filing().kind().code()),
        Columns.texts(openings, o -> o.filing().channel().code()),
        Columns.texts(openings, o -> o.filing().section()),
        Columns.ints(openings, o -> o.filing().community()),
        Columns.texts(openings, o -> String.join(",", o.filing().categories())),
        Columns.booleans(openings, o -> o.filing().gravity().urgent()),
        Columns.booleans(openings, o -> o.filing().gravity().lifeDanger()),
        Columns.booleans(openings, o -> o.filing().gravity().restricted()),
        Columns.booleans(openings, o -> o.filing().gravity().violenceAtHome()),
        Columns.booleans(openings, o -> o.filing().unclear()),
        Columns.booleans(openings, o -> o.filing().flooding()),
        Columns.ints(openings, o -> o.filing().gravity().priority()),
        Columns.dates(openings, Opening::dueOn),
        Columns.longs(openings, Opening::resident),
        Columns.texts(openings, o -> o.filing().language()),
        Columns.longs(openings, Opening::message),
        Columns.buffers(openings, Opening::secret),
        Columns.doubles(
            openings, o -> o.filing().position() == null ? null : o.filing().position().lat()),
        Columns.doubles(
            openings, o -> o.filing().position() == null ? null : o.filing().position().lon()),
        Columns.ints(openings, o -> o.filing().media()),
        Columns.texts(openings, o -> o.resident() == null ? "system" : "resident"),
        Columns.texts(openings, o -> o.detail().encode()));
  }

  static final Sql NUMBERS =
      Sql.of("-- report.numbers\nSELECT nextval('report_number') FROM generate_series(1, $1)");

  /**
   * Changes the fields that the detail names, and adds the same detail to the history: one can't be
   * without the other.
   */
  static final Sql CHANGE =
      Sql.of(
          """
          -- report.change
          WITH changed AS (
            UPDATE report r SET (status, status_before, section, community, category, categories, urgent, life_danger, restricted,
                violence_at_home, unclear, priority, due_on, paused_on, scheduled_on, agency, merged_into, assignee, neighbours, kind,
                waits_until, silence) =
              (SELECT p.status, p.status_before, p.section, p.community, p.category, p.categories, p.urgent, p.life_danger, p.restricted,
                 p.violence_at_home, p.unclear, p.priority, p.due_on, p.paused_on, p.scheduled_on, p.agency, p.merged_into, p.assignee,
                 p.neighbours, p.kind, p.waits_until, p.silence
               FROM jsonb_populate_record(r, $2) p),
              version = r.version + 1, updated_at = $3
            WHERE r.folio = $1 AND r.version = $4 RETURNING r.folio)
          INSERT INTO history (folio, id, at, event, actor_kind, actor, reason, words, detail)
          SELECT folio, $5, $3, $6, $7, $8, $9, $10, $11 FROM changed\
          """);

  static final Sql NOTE =
      Sql.of(
          """
          -- history.note
          INSERT INTO history (folio, id, at, event, actor_kind, actor, reason, words, detail)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)\
          """);

  static final Sql WORDS =
      Sql.of("-- words.keep\nINSERT INTO words (id, at, body) VALUES ($1, $2, $3)");

  static final String COLUMNS =
      """
      r.folio, r.kind, r.channel, r.status, r.status_before, r.section, r.community, r.category, r.categories, r.urgent, r.life_danger,
      r.restricted, r.violence_at_home, r.unclear, r.flooding, r.received_at, r.updated_at, r.due_on, r.paused_on, r.scheduled_on,
      r.agency, r.merged_into, r.resident, r.language, r.assignee, r.media, r.neighbours, r.version, r.secret, r.priority,
      r.waits_until, r.silence\
      """;

  static final Sql FIND =
      Sql.of(
          "-- report.find\nSELECT "
              + COLUMNS
              + ", m.body FROM report r\nLEFT JOIN message m ON m.id = r.message AND m.at = r.message_at WHERE r.folio = $1");

  static final Sql LOCK =
      Sql.of(
          "-- report.lock\nSELECT "
              + COLUMNS
              + ", '' AS body FROM report r WHERE r.folio = $1 FOR UPDATE");

  /** The section of the newest report of the same phone up to this one. */
  static final Sql LATELY =
      Sql.of(
          """
          -- report.lately
          SELECT section FROM report
          WHERE resident = $1 AND received_at <= $2 AND folio <> $3 AND section IS NOT NULL AND NOT restricted
          ORDER BY received_at DESC LIMIT 1\
          """);

  /** Who waits; what an older release left without its day comes first. */
  static final Sql WAITED =
      Sql.of(
          """
          -- report.waited
          SELECT coalesce(waits_until, date '0001-01-01') AS due, folio FROM report
          WHERE status IN ('asked', 'resolved') AND coalesce(waits_until, date '0001-01-01') <= $1
            AND (coalesce(waits_until, date '0001-01-01'), folio) > ($2, $3)
          ORDER BY coalesce(waits_until, date '0001-01-01'), folio LIMIT $4\
          """);

  static final Sql HISTORY =
      Sql.of(
          """
          -- history.of_report
          SELECT h.id, h.at, h.event, h.actor_kind, h.actor, h.reason, h.detail, w.body AS words
          FROM history h LEFT JOIN words w ON w.id = h.words WHERE h.folio = $1 ORDER BY h.id\
          """);

  /** A text that belongs to more than one report. */
  static final Sql ALSO =
      Sql.of(
          """
          -- message.also
          INSERT INTO message_also (folio, message, message_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  static final Sql JOIN_NEIGHBOUR =
      Sql.of(
          """
          -- neighbour.join
          INSERT INTO neighbour (folio, resident, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  static final Sql NEIGHBOURS =
      Sql.of(
          "-- neighbour.of_report\nSELECT resident FROM neighbour WHERE folio = $1 ORDER BY resident");

  static final Sql LINKS =
      Sql.of(
          """
          -- commitment_link.of_reports
          SELECT folio, commitment FROM report_commitment WHERE folio = ANY ($1) ORDER BY folio, commitment\
          """);

  static final Sql LINK =
      Sql.of(
          """
          -- commitment_link.add
          INSERT INTO report_commitment (folio, commitment, since, staff) VALUES ($1, $2, $3, $4)\
          """);

  static final Sql UNLINK =
      Sql.of(
          "-- commitment_link.remove\nDELETE FROM report_commitment WHERE folio = $1 AND commitment = $2");

  static final Sql COMMITMENTS =
      Sql.of("-- commitment_link.commitments\nSELECT id FROM commitment WHERE id = ANY ($1)");

  static final Sql CLAIM_KEY =
      Sql.of(
          """
          -- idempotency.claim
          INSERT INTO idempotency (key, body, folio, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING\
          """);

  static final Sql KEY =
      Sql.of("-- idempotency.find\nSELECT body, folio FROM idempotency WHERE key = $1");
}
