package mx.vozrural.interpreter;

/** Judges by the words around it whether a name stands for a place, and how surely. */
final class PlaceContext {

  private static final int NO_PLACE = 0;
  private static final int POSSIBLE = 1;
  private static final int TOWARDS = 2;
  private static final int APART = 3;
  private static final int WITHIN = 4;
  private static final int FROM_THERE = 5;

  private final int article;
  private final int locative;
  private final int towards;
  private final int settlement;
  private final int indefinite;
  private final int introduction;
  private final int devotion;
  private final int qualities;
  private final int verbs;
  private final int ownVerbs;
  private final int given;
  private final int surname;
  private final int no;
  private final int being;
  private final int fallen;
  private final int of;
  private final int placeNoun;

  PlaceContext(RuleBook book) {
    article = book.wordClass("@art");
    locative = book.wordClass("@locative");
    towards = book.wordClass("@towards");
    settlement = book.wordClass("@settlement");
    indefinite = book.wordClass("@indefinite");
    introduction = book.wordClass("@introduction");
    devotion = book.wordClass("@devotion");
    qualities = book.wordClass("@ownqualities");
    verbs = book.wordClass("@verbs");
    ownVerbs = book.wordClass("@ownverbs");
    given = book.wordClass("@givenname");
    surname = book.wordClass("@surname");
    no = book.wordClass("@no");
    being = book.wordClass("@being");
    fallen = book.wordClass("@fallen");
    of = book.wordClass("@de");
    placeNoun = book.wordClass("@placenoun");
  }

  /** 0: no place; below: denied; above: the more, the surer. */
  int score(Words words, PlaceName name, int from, int to) {
    boolean articled =
        words.is(from - 1, article) || words.plain(Math.max(0, from - 1)).equals("del");
    int start = articled && !words.plain(from - 1).equals("del") ? from - 1 : from;
    if (denied(words, start)) {
      return Places.denied();
    }
    int score = standing(words, start, to);
    return switch (name.kind()) {
      case PINNED -> FROM_THERE;
      case CLEAR -> Math.max(score, POSSIBLE);
      case COMMON -> common(words, name, start, to, articled, score);
      case PERSON -> person(words, start, to, score);
    };
  }

  /** By what stands before and after, whatever the name. */
  private int standing(Words words, int start, int to) {
    if (words.is(start - 1, settlement) && words.before(start) < Words.COMMA) {
      return WITHIN;
    }
    if (words.is(start - 1, locative) && words.before(start) < Words.COMMA) {
      return fromThere(words, start) ? FROM_THERE : WITHIN;
    }
    if (fromThere(words, start)) {
      return FROM_THERE;
    }
    if (words.breakBefore(start) && words.breakBefore(to)) {
      return APART;
    }
    return words.is(start - 1, towards) && words.before(start) < Words.COMMA ? TOWARDS : NO_PLACE;
  }

  /** "soy de", "somos de", "vivo en". */
  private boolean fromThere(Words words, int start) {
    return words.is(start - 2, being)
        && (words.is(start - 1, locative) || words.is(start - 1, towards));
  }

  /** "no es en soto", "no en soto", "no soto": the place is another. */
  private boolean denied(Words words, int start) {
    int k = start - 1;
    while (k >= 0 && k > start - 4 && small(words, k)) {
      k--;
    }
    return k >= 0
        && words.is(k, no)
        && !words.plain(k).equals("sin")
        && start - k >= 1
        && !stopBetween(words, k, start)
        && (start - k > 1 || words.breakBefore(k) || words.is(k - 1, article));
  }

  private boolean small(Words words, int k) {
    String word = words.plain(k);
    return words.is(k, locative)
        || words.is(k, being)
        || word.equals("es")
        || word.equals("era")
        || word.equals("is")
        || word.equals("fue")
        || word.equals("de")
        || word.equals("del");
  }

  private static boolean stopBetween(Words words, int from, int to) {
    for (int k = from + 1; k <= to; k++) {
      if (words.before(k) == Words.STOPPED) {
        return true;
      }
    }
    return false;
  }

  private int common(Words words, PlaceName name, int start, int to, boolean articled, int score) {
    boolean some = words.is(start - 1, indefinite) && words.before(start) < Words.COMMA;
    boolean saint = words.is(to, of) && words.is(to + 1, given);
    if (some || saint || fell(words, start)) {
      return NO_PLACE;
    }
    boolean described = words.is(to, qualities) || (score < TOWARDS && words.is(to, ownVerbs));
    if (score != APART && !words.breakBefore(to) && described) {
      return NO_PLACE;
    }
    if (name.article() && !articled && score < APART && !words.breakBefore(to)) {
      return score == TOWARDS ? POSSIBLE : NO_PLACE;
    }
    if (score > NO_PLACE) {
      return score;
    }
    boolean subject = words.breakBefore(start) && words.is(to, verbs);
    return articled && (words.breakBefore(to) || subject) ? POSSIBLE : NO_PLACE;
  }

  /** "se cayo a la noria": a thing. */
  private boolean fell(Words words, int start) {
    return words.is(start - 1, fallen) || words.is(start - 2, fallen);
  }

  private int person(Words words, int start, int to, int score) {
    if (devoted(words, start) || named(words, start)) {
      return NO_PLACE;
    }
    if (words.is(to, surname) && !words.breakBefore(to)) {
      return NO_PLACE;
    }
    if (score > NO_PLACE) {
      return score;
    }
    if (words.is(to, placeNoun)) {
      return TOWARDS;
    }
    boolean ends = to == words.size() && !words.is(start - 1, indefinite);
    return ends && !words.plain(Math.max(0, start - 1)).equals("con") ? POSSIBLE : NO_PLACE;
  }

  /** "virgen de guadalupe", "santa maria de guadalupe". */
  private boolean devoted(Words words, int start) {
    boolean of = words.is(start - 1, towards);
    boolean saint = of && words.is(start - 2, devotion);
    boolean mary = of && words.is(start - 2, given) && words.is(start - 3, devotion);
    return saint || mary || words.is(start - 1, devotion);
  }

  /** "soy Guadalupe Ortiz", "doña Guadalupe", "Chayo Soto": up to three words of a name. */
  private boolean named(Words words, int start) {
    for (int k = start - 1; k >= Math.max(0, start - 3); k--) {
      if (words.before(k + 1) >= Words.COMMA || words.is(k, locative) || words.is(k, towards)) {
        return false;
      }
      if (words.is(k, introduction) || words.is(k, given)) {
        return true;
      }
    }
    return false;
  }
}
