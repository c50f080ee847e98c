package mx.vozrural.web;

import de.siegmar.fastcsv.writer.CsvWriter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;

/** Tables for spreadsheets (RFC 4180, UTF-8). */
public final class Csv {

  /** With these a spreadsheet takes a field for a formula (OWASP, "CSV Injection"). */
  private static final Pattern FORMULA = Pattern.compile("^[=+\\-@\\t\\r].*", Pattern.DOTALL);

  private Csv() {}

  /** The table; a field that a spreadsheet would run gets an apostrophe before it. */
  public static String of(List<String> columns, List<List<String>> rows) {
    StringWriter table = new StringWriter();
    try (CsvWriter writer = CsvWriter.builder().build(table)) {
      writer.writeRecord(columns);
      rows.forEach(row -> writer.writeRecord(row.stream().map(Csv::defused).toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return table.toString();
  }

  private static String defused(String field) {
    return FORMULA.matcher(field).matches() ? "'" + field : field;
  }

  /** Answers with the table as a file to keep. */
  public static void send(
      RoutingContext ctx, String file, List<String> columns, List<List<String>> rows) {
    ctx.response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/csv; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .putHeader("Content-Disposition", "attachment; filename=\"" + file + "\"")
        .end(of(columns, rows));
  }
}
