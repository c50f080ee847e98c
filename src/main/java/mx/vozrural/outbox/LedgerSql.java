package mx.vozrural.outbox;

import mx.vozrural.database.Sql;

/** The statements on what texts cost. */
final class LedgerSql {
  private LedgerSql() {}

  /**
   * Each text from $1 to $2 with its segments and pesos: as the gateway told them, else our own
   * count, and $3 pesos for a segment; $4 pesos are a dollar. What was refused before it had a name
   * at the gateway cost nothing; every try that had one is a text of its own, also of a text that
   * waits for its next try or never had one.
   */
  private static final String TEXTS =
      """
      WITH told_in AS (
        SELECT i.message, c.segments, c.price, c.price_unit, c.priced_at FROM charge c JOIN inbound i ON i.sid = c.sid
        WHERE c.at >= $1::timestamptz - interval '7 days' AND c.at < $2::timestamptz + interval '7 days'),
      text AS (
        SELECT 'out' AS direction, o.stream, m.template, m.folio, o.message_at AS at, o.broadcast, false AS queued,
          nullif(o.charged_segments, 0) AS charged, m.segments, o.price, o.price_unit, o.priced_at
        FROM outbox o JOIN message m ON m.id = o.message AND m.at = o.message_at
        WHERE o.message_at >= $1 AND o.message_at < $2 AND m.at >= $1 AND m.at < $2
          AND (o.sid IS NOT NULL OR o.state IN ('answered', 'accepted', 'sent', 'delivered'))
        UNION ALL
        SELECT 'out', o.stream, m.template, m.folio, o.message_at, o.broadcast, false,
          nullif(c.segments, 0), m.segments, c.price, c.price_unit, c.priced_at
        FROM outbox o JOIN given_up g ON g.message = o.message JOIN message m ON m.id = o.message AND m.at = o.message_at
          LEFT JOIN charge c ON c.sid = g.sid
        WHERE o.message_at >= $1 AND o.message_at < $2 AND m.at >= $1 AND m.at < $2
        UNION ALL
        SELECT 'out', o.stream, m.template, m.folio, o.message_at, o.broadcast, true, NULL, m.segments, NULL, NULL, NULL
        FROM outbox o JOIN message m ON m.id = o.message AND m.at = o.message_at
        WHERE o.state IN ('waiting', 'pending', 'leased', 'uncertain')
          AND o.message_at >= $1 AND o.message_at < $2 AND m.at >= $1 AND m.at < $2
        UNION ALL
        SELECT 'in', 'in', NULL, m.folio, m.at, NULL, false, nullif(c.segments, 0), m.segments, c.price, c.price_unit, c.priced_at
        FROM message m LEFT JOIN told_in c ON c.message = m.id
        WHERE m.direction = 'in' AND m.channel = 'sms' AND m.at >= $1 AND m.at < $2),
      told AS (
        SELECT *, coalesce(charged, segments) AS counted,
          CASE WHEN price IS NULL AND priced_at IS NOT NULL THEN 0
            WHEN price_unit = 'MXN' THEN price
            WHEN price_unit = 'USD' THEN price * $4::text::numeric END AS pesos
        FROM text),
      paid AS (SELECT *, coalesce(pesos, counted * $3::text::numeric) AS cost FROM told)\
      """;

  /** Of a restricted report neither the section nor what it was about: together they tell of it. */
  static final Sql MONTH =
      Sql.of(
          "-- ledger.month\n"
              + TEXTS
              + """

              SELECT p.direction, p.stream, s.section, s.template, count(*) AS texts, sum(p.counted) AS segments,
                count(*) FILTER (WHERE p.charged IS NULL) AS estimated_segments, sum(p.cost) AS cost,
                count(*) FILTER (WHERE p.pesos IS NULL) AS estimated_costs
              FROM paid p LEFT JOIN report r ON r.folio = p.folio CROSS JOIN LATERAL (
                SELECT CASE WHEN NOT r.restricted THEN r.section END AS section,
                  CASE WHEN r.restricted AND p.template IS NOT NULL THEN 'restricted' ELSE p.template END AS template) s
              WHERE NOT p.queued
              GROUP BY p.direction, p.stream, s.section, s.template
              ORDER BY p.direction, p.stream, s.section NULLS LAST, s.template\
              """);

  /** The month began at $5; $6 is thirty days ago. */
  static final Sql BUDGET =
      Sql.of(
          "-- ledger.budget\n"
              + TEXTS
              + """
              ,
              planned AS (
                SELECT coalesce(sum(CASE r.language WHEN 'en' THEN b.segments_en ELSE b.segments END), 0) * $3::text::numeric AS cost
                FROM broadcast b JOIN broadcast_recipient r ON r.broadcast = b.id AND r.message IS NULL AND r.skipped IS NULL
                WHERE b.state IN ('sending', 'paused'))
              SELECT coalesce(sum(p.cost) FILTER (WHERE NOT queued AND at >= $5 AND broadcast IS NOT NULL), 0) AS broadcasts,
                coalesce(sum(p.cost) FILTER (WHERE NOT queued AND at >= $5), 0) AS everything,
                coalesce(sum(p.cost) FILTER (WHERE queued AND broadcast IS NOT NULL), 0) AS queued_broadcasts,
                coalesce(sum(p.cost) FILTER (WHERE queued), 0) AS queued_everything,
                coalesce(sum(p.cost) FILTER (WHERE NOT queued AND at >= $6 AND broadcast IS NULL), 0) AS usual,
                (SELECT cost FROM planned) AS planned
              FROM paid p\
              """);

