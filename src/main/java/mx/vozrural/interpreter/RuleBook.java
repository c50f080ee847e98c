package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The tables of words and phrases, compiled: what a word may begin, and the number of each signal
 * and word class.
 */
final class RuleBook {

  private final Lexicon lexicon;
  private final Map<String, Integer> signals;
  private final Map<String, Integer> classes;
  private final Lexeme place;
  private final Lexeme folio;

  RuleBook(
      Lexicon lexicon,
      List<Phrase> phrases,
      Map<String, Integer> signals,
      Map<String, Integer> classes,
      Lexeme place,
      Lexeme folio) {
    this.lexicon = lexicon;
    this.signals = Map.copyOf(signals);
    this.classes = Map.copyOf(classes);
    this.place = place;
    this.folio = folio;
    Map<Integer, List<Numbered>> byBeginning = new HashMap<>();
    for (int i = 0; i < phrases.size(); i++) {
      Phrase phrase = phrases.get(i);
      byBeginning
          .computeIfAbsent(phrase.beginning(), c -> new ArrayList<>())
          .add(new Numbered(i, phrase));
    }
    lexicon.lexemes().forEach(l -> begin(l, byBeginning));
    begin(place, byBeginning);
    begin(folio, byBeginning);
    begin(lexicon.number(), byBeginning);
  }

  Lexicon lexicon() {
    return lexicon;
  }

  /** What the words of a place are read as. */
  Lexeme place() {
    return place;
  }

  /** What the digits of a folio are read as. */
  Lexeme folio() {
    return folio;
  }

  /** The names of all signals. */
  Set<String> signals() {
    return signals.keySet();
  }

  int signalCount() {
    return signals.size();
  }

  /**
   * The number of a signal ("need AGUA").
   *
   * @throws IllegalArgumentException where no table names it: a slip in the tables
   */
  int signal(String name) {
    return number(signals, name);
  }

  /** Whether the tables have a signal. */
  boolean tells(String name) {
    return signals.containsKey(name);
  }

  /** The number of a word class ("@near"); it must have been asked for when the book was built. */
  int wordClass(String name) {
    return number(classes, name);
  }

  private static int number(Map<String, Integer> numbers, String name) {
    Integer found = numbers.get(name);
    if (found == null) {
      throw new IllegalArgumentException("Not in the tables: " + name);
    }
    return found;
  }

  /** A phrase with its place in the tables. */
  private record Numbered(int place, Phrase phrase) {}

  /** A lexeme begins the phrases of all its classes, in the order of the tables. */
  private static void begin(Lexeme lexeme, Map<Integer, List<Numbered>> byBeginning) {
    List<Phrase> all =
        lexeme
            .classes()
            .mapToObj(c -> byBeginning.getOrDefault(c, List.of()))
            .flatMap(List::stream)
            .sorted(Comparator.comparingInt(Numbered::place))
            .map(Numbered::phrase)
            .toList();
    lexeme.begin(
        all.stream().filter(Phrase::scope).toArray(Phrase[]::new),
        all.stream().filter(phrase -> !phrase.scope()).toArray(Phrase[]::new));
  }
}
