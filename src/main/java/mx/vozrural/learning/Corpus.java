package mx.vozrural.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled texts to learn from: every file {@code *.jsonl} of a folder, a text a line. A text that
 * stands there twice is learned once.
 *
 * @param fingerprint the same for the same texts, wherever they lie
 */
public record Corpus(List<Text> texts, String fingerprint) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /**
   * @param categories base categories, the primary need first
   * @param section null where the text names none that is verified
   * @param life a 911 reply is due
   */
  public record Text(
      String body,
      String intent,
      List<String> categories,
      @Nullable String section,
      boolean urgent,
      boolean life) {
    @Override
    public String toString() {
      return "Text[" + intent + "]";
    }
  }

  public Corpus {
    texts = List.copyOf(texts);
  }

  /**
   * @throws IllegalArgumentException for a line that is no labelled text; names file and line
   */
  public static Corpus read(Path folder) {
    Map<String, Text> texts = new LinkedHashMap<>();
    MessageDigest digest = sha256();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          if (!lines.get(i).isBlank()) {
            digest.update(lines.get(i).getBytes(StandardCharsets.UTF_8));
            Text text = text(lines.get(i), file.getFileName() + ":" + (i + 1));
            texts.putIfAbsent(text.body().strip(), text);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String fingerprint = HexFormat.of().formatHex(digest.digest(), 0, 6);
    return new Corpus(new ArrayList<>(texts.values()), fingerprint);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Text text(String line, String where) throws IOException {
    try {
      JsonNode node = JSON.readTree(line);
      List<String> categories = new ArrayList<>();
      node.required("categories").forEach(c -> categories.add(c.asText()));
      return new Text(
          node.required("body").asText(),
          node.required("intent").asText(),
          categories,
          node.required("section").textValue(),
          node.required("urgent").asBoolean(),
          node.required("life").asBoolean());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("no labelled text: " + where, e);
    }
  }
}
