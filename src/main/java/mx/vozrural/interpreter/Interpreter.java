package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Language;
import mx.vozrural.interpreter.Needs.Need;
import org.jspecify.annotations.Nullable;

/**
 * Reads texts: deterministic, and a function of the text and the municipality's catalogue alone.
 * Holds only what was built from the tables, so any number of threads may read at once.
 *
 * <p>In stages: {@link Cutter} cuts into words, {@link Lexicon} looks them up by their sound,
 * {@link Folios} and {@link Places} find names, {@link Finder} the phrases of the tables; {@link
 * Needs}, {@link Dangers} and {@link Intents} judge what was found.
 */
public final class Interpreter {

  /** The weight of words that state a need. */
  private static final int STATED = 3;

  private static final double VERY_SURE = 0.9;

  /** From so little on, danger to life can't be ruled out. */
  private static final double CONCEIVABLE = 0.035;

  /** What is urgent about these is danger to people. */
  private static final Set<String> OF_PEOPLE = Set.of("SALUD", "PROTCIVIL", "SEGURIDAD");

  private final RuleBook book;
  private final Languages languages;
  private final Folios folios;
  private final Places places;
  private final Finder finder;
  private final Needs needs;
  private final Dangers dangers;
  private final Intents intents;
  private final Traits traits;
  private final ClueFinder clues;
  private final Model model;
  private final Map<String, String> readers;
  private final @Nullable String other;
  private final @Nullable String emergency;
  private final Set<String> ofPeople;

  /** Reads by the tables alone. */
  public Interpreter(Catalogue catalogue) {
    this(catalogue, Model.NONE);
  }

  /** Reads by the tables, and by a model that has learned from texts how far to go by them. */
  public Interpreter(Catalogue catalogue, Model model) {
    this(catalogue, model, List.of());
  }

  /**
   * @param aliases what staff know beside the gazetteer; they hold before it
   */
  public Interpreter(Catalogue catalogue, Model model, List<PlaceAlias> aliases) {
    this.model = model;
    RuleBookBuilder builder = new RuleBookBuilder();
    builder.tables();
    for (Category category : catalogue.categories()) {
      category.words().forEach(w -> builder.words(Needs.ownSignal(category), w));
    }
    List<PlaceName> names = new PlaceNames(builder).of(catalogue, aliases);
    Languages.words().keySet().forEach(builder::known);
    book = builder.build();
    languages = new Languages(book.place());
    folios = new Folios(book);
    places = new Places(book, names, model);
    finder = new Finder(book, Dangers.supposable(book));
    needs = new Needs(book, catalogue);
    dangers = new Dangers(book);
    intents = new Intents(book);
    traits = new Traits(book);
    clues = new ClueFinder(book);
    readers = Needs.readers(catalogue);
    other = Needs.code(catalogue, "OTRO");
    emergency = Needs.code(catalogue, "PROTCIVIL");
    ofPeople =
        readers.entrySet().stream()
            .filter(reader -> OF_PEOPLE.contains(reader.getKey()))
            .map(Map.Entry::getValue)
            .collect(Collectors.toUnmodifiableSet());
  }

  /** Reads a text of any content and length. */
  public Reading read(String text) {
    Words words = Cutter.cut(text);
    if (!words.visible()) {
      return Judged.plain(Intent.EMPTY, Language.UND, List.of(), null, "");
    }
    words.lookUp(book.lexicon());
    Folios.Found folio = folios.find(words);
    List<String> said = said(words, folio);
    Keyword keyword = Keywords.of(said, !folio.mentions().isEmpty());
    if (keyword != null) {
      return keyword(keyword, said, folio);
    }
    if (number(words)) {
      boolean choice = words.plain(0).length() < 3;
      Intent intent = choice ? Intent.SHORT_REPLY : Intent.STATUS_QUERY;
      return Judged.plain(intent, Language.UND, folio.mentions(), null, String.join(" ", said));
    }
    return sentence(words, folio, said);
  }

  /**
   * The same for texts of equal words, whatever their case, accents, spaces and final punctuation.
   */
  public static String key(String text) {
    Words words = Cutter.cut(text);
    return words.size() == 0 ? text.strip() : words.span(0, words.size());
  }

