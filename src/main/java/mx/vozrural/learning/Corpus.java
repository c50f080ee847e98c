package mx.vozrural.learning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
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
import java.util.Objects;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Labelled texts to learn from: every file {@code *.jsonl} of a folder, a text a line. A text that
 * stands there twice is learned once.
 *
 * @param fingerprint the same for the same texts, wherever they lie
 */
public record Corpus(List<Text> texts, String fingerprint) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String BUILT = "/mx/vozrural/learning/corpus.jsonl.gz";

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
    Gathered gathered = new Gathered();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
        gathered.add(Files.newBufferedReader(file), String.valueOf(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gathered.corpus();
  }

  /** Each text once, in the order in which they came. */
  private static final class Gathered {
    private final Map<String, Text> texts = new LinkedHashMap<>();
    private final MessageDigest digest = sha256();

    void add(BufferedReader from, String name) throws IOException {
      try (from) {
        int number = 0;
        for (String line = from.readLine(); line != null; line = from.readLine()) {
          number++;
          if (!line.isBlank()) {
            digest.update(line.getBytes(StandardCharsets.UTF_8));
            Text text = text(line, name + ":" + number);
            texts.putIfAbsent(text.body().strip(), text);
          }
        }
      }
    }

    Corpus corpus() {
      return new Corpus(new ArrayList<>(texts.values()), fingerprint(digest));
    }
  }

  private static String fingerprint(MessageDigest digest) {
    return HexFormat.of().formatHex(digest.digest(), 0, 6);
  }

  /** The repository's, as the build put it beside the model. */
  public static Corpus built() {
    Gathered gathered = new Gathered();
    try (InputStream packed =
        Objects.requireNonNull(Corpus.class.getResourceAsStream(BUILT), "no corpus was built")) {
      gathered.add(
          new BufferedReader(
              new InputStreamReader(new GZIPInputStream(packed), StandardCharsets.UTF_8)),
          BUILT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return gathered.corpus();
  }

  /** These texts, and others that hold where the same text is among these. */
  public Corpus with(List<Text> others) {
    Map<String, Text> all = new LinkedHashMap<>();
    texts.forEach(text -> all.put(text.body().strip(), text));
    MessageDigest digest = sha256();
    digest.update(fingerprint.getBytes(StandardCharsets.UTF_8));
    for (Text text : others) {
      all.put(text.body().strip(), text);
      digest.update(JSON.valueToTree(text).toString().getBytes(StandardCharsets.UTF_8));
    }
    return new Corpus(new ArrayList<>(all.values()), fingerprint(digest));
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
