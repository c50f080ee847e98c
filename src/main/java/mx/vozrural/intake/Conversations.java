package mx.vozrural.intake;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.util.List;
import mx.vozrural.dialogue.Conversation;
import mx.vozrural.dialogue.Question;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of an exchange, as the database keeps it: codes, folios and times
 * (milliseconds), no words.
 */
final class Conversations {
  private Conversations() {}

  static Conversation read(@Nullable JsonObject json) {
    if (json == null || json.isEmpty()) {
      return Conversation.NEW;
    }
    return new Conversation(
        json.getBoolean("greeted", false),
        question(json.getJsonObject("question")),
        instants(json.getJsonArray("answers")),
        instant(json.getLong("thanked")),
        json.getString("last"),
        instant(json.getLong("last_at")),
        json.getBoolean("muted", false));
  }

  static JsonObject write(Conversation conversation) {
    JsonObject json = new JsonObject();
    if (conversation.greeted()) {
      json.put("greeted", true);
    }
    if (conversation.muted()) {
      json.put("muted", true);
    }
    if (conversation.question() != null) {
      json.put("question", question(conversation.question()));
    }
    if (!conversation.answers().isEmpty()) {
      json.put(
          "answers",
          new JsonArray(conversation.answers().stream().map(Instant::toEpochMilli).toList()));
    }
    if (conversation.thankedAt() != null) {
      json.put("thanked", conversation.thankedAt().toEpochMilli());
    }
    if (conversation.lastKey() != null && conversation.lastKeyAt() != null) {
      json.put("last", conversation.lastKey())
          .put("last_at", conversation.lastKeyAt().toEpochMilli());
    }
    return json;
  }

  private static @Nullable Question question(@Nullable JsonObject json) {
    return json == null
        ? null
        : new Question(
            Question.Kind.valueOf(json.getString("kind")),
            json.getString("folio"),
            json.getJsonArray("options").stream().map(String.class::cast).toList(),
            Instant.ofEpochMilli(json.getLong("at")));
  }

  private static JsonObject question(Question question) {
    return new JsonObject()
        .put("kind", question.kind().name())
        .put("folio", question.folio())
        .put("options", new JsonArray(question.options()))
        .put("at", question.askedAt().toEpochMilli());
  }

  private static List<Instant> instants(@Nullable JsonArray millis) {
    return millis == null
        ? List.of()
        : millis.stream().map(m -> Instant.ofEpochMilli(((Number) m).longValue())).toList();
  }

  private static @Nullable Instant instant(@Nullable Long millis) {
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
