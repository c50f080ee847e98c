package mx.vozrural.residents;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The statements on residents, their consent and who wants nothing. */
public final class ResidentSql {
  private ResidentSql() {}

  /**
   * Part of a batch: {@code claimed(ord)} are the texts whose phone is still in the state that was
   * judged. Rows are locked in one order, or two batches with the same phones would wait for each
   * other.
   */
  public static final String CLAIMED =
      """
      claim AS MATERIALIZED (
        SELECT * FROM unnest($1::int[], $2::bigint[], $3::int[], $4::bytea[], $5::bytea[], $6::text[], $7::text[])
          AS c(ord, id, version, phone_index, phone, phone_kind, conversation)),
      known AS MATERIALIZED (
        SELECT c.ord, r.id, c.conversation FROM claim c JOIN resident r ON r.id = c.id AND r.version = c.version
        WHERE c.version > 0 ORDER BY r.id FOR UPDATE OF r),
      moved AS (
        UPDATE resident r SET version = r.version + 1, conversation = k.conversation::jsonb
        FROM known k WHERE r.id = k.id RETURNING k.ord),
      met AS (
        INSERT INTO resident (id, phone_index, phone, phone_kind, created_at, conversation)
        SELECT id, phone_index, phone, phone_kind, $8::timestamptz, conversation::jsonb FROM claim
        WHERE version = 0 ORDER BY phone_index
        ON CONFLICT (phone_index) DO NOTHING RETURNING id),
      claimed AS MATERIALIZED (
        SELECT ord FROM moved UNION ALL SELECT c.ord FROM claim c JOIN met USING (id))\
      """;

  /** The parameters of {@link #CLAIMED}. */
  public static List<Object> claimed(List<Claim> claims, Instant at) {
    return List.of(
        Columns.ints(claims, Claim::ord),
        Columns.longs(claims, Claim::resident),
        Columns.ints(claims, Claim::version),
        Columns.buffers(claims, Claim::phoneIndex),
        Columns.buffers(claims, Claim::phone),
        Columns.texts(claims, Claim::phoneKind),
        Columns.texts(claims, c -> c.conversation().encode()),
        Columns.time(at));
  }

  static final Sql FIND =
      Sql.of("-- resident.find\nSELECT id FROM resident WHERE phone_index = $1");

  static final Sql MEET =
      Sql.of(
          """
          -- resident.meet
          INSERT INTO resident (id, phone_index, phone, phone_kind, created_at) VALUES ($1, $2, $3, $4, $5)
          ON CONFLICT (phone_index) DO NOTHING\
          """);

  static final Sql PHONE = Sql.of("-- resident.phone\nSELECT phone FROM resident WHERE id = $1");

  static final Sql STREAMS =
      Sql.of("-- stop_list.streams\nSELECT stream FROM stop_list WHERE resident = $1");

  static final Sql MUTED =
      Sql.of(
          "-- resident.muted\nSELECT coalesce((conversation->>'muted')::boolean, false) FROM resident WHERE id = $1");

  static final Sql STOP =
      Sql.of(
          """
          -- stop_list.stop
          INSERT INTO stop_list (resident, stream, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  static final Sql START = Sql.of("-- stop_list.start\nDELETE FROM stop_list WHERE resident = $1");

  static final Sql SUBSCRIBE =
      Sql.of(
          """
          -- subscription.add
          INSERT INTO subscription (resident, section, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  static final Sql UNSUBSCRIBE =
      Sql.of("-- subscription.end\nDELETE FROM subscription WHERE resident = $1");

  static final Sql PROVE =
      Sql.of(
          """
          -- consent.append
          INSERT INTO consent (id, at, resident, event, section, message) VALUES ($1, $2, $3, $4, $5, $6)\
          """);

  static final Sql OPEN_CASE =
      Sql.of(
          """
          -- privacy_case.open
          INSERT INTO privacy_case (id, resident, opened_at, due_on, message, message_at) VALUES ($1, $2, $3, $4, $5, $6)\
          """);
}
