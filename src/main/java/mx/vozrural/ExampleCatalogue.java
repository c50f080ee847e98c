package mx.vozrural;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;

/**
 * The catalogue that a new schema begins with, read without a database: texts are evaluated against
 * it.
 */
final class ExampleCatalogue {
  private static final ObjectMapper JSON = new ObjectMapper();

  private ExampleCatalogue() {}

  static Catalogue read() {
    return new Catalogue(
        rows(
            "section",
            row ->
                new Section(
                    row.path("code").asText(),
                    row.path("name").asText(),
                    row.path("position").asInt(),
                    row.path("outside").asBoolean())),
        rows(
            "community",
            row ->
                new Community(
                    row.path("id").asInt(),
                    row.path("name").asText(),
                    row.path("section").textValue())),
        rows("category", ExampleCatalogue::category));
  }

  private static Category category(JsonNode row) {
    List<String> words = new ArrayList<>();
    row.path("words").forEach(word -> words.add(word.asText()));
    return new Category(
        row.path("code").asText(),
        row.path("base").asText(),
        row.path("name").asText(),
        row.path("name_en").asText(),
        row.path("days").isNull() ? null : row.path("days").asInt(),
        row.path("restricted").asBoolean(),
        row.path("position").asInt(),
        words);
  }

  private static <T> List<T> rows(String table, Function<JsonNode, T> mapping) {
    try (InputStream in =
        ExampleCatalogue.class.getResourceAsStream("/db/catalogue/" + table + ".json")) {
      List<T> rows = new ArrayList<>();
      JSON.readTree(in).forEach(row -> rows.add(mapping.apply(row)));
      return rows;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
