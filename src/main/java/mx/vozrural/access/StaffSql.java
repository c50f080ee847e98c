package mx.vozrural.access;

import io.vertx.sqlclient.Row;
import mx.vozrural.database.Sql;

/** The statements on staff, their sessions and tokens. */
final class StaffSql {
  private StaffSql() {}

  static final Sql ADD =
      Sql.of(
          """
          -- staff.add
          INSERT INTO staff (id, email, password, role, section, agency, restricted, created_at)
          VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (email) DO NOTHING RETURNING id\
          """);

  static final Sql BY_EMAIL =
      Sql.of(
          """
          -- staff.by_email
          SELECT id, email, role, section, agency, restricted, password FROM staff WHERE email = $1 AND active\
          """);

  static final Sql ANY =
      Sql.of(
          """
          -- staff.any_admin
          SELECT 1 FROM staff WHERE role = 'admin' AND active LIMIT 1\
          """);

  static final Sql NAMES =
      Sql.of(
          """
          -- staff.names
          SELECT id, email FROM staff ORDER BY email\
          """);

  static final Sql START_SESSION =
      Sql.of(
          """
          -- session.start
          INSERT INTO staff_session (token, staff, csrf, created_at, seen_at, ends_at) VALUES ($1, $2, $3, $4, $4, $5)\
          """);

  static final Sql SESSION =
      Sql.of(
          """
          -- session.find
          SELECT s.id, s.email, s.role, s.section, s.agency, s.restricted, n.csrf
          FROM staff_session n JOIN staff s ON s.id = n.staff AND s.active
          WHERE n.token = $1 AND n.ends_at > $2\
          """);

  static final Sql END_SESSION =
      Sql.of("-- session.end\nDELETE FROM staff_session WHERE token = $1");

  static final Sql FORGET_SESSIONS =
      Sql.of("-- session.forget\nDELETE FROM staff_session WHERE ends_at < $1");

  static final Sql ADD_TOKEN =
      Sql.of(
          """
          -- token.add
          INSERT INTO staff_token (token, staff, created_at, ends_at) VALUES ($1, $2, $3, $4)\
          """);

  static final Sql TOKEN =
      Sql.of(
          """
          -- token.find
          SELECT s.id, s.email, s.role, s.section, s.agency, s.restricted
          FROM staff_token t JOIN staff s ON s.id = t.staff AND s.active WHERE t.token = $1 AND t.ends_at > $2\
          """);

  static final Sql FAIL =
      Sql.of("-- sign_in.fail\nINSERT INTO sign_in_failure (subject, at) VALUES ($1, $2)");

  static final Sql FAILURES =
      Sql.of(
          """
          -- sign_in.failures
          SELECT count(*) AS n, max(at) AS last FROM sign_in_failure WHERE subject = $1 AND at > $2\
          """);

  static final Sql FORGIVE =
      Sql.of("-- sign_in.forgive\nDELETE FROM sign_in_failure WHERE subject = $1");

  static final Sql FORGET_FAILURES =
      Sql.of("-- sign_in.forget\nDELETE FROM sign_in_failure WHERE at < $1");

  static final Sql OFFER_SETUP =
      Sql.of(
          """
          -- setup.offer
          INSERT INTO setup_token (token, ends_at) VALUES ($1, $2)
          ON CONFLICT (only_one) DO UPDATE SET token = excluded.token, ends_at = excluded.ends_at\
          """);

  static final Sql SETUP =
      Sql.of("-- setup.find\nSELECT 1 FROM setup_token WHERE token = $1 AND ends_at > $2");

  static final Sql TAKE_SETUP =
      Sql.of(
          "-- setup.take\nDELETE FROM setup_token WHERE token = $1 AND ends_at > $2 RETURNING 1");

  static Staff staff(Row row) {
    return new Staff(
        row.getLong("id"),
        row.getString("email"),
        Role.of(row.getString("role")).orElseThrow(),
        row.getString("section"),
        row.getString("agency"),
        row.getBoolean("restricted"));
  }
}
