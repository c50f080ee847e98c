package mx.vozrural.commitments;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import mx.vozrural.database.Sql;

/**
 * The one statement that says who gets a broadcast: what is counted before is what is written down
 * in the end.
 */
final class AudienceSql {
  private AudienceSql() {}

  /**
   * Who would get a broadcast, each once, and in which language. Who subscribed, as the sections
   * and categories narrow it (the web form asks for texts about the report alone); and, of a
   * broadcast about a commitment, who reported what is linked to it, joined that or was merged into
   * it. Never who wants nothing, nor a phone from which violence at home was reported. Restricted
   * reports count for nothing here: their numbers would tell of them.
   *
   * <p>OFFSET 0 keeps the planner to one index row for each of the few that are wanted: it takes
   * them for many, since it doesn't know the parameters, and would read a million reports.
   */
  private static final String AUDIENCE =
      """
      WITH RECURSIVE linked AS (
        SELECT p.folio, p.resident FROM report_commitment c
        CROSS JOIN LATERAL (SELECT o.folio, o.resident FROM report o WHERE o.folio = c.folio AND NOT o.restricted OFFSET 0) p
        WHERE c.commitment = $4::text AND $3::bigint[] IS NULL
        UNION
        SELECT m.folio, m.resident FROM linked l
        CROSS JOIN LATERAL (SELECT o.folio, o.resident FROM report o WHERE o.merged_into = l.folio AND NOT o.restricted OFFSET 0) m),
      wanted AS (
        SELECT w.resident, bool_or(w.subscribed) AS subscribed FROM (
          SELECT s.resident, true FROM subscription s
          WHERE $3::bigint[] IS NULL AND ($1::text[] IS NULL OR s.section IS NULL OR s.section = ANY ($1))
            AND ($2::text[] IS NULL
              OR EXISTS (SELECT 1 FROM report p WHERE p.resident = s.resident AND p.categories && $2 AND NOT p.restricted OFFSET 0))
          UNION ALL
          SELECT p.resident, true FROM report p
          WHERE p.folio = ANY ($3) AND p.resident IS NOT NULL AND NOT p.restricted
            AND ($1::text[] IS NULL OR p.section = ANY ($1)) AND ($2::text[] IS NULL OR p.categories && $2)
            AND EXISTS (SELECT 1 FROM subscription s WHERE s.resident = p.resident)
          UNION ALL
          SELECT l.resident, false FROM linked l WHERE l.resident IS NOT NULL
          UNION ALL
          SELECT n.resident, false FROM linked l
          CROSS JOIN LATERAL (SELECT j.resident FROM neighbour j WHERE j.folio = l.folio OFFSET 0) n) AS w(resident, subscribed)
        GROUP BY w.resident),
      audience AS (
        SELECT w.resident, w.subscribed,
          CASE WHEN $5::boolean AND 'en' = coalesce(r.language, (
            SELECT p.language FROM report p WHERE p.resident = w.resident AND NOT p.restricted ORDER BY p.received_at DESC LIMIT 1))
            THEN 'en' END AS language
        FROM wanted w
        CROSS JOIN LATERAL (
          SELECT p.language FROM resident p
          WHERE p.id = w.resident AND p.phone_kind = 'number' AND NOT coalesce((p.conversation->>'muted')::boolean, false) OFFSET 0) r
        WHERE NOT EXISTS (SELECT 1 FROM stop_list x WHERE x.resident = w.resident)
          AND NOT EXISTS (SELECT 1 FROM report v WHERE v.resident = w.resident AND v.violence_at_home))
      """;

  private static final Sql COUNT =
      Sql.of(
          "-- broadcast.count\n"
              + AUDIENCE
              + """
              SELECT count(*) AS everybody, count(*) FILTER (WHERE language = 'en') AS english,
                count(*) FILTER (WHERE NOT subscribed) AS beside FROM audience\
              """);

  private static final Sql WRITE_RECIPIENTS =
      Sql.of(
          "-- broadcast.write_recipients\n"
              + AUDIENCE
              + """
              , written AS (
                INSERT INTO broadcast_recipient (broadcast, resident, language) SELECT $6, resident, language FROM audience
                RETURNING language)
              SELECT count(*) AS everybody, count(*) FILTER (WHERE language = 'en') AS english, 0::bigint AS beside FROM written\
              """);

  /**
   * @param english whether there is an English text: without one everybody reads Spanish
   */
  static Headcount count(SqlClient client, Audience audience, boolean english) {
    return Headcount.of(COUNT.run(client, values(audience, english)).iterator().next());
  }

  /** Writes the recipients of a broadcast down, once for all. */
  static Headcount write(SqlConnection connection, Broadcast broadcast) {
    Tuple values = values(broadcast.audienceOf(), broadcast.english() != null);
    return Headcount.of(
        WRITE_RECIPIENTS.run(connection, values.addLong(broadcast.id())).iterator().next());
  }

  private static Tuple values(Audience audience, boolean english) {
    return Tuple.of(
        audience.sections().isEmpty() ? null : audience.sections().toArray(String[]::new),
        audience.categories().isEmpty() ? null : audience.categories().toArray(String[]::new),
        audience.folios().isEmpty() ? null : audience.folios().toArray(Long[]::new),
        audience.commitment(),
        english);
  }
}
