package mx.vozrural.reports;

import mx.vozrural.database.Sql;

/** The statements on who is on duty. */
final class DutySql {
  private DutySql() {}

  /** Whom to tell; $2 null: of whichever section. Who has two tasks is told once. */
  static final Sql WHOM =
      Sql.of(
          """
          -- duty.whom
          SELECT DISTINCT resident FROM duty
          WHERE task = $1 AND ended_at IS NULL AND (section IS NULL OR $2::text IS NULL OR section = $2) ORDER BY resident\
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

  static final Sql END =
      Sql.of(
          """
          -- duty.end
          UPDATE duty SET ended_at = $2, ended_by = $3 WHERE id = $1 AND ended_at IS NULL RETURNING id\
          """);
}
