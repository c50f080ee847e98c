package mx.vozrural.commitments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.outbox.BroadcastTexts;

/** The statements on broadcasts and their recipients. */
final class BroadcastSql {
  private BroadcastSql() {}

  private static final String COLUMNS =
      """
      id, state, body, language, audience_of, audience, segments, body_en, segments_en, audience_en, cost, made_by, made_at, approved_by,
      approved_at, ends_at, why
      """;

  static final Sql PROPOSE =
      Sql.of(
          """
          -- broadcast.propose
          INSERT INTO broadcast (id, state, body, audience_of, audience, segments, cost, made_by, made_at, ends_at, changed_at, body_en,
            segments_en, audience_en)
          VALUES ($1, 'proposed', $2, $3, $4, $5, $6, $7, $8, $9, $8, $10, $11, $12)\
          """);

  static final Sql ONE =
      Sql.of("-- broadcast.one\nSELECT " + COLUMNS + "FROM broadcast WHERE id = $1");

  static final Sql LOCK =
      Sql.of("-- broadcast.lock\nSELECT " + COLUMNS + "FROM broadcast WHERE id = $1 FOR UPDATE");

  static final Sql NEWEST =
      Sql.of(
          "-- broadcast.newest\nSELECT "
              + COLUMNS
              + "FROM broadcast WHERE $1::bigint IS NULL OR id < $1 ORDER BY id DESC LIMIT $2");

  static final Sql APPROVE =
      Sql.of(
          """
          -- broadcast.approve
          UPDATE broadcast SET state = 'sending', approved_by = $2, approved_at = $3, changed_at = $3, audience = $4, cost = $5,
            audience_en = CASE WHEN body_en IS NOT NULL THEN $6::integer END, version = version + 1
          WHERE id = $1 AND state = 'proposed'\
          """);

  static final Sql MOVE =
      Sql.of(
          """
          -- broadcast.move
          UPDATE broadcast SET state = $2, why = $3, changed_at = $4, version = version + 1 WHERE id = $1\
          """);

  /**
   * Taken out of the outbox by the pause itself: not what staff settled, nor what the gateway had
   * once. A text that was in a sender's hands was withheld at its first try.
   */
  private static final String WITHDRAWN =
      """
      o.state = 'cancelled'
        AND o.note = 'broadcast_paused' AND o.attempts <= 1 AND o.sid IS NULL AND o.error IS NULL\
      """;

  /** Whose text was taken out of the outbox while the broadcast stood still waits again. */
  static final Sql WAIT_AGAIN =
      Sql.of(
          """
          -- broadcast.wait_again
          UPDATE broadcast_recipient r SET message = NULL FROM outbox o
          WHERE r.broadcast = $1 AND o.broadcast = $1 AND o.message = r.message AND
          """
              + WITHDRAWN);

  /** What was taken out and won't wait again is skipped. */
  static final Sql PROGRESS =
      Sql.of(
          """
          -- broadcast.progress
          SELECT CASE WHEN r.skipped IS NOT NULL THEN 'skipped' WHEN r.message IS NULL THEN 'listed'
              WHEN b.state IN ('sending', 'paused') AND
          """
              + WITHDRAWN
              + """
               THEN 'listed'
              WHEN o.state = 'cancelled' THEN 'skipped' ELSE coalesce(o.state, 'accepted') END AS state, count(*) AS count,
                sum(CASE r.language WHEN 'en' THEN b.segments_en ELSE b.segments END) AS segments
              FROM broadcast b JOIN broadcast_recipient r ON r.broadcast = b.id LEFT JOIN outbox o ON o.message = r.message
              WHERE b.id = $1 GROUP BY 1\
              """);

  /**
   * What recipients texted within a week of their broadcast: what made a report, what was added to
   * an older one of theirs, and what was kept.
   */
  static final Sql ANSWERS =
      Sql.of(
          """
          -- broadcast.answers
          SELECT m.at, m.body, p.folio, p.section, p.restricted,
            CASE WHEN p.message = m.id THEN NULL ELSE coalesce(k.reason, 'added') END AS reason
          FROM broadcast_recipient r JOIN outbox o ON o.message = r.message AND o.state IN ('accepted', 'sent', 'delivered')
          JOIN message m ON m.resident = r.resident AND m.direction = 'in'
            AND m.at >= o.message_at AND m.at < o.message_at + interval '7 days' AND m.at >= $2 AND m.at < $3
          LEFT JOIN kept k ON k.message = m.id
          LEFT JOIN report p ON p.folio = coalesce(m.folio, k.folio)
          WHERE r.broadcast = $1
            AND (p.message = m.id OR (p.folio IS NOT NULL AND k.reason IS NULL) OR k.reason NOT IN ('keyword', 'subscription', 'privacy'))
            AND NOT EXISTS (
              SELECT 1 FROM broadcast_recipient l JOIN outbox n ON n.message = l.message
              WHERE l.resident = r.resident AND l.message IS NOT NULL AND l.broadcast <> r.broadcast
                AND n.message_at > o.message_at AND n.message_at <= m.at AND n.state IN ('accepted', 'sent', 'delivered'))
          ORDER BY m.at DESC LIMIT $4\
          """);

