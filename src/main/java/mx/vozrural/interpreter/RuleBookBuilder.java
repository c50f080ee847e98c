package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tables and compiles them into a {@link RuleBook}. */
final class RuleBookBuilder {

  /** Stand in phrases for numbers in digits and for places. */
  private static final String NUMBER = "#";

  private static final String PLACE = "@place";

  private static final int USUAL_WEIGHT = 3;

  private final Map<String, List<String>> groups = new HashMap<>();
  private final Map<String, Integer> classes = new LinkedHashMap<>();
  private final Map<String, Integer> signals = new LinkedHashMap<>();
  private final List<Phrase> phrases = new ArrayList<>();
  private final List<String> known = new ArrayList<>();
  private final List<Member> sounds = new ArrayList<>();
  private final PhraseReader reader = new PhraseReader(this::wordClass);

  private record Member(String sound, int wordClass) {}

  /** Reads all tables. */
  void tables() {
    groups(Tables.lines("words.txt"));
    for (String table : List.of("scopes", "needs", "danger", "intents", "traits")) {
      phrases(Tables.lines(table + ".txt"));
    }
  }

  /** A municipality's own words, plain, for a signal. */
  void words(String signal, String words) {
    List<String> sounds = PlaceName.sounds(words);
    if (!sounds.isEmpty()) {
      sounds.forEach(s -> sound(s, wordClass("own " + s)));
      List<Phrase.Element> elements =
          sounds.stream().map(w -> new Phrase.Element(wordClass("own " + w), 0, -1)).toList();
      phrases.add(new Phrase(signal(signal), false, USUAL_WEIGHT, elements, Phrase.Bounds.NONE));
    }
    signal(signal);
  }

  /** A table of word classes: {@code @name = word word @other}. */
  void groups(List<String> lines) {
    for (String line : lines) {
      String[] halves = line.split("=", 2);
      String name = halves[0].trim();
      groups.put(name, List.of(halves[1].trim().split("\\s+", -1)));
      wordClass(name);
    }
  }

  /** A table of phrases under the signals that they tell: {@code [need AGUA]}, then phrases. */
  void phrases(List<String> lines) {
    String signal = "";
    for (String line : lines) {
      if (line.startsWith("[")) {
        signal = line.substring(1, line.length() - 1);
      } else {
        int colon = line.indexOf(": ");
        int weight = colon < 0 ? USUAL_WEIGHT : Integer.parseInt(line.substring(0, colon));
        for (String phrase : line.substring(colon + 1).split(";", -1)) {
          phrase(signal, weight, phrase);
        }
      }
    }
  }

  /** One phrase more, of the same notation. */
  void phrase(String signal, int weight, String phrase) {
    phrases.addAll(reader.read(phrase, signal(signal), signal.startsWith("scope "), weight));
  }

  /** A word that is not to be taken for another. */
  void known(String word) {
    known.add(word);
  }

  /** A sound that belongs to a class, beside those that the tables name. */
  void sound(String sound, int wordClass) {
    sounds.add(new Member(sound, wordClass));
  }

  /** The class of the words that an element of a phrase stands for. */
  int wordClass(String element) {
    Integer found = classes.get(element);
    if (found == null) {
      found = classes.size();
      classes.put(element, found);
    }
    return found;
  }

  /** The number of a signal, new or known. */
  int signal(String name) {
    Integer found = signals.get(name);
    if (found == null) {
      found = signals.size();
      signals.put(name, found);
    }
    return found;
  }

  RuleBook build() {
    LexiconBuilder lexicon = new LexiconBuilder(classes.size());
    BitSet place = new BitSet();
    classes.forEach((element, id) -> {
      for (String word : element.contains(" ") ? List.<String>of() : words(element)) {
        switch (word) {
          case NUMBER -> lexicon.addNumber(id);
          case PLACE -> place.set(id);
          case "" -> {}
          default -> add(lexicon, word, id);
        }
      }
    });
    sounds.forEach(m -> lexicon.add(m.sound(), m.wordClass()));
    known.forEach(word -> lexicon.known(Sound.of(word)));
    Lexeme placeLexeme = lexicon.special(place);
    Lexeme folioLexeme = lexicon.special(new BitSet());
    return new RuleBook(lexicon.build(), phrases, signals, classes, placeLexeme, folioLexeme);
  }

  private List<String> words(String element) {
    List<String> words = new ArrayList<>();
    for (String word : element.split("\\|", -1)) {
      if (word.startsWith("@") && !word.equals(PLACE)) {
        group(word).forEach(w -> words.addAll(words(w)));
      } else {
        words.add(word);
      }
    }
    return words;
  }

  private List<String> group(String name) {
    List<String> found = groups.get(name);
    if (found == null) {
      throw new IllegalArgumentException("No such class of words in the tables: " + name);
    }
    return found;
  }

  /**
   * How a beginning sounds may hang on the letter that follows: atropell-ar, pag-ue. Its own last
   * letter would melt into it, and insult* would stand for insulina.
   */
  private static void addBeginning(LexiconBuilder lexicon, String word, int id) {
    for (String next : List.of("a", "e", "o", "te")) {
      if (word.charAt(word.length() - 1) != next.charAt(0)) {
        String sound = Sound.of(word + next);
        lexicon.addBeginning(sound.substring(0, sound.length() - next.length()), id);
      }
    }
  }

  /** A plural is known with its singular, but for a word written {@code =so}. */
  private static void add(LexiconBuilder lexicon, String word, int id) {
    if (word.endsWith("*")) {
      addBeginning(lexicon, Cutter.fold(word.substring(0, word.length() - 1)), id);
      return;
    }
    boolean alone = word.startsWith("=");
    String sound = Sound.of(Cutter.fold(alone ? word.substring(1) : word));
    if (sound.isEmpty()) {
      throw new IllegalArgumentException("No single word: " + word);
    }
    lexicon.add(sound, id);
    if (!alone && sound.length() > 2 && !sound.endsWith("s")) {
      char end = sound.charAt(sound.length() - 1);
      lexicon.addPlural(sound + ("aeiou".indexOf(end) >= 0 ? "s" : "es"), id);
    }
  }
}
