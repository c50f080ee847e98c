package mx.vozrural.reports;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The row of a new report, and the first line of its history.
 *
 * @param historyId id of that line
 * @param message id of the text that holds its words
 * @param secret digest of the words that open it to a reporter without a phone
 */
public record Opening(
    long folio,
    long historyId,
    Filing filing,
    Instant at,
    LocalDate dueOn,
    @Nullable Long resident,
    long message,
    @Nullable Buffer secret) {

  /** All that the report begins with, as codes: the history can be folded from here. */
  JsonObject detail() {
    return new JsonObject()
        .put("status", "received")
        .put("kind", filing.kind().code())
        .put("channel", filing.channel().code())
        .put("section", filing.section())
        .put("community", filing.community())
        .put("category", filing.categories().get(0))
        .put("categories", new JsonArray(filing.categories()))
        .put("urgent", filing.gravity().urgent())
        .put("life_danger", filing.gravity().lifeDanger())
        .put("restricted", filing.gravity().restricted())
        .put("violence_at_home", filing.gravity().violenceAtHome())
        .put("unclear", filing.unclear())
        .put("priority", filing.gravity().priority())
        .put("due_on", dueOn.toString());
  }
}
