package mx.vozrural.outbox;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import mx.vozrural.audit.Audit;
import mx.vozrural.audit.Scope;
import mx.vozrural.database.Database;
import org.jspecify.annotations.Nullable;

/**
 * Texts of which nobody but a person can say whether they left: shown until somebody sends them
 * again or lets them be.
 */
public final class ParkedTexts {
  private static final int MOST = 200;

  private final Database database;
  private final Audit audit;
  private final InstantSource clock;

  public ParkedTexts(Database database, Audit audit, InstantSource clock) {
    this.database = database;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A text that waits for a person.
   *
   * @param folio of the report that it is about
   * @param body null where its report is restricted: it is read there, and that is recorded
   * @param why in Spanish
   * @param worthSending it is still true
   */
  public record Parked(
      long message,
      Instant since,
      @Nullable String folio,
      @Nullable String body,
      String why,
      boolean worthSending) {
    @Override
    public String toString() {
      return "Parked[" + message + "]";
    }
  }

  public long count(Scope scope) {
    return scope.queue()
        ? OutboxSql.PARKED_COUNT
            .first(database.pool(), row -> row.getLong(0), scope.section(), scope.restricted())
            .orElseThrow()
        : 0;
  }

  /**
   * The oldest first, two hundred at most; of one section where the scope is of one, and of
   * restricted reports only for who may read those.
   */
  public List<Parked> list(Scope scope) {
    return scope.queue()
        ? OutboxSql.PARKED.list(
            database.pool(), this::parked, scope.section(), scope.restricted(), MOST)
        : List.of();
  }

  private Parked parked(Row row) {
    Long folio = row.getLong("folio");
    return new Parked(
        row.getLong("message"),
        row.getOffsetDateTime("updated_at").toInstant(),
        folio == null ? null : Long.toString(folio),
        row.getString("body"),
        Optional.ofNullable(row.getString("note")).orElse(""),
        row.getOffsetDateTime("expires_at").toInstant().isAfter(clock.instant()));
  }

  /**
   * Somebody has decided.
   *
   * @param again it is sent another time; else it is taken as settled
   * @return false where it doesn't wait any more, or can't be sent again because it is outdated
   */
  public boolean decide(long message, boolean again, Scope scope) {
    boolean seen = list(scope).stream().anyMatch(text -> text.message() == message);
    return seen && database.inTransaction(connection -> decided(connection, message, again, scope));
  }

  private boolean decided(SqlConnection connection, long message, boolean again, Scope scope) {
    Delivery before =
        DeliverySql.LOCK.first(connection, DeliverySql::delivery, message).orElseThrow();
    Instant now = clock.instant();
    Delivery next = Course.after(before, new DeliveryEvent.Decided(again), now, 0).next();
    if (next.equals(before) || !StepWriter.write(connection, before, next, now)) {
      return false;
    }
    audit.append(
        connection,
        scope.actor(),
        again ? "parked_text.sent_again" : "parked_text.settled",
        message,
        new JsonObject().put("why", before.note()));
    return true;
  }
}
