package mx.vozrural.commitments;

import io.vertx.sqlclient.Row;

/**
 * How many get a broadcast.
 *
 * @param english of them, those who get the English text
 * @param beside of them, those who get it only for what they reported: no subscription brings it
 */
record Headcount(int everybody, int english, int beside) {

  static Headcount of(Row row) {
    return new Headcount(
        row.getLong("everybody").intValue(),
        row.getLong("english").intValue(),
        row.getLong("beside").intValue());
  }

  int spanish() {
    return everybody - english;
  }
}
