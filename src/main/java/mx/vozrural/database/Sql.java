package mx.vozrural.database;

import io.vertx.core.Future;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One statement with a name: its first line is {@code -- feature.verb}, which stands in errors and
 * in the server's statistics, since a driver's exception names no line of ours.
 */
public record Sql(String name, String text, @Nullable Duration limit) {
  /** A server that hangs holds up nobody for ever. */
  private static final Duration LONGEST = Duration.ofMinutes(2);

  private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+)");

  public static Sql of(String text) {
    int end = text.indexOf('\n');
    if (!text.startsWith("-- ") || end < 0) {
      throw new IllegalArgumentException("a statement begins with its name: " + text);
    }
    return new Sql(text.substring(3, end).strip(), text, null);
  }

  /**
   * The same, given up where the answer takes longer: a server that hangs is one that is away. What
   * it does in the end is then unknown.
   */
  public Sql within(Duration time) {
    return new Sql(name, text, time);
  }

  /**
   * Parts of a statement that several features own, one after the other: each counts its parameters
   * from $1, and they are numbered on here. The parameters of the whole are those of the parts, in
   * order.
   */
  public static Sql join(String name, List<String> parts, String separator, String end) {
    StringBuilder text = new StringBuilder("-- " + name + "\nWITH ");
    int before = 0;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      int shift = before;
      text.append(i == 0 ? "" : separator)
          .append(
              PARAMETER
                  .matcher(part)
                  .replaceAll(m -> "\\$" + (Integer.parseInt(m.group(1)) + shift)));
      before += parameters(part);
    }
    return of(text.append('\n').append(end).toString());
  }

  private static int parameters(String part) {
    int most = 0;
    for (Matcher m = PARAMETER.matcher(part); m.find(); ) {
      most = Math.max(most, Integer.parseInt(m.group(1)));
    }
    return most;
  }

  /** Runs it and waits. Never on an event loop. */
  public RowSet<Row> run(SqlClient client, @Nullable Object... values) {
    return start(client, Tuple.wrap(values)).await();
  }

  public RowSet<Row> run(SqlClient client, Tuple values) {
    return start(client, values).await();
  }

  /** Runs it without waiting: to send several at once. */
  public Future<RowSet<Row>> start(SqlClient client, Tuple values) {
    Duration most = limit == null && client instanceof LimitedConnection c ? c.limit() : limit;
    Future<RowSet<Row>> rows = client.preparedQuery(text).execute(values);
    return rows.timeout((most == null ? LONGEST : most).toMillis(), TimeUnit.MILLISECONDS)
        .recover(e -> Future.failedFuture(SqlFailure.of(name, e)));
  }

  /** Waits for a step that is no statement (a connection, a commit), which fails like one. */
  public static <T> T step(String name, Future<T> step, Duration limit) {
    return step.timeout(limit.toMillis(), TimeUnit.MILLISECONDS)
        .recover(e -> Future.failedFuture(SqlFailure.of(name, e)))
        .await();
  }

  public <T> List<T> list(SqlClient client, Function<Row, T> mapping, @Nullable Object... values) {
    return run(client, values).stream().map(mapping).toList();
  }

  public <T> Optional<T> first(
      SqlClient client, Function<Row, T> mapping, @Nullable Object... values) {
    return run(client, values).stream().findFirst().map(mapping);
  }
}
