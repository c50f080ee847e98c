package mx.vozrural.admin;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Community;
import mx.vozrural.domain.Language;
import mx.vozrural.domain.Section;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Reading;
import org.jspecify.annotations.Nullable;

/**
 * The yardstick of the evaluation: reads by whole words of a short list alone, as a first attempt
 * would. It is to stay as it is.
 */
final class KeywordMatcher {
  private static final String WORDS = "keywords.txt";
  private static final Set<Intent> WITHOUT_NEED =
      Set.of(
          Intent.OPT_OUT,
          Intent.OPT_IN,
          Intent.HELP,
          Intent.PRIVACY_REQUEST,
          Intent.COMMITMENT_QUERY,
          Intent.ACK,
          Intent.UNCLEAR,
          Intent.EMPTY);

  private final Map<String, List<String>> lists = new LinkedHashMap<>();
  private final List<Place> places = new ArrayList<>();

  private record Place(String name, @Nullable String section) {}

  KeywordMatcher(Catalogue catalogue) {
    lines().forEach(this::list);
    for (Section section : catalogue.sections()) {
      place(section.name(), section.code());
    }
    for (Community community : catalogue.communities()) {
      place(community.name(), community.section());
    }
  }

  private static List<String> lines() {
    try (InputStream in = Objects.requireNonNull(KeywordMatcher.class.getResourceAsStream(WORDS))) {
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("//"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void list(String line) {
    int colon = line.indexOf(':');
    List<String> words = new ArrayList<>();
    for (String word : line.substring(colon + 1).split(",", -1)) {
      if (!word.isBlank()) {
        words.add(folded(word));
      }
    }
    lists.put(line.substring(0, colon), words);
  }

  /** "Nuevo Sacramento / Sacramento" is two names. */
  private void place(String names, @Nullable String section) {
    for (String name : names.split("[/()]", -1)) {
      if (!name.isBlank()) {
        places.add(new Place(folded(name), section));
      }
    }
  }

  /** Words and numbers, each number as #, between single blanks, one before and one after too. */
  private static String folded(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    String words =
        plain
            .toLowerCase(Locale.ROOT)
            .replaceAll("[0-9]+", "#")
            .replaceAll("[^a-z#]+", " ")
            .strip();
    return words.isEmpty() ? " " : " " + words + " ";
  }

  Reading read(String text) {
    String words = folded(text);
    boolean urgent = has(words, "urgent");
    String category = category(words);
    Intent intent = text.isBlank() ? Intent.EMPTY : intent(words, urgent || category != null);
    boolean need = !WITHOUT_NEED.contains(intent);
    return new Reading(
        intent,
        category == null || !need ? List.of() : List.of(category),
        section(words),
        null,
        urgent && need,
        urgent,
        has(words, "english") ? Language.EN : Language.ES,
        List.of(),
        null,
        Set.of(),
        words.strip(),
        Map.of(),
        List.of());
  }

  private boolean has(String words, String list) {
    return hits(words, list) > 0;
  }

  private long hits(String words, String list) {
    return lists.getOrDefault(list, List.of()).stream().filter(words::contains).count();
  }

  private Intent intent(String words, boolean need) {
    for (String list : lists.keySet()) {
      if (list.startsWith("intent ")) {
        Intent intent = Intent.of(list.substring("intent ".length()));
        if (intent == Intent.REPORT ? need : has(words, list)) {
          return intent;
        }
      }
    }
    return Intent.UNCLEAR;
  }

  /** That of most words, the first of equals. */
  private @Nullable String category(String words) {
    String best = null;
    long most = 0;
    for (String list : lists.keySet()) {
      long hits = list.startsWith("category ") ? hits(words, list) : 0;
      if (hits > most) {
        best = list.substring("category ".length());
        most = hits;
      }
    }
    return best;
  }

  private @Nullable String section(String words) {
    for (Place place : places) {
      if (words.contains(place.name())) {
        return place.section();
      }
    }
    return null;
  }
}
