package mx.vozrural.intake;

import mx.vozrural.database.Sql;

/** The statements of the silence alarm and of the comparison with the gateway's list. */
final class WatchSql {
  private WatchSql() {}

  /** $1: the newest that is known already, so that only what came after is read. */
  static final Sql NEWEST_INBOUND =
      Sql.of(
          "-- watch.newest_inbound\nSELECT max(message_at) AS newest FROM inbound WHERE message_at >= $1");

  /** One text for each alarm that was told last at $3 or before, whichever instance is first. */
  static final Sql TOLD =
      Sql.of(
          """
          -- watch.told
          INSERT INTO alarm_told (alarm, at) VALUES ($1, $2)
          ON CONFLICT (alarm) DO UPDATE SET at = excluded.at WHERE alarm_told.at <= $3
          RETURNING alarm\
          """);

  static final Sql WATERMARK =
      Sql.of("-- watermark.read\nSELECT at FROM watermark WHERE name = $1");

  static final Sql MARK =
      Sql.of(
          """
          -- watermark.move
          INSERT INTO watermark (name, at) VALUES ($1, $2) ON CONFLICT (name) DO UPDATE SET at = greatest(watermark.at, excluded.at)\
          """);

  /** One instance at a time: whoever compared within the last minute keeps the others from it. */
  static final Sql TURN =
      Sql.of(
          """
          -- watermark.turn
          INSERT INTO watermark (name, at) VALUES ('inbound_turn', $1)
          ON CONFLICT (name) DO UPDATE SET at = excluded.at WHERE watermark.at <= excluded.at - interval '1 minute'
          RETURNING name\
          """);

  static final Sql UNKNOWN =
      Sql.of(
          """
          -- watch.unknown
          SELECT l.sid FROM unnest($1::text[]) AS l(sid) WHERE NOT EXISTS (SELECT 1 FROM inbound d WHERE d.sid = l.sid)
            AND NOT EXISTS (SELECT 1 FROM unfiled u WHERE u.sid = l.sid)\
          """);

  static final Sql GIVE_UP =
      Sql.of(
          """
          -- watch.give_up
          INSERT INTO unfiled (sid, sent_at, given_up_at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  /** Given up since $1, and not filed by another way meanwhile. */
  static final Sql UNFILED =
      Sql.of(
          """
          -- watch.unfiled
          SELECT count(*) AS texts FROM unfiled u
          WHERE u.given_up_at > $1 AND NOT EXISTS (SELECT 1 FROM inbound d WHERE d.sid = u.sid)\
          """);
}
