package mx.vozrural.domain;

import java.util.List;
import java.util.Optional;

/** What one municipality has: its sections, the places in them and its categories of need. */
public record Catalogue(
    List<Section> sections, List<Community> communities, List<Category> categories) {

  public Optional<Section> section(String code) {
    return sections.stream().filter(s -> s.code().equals(code)).findFirst();
  }

  public Optional<Category> category(String code) {
    return categories.stream().filter(c -> c.code().equals(code)).findFirst();
  }
}
