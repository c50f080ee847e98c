package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One way to write the name of a place.
 *
 * @param words the sounds of its words, without the article
 * @param classes the word class of each, in the rule book
 * @param section null where nobody has verified it
 * @param community null for the name of a section that is no community's
 * @param article whether the full name has an article (El Charco)
 * @param kind what else the words may mean
 */
record PlaceName(
    List<String> words,
    List<Integer> classes,
    @Nullable String section,
    @Nullable Integer community,
    boolean article,
    Kind kind) {

  /** "col. Soto": a stop that ends no sentence. */
  private static final String SHORT_COLONY = "kol";

  /** What else the words of a name may mean. */
  enum Kind {
    /** Nothing else: staff said so. */
    PINNED,
    /** Nothing else. */
    CLEAR,
    /** A thing of the country: a puddle, a well. */
    COMMON,
    /** A person's name. */
    PERSON
  }

  /** The index after the name where it stands at word i, else -1. */
  int end(Words text, int i) {
    if (i + classes.size() > text.size()) {
      return -1;
    }
    for (int k = 0; k < classes.size(); k++) {
      boolean abbreviated = k == 1 && words.getFirst().equals(SHORT_COLONY);
      boolean cut = k > 0 && text.before(i + k) == Words.STOPPED && !abbreviated;
      if (cut || !text.is(i + k, classes.get(k))) {
        return -1;
      }
    }
    return i + classes.size();
  }

  /** The ways in which a name is written: without article, without "colonia", in one word. */
  static List<List<String>> variants(String name) {
    List<List<String>> variants = new ArrayList<>();
    for (String part : name.split("[/(),]", -1)) {
      List<String> words = sounds(part);
      if (words.isEmpty()) {
        continue;
      }
      List<String> bare = articled(words) ? words.subList(1, words.size()) : words;
      variants.add(bare);
      if (words.size() > 1) {
        variants.add(List.of(Sound.of(String.join("", words))));
        variants.addAll(shorter(bare));
      }
    }
    return variants;
  }

  /** Whether a name begins with an article. */
  static boolean articled(List<String> words) {
    return words.size() > 1 && List.of("el", "la", "los", "las").contains(words.getFirst());
  }

  static List<String> sounds(String name) {
    Words cut = Cutter.cut(name);
    List<String> sounds = new ArrayList<>();
    for (int i = 0; i < cut.size(); i++) {
      sounds.add(Sound.of(cut.plain(i)));
    }
    return sounds;
  }

  private static List<List<String>> shorter(List<String> words) {
    List<List<String>> shorter = new ArrayList<>();
    boolean settlement = List.of("kolonia", "ejido").contains(words.getFirst());
    if (settlement && words.size() == 2) {
      shorter.add(words.subList(1, 2));
      if (words.getFirst().equals("kolonia")) {
        shorter.add(List.of(SHORT_COLONY, words.get(1)));
      }
    }
    for (String other : List.of("nueba", "nuebo", "nuebas", "nuebos")) {
      if (words.getFirst().startsWith("nueb") && words.size() > 1) {
        shorter.add(Stream.concat(Stream.of(other), words.stream().skip(1)).toList());
      }
    }
    int of = words.indexOf("de");
    if (of == 1 && words.size() == 3) {
      shorter.add(List.of(words.getFirst(), words.get(2)));
      if (!words.getFirst().equals("ranco")) {
        shorter.add(words.subList(0, 1));
      }
    }
    return shorter;
  }
}
