package mx.vozrural.reports;

import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * Open reports that may tell of the same matter as another. They are suggested to staff; only a
 * person merges them.
 *
 * @param newest at most {@link #MOST}; the words of restricted ones are empty
 * @param count of all
 */
public record Similar(List<Report> newest, long count) {
  /** As many are listed, and the queue counts no further. */
  public static final int MOST = 20;

  static final Similar NONE = new Similar(List.of(), 0);

  static Similar of(List<Row> rows) {
    return rows.isEmpty()
        ? NONE
        : new Similar(rows.stream().map(Report::of).toList(), rows.get(0).getLong("alike"));
  }
}
