package mx.vozrural.outbox;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The statements on messages and on the outbox. */
public final class OutboxSql {
  private OutboxSql() {}

  /**
   * Whether a text of the outbox {@code o} is the answer to somebody's own words of danger to life:
   * those get it after ALTO too.
   */
  static final String ANSWERS_DANGER =
      """
      (o.stream = 'answer' AND EXISTS (
              SELECT 1 FROM message a WHERE a.id = o.message AND a.at = o.message_at AND a.template LIKE 'danger%'))\
      """;

  /** Part of a batch: records messages. */
  public static final String RECORDED =
      """
      recorded AS (
        INSERT INTO message (id, at, direction, channel, resident, folio, body, template, language, segments, media, staff, reading)
        SELECT m.id, $1::timestamptz, m.direction, m.channel, m.resident, m.folio, m.body, m.template, m.language, m.segments, m.media,
          m.staff, m.reading::jsonb
        FROM unnest($2::bigint[], $3::text[], $4::text[], $5::bigint[], $6::bigint[], $7::text[], $8::text[], $9::text[],
          $10::int[], $11::int[], $12::bigint[], $13::text[])
          AS m(id, direction, channel, resident, folio, body, template, language, segments, media, staff, reading))\
      """;

  /** The parameters of {@link #RECORDED}. */
  public static List<Object> recorded(List<Message> messages, Instant at) {
    return List.of(
        Columns.time(at),
        Columns.longs(messages, Message::id),
        Columns.texts(messages, m -> m.direction().code()),
        Columns.texts(messages, m -> m.channel().code()),
        Columns.longs(messages, Message::resident),
        Columns.longs(messages, Message::folio),
        Columns.texts(messages, Message::body),
        Columns.texts(messages, Message::template),
        Columns.texts(messages, Message::language),
        Columns.ints(messages, Message::segments),
        Columns.ints(messages, Message::media),
        Columns.longs(messages, Message::staff),
        Columns.texts(messages, m -> m.reading() == null ? null : m.reading().encode()));
  }

  /** Part of a batch: the replies that travel in the answer to Twilio. */
  public static final String ANSWERED =
      """
      answered AS (
        INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at, stream, any_hour)
        SELECT a.id, $1::timestamptz, a.resident, 'answered', 0, $1::timestamptz + interval '15 minutes',
          $1::timestamptz + interval '1 day', $1::timestamptz, 'answer', true
        FROM unnest($2::bigint[], $3::bigint[]) AS a(id, resident))\
      """;

  /** The parameters of {@link #ANSWERED}. */
  public static List<Object> answered(List<Message> replies, Instant at) {
    return List.of(
        Columns.time(at),
        Columns.longs(replies, Message::id),
        Columns.longs(replies, Message::resident));
  }

  /** An answer that nobody waits for at the door any more is sent like the others. */
  static final Sql SEND_ANSWER =
      Sql.of(
          """
          -- outbox.send_answer
          UPDATE outbox o SET state = CASE WHEN $4::boolean AND EXISTS (
              SELECT 1 FROM stop_list s WHERE s.resident = o.resident AND s.stream IN ('all', 'twilio')) THEN 'cancelled' ELSE 'pending' END,
            due_at = $2::timestamptz, expires_at = $2::timestamptz + interval '1 day',
            updated_at = $2::timestamptz, any_hour = $3::boolean OR\
          """
              + ANSWERS_DANGER
              + """

              WHERE message = $1 AND state = 'answered' AND sid IS NULL\
              """);

  /** An alert doesn't wait for the next try of an earlier one: the earlier one is tried now. */
  static final Sql HURRY =
      Sql.of(
          """
          -- outbox.hurry
          UPDATE outbox SET state = 'pending', due_at = $2, updated_at = $2
          WHERE resident = $1 AND state = 'waiting' AND priority = 0 AND expires_at > $2\
          """);

  static final Sql DROP_ANSWER =
      Sql.of(
          """
          -- outbox.drop_answer
          UPDATE outbox SET state = 'cancelled', note = 'stopped', updated_at = $2
          WHERE message = $1 AND state = 'answered' AND sid IS NULL\
          """);

