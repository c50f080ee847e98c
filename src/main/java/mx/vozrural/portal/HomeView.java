package mx.vozrural.portal;

import java.time.LocalDate;
import java.util.List;
import mx.vozrural.web.Plot;
import org.jspecify.annotations.Nullable;

/**
 * The first page: what was promised, what people report, the data.
 *
 * @param commitments of the plan in force
 * @param bySection needs by section, for the plot and its table
 */
public record HomeView(
    String plan, List<CommitmentRow> commitments, Figures figures, Plot bySection) {

  /**
   * Needs since {@code since}; null where so few that they could point at somebody.
   *
   * @param inTime share of the closed ones that were answered in time, 0 to 100
   */
  public record Figures(
      LocalDate since,
      @Nullable Long received,
      @Nullable Long open,
      @Nullable Long late,
      @Nullable Integer inTime) {}
}
