package mx.vozrural.interpreter;

/**
 * A name of a place in a text, whether or not the text speaks of the place: charco is a puddle too,
 * and Guadalupe somebody's sister.
 *
 * @param from its first word
 * @param to the word after it
 * @param score what the rules make of the words around it, as {@link PlaceContext} counts
 */
record Mention(PlaceName name, int from, int to, int score) {
  private static final String EDGE = "EDGE";

  /** What a model judges it by: the name, the words around it, where it stands. */
  Clues clues(Words words) {
    Clues clues = new Clues();
    String kind = name.kind().name();
    String called = String.join(" ", name.words());
    String before = token(words, from - 1);
    String after = token(words, to);
    boolean broken = words.breakBefore(from);
    boolean ends = words.breakBefore(to);
    add(clues, "name", called);
    add(clues, "score", Integer.toString(score), kind);
    add(clues, "kind", kind);
    add(clues, "before", before);
    add(clues, "before", before, kind);
    add(clues, "before", before, called);
    add(clues, "before", token(words, from - 2), before);
    add(clues, "second before", token(words, from - 2));
    add(clues, "after", after);
    add(clues, "after", after, kind);
    add(clues, "after", after, called);
    add(clues, "after", after, token(words, to + 1));
    add(clues, "around", before, after);
    add(clues, "breaks", broken + " " + ends, kind);
    add(clues, "breaks", broken + " " + ends, called);
    add(clues, "edge", (from <= 1) + " " + (to >= words.size()), kind);
    add(clues, "written", exact(words) ? "exactly" : "nearly", called);
    add(clues, "article", name.article() + " " + before, kind);
    return clues;
  }

  private static void add(Clues clues, String... parts) {
    clues.add(Clues.NO_WORD, 'P', parts);
  }

  private static String token(Words words, int i) {
    if (i < 0 || i >= words.size()) {
      return EDGE;
    }
    return words.number(i) ? "NUMBER" : words.sound(i);
  }

  private boolean exact(Words words) {
    for (int i = from; i < to; i++) {
      if (!words.sound(i).equals(name.words().get(i - from))) {
        return false;
      }
    }
    return true;
  }
}
