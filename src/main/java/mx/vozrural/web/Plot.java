package mx.vozrural.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Bars, one a row, with the same figures in a table.
 *
 * @param axis what the rows are ("Sección")
 * @param unit what is counted ("reportes desde el 1 ene")
 * @param source whose figures
 * @param on the day of the figures
 * @param fewest figures below this aren't shown: in small places they point at people
 */
public record Plot(
    String title,
    String axis,
    String unit,
    String source,
    LocalDate on,
    int fewest,
    List<Bar> bars) {

  /**
   * @param value null where it is below the fewest
   */
  public record Bar(String label, @Nullable Long value) {}

  /** The length of a bar, of {@code longest} for the greatest value. */
  public long length(Bar bar, long longest) {
    long greatest = bars.stream().mapToLong(Plot::value).max().orElse(0);
    return greatest == 0 ? 0 : Math.round((double) value(bar) * longest / greatest);
  }

  private static long value(Bar bar) {
    return Objects.requireNonNullElse(bar.value(), 0L);
  }
}
