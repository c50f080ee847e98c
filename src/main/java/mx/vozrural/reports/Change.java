package mx.vozrural.reports;

import io.vertx.core.json.JsonObject;
import mx.vozrural.audit.Actor;
import org.jspecify.annotations.Nullable;

/**
 * A change of a report: what the history keeps and what the row becomes are the same.
 *
 * @param event what kind of change, as the history names it
 * @param detail the fields that change, with their new values
 * @param reason a code, null where the words say it
 * @param words free words, kept apart from the history
 */
public record Change(
    String event,
    Actor actor,
    JsonObject detail,
    @Nullable String reason,
    @Nullable String words) {}
