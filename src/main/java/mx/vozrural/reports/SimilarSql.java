package mx.vozrural.reports;

import java.time.Duration;
import mx.vozrural.database.Sql;

/**
 * The statements on reports that may tell of the same matter: of one section, of one community
 * where both name one, with a category in common, received within days of each other. A report
 * without a section or that nobody could read is like no other.
 */
final class SimilarSql {
  private static final Duration WITHIN = Duration.ofDays(7);

  private SimilarSql() {}

  /** What is asked of {@code s} by each way to it; an index holds the first three lines. */
  private static final String LIKE_R =
      """
      s.open AND NOT s.unclear AND s.section = r.section
          AND s.received_at BETWEEN r.received_at - interval '%1$d hours' AND r.received_at + interval '%1$d hours'
          AND r.open AND NOT r.unclear AND s.folio <> r.folio
          AND (s.community = r.community OR s.community IS NULL OR r.community IS NULL) AND (%%1$s OR NOT s.restricted)\
      """
          .formatted(WITHIN.toHours());

  /**
   * The open reports that are like {@code r}, each once: first by their main category, then those
   * that share a further one.
   *
   * @param restricted parameter that says whether restricted ones may be known of
   */
  private static String likeR(String restricted) {
    return """
    SELECT s.folio, s.received_at FROM report s
    WHERE s.category = ANY (r.categories) AND %1$s
    UNION ALL
    SELECT s.folio, s.received_at FROM report s
    WHERE cardinality(s.categories) > 1 AND s.categories && r.categories AND s.category <> ALL (r.categories) AND %1$s\
    """
        .formatted(LIKE_R.formatted(restricted));
  }

  /** How many are like {@code r}, counted as far as {@link Similar#MOST}. */
  static String count(String restricted) {
    return "(SELECT count(*)::int FROM (%s LIMIT %d) few)"
        .formatted(likeR(restricted), Similar.MOST);
  }

  /** The newest, without the words of restricted ones: these are read where reading is recorded. */
  static final Sql NEWEST =
      Sql.of(
          """
          -- similar.newest
          WITH alike AS (SELECT s.folio, s.received_at FROM report r CROSS JOIN LATERAL (%s) s WHERE r.folio = $1)
          SELECT %s, CASE WHEN NOT r.restricted THEN m.body END AS body, (SELECT count(*) FROM alike) AS alike
          FROM (SELECT folio FROM alike ORDER BY received_at DESC, folio DESC LIMIT %d) n JOIN report r ON r.folio = n.folio
          LEFT JOIN message m ON m.id = r.message AND m.at = r.message_at
          ORDER BY r.received_at DESC, r.folio DESC\
          """
              .formatted(likeR("$2"), ReportSql.COLUMNS, Similar.MOST));

  /** What was merged into a report, through chains of mergers too. */
  static final Sql MERGED =
      Sql.of(
          """
          -- similar.merged
          WITH RECURSIVE led AS (
            SELECT folio FROM report WHERE merged_into = $1
            UNION
            SELECT o.folio FROM led l JOIN report o ON o.merged_into = l.folio)
          SELECT %s, '' AS body FROM led JOIN report r ON r.folio = led.folio WHERE r.folio <> $1 ORDER BY r.received_at, r.folio\
          """
              .formatted(ReportSql.COLUMNS));
}
