package mx.vozrural.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whose fault a failure is, by its SQLSTATE. */
class SqlFailureTest {

  private static SqlFailure of(String sqlState) {
    return SqlFailure.of("test", new PgException("words", "ERROR", sqlState, "detail"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          08006 | true  | lost connection
          25006 | true  | only reads
          28P01 | true  | password refused
          53100 | true  | disk full
          53300 | true  | too many connections
          57014 | true  | took too long
          57P01 | true  | is shut down
          58030 | true  | input or output error
          23505 | false | a race
          22021 | false | a value that can't be stored
          55P03 | false | somebody else's row
          40001 | false | a race
          57000 | false | operator, by itself
          """)
  void the_database_is_away(String sqlState, boolean away, String what) {
    assertThat(of(sqlState).unavailable()).as(what).isEqualTo(away);
  }

  @Test
  void what_was_not_answered_is_away_and_a_held_row_is_not() {
    assertThat(SqlFailure.of("test", new TimeoutException()).unavailable()).isTrue();
    assertThat(of("55P03").locked()).isTrue();
    assertThat(of("53100").locked()).isFalse();
  }
}
