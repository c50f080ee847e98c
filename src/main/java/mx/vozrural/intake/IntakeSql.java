package mx.vozrural.intake;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.outbox.OutboxSql;
import mx.vozrural.reports.KeptSql;
import mx.vozrural.reports.ReportSql;
import mx.vozrural.residents.ResidentSql;

/**
 * The statements of intake: one that loads what a batch is judged by, one that writes what was
 * decided.
 */
final class IntakeSql {
  private IntakeSql() {}

  /** One row a text. The first $4 texts bring a running number for a report of theirs. */
  static final Sql CONTEXT =
      Sql.of(
          """
          -- intake.context
          SELECT i.ord, r.id AS resident, r.version, r.conversation, d.sid IS NOT NULL AS seen,
            (SELECT string_agg(s.stream, ',') FROM stop_list s WHERE s.resident = r.id) AS streams,
            (SELECT jsonb_agg(jsonb_build_array(o.folio::text, o.status, o.categories, o.section, o.due_on, o.restricted, o.violence_at_home)
                ORDER BY o.received_at DESC)
              FROM (SELECT * FROM report n WHERE n.resident = r.id ORDER BY n.received_at DESC LIMIT 30) o
              WHERE o.open OR o.updated_at > $5) AS own,
            CASE WHEN i.ord < $4 THEN nextval('report_number') END AS number
          FROM unnest($1::int[], $2::text[], $3::bytea[]) AS i(ord, sid, phone_index)
          LEFT JOIN resident r ON r.phone_index = i.phone_index
          LEFT JOIN inbound d ON d.sid = i.sid
          ORDER BY i.ord\
          """);

  /** Reports that texts name; a merged one leads to where the chain of mergers ends. */
  static final Sql NAMED =
      Sql.of(
          """
          -- intake.named
          WITH RECURSIVE led AS (
            SELECT o.folio AS asked, o.resident AS reporter, o.folio, o.merged_into
            FROM unnest($1::bigint[]) AS n(folio) JOIN report o ON o.folio = n.folio
            UNION
            SELECT l.asked, l.reporter, o.folio, o.merged_into FROM led l JOIN report o ON o.folio = l.merged_into)
          SELECT l.asked::text AS asked, r.folio::text AS folio, r.status, r.categories, r.section, r.due_on, r.restricted, r.violence_at_home,
            l.reporter, r.resident AS reporter_there
          FROM led l JOIN report r ON r.folio = l.folio WHERE l.merged_into IS NULL\
          """);

  /** What was answered to a text that came before. */
  static final Sql ANSWERED_BEFORE =
      Sql.of(
          """
          -- intake.answered_before
          SELECT m.body FROM inbound d LEFT JOIN message m ON m.id = d.reply AND m.at = d.message_at WHERE d.sid = $1\
          """);

  private static final String FRESH =
      """
      arrival AS (SELECT * FROM unnest($2::int[], $3::text[], $4::bigint[], $5::bigint[]) AS a(ord, sid, message, reply)),
      noted AS (
        INSERT INTO inbound (sid, message, message_at, reply)
        SELECT a.sid, a.message, $1::timestamptz, a.reply FROM arrival a JOIN claimed USING (ord) ORDER BY a.sid
        ON CONFLICT DO NOTHING RETURNING sid),
      fresh AS MATERIALIZED (SELECT a.ord FROM arrival a JOIN noted USING (sid))\
      """;

  static List<Object> fresh(List<Judgement> texts, Instant at) {
    return List.of(
        Columns.time(at),
        Columns.ints(texts, j -> j.claim().ord()),
        Columns.texts(texts, j -> j.arrival().sid()),
        Columns.longs(texts, j -> j.inbound().id()),
        Columns.longs(texts, j -> j.replyId()));
  }

  /**
   * Everything that a batch brings about, in one statement and so in one transaction; answers with
   * the texts that it took.
   */
  static final Sql WRITE =
      Sql.join(
          "intake.write",
          List.of(
              ResidentSql.CLAIMED,
              FRESH,
              OutboxSql.RECORDED,
              OutboxSql.ANSWERED,
              ReportSql.OPENED,
              KeptSql.KEPT),
          ",\n",
          "SELECT ord FROM fresh");
}
