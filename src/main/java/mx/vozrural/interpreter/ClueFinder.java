package mx.vozrural.interpreter;

import java.util.List;
import mx.vozrural.interpreter.Needs.Need;
import org.tartarus.snowball.ext.SpanishStemmer;

/**
 * Turns a sentence into {@link Clues}: its words and pairs of words by their sound, their stems,
 * beginnings and pieces, which survive a misspelling, and what the tables found in it.
 */
final class ClueFinder {
  private static final int BEGINNING = 5;
  private static final int PIECE = 4;
  private static final int LONGEST_COUNT = 2;
  private static final String FOLIO = "FOLIO";
  private static final String PLACE = "PLACE";
  private static final String NUMBER = "NUMBER";
  private static final String END = "END";

  private static final String DANGER = "danger ";
  private static final int WEEK = 7;
  private static final int MONTH = 30;
  private static final int OLD = 60;
  private static final int SMALL = 5;

  private final Lexeme place;
  private final Durations durations;
  private final List<Signal> signals;

  private record Signal(String name, int number) {}

  ClueFinder(RuleBook book) {
    place = book.place();
    durations = new Durations(book);
    signals =
        book.signals().stream()
            .filter(name -> !name.startsWith(Needs.OWN))
            .sorted()
            .map(name -> new Signal(name, book.signal(name)))
            .toList();
  }

  /** What the tables alone make of a sentence. */
  record Ruled(
      Words words,
      Findings findings,
      Intents.Found intent,
      List<Need> needs,
      Dangers.Found danger,
      Folios.Found folio,
      boolean place,
      int said) {}

  Clues find(Ruled ruled) {
    Clues clues = new Clues();
    String[] tokens = tokens(ruled);
    SpanishStemmer stemmer = new SpanishStemmer();
    for (int i = 0; i < tokens.length; i++) {
      neighbours(clues, tokens, i);
      if (!tokens[i].isEmpty() && Character.isLowerCase(tokens[i].charAt(0))) {
        parts(clues, tokens[i], i);
        stemmer.setCurrent(ruled.words().plain(i));
        stemmer.stem();
        clues.add(i, 's', Sound.of(stemmer.getCurrent()));
      }
    }
    ends(clues, tokens);
    manner(clues, ruled);
    findings(clues, ruled.findings());
    verdict(clues, ruled);
    standing(clues, ruled);
    return clues;
  }

  /** How long, of whom, and what danger the tables see, each together with the need. */
  private void standing(Clues clues, Ruled ruled) {
    String base = ruled.needs().isEmpty() ? "none" : ruled.needs().getFirst().base();
    String time = time(durations.longest(ruled.words()));
    clues.add(Clues.NO_WORD, 'w', time);
    clues.add(Clues.NO_WORD, 'w', time, base);
    for (int i = 0; i < ruled.words().size(); i++) {
      int age = durations.age(ruled.words(), i);
      if (age >= OLD || (age >= 0 && age <= SMALL)) {
        clues.add(i, 'g', age >= OLD ? "old" : "small");
        clues.add(i, 'g', age >= OLD ? "old" : "small", base);
      }
    }
    for (Signal signal : signals) {
      int weight = ruled.findings().weight(signal.number());
      if (weight > 0 && signal.name().startsWith(DANGER)) {
        clues.add(ruled.findings().from(signal.number()), 'x', signal.name(), base);
        clues.add(ruled.findings().from(signal.number()), 'x', signal.name(), time);
      }
    }
  }

  private static String time(int days) {
    if (days < Durations.LONG_DAYS) {
      return Integer.toString(days);
    }
    return days < WEEK ? "days" : days < MONTH ? "weeks" : "months";
  }

  /** Each word by its sound; what names a place, a folio or a number only as such. */
  private String[] tokens(Ruled ruled) {
    Words words = ruled.words();
    String[] tokens = new String[words.size()];
    for (int i = 0; i < tokens.length; i++) {
      String plain = words.plain(i);
      if (ruled.folio().part().get(i)) {
        tokens[i] = FOLIO;
      } else if (words.lexeme(i) == place) {
        tokens[i] = PLACE;
      } else if (words.number(i)) {
        tokens[i] = plain.length() <= LONGEST_COUNT ? plain : NUMBER;
      } else {
        tokens[i] = words.sound(i);
      }
    }
    return tokens;
  }

  private static void neighbours(Clues clues, String[] tokens, int i) {
    String next = i + 1 < tokens.length ? tokens[i + 1] : END;
    clues.add(i, 'u', tokens[i]);
    clues.add(i, 'b', tokens[i], next);
    if (i + 2 < tokens.length) {
      clues.add(i, 'k', tokens[i], tokens[i + 2]);
      clues.add(i, 't', tokens[i], next, tokens[i + 2]);
    }
  }

  private static void parts(Clues clues, String token, int i) {
    if (token.length() > BEGINNING) {
      clues.add(i, 'p', token.substring(0, BEGINNING));
    }
    String padded = "<" + token + ">";
    for (int k = 0; k + PIECE <= padded.length(); k++) {
      clues.add(i, 'c', padded.substring(k, k + PIECE));
    }
  }

  private static void ends(Clues clues, String[] tokens) {
    if (tokens.length > 0) {
      clues.add(0, 'f', tokens[0]);
      clues.add(tokens.length - 1, 'l', tokens[tokens.length - 1]);
    }
    if (tokens.length > 1) {
      clues.add(0, 'f', tokens[0], tokens[1]);
    }
  }

  private static void manner(Clues clues, Ruled ruled) {
    int doublings = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(ruled.said() + 1);
    clues.add(Clues.NO_WORD, 'n', Integer.toString(doublings));
    clues.add(Clues.NO_WORD, 'q', ruled.words().question() ? "question" : "none");
    if (ruled.words().thanks()) {
      clues.add(Clues.NO_WORD, 'q', "thanks");
    }
  }

  private void findings(Clues clues, Findings findings) {
    for (Signal signal : signals) {
      for (int weight = findings.weight(signal.number()); weight > 0; weight--) {
        clues.add(findings.from(signal.number()), 'r', signal.name(), Integer.toString(weight));
      }
    }
  }

  private static void verdict(Clues clues, Ruled ruled) {
    String intent = ruled.intent().intent().code();
    clues.add(Clues.NO_WORD, 'i', intent);
    clues.add(Clues.NO_WORD, 'i', intent, Double.toString(ruled.intent().sure()));
    if (ruled.needs().isEmpty()) {
      clues.add(Clues.NO_WORD, 'h', "none");
    }
    for (int i = 0; i < ruled.needs().size(); i++) {
      Need need = ruled.needs().get(i);
      clues.add(need.from(), 'h', need.base());
      clues.add(need.from(), 'h', need.base(), i == 0 ? "first" : "further");
      clues.add(need.from(), 'h', need.base(), Integer.toString(need.weight()));
    }
    Dangers.Found danger = ruled.danger();
    clues.add(Clues.NO_WORD, 'd', danger.life() ? "life" : danger.urgent() ? "urgent" : "calm");
    if (danger.atHome()) {
      clues.add(Clues.NO_WORD, 'd', "home");
    }
    clues.add(Clues.NO_WORD, 'o', ruled.folio().mentions().isEmpty() ? "none" : "folio");
    clues.add(Clues.NO_WORD, 'o', ruled.place() ? "place" : "nowhere");
  }
}
