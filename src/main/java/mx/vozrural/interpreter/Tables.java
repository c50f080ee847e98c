package mx.vozrural.interpreter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables of words that lie beside this class, as lines without comments and blank ones. */
final class Tables {

  private Tables() {}

  /** The words under each {@code [heading]} of a table. */
  static Map<String, Set<String>> sections(String name) {
    Map<String, Set<String>> sections = new HashMap<>();
    String heading = "";
    for (String line : lines(name)) {
      if (line.startsWith("[")) {
        heading = line.substring(1, line.length() - 1);
      } else {
        Set<String> words = sections.computeIfAbsent(heading, h -> new HashSet<>());
        words.addAll(List.of(line.split(" ", -1)));
      }
    }
    return sections;
  }

  static List<String> lines(String name) {
    try (InputStream in = Tables.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Missing table: " + name);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty() && !line.startsWith("//"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
