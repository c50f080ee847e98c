package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
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

  private final RuleBook book;
  private final Languages languages;
  private final Folios folios;
  private final Places places;
  private final Finder finder;
  private final Needs needs;
  private final Dangers dangers;
  private final Intents intents;
  private final Traits traits;
  private final @Nullable String other;
  private final @Nullable String emergency;

  public Interpreter(Catalogue catalogue) {
    RuleBookBuilder builder = new RuleBookBuilder();
    builder.tables();
    for (Category category : catalogue.categories()) {
      category.words().forEach(w -> builder.words(Needs.ownSignal(category), w));
    }
    List<PlaceName> names = new PlaceNames(builder).of(catalogue);
    Languages.words().keySet().forEach(builder::known);
    book = builder.build();
    languages = new Languages(book.place());
    folios = new Folios(book);
    places = new Places(book, names);
    finder = new Finder(book, Dangers.supposable(book));
    needs = new Needs(book, catalogue);
    dangers = new Dangers(book);
    intents = new Intents(book);
    traits = new Traits(book);
    other = Needs.code(catalogue, "OTRO");
    emergency = Needs.code(catalogue, "PROTCIVIL");
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

  private Reading sentence(Words words, Folios.Found folio, List<String> said) {
    Places.Found place = places.find(words);
    Findings findings = finder.find(words);
    Dangers.Found danger = dangers.find(words, findings);
    List<Need> told = needs.find(findings);
    boolean code = Commitments.find(words) >= 0;
    boolean named = !folio.mentions().isEmpty();
    Intents.Found intent =
        intents.find(
            new Intents.Facts(
                words, findings, told, danger, named, place.named(), code, said.size()));
    return new Judged(words, findings, said, folio, place, danger, told, intent)
        .reading(
            categories(intent.intent(), told, danger),
            languages.find(words),
            traits.find(findings, danger.atHome(), place.named(), code, intent.intent()));
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
