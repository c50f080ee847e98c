package mx.vozrural.residents;

import java.time.Instant;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;

/** The statements on residents, their consent and who wants nothing. */
public final class ResidentSql {
  private ResidentSql() {}

  /**
   * Part of a batch: who is known moves on from the state that was judged, who is new is written
   * down. Fails where another text came first: by a version of null, or by a phone that is there
   * already. Each kind of row comes in one order, or two batches with the same phones would wait
   * for each other.
   */
  public static final String CLAIMED =
      """
      moved AS (
        UPDATE resident r SET version = CASE r.version WHEN c.version THEN c.version + 1 END, conversation = c.conversation::jsonb,
          language = coalesce(c.language, r.language)
        FROM (SELECT * FROM unnest($1::bigint[], $2::int[], $3::text[], $10::text[]) AS k(id, version, conversation, language) ORDER BY id) c
        WHERE r.id = c.id),
      met AS (
        INSERT INTO resident (id, phone_index, phone, phone_kind, created_at, conversation, language)
        SELECT id, phone_index, phone, phone_kind, $9::timestamptz, conversation::jsonb, language
        FROM unnest($4::bigint[], $5::bytea[], $6::bytea[], $7::text[], $8::text[], $11::text[])
          AS m(id, phone_index, phone, phone_kind, conversation, language)
        ORDER BY phone_index)\
      """;

  /** The parameters of {@link #CLAIMED}. */
  public static List<Object> claimed(List<Claim> claims, Instant at) {
    List<Claim> known = claims.stream().filter(claim -> claim.version() > 0).toList();
    List<Claim> met = claims.stream().filter(claim -> claim.version() == 0).toList();
    return List.of(
        Columns.longs(known, Claim::resident),
        Columns.ints(known, Claim::version),
        Columns.texts(known, c -> c.conversation().encode()),
        Columns.longs(met, Claim::resident),
        Columns.buffers(met, Claim::phoneIndex),
        Columns.buffers(met, Claim::phone),
        Columns.texts(met, Claim::phoneKind),
        Columns.texts(met, c -> c.conversation().encode()),
        Columns.time(at),
        Columns.texts(known, Claim::language),
        Columns.texts(met, Claim::language));
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

  /** The gateway's own word for it. */
  static final Sql BLOCK =
      Sql.of(
          """
          -- stop_list.block
          INSERT INTO stop_list (resident, stream, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  /** A text that comes late stops nobody who came back after it was written. */
  static final Sql STOP =
      Sql.of(
          """
          -- stop_list.stop
          INSERT INTO stop_list AS s (resident, stream, since)
          SELECT $1, $2::text, $3::timestamptz WHERE NOT EXISTS (
            SELECT 1 FROM consent c WHERE c.resident = $1 AND c.at > $3::timestamptz
              AND (c.event = 'start' OR ($2::text = 'notices' AND c.event = 'subscribe')))
          ON CONFLICT (resident, stream) DO UPDATE SET since = greatest(s.since, excluded.since)\
          """);

  /** Who gets nothing, and from whose phone violence at home was reported. */
  static final Sql SILENT =
      Sql.of(
          """
          -- stop_list.silent
          SELECT r.phone_index, false AS unsafe FROM stop_list s JOIN resident r ON r.id = s.resident WHERE s.stream IN ('all', 'twilio')
          UNION
          SELECT r.phone_index, true FROM report o JOIN resident r ON r.id = o.resident
          WHERE o.violence_at_home AND (r.conversation->>'muted')::boolean\
          """);

  /**
   * Undoes what was said before $2, never what was said since. The gateway's own block ($3: undone
   * too) ends with its own word alone.
   */
  static final Sql START =
      Sql.of(
          """
          -- stop_list.start
          DELETE FROM stop_list WHERE resident = $1 AND since <= $2 AND (stream <> 'twilio' OR $3::boolean)\
          """);

  /** Who asks for notices wants them again. */
  static final Sql WANT_NOTICES =
      Sql.of(
          "-- stop_list.want_notices\nDELETE FROM stop_list WHERE resident = $1 AND stream = 'notices' AND since <= $2");

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
