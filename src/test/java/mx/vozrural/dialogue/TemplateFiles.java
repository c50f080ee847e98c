package mx.vozrural.dialogue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The default texts as they lie in the project, read by the simplest reader that does. */
final class TemplateFiles {

  static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

  record Template(Map<String, String> header, String text) {

    int segments() {
      return Integer.parseInt(header.getOrDefault("Segments", "1"));
    }

    Map<String, String> example() {
      return Arrays.stream(Objects.requireNonNull(header.get("Example")).split("; ", -1))
          .map(pair -> pair.split("=", 2))
          .collect(Collectors.toMap(p -> p[0], p -> p[1]));
    }

    String fill(Map<String, String> values) {
      return VARIABLE
          .matcher(text)
          .replaceAll(m -> {
            String value = values.get(m.group(1));
            if (value == null) {
              throw new AssertionError("no value for " + m.group(1) + " in: " + text);
            }
            return Matcher.quoteReplacement(value);
          });
    }
  }

  private static final Map<String, Map<String, Template>> ALL =
      Map.of("es", load("es"), "en", load("en"));

  private TemplateFiles() {}

  static Map<String, Template> read(String language) {
    return Objects.requireNonNull(ALL.get(language));
  }

  private static Map<String, Template> load(String language) {
    try (Stream<Path> files = Files.list(Path.of("sms-templates", language))) {
      Map<String, Template> templates = new TreeMap<>();
      files.forEach(
          f -> templates.put(f.getFileName().toString().replace(".txt", ""), template(f)));
      return templates;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Template get(String language, String key) {
    return Objects.requireNonNull(read(language).get(key), key);
  }

  private static Template template(Path file) {
    try {
      List<String> lines = Files.readAllLines(file);
      Map<String, String> header = new LinkedHashMap<>();
      lines.stream()
          .filter(l -> l.startsWith("# "))
          .map(l -> l.substring(2).split(": ", 2))
          .forEach(h -> header.put(h[0], h[1]));
      String text = lines.stream().filter(l -> !l.startsWith("#")).collect(Collectors.joining(" "));
      return new Template(header, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An answer as a text, with what is added when it is written. */
  static String render(Answer answer) {
    Map<String, String> values = new TreeMap<>(answer.values());
    values.put("number", "614 410 0100");
    values.put("municipality", "Municipio de Chihuahua");
    values.put("due", "mie 30 sep");
    return answer.parts().stream()
        .map(part -> get(answer.language(), part).fill(values))
        .collect(Collectors.joining(" "));
  }
}
