package mx.vozrural.outbox;

import io.vertx.sqlclient.Row;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one kind of text took in a month.
 *
 * @param direction {@code out}, or {@code in} for what residents text, which is charged too
 * @param stream as {@link Notice.Stream#code()}; {@code in} for what came in
 * @param section of the report, null for texts of none and of restricted ones
 * @param template keys of the templates that made the text, joined by +; {@link #RESTRICTED} for
 *     those of restricted reports; null for what came in
 * @param estimatedSegments how many of the texts count by our own segments
 * @param cost in pesos
 * @param estimatedCosts how many of the texts count by the set price of a segment
 */
public record LedgerRow(
    String direction,
    String stream,
    @Nullable String section,
    @Nullable String template,
    long texts,
    long segments,
    long estimatedSegments,
    BigDecimal cost,
    long estimatedCosts) {

  /** Instead of the template: where texts of restricted reports are is nobody's to tell. */
  public static final String RESTRICTED = "restricted";

  /** Columns of an export. */
  public static final List<String> COLUMNS =
      List.of(
          "month",
          "direction",
          "stream",
          "section",
          "template",
          "texts",
          "segments",
          "estimated_segments",
          "cost_mxn",
          "estimated_costs");

  static LedgerRow of(Row row) {
    return new LedgerRow(
        row.getString("direction"),
        row.getString("stream"),
        row.getString("section"),
        row.getString("template"),
        row.getLong("texts"),
        row.getLong("segments"),
        row.getLong("estimated_segments"),
        row.getBigDecimal("cost").setScale(2, RoundingMode.HALF_UP),
        row.getLong("estimated_costs"));
  }

  /** The fields of {@link #COLUMNS}. */
  public List<String> cells(String month) {
    return List.of(
        month,
        direction,
        stream,
        Objects.requireNonNullElse(section, ""),
        Objects.requireNonNullElse(template, ""),
        Long.toString(texts),
        Long.toString(segments),
        Long.toString(estimatedSegments),
        cost.toPlainString(),
        Long.toString(estimatedCosts));
  }
}