  static final Sql ENQUEUE =
      Sql.of(
          """
          -- outbox.enqueue
          WITH text AS (
            INSERT INTO message (id, at, direction, channel, resident, folio, body, template, language, segments, staff)
            VALUES ($1, $2, 'out', 'sms', $3, $4, $5, $6, $7, $8, $9))
          INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, updated_at, stream, any_hour)
          VALUES ($1, $2, $3, CASE WHEN $11 > $2 THEN 'waiting' ELSE 'pending' END, $10, $11, $12, $2, $13, $14)\
          """);

  static final Sql CANCEL =
      Sql.of(
          """
          -- outbox.cancel
          UPDATE outbox o SET state = 'cancelled', updated_at = $2, note = $3
          WHERE resident = $1 AND state IN ('waiting', 'pending') AND NOT\
          """
              + ANSWERS_DANGER);

  static final Sql PARKED =
      Sql.of(
          """
          -- outbox.parked
          SELECT o.message, o.updated_at, o.expires_at, o.note, m.folio, CASE WHEN r.restricted THEN NULL ELSE m.body END AS body
          FROM outbox o JOIN message m ON m.id = o.message AND m.at = o.message_at LEFT JOIN report r ON r.folio = m.folio
          WHERE o.state = 'parked' AND ($1::text IS NULL OR r.section = $1) AND ($2::boolean OR NOT coalesce(r.restricted, false))
          ORDER BY o.message LIMIT $3\
          """);

  static final Sql PARKED_COUNT =
      Sql.of(
          """
          -- outbox.parked_count
          SELECT count(*) FROM outbox o JOIN message m ON m.id = o.message AND m.at = o.message_at LEFT JOIN report r ON r.folio = m.folio
          WHERE o.state = 'parked' AND ($1::text IS NULL OR r.section = $1) AND ($2::boolean OR NOT coalesce(r.restricted, false))\
          """);

  /**
   * Each figure by its own partial index: one over all states would read the whole table. What has
   * waited longest is only what {@link DeliverySql#CLAIM} could take: not what waits behind an
   * earlier text to the same phone, nor for a phone that is paused. Its conditions are asked in the
   * order of the due times and only until the first that holds.
   */
  static final Sql WAITING =
      Sql.of(
          """
          -- outbox.waiting
          SELECT (SELECT count(*) FROM outbox WHERE state = 'pending') AS pending,
            (SELECT count(*) FROM outbox WHERE state = 'uncertain') AS uncertain,
            (SELECT count(*) FROM outbox WHERE state = 'parked') AS parked,
            (SELECT o.due_at
             FROM (SELECT message, message_at, resident, priority, due_at FROM outbox
                   WHERE state = 'pending' AND due_at <= $1 AND expires_at + interval '0' > $1 ORDER BY due_at OFFSET 0) o
             WHERE (SELECT true FROM send_pause h WHERE h.resident = o.resident AND h.until > $1 LIMIT 1) IS NULL
               AND (SELECT true FROM outbox e
                 WHERE e.resident = o.resident AND e.state IN ('waiting', 'pending', 'leased', 'uncertain') AND e.priority <= o.priority
                   AND (e.message_at, e.message) < (o.message_at, o.message) LIMIT 1) IS NULL
             LIMIT 1) AS oldest,
            (SELECT halted_by FROM send_pace WHERE halted_until > $1) AS halted\
          """);

  /** Both directions of a report's correspondence. */
  static final Sql OF_REPORT =
      Sql.of(
          """
          -- message.of_report
          SELECT m.id, m.at, m.direction, m.channel, m.body, m.segments, m.staff, m.media, o.state, o.note
          FROM (SELECT * FROM message WHERE folio = $1
                UNION ALL
                SELECT m.* FROM message_also a JOIN message m ON m.id = a.message AND m.at = a.message_at WHERE a.folio = $1) m
          LEFT JOIN outbox o ON o.message = m.id
          ORDER BY m.id\
          """);

  /** Both directions with one phone, the newest, oldest first. */
  static final Sql OF_RESIDENT =
      Sql.of(
          """
          -- message.of_resident
          SELECT * FROM (
            SELECT m.id, m.at, m.direction, m.channel, m.body, m.segments, m.staff, m.media, o.state, o.note
            FROM message m LEFT JOIN outbox o ON o.message = m.id
            WHERE m.resident = $1 AND (m.direction = 'in' OR o.state IN ('answered', 'accepted', 'sent', 'delivered'))
            ORDER BY m.id DESC LIMIT 60) newest
          ORDER BY id\
          """);
}
