package mx.vozrural.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mx.vozrural.interpreter.LabelledText;

/** A file of labelled texts, one JSON object a line; blank lines are passed over. */
public record LabelledFile(Path path, List<Line> lines) {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  /** How the notes of the labelling guide's own examples begin where a 911 reply is due. */
  private static final String LIFE = "LIFE:";

  /**
   * @param number from 1
   */
  public record Line(int number, LabelledText text) {}

  /** A line that is no labelled text. */
  public static final class BadLine extends Exception {
    private static final long serialVersionUID = 1L;

    BadLine(Path path, int number, String reason) {
      super(path + ", línea " + number + ": " + reason);
    }
  }

  /**
   * @throws BadLine names the file and the line
   */
  public static LabelledFile read(Path path) throws IOException, BadLine {
    List<Line> lines = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(path)) {
      number++;
      if (!line.isBlank()) {
        try {
          lines.add(new Line(number, text(JSON.readTree(line))));
        } catch (JsonProcessingException e) {
          throw new BadLine(path, number, "no es JSON.");
        } catch (IllegalArgumentException e) {
          throw new BadLine(
              path,
              number,
              "falta un campo (body, intent, categories, section, urgent, language).");
        }
      }
    }
    return new LabelledFile(path, List.copyOf(lines));
  }

  private static LabelledText text(JsonNode node) {
    List<String> categories = new ArrayList<>();
    node.required("categories").forEach(c -> categories.add(c.asText()));
    return new LabelledText(
        node.required("body").asText(),
        node.required("intent").asText(),
        categories,
        node.required("section").textValue(),
        node.required("urgent").asBoolean(),
        node.path("life").asBoolean() || node.path("note").asText().startsWith(LIFE),
        node.required("language").asText());
  }

  List<LabelledText> texts() {
    return lines.stream().map(Line::text).toList();
  }
}
