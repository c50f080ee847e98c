package mx.vozrural.outbox;

import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import mx.vozrural.database.Sql;
import org.jspecify.annotations.Nullable;

/** The statements by which texts go their {@link Course}. */
final class DeliverySql {
  private DeliverySql() {}

  private static final String ROW =
      """
      o.message, o.state, o.due_at, o.expires_at, o.attempts, o.looks, coalesce(o.tried_at, o.message_at) AS tried_at, o.leased_until, o.sid,
        o.sid_from, o.error, o.failures, o.note, o.resident\
      """;

  static Delivery delivery(Row row) {
    return new Delivery(
        row.getLong("message"),
        Delivery.State.of(row.getString("state")),
        time(row, "due_at"),
        time(row, "expires_at"),
        row.getInteger("attempts"),
        row.getInteger("looks"),
        time(row, "tried_at"),
        optionalTime(row, "leased_until"),
        row.getString("sid"),
        Delivery.Source.of(row.getString("sid_from")),
        row.getInteger("error") == null ? 0 : row.getInteger("error"),
        row.getInteger("failures"),
        row.getString("note"));
  }

  private static Instant time(Row row, String column) {
    return row.getOffsetDateTime(column).toInstant();
  }

  private static @Nullable Instant optionalTime(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }

  /**
   * Whether a line {@code s} of the stop list holds for a text {@code o}: the gateway's own block
   * for all, ALTO for all but the answer to one's own words of danger, BAJA AVISOS for notices.
   */
  private static final String STOPS =
      "(s.stream = 'twilio' OR (s.stream = 'all' AND NOT "
          + OutboxSql.ANSWERS_DANGER
          + ") OR (s.stream = 'notices' AND o.stream = 'notice'))";

  /**
   * Takes what may leave: as many as the common pace has room for ($3 a second, never more at once
   * than $4 seconds bring), by rank, none before an earlier one to the same phone of the same rank
   * or above, none in quiet hours that may not. Whoever stopped meanwhile is crossed out here, or
   * they would lie before the others for ever. The pace runs by the database's clock, and whoever
   * finds it locked leaves this turn to the other.
   *
   * <p>The conditions on a text's neighbours are subqueries with a limit, which are asked of each
   * candidate by their index and never turned into a join with the whole table. The expiry is no
   * index's condition here: a plan for any number of texts would read all that will ever expire.
   */
  static final Sql CLAIM =
      Sql.of(
          """
          -- delivery.claim
          WITH pace AS MATERIALIZED (
            SELECT greatest(p.next_at, t.now - make_interval(secs => $4::float8)) AS since,
              floor(extract(epoch FROM t.now - greatest(p.next_at, t.now - make_interval(secs => $4::float8)))::float8 * $3::float8 + 0.001) AS room
            FROM send_pace p, (SELECT clock_timestamp() AS now) t
            WHERE p.next_at < t.now AND p.halted_until <= $1 FOR UPDATE OF p SKIP LOCKED),
          next AS MATERIALIZED (
            SELECT o.message,
              (SELECT true FROM stop_list s WHERE s.resident = o.resident AND\
          """
              + STOPS
              + """
                   LIMIT 1) IS NOT NULL AS stopped
                FROM outbox o
                WHERE o.state = 'pending' AND o.due_at <= $1 AND o.expires_at + interval '0' > $1 AND (o.any_hour OR NOT $6::boolean)
                  AND (SELECT true FROM send_pause h WHERE h.resident = o.resident AND h.until > $1 LIMIT 1) IS NULL
                  AND (SELECT true FROM outbox e
                    WHERE e.resident = o.resident AND e.state IN ('waiting', 'pending', 'leased', 'uncertain') AND e.priority <= o.priority
                      AND (e.message_at, e.message) < (o.message_at, o.message) LIMIT 1) IS NULL
                ORDER BY o.priority, o.message LIMIT coalesce((SELECT least($2::float8, room) FROM pace), 0)::bigint
                FOR UPDATE OF o SKIP LOCKED),
              paced AS (
                UPDATE send_pace SET next_at = p.since + (SELECT count(*) FROM next WHERE NOT stopped) * make_interval(secs => 1 / $3::float8)
                FROM pace p WHERE EXISTS (SELECT 1 FROM next WHERE NOT stopped)),
              crossed AS (
                UPDATE outbox SET state = 'cancelled', note = 'stopped', updated_at = $1
                WHERE message = ANY (ARRAY(SELECT message FROM next WHERE stopped))),
              given AS (
                INSERT INTO given_up (sid, message)
                SELECT sid, message FROM outbox WHERE sid IS NOT NULL AND message = ANY (ARRAY(SELECT message FROM next WHERE NOT stopped))
                ON CONFLICT DO NOTHING),
              taken AS (
                UPDATE outbox SET state = 'leased', leased_until = $5, attempts = attempts + 1, looks = 0, tried_at = $1, sid = NULL,
                  sid_from = NULL, updated_at = $1
                WHERE message = ANY (ARRAY(SELECT message FROM next WHERE NOT stopped)) RETURNING *)
              SELECT
              """
              + ROW
              + """
              , m.body, r.phone
              FROM taken o JOIN message m ON m.id = o.message AND m.at = o.message_at JOIN resident r ON r.id = o.resident
              ORDER BY o.priority, o.message\
              """);

