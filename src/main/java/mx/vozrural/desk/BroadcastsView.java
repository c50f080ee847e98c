package mx.vozrural.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All broadcasts, the newest first.
 *
 * @param mayWrite whether the reader may propose one
 * @param next address of the next page; null on the last one
 */
public record BroadcastsView(
    DeskFrame frame, boolean mayWrite, List<Row> rows, @Nullable String next) {

  /**
   * @param state in words
   * @param how far it is, or to how many it goes, in words
   */
  public record Row(long id, String text, String state, String how, Instant at) {}
}