  /** Which texts of a report came within a week after a broadcast to who wrote them: the newest. */
  static final Sql ANSWERED =
      Sql.of(
          """
          -- broadcast.answered
          SELECT m.id, b.broadcast
          FROM (SELECT id, at, resident, direction FROM message WHERE folio = $1
                UNION ALL
                SELECT m.id, m.at, m.resident, m.direction
                FROM message_also a JOIN message m ON m.id = a.message AND m.at = a.message_at WHERE a.folio = $1) m
          CROSS JOIN LATERAL (
            SELECT r.broadcast FROM broadcast_recipient r JOIN outbox o ON o.message = r.message
            WHERE r.resident = m.resident AND r.message IS NOT NULL AND o.state IN ('accepted', 'sent', 'delivered')
              AND o.message_at <= m.at AND o.message_at > m.at - interval '7 days'
            ORDER BY o.message_at DESC LIMIT 1) b
          WHERE m.direction = 'in'\
          """);

  static final Sql SENDING =
      Sql.of(
          "-- broadcast.sending\nSELECT "
              + COLUMNS
              + "FROM broadcast WHERE state = 'sending' ORDER BY id");

  /**
   * The next recipients, as far as so many segments go, each marked with the text that goes to it.
   * Of two feeders one holds the broadcast; and whoever was marked is not marked again, even by one
   * that looked before.
   */
  private static final String MARKED =
      """
      sending AS MATERIALIZED (
        SELECT id, body, body_en, language, segments, segments_en, ends_at, approved_by FROM broadcast
        WHERE id = $1::bigint AND state = 'sending' AND ends_at > $2::timestamptz FOR UPDATE SKIP LOCKED),
      listed AS MATERIALIZED (
        SELECT r.broadcast, r.resident, coalesce(r.language, s.language) AS language,
          CASE r.language WHEN 'en' THEN s.segments_en ELSE s.segments END AS segments
        FROM broadcast_recipient r JOIN sending s ON s.id = r.broadcast
        WHERE r.broadcast = $1::bigint AND r.message IS NULL AND r.skipped IS NULL ORDER BY r.resident LIMIT cardinality($3::bigint[])),
      judged AS MATERIALIZED (
        SELECT l.*, row_number() OVER (ORDER BY l.resident) AS place,
          CASE WHEN EXISTS (SELECT 1 FROM stop_list s WHERE s.resident = l.resident) THEN 'stopped'
            WHEN coalesce((p.conversation->>'muted')::boolean, false) THEN 'unsafe' END AS skipped
        FROM listed l JOIN resident p ON p.id = l.resident),
      payable AS MATERIALIZED (
        SELECT j.*, sum(j.segments) FILTER (WHERE j.skipped IS NULL) OVER (ORDER BY j.place) AS so_far FROM judged j),
      marked AS (
        UPDATE broadcast_recipient r SET skipped = j.skipped, message = CASE WHEN j.skipped IS NULL THEN ($3::bigint[])[j.place] END
        FROM payable j
        WHERE r.broadcast = j.broadcast AND r.resident = j.resident AND r.message IS NULL AND r.skipped IS NULL
          AND (j.skipped IS NOT NULL OR j.so_far <= $4::bigint)
        RETURNING r.broadcast, r.resident, r.message, j.language, j.segments),
      to_send AS (
        SELECT m.broadcast, m.message, m.resident, CASE m.language WHEN 'en' THEN s.body_en ELSE s.body END AS body, m.language,
          m.segments, s.approved_by AS staff, s.ends_at AS expires_at
        FROM marked m JOIN sending s ON s.id = m.broadcast WHERE m.message IS NOT NULL)\
      """;

  /** Moves recipients to the outbox; tells too how long the text of the next one in line is. */
  static final Sql FEED =
      Sql.join(
          "broadcast.feed",
          List.of(MARKED, BroadcastTexts.QUEUED),
          ",\n",
          """
          SELECT (SELECT count(*) FROM sending) AS held, (SELECT count(*) FROM marked) AS marked,
            (SELECT coalesce(sum(segments), 0) FROM to_send) AS queued_segments,
            (SELECT segments FROM payable WHERE skipped IS NULL ORDER BY place LIMIT 1) AS next_segments\
          """);

  /**
   * @param segments that may go to the outbox at most
   */
  static List<Object> feed(long broadcast, Long[] messages, long segments, Instant now) {
    List<Object> values =
        new ArrayList<>(List.of(broadcast, Columns.time(now), messages, segments));
    values.addAll(BroadcastTexts.queued(now));
    return values;
  }

  /**
   * What still is to leave or may leave again, in these states. Each by its own partial index: of a
   * large broadcast most rows have left long ago.
   */
  static final Sql UNDER_WAY =
      Sql.of(
          """
          -- broadcast.under_way
          SELECT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'pending')
              OR EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'waiting')
              OR EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'leased') AS ready,
            EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'uncertain') AS uncertain\
          """);

  /** Each state by its own partial index, as above. */
  static final Sql FINISH =
      Sql.of(
          """
          -- broadcast.finish
          UPDATE broadcast b SET state = 'done', changed_at = $2, version = version + 1
          WHERE b.id = $1 AND b.state = 'sending'
            AND NOT EXISTS (SELECT 1 FROM broadcast_recipient r WHERE r.broadcast = $1 AND r.message IS NULL AND r.skipped IS NULL)
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'pending')
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'waiting')
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'leased')
            AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.broadcast = $1 AND o.state = 'uncertain')\
          """);

  /** Who still waits when it would no longer be true gets nothing. */
  static final Sql LATE =
      Sql.of(
          """
          -- broadcast.late
          UPDATE broadcast_recipient SET skipped = 'late' WHERE broadcast = $1 AND message IS NULL AND skipped IS NULL\
          """);
}
