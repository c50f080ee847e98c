package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
    lexicon.lexemes().forEach(l -> begin(l, phrases));
    begin(place, phrases);
    begin(folio, phrases);
    begin(lexicon.number(), phrases);
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

  private void begin(Lexeme lexeme, List<Phrase> phrases) {
    List<Phrase> scopes = new ArrayList<>();
    List<Phrase> others = new ArrayList<>();
    for (Phrase phrase : phrases) {
      if (lexeme.is(phrase.beginning())) {
        (phrase.scope() ? scopes : others).add(phrase);
      }
    }
    lexeme.begin(scopes.toArray(Phrase[]::new), others.toArray(Phrase[]::new));
  }
}
