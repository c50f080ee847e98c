package mx.vozrural.readings;

import mx.vozrural.database.Sql;

/** The statements on corrections, models and aliases. */
final class ReadingSql {
  private ReadingSql() {}

  /** The text that a report was filed with, and what was said of it so far. */
  static final Sql OF_REPORT =
      Sql.of(
          """
          -- correction.of_report
          SELECT r.message, r.message_at, m.reading, c.intent, c.categories, c.section, c.urgent, c.life
          FROM report r JOIN message m ON m.id = r.message AND m.at = r.message_at
          LEFT JOIN correction c ON c.message = r.message
          WHERE r.folio = $1 AND m.channel = 'sms' AND m.reading IS NOT NULL\
          """);

  static final Sql CORRECT =
      Sql.of(
          """
          -- correction.keep
          INSERT INTO correction (message, message_at, folio, at, staff, model, intent, categories, section, urgent, life, wrong)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
          ON CONFLICT (message) DO UPDATE SET folio = excluded.folio, at = excluded.at, staff = excluded.staff, intent = excluded.intent,
            categories = excluded.categories, section = excluded.section, urgent = excluded.urgent, life = excluded.life,
            wrong = excluded.wrong\
          """);

  /** What a restricted report says stays where it is. */
  static final Sql CASES =
      Sql.of(
          """
          -- correction.cases
          SELECT c.message, c.intent, c.categories, c.section, c.urgent, c.life, m.body, m.reading->>'language' AS language
          FROM correction c JOIN message m ON m.id = c.message AND m.at = c.message_at JOIN report r ON r.folio = c.folio
          WHERE c.message > $1 AND NOT r.restricted AND m.body <> '' ORDER BY c.message LIMIT $2\
          """);

  /** Of the texts that staff have looked at, how many were read otherwise by them, by month. */
  static final Sql ACCURACY =
      Sql.of(
          """
          -- correction.accuracy
          WITH looked AS (
            SELECT date_trunc('month', r.received_at AT TIME ZONE $2) AS month, count(*) AS texts FROM report r
            WHERE r.channel = 'sms' AND r.status <> 'received' AND r.received_at >= $1 GROUP BY 1),
          corrected AS (
            SELECT date_trunc('month', c.message_at AT TIME ZONE $2) AS month, count(*) FILTER (WHERE r.status = 'received') AS unmoved,
              count(*) FILTER (WHERE 'intent' = ANY (c.wrong)) AS intent, count(*) FILTER (WHERE 'categories' = ANY (c.wrong)) AS categories,
              count(*) FILTER (WHERE 'section' = ANY (c.wrong)) AS section, count(*) FILTER (WHERE 'urgent' = ANY (c.wrong)) AS urgent
            FROM correction c JOIN report r ON r.folio = c.folio WHERE c.message_at >= $1 GROUP BY 1)
          SELECT coalesce(l.month, c.month)::date AS month, coalesce(l.texts, 0) + coalesce(c.unmoved, 0) AS texts,
            coalesce(c.intent, 0) AS intent, coalesce(c.categories, 0) AS categories, coalesce(c.section, 0) AS section,
            coalesce(c.urgent, 0) AS urgent
          FROM looked l FULL JOIN corrected c ON c.month = l.month ORDER BY 1 DESC\
          """);

  static final Sql KEEP_MODEL =
      Sql.of(
          """
          -- model.keep
          INSERT INTO model (version, made_at, texts, corrected, bytes) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING\
          """);

  static final Sql MODELS =
      Sql.of(
          "-- model.list\nSELECT version, made_at, texts, corrected FROM model ORDER BY made_at DESC, version");

  static final Sql MODEL = Sql.of("-- model.bytes\nSELECT bytes FROM model WHERE version = $1");

  static final Sql USE_MODEL =
      Sql.of(
          """
          -- model.use
          INSERT INTO model_in_use (id, since, version, actor_kind, actor) VALUES ($1, $2, $3, $4, $5)\
          """);

  static final Sql USES =
      Sql.of("-- model.uses\nSELECT version, since FROM model_in_use ORDER BY id DESC LIMIT $1");

  /** Changes with whatever the interpreter is made of. */
  static final Sql STATE =
      Sql.of(
          """
          -- reading.state
          SELECT (SELECT u.version FROM model_in_use u ORDER BY u.id DESC LIMIT 1) AS version, count(*) AS pinned,
            count(a.undone_at) AS undone FROM place_alias a\
          """);

  static final Sql ALIASES =
      Sql.of(
          """
          -- alias.list
          SELECT id, words, section, community, folio, since, by_staff FROM place_alias WHERE undone_at IS NULL ORDER BY words\
          """);

  static final Sql PIN =
      Sql.of(
          """
          -- alias.pin
          INSERT INTO place_alias (id, words, section, community, folio, since, by_staff) VALUES ($1, $2, $3, $4, $5, $6, $7)
          ON CONFLICT (words) WHERE undone_at IS NULL DO NOTHING\
          """);

  static final Sql UNDO =
      Sql.of(
          """
          -- alias.undo
          UPDATE place_alias SET undone_at = $2, undone_by = $3 WHERE id = $1 AND undone_at IS NULL\
          """);
}
