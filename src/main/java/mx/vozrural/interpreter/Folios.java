package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import mx.vozrural.domain.Folio;

/** Finds the digits that stand for folios, and tells them from telephones, amounts and dates. */
final class Folios {

  /** Digits of the shortest folio. */
  private static final int SHORTEST = 7;

  /** Ten digits are a Mexican telephone number. */
  private static final int TELEPHONE = 10;

  /** Fewer digits after "reporte" are a count: "reporte 2 lamparas". */
  private static final int SHORTEST_AFTER_REPORT = 4;

  private final int folioWord;
  private final int reportWord;
  private final int money;
  private final Lexeme folio;

  Folios(RuleBook book) {
    folioWord = book.wordClass("@folioword");
    reportWord = book.wordClass("@reportword");
    money = book.wordClass("@money");
    folio = book.folio();
  }

  /**
   * What was found.
   *
   * @param part for each word whether it belongs to a folio
   */
  record Found(List<FolioMention> mentions, BitSet part) {}

  /** Finds folios and has their words read as such. */
  Found find(Words words) {
    List<FolioMention> mentions = new ArrayList<>(1);
    BitSet part = new BitSet(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (!words.number(i)) {
        continue;
      }
      int telephone = telephone(words, i);
      int end = telephone > i ? i : mention(words, i, mentions);
      if (end > i) {
        mark(words, part, i, end);
        i = end - 1;
      } else {
        i = Math.max(i, telephone - 1);
      }
    }
    return new Found(mentions, part);
  }

  /** The index after a telephone number in groups ("614 555 1234", "+52 614 ..."), else i. */
  private int telephone(Words words, int i) {
    int digits = 0;
    int end = i;
    while (end < words.size() && words.number(end) && (end == i || near(words, end))) {
      digits += words.plain(end).length();
      end++;
    }
    boolean grouped = end > i + 1 && words.plain(i).length() < SHORTEST;
    boolean asMany = digits >= TELEPHONE && digits <= TELEPHONE + 3;
    return grouped && asMany && leastDigits(words, i) == Integer.MAX_VALUE ? end : i;
  }

  private int mention(Words words, int i, List<FolioMention> mentions) {
    int least = leastDigits(words, i);
    if (words.money(i) || words.is(i + 1, money)) {
      return i;
    }
    int end = groups(words, i);
    String joined = digits(words, i, end);
    boolean valid = Folio.parse(joined).isPresent();
    if (!joinable(words, i, end, joined, least, valid)) {
      end = i + 1;
      joined = words.plain(i);
      valid = Folio.parse(joined).isPresent();
    }
    if (!counts(joined, least, valid, words.size() == end - i)) {
      return i;
    }
    mentions.add(new FolioMention(joined, valid));
    return end;
  }

  /** How many digits make a folio here: few after the word, seven elsewhere. */
  private int leastDigits(Words words, int i) {
    int least = words.hash(i) ? SHORTEST_AFTER_REPORT : Integer.MAX_VALUE;
    for (int k = i - 1; k >= Math.max(0, i - 3); k--) {
      if (words.is(k, folioWord)) {
        return 1;
      }
      if (words.is(k, reportWord)) {
        return Math.min(least, SHORTEST_AFTER_REPORT);
      }
      if (!linking(words.plain(k))) {
        return least;
      }
    }
    return least;
  }

  /** "folio es el 3004129", "folio numero 3004129". */
  private static boolean linking(String word) {
    return switch (word) {
      case "es", "el", "numero", "num", "no", "de", "con", "is", "number", "mi", "n", "d", "era" ->
          true;
      default -> false;
    };
  }

  private static int groups(Words words, int i) {
    int digits = words.plain(i).length();
    int end = i + 1;
    while (digits < SHORTEST && end < words.size() && words.number(end) && near(words, end)) {
      digits += words.plain(end).length();
      end++;
    }
    return end;
  }

  private static boolean near(Words words, int i) {
    return words.before(i) == Words.SPACED || words.before(i) == Words.DASHED;
  }

  /** Groups are one folio where they make one; a telephone's groups go on after seven digits. */
  private static boolean joinable(
      Words words, int i, int end, String joined, int least, boolean valid) {
    boolean goesOn = end < words.size() && words.number(end) && near(words, end);
    boolean long7 = joined.length() >= SHORTEST && joined.length() < TELEPHONE;
    boolean date = words.before(end - 1) == Words.DASHED && end - i == 3 && !valid;
    return long7 && !goesOn && !date && (valid || least < SHORTEST);
  }

  private static boolean counts(String digits, int least, boolean valid, boolean alone) {
    int length = digits.length();
    if (least != Integer.MAX_VALUE) {
      return length >= least && (length != TELEPHONE || valid);
    }
    if (alone) {
      return length >= 3 && (length < TELEPHONE || valid);
    }
    return length >= SHORTEST && length < TELEPHONE;
  }

  private static String digits(Words words, int from, int to) {
    StringBuilder digits = new StringBuilder();
    for (int i = from; i < to; i++) {
      digits.append(words.plain(i));
    }
    return digits.toString();
  }

  private void mark(Words words, BitSet part, int from, int to) {
    for (int i = from; i < to; i++) {
      part.set(i);
      words.read(i, folio);
    }
    for (int k = from - 1; k >= 0 && (words.is(k, folioWord) || linking(words.plain(k))); k--) {
      if (words.is(k, folioWord)) {
        part.set(k, from);
      }
    }
  }
}
