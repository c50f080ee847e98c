package mx.vozrural.reports;

import mx.vozrural.database.Sql;

/** The statements on who is on duty. */
final class DutySql {
  private DutySql() {}

  /**
   * Whom to tell; $2 null: of whichever section. Who has two tasks is told once. Where nobody who
   * gets texts is on duty for the section, everybody on duty is told.
   */
  static final Sql WHOM =
      Sql.of(
          """
          -- duty.whom
          WITH there AS (
            SELECT resident, section IS NULL OR $2::text IS NULL OR section = $2 AS covers FROM duty d
            WHERE task = $1 AND ended_at IS NULL
              AND NOT EXISTS (SELECT 1 FROM stop_list s WHERE s.resident = d.resident AND s.stream IN ('all', 'twilio')))
          SELECT DISTINCT resident FROM there
          WHERE covers OR ($1 = 'on_duty' AND NOT EXISTS (SELECT 1 FROM there WHERE covers)) ORDER BY resident\
          """);

  static final Sql NOW =
      Sql.of(
          """
          -- duty.now
          SELECT d.id, d.task, d.section, d.name, d.resident, d.since, r.phone
          FROM duty d JOIN resident r ON r.id = d.resident WHERE d.ended_at IS NULL ORDER BY d.task, d.section NULLS FIRST, d.id LIMIT 200\
          """);

  static final Sql BEGIN =
      Sql.of(
          """
          -- duty.begin
          INSERT INTO duty (id, task, section, name, resident, since, set_by) VALUES ($1, $2, $3, $4, $5, $6, $7)\
          """);

  static final Sql SILENCE =
      Sql.of(
          """
          -- silence.newest
          SELECT value FROM setting WHERE key = $1 ORDER BY at DESC LIMIT 1\
          """);

  /** Two changes in one instant are still one after the other. */
  static final Sql SET_SILENCE =
      Sql.of(
          """
          -- silence.append
          INSERT INTO setting (key, at, value, staff)
          SELECT $1, greatest($2::timestamptz, (SELECT max(at) + interval '1 microsecond' FROM setting WHERE key = $1)), $3, $4\
          """);

  static final Sql END =
      Sql.of(
          """
          -- duty.end
          UPDATE duty SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id\
          """);
}
