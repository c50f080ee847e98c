package mx.vozrural.desk;

import java.util.List;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Plot;
import org.jspecify.annotations.Nullable;

/**
 * What texts cost in a month. Money is written out ("$1,234.50").
 *
 * @param month as addresses name it ("2026-11")
 * @param name as people say it ("noviembre 2026")
 * @param months to choose from, newest first
 * @param byStream with the same segments as the plot
 * @param billed what the gateway says that it charged ("USD 12.34"), one a currency
 * @param unowned texts that the gateway lists and nobody here knows
 * @param budget null for a month that is not this one
 * @param form null for who may not set prices and caps
 */
public record LedgerView(
    DeskFrame frame,
    String month,
    String name,
    List<Choice> months,
    Line total,
    Plot plot,
    List<Line> byStream,
    List<Line> bySection,
    List<Line> byTemplate,
    List<String> billed,
    long unowned,
    @Nullable Budget budget,
    @Nullable Form form,
    boolean saved) {

  /**
   * A row of a table.
   *
   * @param estimatedSegments how many of its texts count by our own segments
   * @param estimatedCosts how many of its texts count by the set price
   */
  public record Line(
      String label,
      long texts,
      long segments,
      long estimatedSegments,
      String cost,
      long estimatedCosts) {}

  /**
   * Where this month stands.
   *
   * @param capBroadcasts null where there is none, like {@code cap} and {@code left}
   * @param needed what answers will need until the month ends
   * @param left what a new broadcast may cost
   */
  public record Budget(
      String spentBroadcasts,
      @Nullable String capBroadcasts,
      String spent,
      @Nullable String cap,
      String queued,
      String needed,
      @Nullable String left) {}

  /** Prices and caps as they are set, or as they were typed. */
  public record Form(
      String segment, String dollar, String broadcasts, String everything, FormErrors errors) {}
}
