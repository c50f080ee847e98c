package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** One line of a report's history: when, who, what, why. */
public record HistoryEntry(
    long id,
    Instant at,
    String event,
    String actorKind,
    @Nullable Long actor,
    @Nullable String reason,
    JsonObject detail,
    @Nullable String words) {

  /** The state that this line brought, null where it brought none. */
  public @Nullable String status() {
    return detail.getString("status");
  }

  /** Whether nobody's word brought it, but four weeks without one. */
  public boolean bySilence() {
    return Patience.SILENCE.equals(reason);
  }

  static HistoryEntry of(Row row) {
    JsonObject detail = row.getJsonObject("detail");
    return new HistoryEntry(
        row.getLong("id"),
        row.getOffsetDateTime("at").toInstant(),
        row.getString("event"),
        row.getString("actor_kind"),
        row.getLong("actor"),
        row.getString("reason"),
        detail == null ? new JsonObject() : detail,
        row.getString("words"));
  }
}
