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

  /** One element of a phrase and how many other words may stand before it. */
  private record Element(int wordClass, int gap, boolean optional, int notAfter) {
    Element notBefore(int unwanted) {
      return new Element(wordClass, gap, optional, unwanted);
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
    List<Element> elements = new ArrayList<>();
    int notBefore = -1;
    boolean first = false;
    boolean last = false;
    int gap = 0;
    for (String part : text.split("\\s+", -1)) {
      switch (part.charAt(0)) {
        case '^' -> first = true;
        case '$' -> last = true;
        case '~' -> gap = Integer.parseInt(part.substring(1));
        case '-' -> {
          int unwanted = classes.applyAsInt(part.substring(1));
          if (elements.isEmpty()) {
            notBefore = unwanted;
          } else {
            elements.add(elements.removeLast().notBefore(unwanted));
          }
        }
        default -> {
          elements.add(element(part, gap));
          gap = 0;
        }
      }
    }
    List<Phrase> phrases = new ArrayList<>();
    for (List<Element> some : expanded(elements)) {
      phrases.add(phrase(some, signal, scope, weight, notBefore, first, last));
    }
    return phrases;
  }

  private Element element(String part, int gap) {
    boolean optional = part.charAt(0) == '?';
    return new Element(classes.applyAsInt(optional ? part.substring(1) : part), gap, optional, -1);
  }

  private static List<List<Element>> expanded(List<Element> elements) {
    List<List<Element>> all = List.of(List.of());
    for (Element element : elements) {
      List<List<Element>> longer = new ArrayList<>();
      for (List<Element> some : all) {
        List<Element> with = new ArrayList<>(some);
        with.add(element);
        longer.add(with);
        if (element.optional()) {
          longer.add(some);
        }
      }
      all = longer;
    }
    return all;
  }

  private static Phrase phrase(
      List<Element> elements,
      int signal,
      boolean scope,
      int weight,
      int notBefore,
      boolean first,
      boolean last) {
    int[] wordClasses = elements.stream().mapToInt(Element::wordClass).toArray();
    int[] gaps = elements.stream().mapToInt(Element::gap).toArray();
    int[] notAfter = elements.stream().mapToInt(Element::notAfter).toArray();
    return new Phrase(signal, scope, weight, wordClasses, gaps, notAfter, notBefore, first, last);
  }
}
