package mx.vozrural.desk;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How well texts are read.
 *
 * @param model that reads now
 * @param since when it was chosen; null: it came with the software
 * @param mayUndo whether the reader may undo what was pinned
 * @param done said at the top after a change; null where nothing was changed
 */
public record ReadingView(
    DeskFrame frame,
    String model,
    @Nullable Instant since,
    List<Month> months,
    List<Place> places,
    boolean mayUndo,
    @Nullable String done) {

  /**
   * @param texts how many staff have looked at
   * @param right the share that was right, in the order of the fields: "97 %"
   */
  public record Month(String name, long texts, List<String> right) {}

  /**
   * Words pinned to a place.
   *
   * @param folio on whose page; null: on none
   */
  public record Place(
      long id, String words, String place, @Nullable Long folio, String by, Instant since) {
    @Override
    public String toString() {
      return "Place[" + id + "]";
    }
  }
}