  /**
   * Right before a text leaves: is it still this sender's, and may its resident be texted, and does
   * its broadcast go on?
   */
  static final Sql CHECK =
      Sql.of(
          """
          -- delivery.check
          SELECT CASE WHEN EXISTS (SELECT 1 FROM stop_list s WHERE s.resident = o.resident AND\
          """
              + STOPS
              + """
              ) THEN 'stopped' ELSE (
                SELECT 'broadcast_' || b.state FROM broadcast b WHERE b.id = o.broadcast AND b.state IN ('paused', 'cancelled')) END AS why
              FROM outbox o WHERE o.message = $1 AND o.state = 'leased' AND o.attempts = $2\
              """);

  /**
   * What time brings, for at most 500 texts each: leases end, texts outlive their truth, those
   * whose moment has come may leave, and in quiet hours ($2, until $3) those that may not are put
   * aside. An answer that is a day old is looked for no more.
   */
  static final Sql PASS =
      Sql.of(
          """
          -- delivery.pass
          WITH abandoned AS (
            UPDATE outbox SET state = 'uncertain', leased_until = NULL, looks = 0, due_at = $4, note = 'sender not heard of', updated_at = $1
            WHERE message = ANY (ARRAY(SELECT message FROM outbox WHERE state = 'leased' AND leased_until <= $1
              LIMIT 500 FOR UPDATE SKIP LOCKED))),
          outlived AS (
            UPDATE outbox SET state = 'expired', updated_at = $1
            WHERE message = ANY (ARRAY(SELECT message FROM outbox WHERE state IN ('waiting', 'pending') AND expires_at <= $1
              LIMIT 500 FOR UPDATE SKIP LOCKED))),
          untraced AS (
            UPDATE outbox SET due_at = '9999-12-31Z', updated_at = $1
            WHERE message = ANY (ARRAY(SELECT message FROM outbox WHERE state = 'answered' AND due_at <= $1 AND expires_at <= $1
              ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED))),
          hushed AS (
            UPDATE outbox SET state = 'waiting', due_at = $3, updated_at = $1
            WHERE $2::boolean AND message = ANY (ARRAY(SELECT message FROM outbox
              WHERE state = 'pending' AND due_at <= $1 AND NOT any_hour AND expires_at > $1 LIMIT 500 FOR UPDATE SKIP LOCKED)))
          UPDATE outbox SET state = CASE WHEN $2::boolean AND NOT any_hour THEN 'waiting' ELSE 'pending' END,
            due_at = CASE WHEN $2::boolean AND NOT any_hour THEN $3 ELSE due_at END, updated_at = $1
          WHERE message = ANY (ARRAY(SELECT message FROM outbox WHERE state = 'waiting' AND due_at <= $1 AND expires_at > $1
            ORDER BY due_at LIMIT 500 FOR UPDATE SKIP LOCKED))\
          """);