  /** What the gateway itself says that it charged, by its currency; each of its texts once. */
  static final Sql BILLED =
      Sql.of(
          """
          -- ledger.billed
          SELECT unit, sum(price) AS price, sum(segments) AS segments FROM (
            SELECT price_unit AS unit, price, charged_segments AS segments FROM outbox
            WHERE message_at >= $1 AND message_at < $2 AND sid IS NOT NULL
            UNION ALL
            SELECT c.price_unit, c.price, c.segments FROM charge c
            WHERE c.at >= $1 AND c.at < $2 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.sid = c.sid)) billed
          WHERE price IS NOT NULL AND unit IS NOT NULL GROUP BY unit ORDER BY unit\
          """);

  /** In the gateway's list, and neither sent by us nor known as received. */
  static final Sql UNOWNED =
      Sql.of(
          """
          -- ledger.unowned
          SELECT count(*) AS texts, coalesce(sum(c.segments), 0) AS segments FROM charge c
          WHERE c.at >= $1 AND c.at < $2 AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.sid = c.sid)
            AND NOT EXISTS (SELECT 1 FROM inbound i WHERE i.sid = c.sid)
            AND NOT EXISTS (SELECT 1 FROM given_up g WHERE g.sid = c.sid)\
          """);

  static final Sql SETTING =
      Sql.of(
          """
          -- setting.newest
          SELECT value FROM setting WHERE key = $1 ORDER BY at DESC LIMIT 1\
          """);

  /** Two changes in one instant are still one after the other. */
  static final Sql SET =
      Sql.of(
          """
          -- setting.append
          INSERT INTO setting (key, at, value, staff)
          SELECT $1, greatest($2::timestamptz, (SELECT max(at) + interval '1 microsecond' FROM setting WHERE key = $1)), $3, $4\
          """);

  /** One instance at a time: whoever moves the mark has the turn. */
  static final Sql TURN =
      Sql.of(
          """
          -- prices.turn
          INSERT INTO watermark AS w (name, at) VALUES ('prices.turn', $1) ON CONFLICT (name) DO UPDATE SET at = excluded.at
          WHERE w.at <= $2 RETURNING name\
          """);

  /** How far the list was read, and the oldest text since $1 whose price is unknown. */
  static final Sql READ_SO_FAR =
      Sql.of(
          """
          -- prices.read_so_far
          SELECT (SELECT at FROM watermark WHERE name = 'prices.from') AS since,
            (SELECT at FROM watermark WHERE name = 'prices.until') AS until,
            (SELECT min(message_at) FROM outbox
             WHERE priced_at IS NULL AND state IN ('accepted', 'sent', 'delivered', 'failed') AND updated_at >= $1) AS oldest\
          """);

  static final Sql MARK =
      Sql.of(
          """
          -- prices.mark
          INSERT INTO watermark (name, at) VALUES ('prices.from', $1), ('prices.until', $2)
          ON CONFLICT (name) DO UPDATE SET at = excluded.at\
          """);

  /**
   * A page of the gateway's list: prices for our texts, a row for each other one; tells which of
   * ours were last heard of before $8.
   */
  static final Sql PRICE =
      Sql.of(
          """
          -- prices.write
          WITH told AS (
            SELECT sid, segments, price::numeric AS price, unit, at, settled
            FROM unnest($1::text[], $2::int[], $3::text[], $4::text[], $5::timestamptz[], $6::boolean[])
              AS t(sid, segments, price, unit, at, settled)),
          ours AS (SELECT o.message, o.sid, o.state, o.updated_at FROM told t JOIN outbox o ON o.sid = t.sid),
          priced AS (
            UPDATE outbox o SET charged_segments = coalesce(nullif(t.segments, 0), o.charged_segments), price = coalesce(t.price, o.price),
              price_unit = coalesce(t.unit, o.price_unit),
              priced_at = coalesce(o.priced_at, CASE WHEN t.price IS NOT NULL OR t.settled THEN $7::timestamptz END)
            FROM told t
            WHERE o.sid = t.sid AND (nullif(t.segments, 0) <> coalesce(o.charged_segments, 0) OR t.price <> coalesce(o.price, -1)
              OR (o.priced_at IS NULL AND t.settled))),
          others AS (
            INSERT INTO charge AS c (sid, at, segments, price, price_unit, priced_at)
            SELECT sid, at, segments, price, unit, CASE WHEN price IS NOT NULL OR settled THEN $7::timestamptz END FROM told t
            WHERE at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM ours WHERE ours.sid = t.sid)
            ON CONFLICT (sid) DO UPDATE SET segments = excluded.segments, price = excluded.price, price_unit = excluded.price_unit,
              priced_at = coalesce(c.priced_at, excluded.priced_at)
            WHERE (c.segments, c.price, c.price_unit) IS DISTINCT FROM (excluded.segments, excluded.price, excluded.price_unit)
              OR (c.priced_at IS NULL AND excluded.priced_at IS NOT NULL))
          SELECT message, sid FROM ours WHERE state IN ('accepted', 'sent') AND updated_at < $8\
          """);
}
