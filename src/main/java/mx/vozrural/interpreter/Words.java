package mx.vozrural.interpreter;

import java.util.Arrays;

/** The words of a text in order, each with what stood before it. Filled once by {@link Cutter}. */
final class Words {

  /** What stands between a word and the one before it. */
  static final byte GLUED = 0;

  static final byte SPACED = 1;
  static final byte DASHED = 2;
  static final byte COMMA = 3;
  static final byte STOPPED = 4;

  /** A currency sign before a number. */
  static final byte MONEY = 1;

  /** A number sign before a number. */
  static final byte HASH = 2;

  /** The number to call in danger, in all of Mexico. */
  private static final String EMERGENCY = "911";

  private static final Lexeme[] NO_LEXEMES = {};
  private static final String[] NO_SOUNDS = {};

  private int size;
  private String[] plain = new String[16];
  private Lexeme[] lexemes = NO_LEXEMES;
  private String[] sounds = NO_SOUNDS;
  private byte[] before = new byte[16];
  private byte[] signs = new byte[16];
  private boolean question;
  private boolean visible;
  private boolean thanks;

  int size() {
    return size;
  }

  /** The word, folded. */
  String plain(int i) {
    return plain[i];
  }

  /** How word i sounds, once it was looked up. */
  String sound(int i) {
    return sounds[i];
  }

  Lexeme lexeme(int i) {
    return lexemes[i];
  }

  byte before(int i) {
    return before[i];
  }

  boolean money(int i) {
    return signs[i] == MONEY;
  }

  boolean hash(int i) {
    return signs[i] == HASH;
  }

  boolean number(int i) {
    char c = plain[i].charAt(0);
    return c >= '0' && c <= '9';
  }

  /** Whether word i is of a class; false outside the text. */
  boolean is(int i, int wordClass) {
    return i >= 0 && i < size && lexemes[i].is(wordClass);
  }

  /** Whether a sentence ends before word i; true at both ends of the text. */
  boolean stopBefore(int i) {
    return i <= 0 || i >= size || before[i] == STOPPED;
  }

  /** Whether the text or a part of it ends before word i. */
  boolean breakBefore(int i) {
    return i <= 0 || i >= size || before[i] >= COMMA;
  }

  /** Whether anything but white space and invisible marks was there. */
  boolean visible() {
    return visible;
  }

  boolean question() {
    return question;
  }

  /** A picture of thanks or approval. */
  boolean thanks() {
    return thanks;
  }

  /** Words from..to joined by a space. */
  String span(int from, int to) {
    if (to - from == 1) {
      return plain[from];
    }
    return String.join(" ", Arrays.asList(plain).subList(from, to));
  }

  /** Reads word i as something else from now on: a place, a folio. */
  void read(int i, Lexeme as) {
    lexemes[i] = as;
  }

  void add(String word, byte separation, byte sign) {
    if (size == plain.length) {
      plain = Arrays.copyOf(plain, size * 2);
      before = Arrays.copyOf(before, size * 2);
      signs = Arrays.copyOf(signs, size * 2);
    }
    plain[size] = word;
    before[size] = separation;
    signs[size++] = sign;
  }

  void seen(boolean anyVisible, boolean anyQuestion, boolean anyThanks) {
    visible = anyVisible;
    question = anyQuestion;
    thanks = anyThanks;
  }

  /** Looks every word up. */
  void lookUp(Lexicon lexicon) {
    lexemes = new Lexeme[size];
    sounds = new String[size];
    int longest = Abbreviations.LONGEST_SPELLED;
    for (int i = 0; i < size; i++) {
      longest = Math.max(longest, plain[i].length());
    }
    char[] letters = new char[longest];
    char[] sound = new char[Sound.capacity(longest)];
    for (int i = 0; i < size; i++) {
      String word = Abbreviations.spelled(plain[i]);
      word.getChars(0, word.length(), letters, 0);
      int length = Sound.write(letters, 0, word.length(), sound);
      sounds[i] = new String(sound, 0, length);
      lexemes[i] = number(i) ? number(lexicon, plain[i]) : lexicon.find(sound, length);
    }
  }

  private static Lexeme number(Lexicon lexicon, String digits) {
    return digits.equals(EMERGENCY) ? lexicon.emergency() : lexicon.number();
  }
}
