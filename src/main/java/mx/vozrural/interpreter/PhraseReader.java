package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/**
 * Reads a phrase as the tables write it: words, {@code begin*} for a beginning, {@code @class},
 * {@code a|b} for either, {@code ?a} for a word that may be missing, {@code ~2} for up to two other
 * words, {@code a|b_c} for either one or two words, {@code -a} first or last for a word that must
 * not stand near, {@code ^} and {@code $} for the ends of the text.
 */
final class PhraseReader {

  private final ToIntFunction<String> classes;

  PhraseReader(ToIntFunction<String> classes) {
    this.classes = classes;
  }

  /** An element, and whether it may be missing. */
  private record Part(Phrase.Element element, boolean optional) {
    Part notBefore(int unwanted) {
      Phrase.Element plain = element;
      return new Part(new Phrase.Element(plain.wordClass(), plain.gap(), unwanted), optional);
    }
  }

  /** A phrase with optional words or with an either of unlike lengths is several phrases. */
  List<Phrase> read(String text, int signal, boolean scope, int weight) {
    List<Phrase> phrases = new ArrayList<>();
    for (String plain : PhraseReader.plain(text.trim())) {
      phrases.addAll(readPlain(plain, signal, scope, weight));
    }
    return phrases;
  }

  /** {@code a|b_c d} as {@code a d} and {@code b c d}. */
  private static List<String> plain(String text) {
    for (String part : text.split("\\s+", -1)) {
      if (part.startsWith("-") && part.contains("_")) {
        throw new IllegalArgumentException("Only single words can be ruled out: " + part);
      }
      if (part.contains("_")) {
        List<String> all = new ArrayList<>();
        String singles =
            Arrays.stream(part.split("\\|", -1))
                .filter(p -> !p.contains("_"))
                .collect(Collectors.joining("|"));
        if (!singles.isEmpty()) {
          all.addAll(plain(replaced(text, part, singles)));
        }
        for (String several : part.split("\\|", -1)) {
          if (several.contains("_")) {
            all.addAll(plain(replaced(text, part, several.replace('_', ' '))));
          }
        }
        return all;
      }
    }
    return List.of(text);
  }

  private static String replaced(String text, String part, String by) {
    int at = text.indexOf(part);
    return text.substring(0, at) + by + text.substring(at + part.length());
  }

  private List<Phrase> readPlain(String text, int signal, boolean scope, int weight) {
    List<Part> parts = new ArrayList<>();
    Phrase.Bounds bounds = Phrase.Bounds.NONE;
    int gap = 0;
    for (String part : text.split("\\s+", -1)) {
      switch (part.charAt(0)) {
        case '^' -> bounds = new Phrase.Bounds(bounds.notBefore(), true, bounds.last());
        case '$' -> bounds = new Phrase.Bounds(bounds.notBefore(), bounds.first(), true);
        case '~' -> gap = Integer.parseInt(part.substring(1));
        case '-' -> bounds = ruledOut(classes.applyAsInt(part.substring(1)), parts, bounds);
        default -> {
          parts.add(part(part, gap));
          gap = 0;
        }
      }
    }
    Phrase.Bounds where = bounds;
    return expanded(parts).stream()
        .map(elements -> new Phrase(signal, scope, weight, elements, where))
        .toList();
  }

  private static Phrase.Bounds ruledOut(int unwanted, List<Part> parts, Phrase.Bounds bounds) {
    if (parts.isEmpty()) {
      return new Phrase.Bounds(unwanted, bounds.first(), bounds.last());
    }
    parts.add(parts.removeLast().notBefore(unwanted));
    return bounds;
  }

  private Part part(String part, int gap) {
    boolean optional = part.charAt(0) == '?';
    int wordClass = classes.applyAsInt(optional ? part.substring(1) : part);
    return new Part(new Phrase.Element(wordClass, gap, -1), optional);
  }

  private static List<List<Phrase.Element>> expanded(List<Part> parts) {
    List<List<Phrase.Element>> all = List.of(List.of());
    for (Part part : parts) {
      List<List<Phrase.Element>> longer = new ArrayList<>();
      for (List<Phrase.Element> some : all) {
        List<Phrase.Element> with = new ArrayList<>(some);
        with.add(part.element());
        longer.add(with);
        if (part.optional()) {
          longer.add(some);
        }
      }
      all = longer;
    }
    return all;
  }
}
