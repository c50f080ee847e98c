package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Words that the tables' phrases are made of: what the finders look at longest. */
final class TablePhrases {
  private static final int MOST_LETTERS_MORE = 4;

  private final Map<String, List<String>> classes = new HashMap<>();
  private final List<String> phrases = new ArrayList<>();

  TablePhrases() {
    for (String line : Tables.lines("words.txt")) {
      String[] halves = line.split("=", 2);
      classes.put(halves[0].strip(), List.of(halves[1].strip().split("\\s+", -1)));
    }
    for (String table : List.of("scopes", "needs", "danger", "intents", "traits")) {
      for (String line : Tables.lines(table + ".txt")) {
        if (!line.startsWith("[")) {
          phrases.addAll(List.of(line.substring(line.indexOf(':') + 1).split(";", -1)));
        }
      }
    }
  }

  /** The words of some phrase, without those that may stand between. */
  List<String> some(SplittableRandom random) {
    List<String> words = new ArrayList<>();
    while (words.isEmpty()) {
      for (String part : one(phrases, random).strip().split("\\s+", -1)) {
        if (!part.isEmpty() && "~-^$".indexOf(part.charAt(0)) < 0) {
          words.add(word(part, random));
        }
      }
    }
    return words;
  }

  private String word(String part, SplittableRandom random) {
    String chosen = one(List.of(part.split("\\|", -1)), random);
    String plain = chosen.replaceAll("^[?=]", "");
    if (plain.startsWith("@")) {
      List<String> members = classes.getOrDefault(plain, List.of("sauz"));
      return word(one(members, random), random);
    }
    if (plain.equals("#")) {
      return Integer.toString(random.nextInt(10_000_000));
    }
    String ending = plain.endsWith("*") ? "a".repeat(random.nextInt(MOST_LETTERS_MORE)) : "";
    return plain.replace("*", "").replace('_', ' ') + ending;
  }

  static <T> T one(List<T> all, SplittableRandom random) {
    return all.get(random.nextInt(all.size()));
  }
}
