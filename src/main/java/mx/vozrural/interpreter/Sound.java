package mx.vozrural.interpreter;

/**
 * Words as they sound in northern Mexico, so that spellings that sound alike are one: b and v; s,
 * soft c and z; c, k and qu; ll and y; soft g and j; silent h; n before b and p. A written c in a
 * sound is the ch.
 */
final class Sound {

  private Sound() {}

  /** The sound of a folded word, of an abbreviation that of the word it stands for. */
  static String of(String typed) {
    String word = Abbreviations.spelled(typed);
    char[] out = new char[capacity(word.length())];
    return new String(out, 0, write(word.toCharArray(), 0, word.length(), out));
  }

  /** How long the sound of a word of such a length can be. */
  static int capacity(int length) {
    return length + 3;
  }

  /**
   * Writes the sound of {@code word[from, to)} and gives its length.
   *
   * @param out at least {@link #capacity} long
   */
  static int write(char[] word, int from, int to, char[] out) {
    return new Sounding(word, from, to, out).run();
  }

  private static boolean vowel(char c) {
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
  }

  private static boolean soft(char c) {
    return c == 'e' || c == 'i';
  }

  /** One pass over a word. */
  private static final class Sounding {
    private final char[] in;
    private final int from;
    private final int to;
    private final char[] out;
    private int at;
    private int length;

    Sounding(char[] in, int from, int to, char[] out) {
      this.in = in;
      this.from = from;
      this.to = to;
      this.out = out;
      this.at = from;
    }

    int run() {
      while (at < to) {
        char c = in[at];
        int same = at + 1;
        while (same < to && in[same] == c) {
          same++;
        }
        boolean twice = same - at > 1;
        char next = same < to ? in[same] : 0;
        int start = at;
        at = same;
        letter(c, twice, next, start == from);
      }
      return ending();
    }

    private void letter(char c, boolean twice, char next, boolean first) {
      switch (c) {
        case 'v' -> put('b');
        case 'z' -> put('s');
        case 'c' -> soundOfC(next);
        case 'q' -> soundOfQ(next);
        case 'k' -> soundOfK(next, first);
        case 'h' -> soundOfH(next);
        case 'l' -> put(twice && vowel(next) && !afterConsonant() ? 'y' : 'l');
        case 'r' -> soundOfR(twice, next, first);
        case 'y' -> put(vowel(next) ? 'y' : 'i');
        case 'i' -> put(first && vowel(next) ? 'y' : 'i');
        case 'g' -> soundOfG(next);
        case 'x' -> soundOfX(next, first);
        case 'n' -> put(next == 'b' || next == 'v' || next == 'p' ? 'm' : 'n');
        case 'm' -> put(next == 'f' ? 'n' : 'm');
        case 's' -> soundOfS(next, first);
        case 'u' -> put(first && vowel(next) ? 'w' : 'u');
        default -> put(c);
      }
    }

    /** After a consonant there is no ll or rr: bllanco is a slip. */
    private boolean afterConsonant() {
      return length > 0 && !vowel(out[length - 1]);
    }

    /** The letter after the one at hand and all its like; 0 at the end. */
    private char afterNext() {
      int past = pastNext();
      return past < to ? in[past] : 0;
    }

    private int pastNext() {
      int past = at;
      while (past < to && in[past] == in[at]) {
        past++;
      }
      return past;
    }

    private void soundOfC(char next) {
      if (next == 'h') {
        at++;
        put('c');
      } else {
        put(soft(next) ? 's' : 'k');
      }
    }

    private void soundOfQ(char next) {
      if (next == 'u' && soft(afterNext())) {
        at = pastNext();
      }
      put('k');
    }

    /** The letter's name stands for its syllable: kmino, kmion. */
    private void soundOfK(char next, boolean first) {
      put('k');
      if (first && next != 0 && !vowel(next) && next != 'l' && next != 'r' && next != 'y') {
        put('a');
      }
    }

    private void soundOfH(char next) {
      char before = length == 0 ? 0 : out[length - 1];
      if (before == 't' || (before == 's' && next != 0 && at - 2 >= from && in[at - 2] == 's')) {
        put('h');
      } else if (before == 'p') {
        out[length - 1] = 'f';
      } else if (next == 'u' && vowel(afterNext())) {
        at = pastNext();
        put('w');
      } else if (next == 'i' && length == 0 && vowel(afterNext())) {
        at = pastNext();
        put('y');
      }
    }

    private void soundOfR(boolean twice, char next, boolean first) {
      boolean rolled = twice && !first && vowel(next) && !afterConsonant();
      if (length == 0 || out[length - 1] != 'r') {
        out[length++] = 'r';
      }
      if (rolled) {
        out[length++] = 'r';
      }
    }

    private void soundOfG(char next) {
      if (soft(next)) {
        put('j');
      } else if (next == 'u' && soft(afterNext())) {
        at = pastNext();
        put('g');
      } else if (next == 'u' && afterNext() == 'a') {
        at = pastNext();
        put('w');
      } else {
        put('g');
      }
    }

    private void soundOfX(char next, boolean first) {
      if (first && vowel(next)) {
        put('c');
      } else {
        put(vowel(next) ? 'x' : 's');
      }
    }

    private void soundOfS(char next, boolean first) {
      if (first && next != 0 && !vowel(next) && next != 'h' && next != 'y') {
        put('e');
      }
      put('s');
    }

    private void put(char c) {
      if (length == 0 || out[length - 1] != c) {
        out[length++] = c;
      }
    }

    /** "quemao" is "quemado". */
    private int ending() {
      if (length > 4 && out[length - 1] == 'o' && out[length - 2] == 'a') {
        out[length - 1] = 'd';
        out[length++] = 'o';
      }
      return length;
    }
  }
}
