package mx.vozrural.commitments;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * To whom a broadcast goes, as it was asked for. Empty lists narrow nothing.
 *
 * @param sections who subscribed to one of these, or to all
 * @param categories of them, who has a report in one of these
 * @param commitment that the broadcast is about: who reported what is linked to it gets it besides,
 *     whatever the others narrow
 * @param folios only who filed one of these reports and subscribed
 */
public record Audience(
    List<String> sections,
    List<String> categories,
    @Nullable String commitment,
    List<Long> folios) {

  public Audience {
    sections = List.copyOf(sections);
    categories = List.copyOf(categories);
    folios = List.copyOf(folios);
  }

  public JsonObject json() {
    return new JsonObject()
        .put("sections", new JsonArray(sections))
        .put("categories", new JsonArray(categories))
        .put("commitment", commitment)
        .put("list", new JsonArray(folios));
  }

  static Audience of(JsonObject json) {
    return new Audience(
        texts(json, "sections"),
        texts(json, "categories"),
        json.getString("commitment"),
        json.getJsonArray("list", new JsonArray()).stream()
            .map(folio -> ((Number) folio).longValue())
            .toList());
  }

  private static List<String> texts(JsonObject json, String name) {
    return json.getJsonArray(name, new JsonArray()).stream().map(String.class::cast).toList();
  }
}