  private static boolean number(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (!words.number(i) || (i > 0 && words.before(i) > Words.DASHED)) {
        return false;
      }
    }
    return words.size() > 0;
  }

  private static List<String> said(Words words, Folios.Found folio) {
    List<String> said = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      if (!folio.part().get(i)) {
        said.add(words.plain(i));
      }
    }
    return said;
  }

  private static Reading keyword(Keyword keyword, List<String> said, Folios.Found folio) {
    Intent intent = Keywords.intent(keyword, !folio.mentions().isEmpty());
    boolean english = Keywords.english(keyword, said.getFirst());
    Language language = english ? Language.EN : Language.ES;
    return Judged.plain(intent, language, folio.mentions(), keyword, String.join(" ", said));
  }

  /**
   * For learning: the clues of a sentence, as a {@link Model} weighs them. Empty for what needs no
   * judging: a keyword, a number, nothing at all.
   */
  public long[] clues(String text) {
    return weighable(text).all();
  }

  Clues weighable(String text) {
    Words words = Cutter.cut(text);
    if (!words.visible()) {
      return new Clues();
    }
    words.lookUp(book.lexicon());
    Folios.Found folio = folios.find(words);
    List<String> said = said(words, folio);
    boolean plain = Keywords.of(said, !folio.mentions().isEmpty()) != null || number(words);
    return plain ? new Clues() : clues.find(ruled(words, folio, places.find(words), said));
  }

  /**
   * A name of a place, with what a {@link Model} judges it by.
   *
   * @param section that the text speaks of, if it speaks of the place
   */
  public record Mentioned(String section, long[] clues) {}

  /** For learning: the names of places in a text. */
  public List<Mentioned> mentions(String text) {
    Words words = Cutter.cut(text);
    words.lookUp(book.lexicon());
    folios.find(words);
    return places.mentions(words).stream()
        .filter(mention -> mention.name().section() != null)
        .map(mention ->
            new Mentioned(String.valueOf(mention.name().section()), mention.clues(words).all()))
        .toList();
  }

  public Model model() {
    return model;
  }

  private ClueFinder.Ruled ruled(
      Words words, Folios.Found folio, Places.Found place, List<String> said) {
    Findings findings = finder.find(words);
    Dangers.Found danger = dangers.find(words, findings);
    List<Need> told = needs.find(findings);
    boolean code = Commitments.find(words) >= 0;
    boolean named = !folio.mentions().isEmpty();
    Intents.Found intent =
        intents.find(
            new Intents.Facts(
                words, findings, told, danger, named, place.named(), code, said.size()));
    return new ClueFinder.Ruled(
        words, findings, intent, told, danger, folio, place.named(), said.size());
  }

  private Reading sentence(Words words, Folios.Found folio, List<String> said) {
    Places.Found place = places.find(words);
    ClueFinder.Ruled ruled = ruled(words, folio, place, said);
    return model.knows() ? weighed(ruled, place, said) : byTables(ruled, place, said);
  }

  private Reading byTables(ClueFinder.Ruled ruled, Places.Found place, List<String> said) {
    return judged(ruled, place, said, ruled.danger(), ruled.intent(), null)
        .reading(
            categories(ruled.intent().intent(), ruled.needs(), ruled.danger()),
            languages.find(ruled.words()),
            traits(ruled, ruled.intent().intent()));
  }

  private static Judged judged(
      ClueFinder.Ruled ruled,
      Places.Found place,
      List<String> said,
      Dangers.Found danger,
      Intents.Found intent,
      Judged.@Nullable Weighing weighing) {
    return new Judged(
        ruled.words(),
        ruled.findings(),
        said,
        ruled.folio(),
        place,
        danger,
        ruled.needs(),
        intent,
        weighing);
  }

  private Set<Reading.Trait> traits(ClueFinder.Ruled ruled, Intent intent) {
    boolean code = Commitments.find(ruled.words()) >= 0;
    return traits.find(ruled.findings(), ruled.danger().atHome(), ruled.place(), code, intent);
  }

  private Reading weighed(ClueFinder.Ruled ruled, Places.Found place, List<String> said) {
    Weighed weighed = new Weighed(model, ruled.words(), clues.find(ruled));
    Dangers.Found danger = danger(ruled, weighed);
    Intent wanted = wanted(ruled, weighed.intent());
    Intent intent = danger.life() && !Intents.bearsCategories(wanted) ? Intent.REPORT : wanted;
    boolean same = intent == ruled.intent().intent();
    List<Weighed.Likely> likely =
        Intents.bearsCategories(intent)
            ? weighed.needs(readers, intent == Intent.REPORT || intent == Intent.INFO_REQUEST)
            : List.of();
    return judged(
            ruled,
            place,
            said,
            danger.of(likely.stream().anyMatch(need -> ofPeople.contains(need.outcome()))),
            new Intents.Found(intent, weighed.sureOfIntent(), same ? ruled.intent().signal() : -1),
            new Judged.Weighing(weighed, likely, weighed.sureOfNeed(readers)))
        .reading(
            withOwn(likely.stream().map(Weighed.Likely::outcome).toList(), ruled.needs(), intent),
            languages.find(ruled.words()),
            withDoubt(traits(ruled, intent), weighed));
  }

  private static Set<Reading.Trait> withDoubt(Set<Reading.Trait> traits, Weighed weighed) {
    boolean conceivable = !weighed.isLife() && weighed.life().probability() >= CONCEIVABLE;
    return conceivable
        ? Stream.concat(traits.stream(), Stream.of(Reading.Trait.MAY_BE_DANGER))
            .collect(Collectors.toUnmodifiableSet())
        : traits;
  }

  /**
   * A need that the tables find stated, and words beside a folio, are put aside as an insult by
   * nobody, and as nothing only by who is very sure: a report that isn't filed is worse than one
   * too many. Whether it is done is asked by who doesn't know.
   */
  private static Intent wanted(ClueFinder.Ruled ruled, Weighed.Likely likely) {
    Intent weighed = Intent.of(likely.outcome());
    if (weighed == Intent.CLOSE_CONFIRM && ruled.words().question()) {
      return Intent.STATUS_QUERY;
    }
    Intent byTables = ruled.intent().intent();
    boolean folio = !ruled.folio().mentions().isEmpty();
    boolean stated = !ruled.needs().isEmpty() && ruled.needs().getFirst().weight() >= STATED;
    boolean aside =
        switch (weighed) {
          case ABUSE -> true;
          case SPAM, ACK, UNCLEAR, SHORT_REPLY -> folio || likely.probability() < VERY_SURE;
          default -> false;
        };
    boolean bears = Intents.bearsCategories(byTables) && (folio || stated);
    return bears && aside ? byTables : weighed;
  }

  /** Violence at home is never taken back: the phone may be in the wrong hand. */
  private static Dangers.Found danger(ClueFinder.Ruled ruled, Weighed weighed) {
    boolean life = weighed.isLife() || ruled.danger().atHome();
    boolean urgent = life || weighed.isUrgent(ruled.danger().urgent());
    if (!urgent) {
      return Dangers.Found.NONE;
    }
    String words =
        ruled.danger().urgent()
            ? ruled.danger().words()
            : weighed.words(life ? weighed.life() : weighed.urgent());
    return new Dangers.Found(true, life, ruled.danger().atHome(), words);
  }

  /** A municipality's own words for a category count more than what was learned elsewhere. */
  private List<String> withOwn(List<String> weighed, List<Need> told, Intent intent) {
    List<String> codes = new ArrayList<>(weighed);
    for (Need need : told) {
      if (needs.own(need) && !codes.contains(need.code()) && Intents.bearsCategories(intent)) {
        int general = codes.indexOf(readers.get(need.base()));
        if (general >= 0) {
          codes.set(general, need.code());
        } else {
          codes.addFirst(need.code());
        }
        codes.remove(other);
      }
    }
    return List.copyOf(codes);
  }

  private List<String> categories(Intent intent, List<Need> told, Dangers.Found danger) {
    if (!Intents.bearsCategories(intent)) {
      return List.of();
    }
    if (!told.isEmpty()) {
      return told.stream().map(Need::code).toList();
    }
    if (danger.life() && emergency != null) {
      return List.of(emergency);
    }
    boolean unknown = intent == Intent.REPORT || intent == Intent.INFO_REQUEST;
    return unknown && other != null ? List.of(other) : List.of();
  }
}
