package mx.vozrural.intake;

import java.time.Duration;
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
  /** Twice this and the spool's own time stay within the 15 seconds that Twilio waits. */
  static final Duration PATIENCE = Duration.ofSeconds(4);

  /** The server gives up first, so that mostly it is known what became of a statement. */
  static final Duration SERVERS_PATIENCE = PATIENCE.minusMillis(500);

  /**
   * For a row that somebody else holds. Short, since a batch is written again by halves: sixteen
   * texts find out which of them must wait within ten seconds.
   */
  static final Duration LOCKS_PATIENCE = Duration.ofSeconds(2);

  private IntakeSql() {}

  /** One row a text. The first $4 texts bring a running number for a report of theirs. */
  static final Sql CONTEXT =
      Sql.of(
              """
              -- intake.context
              SELECT i.ord, r.id AS resident, r.version, r.conversation, d.sid IS NOT NULL AS seen,
                (SELECT string_agg(s.stream, ',') FROM stop_list s WHERE s.resident = r.id) AS streams,
                (SELECT p.until > $6 FROM send_pause p WHERE p.resident = r.id) AS looping,
                (SELECT jsonb_agg(jsonb_build_array(o.folio::text, o.status, o.categories, o.section, o.due_on, o.restricted, o.violence_at_home)
                    ORDER BY o.received_at DESC)
                  FROM (SELECT * FROM report n WHERE n.resident = r.id ORDER BY n.received_at DESC LIMIT 30) o
                  WHERE o.open OR o.updated_at > $5) AS own,
                CASE WHEN i.ord < $4 THEN nextval('report_number') END AS number
              FROM unnest($1::int[], $2::text[], $3::bytea[]) AS i(ord, sid, phone_index)
              LEFT JOIN resident r ON r.phone_index = i.phone_index
              LEFT JOIN inbound d ON d.sid = i.sid
              ORDER BY i.ord\
              """)
          .within(PATIENCE);

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
              """)
          .within(PATIENCE);

  /** What was answered to a text that came before. */
  static final Sql ANSWERED_BEFORE =
      Sql.of(
              """
              -- intake.answered_before
              SELECT m.body, d.reply FROM inbound d LEFT JOIN message m ON m.id = d.reply AND m.at = d.message_at WHERE d.sid = $1\
              """)
          .within(PATIENCE);

  /** The answer that a text got, where it got one. */
  static final Sql REPLY_TO =
      Sql.of("-- intake.reply_to\nSELECT reply FROM inbound WHERE sid = $1 AND reply IS NOT NULL")
          .within(PATIENCE);

  /** Fails where a MessageSid was taken before, here or on another instance. */
  private static final String NOTED =
      """
      noted AS (
        INSERT INTO inbound (sid, message, message_at, reply)
        SELECT n.sid, n.message, $1::timestamptz, n.reply FROM unnest($2::text[], $3::bigint[], $4::bigint[]) AS n(sid, message, reply)
        ORDER BY n.sid)\
      """;

  static List<Object> noted(List<Judgement> texts, Instant at) {
    return List.of(
        Columns.time(at),
        Columns.texts(texts, j -> j.arrival().sid()),
        Columns.longs(texts, j -> j.inbound().id()),
        Columns.longs(texts, Judgement::replyId));
  }

  /**
   * Everything that a batch brings about, in one statement and so in one transaction: all of it or
   * nothing.
   */
  static final Sql WRITE =
      Sql.join(
              "intake.write",
              List.of(
                  ResidentSql.CLAIMED,
                  NOTED,
                  OutboxSql.RECORDED,
                  OutboxSql.ANSWERED,
                  ReportSql.OPENED,
                  KeptSql.KEPT),
              ",\n",
              "SELECT 1")
          .within(PATIENCE);
}
