package mx.vozrural.readings;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mx.vozrural.interpreter.Reading;

/**
 * What the machine read in a text, as it is kept beside the text: codes and numbers, none of its
 * words.
 *
 * @param model that read
 * @param language es, en, mixed or und
 * @param confidence of each field, 0 to 1
 */
public record MachineReading(
    String model, Labels labels, String language, Map<String, Double> confidence) {

  /** Two decimals tell staff enough, and keep the row short. */
  private static final double HUNDREDTHS = 100.0;

  public static MachineReading of(Reading reading, String model) {
    Map<String, Double> confidence = new TreeMap<>();
    reading
        .confidence()
        .forEach(
            (field, sure) -> confidence.put(field, Math.round(sure * HUNDREDTHS) / HUNDREDTHS));
    return new MachineReading(
        model,
        new Labels(
            reading.intent().code(),
            reading.categories(),
            reading.section(),
            reading.urgent(),
            reading.lifeDanger()),
        reading.language().code(),
        confidence);
  }

  static MachineReading read(JsonObject kept) {
    List<String> categories =
        kept.getJsonArray("categories").stream().map(String::valueOf).toList();
    Map<String, Double> confidence = new TreeMap<>();
    kept.getJsonObject("confidence")
        .forEach(e -> confidence.put(e.getKey(), ((Number) e.getValue()).doubleValue()));
    return new MachineReading(
        kept.getString("model"),
        new Labels(
            kept.getString("intent"),
            categories,
            kept.getString("section"),
            kept.getBoolean("urgent"),
            kept.getBoolean("life")),
        kept.getString("language"),
        confidence);
  }

  public JsonObject json() {
    return new JsonObject()
        .put("model", model)
        .put("intent", labels.intent())
        .put("categories", new JsonArray(labels.categories()))
        .put("section", labels.section())
        .put("urgent", labels.urgent())
        .put("life", labels.life())
        .put("language", language)
        .put("confidence", new JsonObject(Map.copyOf(confidence)));
  }
}
