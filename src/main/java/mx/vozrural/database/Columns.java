package mx.vozrural.database;

import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Rows turned into columns: a batch is one statement that unnests one array a column. */
public final class Columns {
  private Columns() {}

  public static <R> String[] texts(List<R> rows, Function<R, @Nullable String> column) {
    return rows.stream().map(column).toArray(String[]::new);
  }

  public static <R> Long[] longs(List<R> rows, Function<R, @Nullable Long> column) {
    return rows.stream().map(column).toArray(Long[]::new);
  }

  public static <R> Integer[] ints(List<R> rows, Function<R, @Nullable Integer> column) {
    return rows.stream().map(column).toArray(Integer[]::new);
  }

  public static <R> Double[] doubles(List<R> rows, Function<R, @Nullable Double> column) {
    return rows.stream().map(column).toArray(Double[]::new);
  }

  public static <R> Boolean[] booleans(List<R> rows, Function<R, Boolean> column) {
    return rows.stream().map(column).toArray(Boolean[]::new);
  }

  public static <R> Buffer[] buffers(List<R> rows, Function<R, @Nullable Buffer> column) {
    return rows.stream().map(column).toArray(Buffer[]::new);
  }

  public static <R> LocalDate[] dates(List<R> rows, Function<R, @Nullable LocalDate> column) {
    return rows.stream().map(column).toArray(LocalDate[]::new);
  }

  public static <R> OffsetDateTime[] times(List<R> rows, Function<R, @Nullable Instant> column) {
    return rows.stream()
        .map(column)
        .map(instant -> instant == null ? null : time(instant))
        .toArray(OffsetDateTime[]::new);
  }

  public static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
