package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Section;
import mx.vozrural.interpreter.PlaceName.Kind;
import org.jspecify.annotations.Nullable;

/** Every way to write every place of a catalogue. */
final class PlaceNames {

  /** The class of the words that a name may begin with. */
  static final String FIRST = "places first";

  private final Map<String, Set<String>> meanings;
  private final List<PlaceName> names = new ArrayList<>();
  private final Set<List<String>> taken = new HashSet<>();
  private final RuleBookBuilder book;

  PlaceNames(RuleBookBuilder book) {
    this.book = book;
    this.meanings = Tables.sections("names.txt");
  }

  /** The names of a catalogue, longer ones first, so that they win; aliases before the rest. */
  List<PlaceName> of(Catalogue catalogue, List<PlaceAlias> aliases) {
    aliases.forEach(this::pin);
    catalogue.communities().forEach(c -> add(c.name(), c.section(), c.id()));
    catalogue.sections().forEach(s -> add(s.name(), s.code(), community(catalogue, s)));
    names.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
    return List.copyOf(names);
  }

  private static @Nullable Integer community(Catalogue catalogue, Section section) {
    return catalogue.communities().stream()
        .filter(c -> c.name().equals(section.name()))
        .map(Community::id)
        .findFirst()
        .orElse(null);
  }

  private void pin(PlaceAlias alias) {
    List<String> words = PlaceName.sounds(alias.words());
    if (!words.isEmpty() && taken.add(words)) {
      names.add(
          new PlaceName(
              words, classes(words), alias.section(), alias.community(), false, Kind.PINNED));
    }
  }

  private void add(String name, @Nullable String section, @Nullable Integer community) {
    List<String> full = PlaceName.sounds(name);
    for (List<String> words : PlaceName.variants(name)) {
      if (taken.add(words)) {
        boolean article = PlaceName.articled(full) && words.size() < full.size();
        names.add(new PlaceName(words, classes(words), section, community, article, kind(words)));
      }
    }
  }

  private List<Integer> classes(List<String> words) {
    List<Integer> classes = words.stream().map(w -> book.wordClass("place " + w)).toList();
    words.forEach(w -> book.sound(w, book.wordClass("place " + w)));
    book.sound(words.getFirst(), book.wordClass(FIRST));
    return classes;
  }

  private Kind kind(List<String> words) {
    if (words.size() > 1) {
      return Kind.CLEAR;
    }
    if (means("person", words.getFirst())) {
      return Kind.PERSON;
    }
    return means("common", words.getFirst()) ? Kind.COMMON : Kind.CLEAR;
  }

  private boolean means(String what, String sound) {
    return meanings.getOrDefault(what, Set.of()).stream()
        .map(Sound::of)
        .collect(Collectors.toSet())
        .contains(sound);
  }
}
