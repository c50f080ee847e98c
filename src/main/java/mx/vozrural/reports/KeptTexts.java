package mx.vozrural.reports;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import mx.vozrural.database.Sql;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.outbox.Message.Channel;
import mx.vozrural.readings.Corrections;
import mx.vozrural.residents.Residents;
import org.jspecify.annotations.Nullable;

/**
 * Texts that made no report, in sight of staff until somebody makes one of them. They name no
 * section, so only who sees all sections sees them.
 */
public final class KeptTexts {
  private static final Sql OPEN =
      Sql.join("kept.open", List.of(ReportSql.OPENED), ",\n", "SELECT 1");

  private final Database database;
  private final Ids ids;
  private final InstantSource clock;
  private final Supplier<Interpreter> interpreter;
  private final FrontDesk frontDesk;
  private final Residents residents;
  private final Corrections corrections;

  public KeptTexts(
      Database database,
      Ids ids,
      InstantSource clock,
      Supplier<Interpreter> interpreter,
      FrontDesk frontDesk,
      Residents residents,
      Corrections corrections) {
    this.database = database;
    this.ids = ids;
    this.clock = clock;
    this.interpreter = interpreter;
    this.frontDesk = frontDesk;
    this.residents = residents;
    this.corrections = corrections;
  }

  /**
   * A text that waits for a look.
   *
   * @param from the phone, masked
   * @param reason a code
   */
  public record Kept(long id, Instant at, String from, String body, String reason, int media) {
    @Override
    public String toString() {
      return "Kept[" + id + "]";
    }
  }

  private static boolean sees(Scope scope) {
    return scope.queue() && scope.section() == null;
  }

  public long waiting(Scope scope) {
    return sees(scope) ? KeptSql.KEPT_COUNT.run(database.pool()).iterator().next().getLong(0) : 0;
  }

  /**
   * The newest first.
   *
   * @param before only those older than this one; null: all
   */
  public List<Kept> page(Scope scope, @Nullable Long before, int limit) {
    return sees(scope)
        ? KeptSql.WAITING.list(database.pool(), this::kept, before, limit)
        : List.of();
  }

  private Kept kept(Row row) {
    Long resident = row.getLong("resident");
    String from =
        resident == null
            ? "sin teléfono"
            : residents.phone(resident).map(phone -> phone.masked()).orElse("sin teléfono");
    return new Kept(
        row.getLong("message"),
        row.getOffsetDateTime("message_at").toInstant(),
        from,
        row.getString("body"),
        row.getString("reason"),
        row.getInteger("media"));
  }

  /** Makes a report of a kept text; empty where somebody did before. */
  public Optional<String> file(long message, Scope scope) {
    return sees(scope)
        ? database.inTransaction(connection -> file(connection, message, scope))
        : Optional.empty();
  }

  private Optional<String> file(SqlConnection connection, long message, Scope scope) {
    Instant now = clock.instant();
    Optional<Row> waiting = KeptSql.KEPT_ONE.run(connection, message).stream().findFirst();
    if (waiting.isEmpty()) {
      return Optional.empty();
    }
    Row row = waiting.get();
    long number = frontDesk.folios().take(connection);
    String folio = frontDesk.folios().folio(number);
    Filing filing = filing(interpreter.get().read(row.getString("body")), row.getInteger("media"));
    Opening opening =
        new Opening(
            Long.parseLong(folio),
            ids.next(),
            filing,
            now,
            frontDesk.due(filing.categories(), now),
            row.getLong("resident"),
            message,
            null);
    OPEN.run(connection, Tuple.from(ReportSql.opened(List.of(opening), now)));
    KeptSql.WORDS_OF.run(connection, opening.folio(), message, row.getOffsetDateTime("message_at"));
    ReportSql.ALSO.run(connection, opening.folio(), message, row.getOffsetDateTime("message_at"));
    corrections.note(
        connection,
        opening.folio(),
        new Corrections.Said("report", filing.categories(), null, null),
        Objects.requireNonNull(scope.actor().id()));
    KeptSql.HANDLE.run(connection, message, Columns.time(now), scope.actor().id(), opening.folio());
    return Optional.of(folio);
  }

  private Filing filing(Reading reading, int media) {
    List<String> categories =
        reading.categories().isEmpty() ? List.of(frontDesk.otherCategory()) : reading.categories();
    boolean violence = reading.has(Reading.Trait.VIOLENCE_AT_HOME);
    return new Filing(
        Filing.Kind.NEED,
        Channel.SMS,
        categories,
        reading.section(),
        reading.community(),
        new Filing.Gravity(
            reading.urgent() || reading.lifeDanger(),
            reading.lifeDanger(),
            violence || frontDesk.restricted(categories),
            violence),
        reading.categories().isEmpty(),
        false,
        reading.language().answer(),
        media,
        null);
  }
}
