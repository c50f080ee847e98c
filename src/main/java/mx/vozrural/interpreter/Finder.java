package mx.vozrural.interpreter;

/**
 * Finds the phrases of the tables in a text: first those that say how other words are to be read,
 * then those that tell something.
 */
final class Finder {

  /** A phrase of this weight tells a danger even where the words around it suppose or recall. */
  private static final int BEYOND_DOUBT = 4;

  /** Words of a landmark, a figure of speech: no phrase of one word counts there. */
  private static final byte HIDDEN = 1;

  /** Words that suppose, fear or recall: a danger there is none now. */
  private static final byte SUPPOSED = 2;

  private final RuleBook book;
  private final int hidden;
  private final boolean[] danger;

  Finder(RuleBook book, boolean[] danger) {
    this.book = book;
    this.hidden = book.signal("scope hidden");
    this.danger = danger;
  }

  Findings find(Words words) {
    byte[] scopes = scopes(words);
    Findings findings = new Findings(book.signalCount());
    for (int i = 0; i < words.size(); i++) {
      for (Phrase phrase : words.lexeme(i).signals()) {
        int end = hides(phrase, scopes[i]) ? -1 : phrase.end(words, i);
        if (end >= 0 && !supposed(phrase, scopes[i] | scopes[end - 1])) {
          findings.add(phrase.signal(), phrase.weight(), i, end);
        }
      }
    }
    return findings;
  }

  private static boolean hides(Phrase phrase, byte scope) {
    return (scope & HIDDEN) != 0 && phrase.single();
  }

  private boolean supposed(Phrase phrase, int scope) {
    return (scope & SUPPOSED) != 0 && danger[phrase.signal()] && phrase.weight() < BEYOND_DOUBT;
  }

  private byte[] scopes(Words words) {
    byte[] scopes = new byte[words.size()];
    for (int i = 0; i < words.size(); i++) {
      for (Phrase phrase : words.lexeme(i).scopes()) {
        int end = phrase.end(words, i);
        if (end >= 0) {
          mark(scopes, words, phrase, i, end);
        }
      }
    }
    return scopes;
  }

  /** The weight of a scope is how many words it reaches beyond its own, within the sentence. */
  private void mark(byte[] scopes, Words words, Phrase phrase, int from, int end) {
    byte scope = phrase.signal() == hidden ? HIDDEN : SUPPOSED;
    int until = Math.min(words.size(), end + phrase.weight());
    for (int i = from; i < until && (i < end || !words.stopBefore(i)); i++) {
      scopes[i] |= scope;
    }
  }
}