  /** Texts to be searched for in the gateway's list, and until $2 by nobody else. */
  static final Sql TO_SEARCH =
      Sql.of(
          """
          -- delivery.to_search
          WITH uncertain AS (
            SELECT message FROM outbox WHERE state = 'uncertain' AND due_at <= $1 ORDER BY due_at LIMIT $3 FOR UPDATE SKIP LOCKED),
          untraced AS (
            SELECT message FROM outbox WHERE $4::boolean AND state = 'answered' AND due_at <= $1 AND expires_at > $1
            ORDER BY due_at LIMIT greatest($3 - (SELECT count(*) FROM uncertain), 0) FOR UPDATE SKIP LOCKED),
          taken AS (
            UPDATE outbox SET due_at = $2
            WHERE message = ANY (ARRAY(SELECT message FROM uncertain UNION ALL SELECT message FROM untraced)) RETURNING *)
          SELECT
          """
              + ROW
              + """
              , m.body, r.phone
              FROM taken o JOIN message m ON m.id = o.message AND m.at = o.message_at JOIN resident r ON r.id = o.resident\
              """);

  /** Which of these names other texts go by, or an earlier try of any went by. */
  static final Sql HELD =
      Sql.of(
          """
          -- delivery.held
          SELECT sid FROM outbox WHERE sid = ANY ($1::text[]) AND message <> $2
          UNION ALL SELECT sid FROM given_up WHERE sid = ANY ($1::text[])\
          """);

  static final Sql LOAD =
      Sql.of("-- delivery.load\nSELECT " + ROW + "\nFROM outbox o WHERE o.message = $1");

  static final Sql LOCK =
      Sql.of("-- delivery.lock\nSELECT " + ROW + "\nFROM outbox o WHERE o.message = $1 FOR UPDATE");

  /** Who goes by a name that only the list gave it. */
  static final Sql LISTED_AS =
      Sql.of(
          "-- delivery.listed_as\nSELECT "
              + ROW
              + "\nFROM outbox o WHERE o.sid = $1 AND o.message <> $2 AND o.sid_from = 'list' FOR"
              + " UPDATE");

  /** Steps of many texts; each counts only where the text still stands where it was judged. */
  static final Sql STEP =
      Sql.of(
          """
          -- delivery.step
          UPDATE outbox o SET state = n.state, due_at = n.due_at, looks = n.looks, leased_until = n.leased_until, sid = n.sid,
            sid_from = n.sid_from, error = n.error, failures = n.failures, note = n.note, updated_at = n.at
          FROM unnest($1::bigint[], $2::text[], $3::int[], $4::int[], $5::text[], $6::text[], $7::timestamptz[], $8::int[],
              $9::timestamptz[], $10::text[], $11::text[], $12::int[], $13::int[], $14::text[], $15::timestamptz[])
            AS n(message, was, attempts_were, looks_were, sid_was, state, due_at, looks, leased_until, sid, sid_from, error, failures,
              note, at)
          WHERE o.message = n.message AND o.state = n.was AND o.attempts = n.attempts_were AND o.looks = n.looks_were
            AND o.sid IS NOT DISTINCT FROM n.sid_was
          RETURNING o.message\
          """);

  /** All senders wait. */
  static final Sql HALT =
      Sql.of(
          """
          -- send_pace.halt
          UPDATE send_pace SET halted_until = greatest(halted_until, $1), halted_by = $2\
          """);

  /** The common pace waits so many seconds from now, not from where others have put it. */
  static final Sql SLOW =
      Sql.of(
          """
          -- send_pace.slow
          UPDATE send_pace SET next_at = greatest(next_at, clock_timestamp() + make_interval(secs => $1::float8))\
          """);

  static final Sql PAUSE =
      Sql.of(
          """
          -- send_pause.set
          INSERT INTO send_pause (resident, until) VALUES ($1, $2)
          ON CONFLICT (resident) DO UPDATE SET until = greatest(send_pause.until, excluded.until)\
          """);
}
