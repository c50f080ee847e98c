package mx.vozrural.interpreter;

import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.vozrural.domain.Language;
import org.jspecify.annotations.Nullable;

/**
 * What a text says.
 *
 * @param categories codes of the municipality's categories, the primary need first
 * @param section code of the section, null where the text names none or an unverified place
 * @param community the gazetteer's place that the text names, null where it names none
 * @param urgent danger, or a need that can't wait, as the labelling guide defines it
 * @param lifeDanger danger to life: the answer begins with 911
 * @param folios what stands in the text for a folio, in order, right or wrong
 * @param keyword the word that the text consists of, null for a sentence
 * @param traits what else the dialogue asks of a text
 * @param content the words of the text without folios, normalised, joined by one space; empty where
 *     nothing else was said
 * @param confidence for each field (intent, categories, section, urgent, language) 0 to 1
 */
public record Reading(
    Intent intent,
    List<String> categories,
    @Nullable String section,
    @Nullable Integer community,
    boolean urgent,
    boolean lifeDanger,
    Language language,
    List<FolioMention> folios,
    @Nullable Keyword keyword,
    Set<Trait> traits,
    String content,
    Map<String, Double> confidence,
    List<Evidence> evidence) {

  /** Below it a text has no word of either language. */
  private static final double LEAST_SURE = 0.5;

  /** Facts about a text beside its fields. */
  public enum Trait {
    /** Violence at home: the phone may be in the aggressor's hand. */
    VIOLENCE_AT_HOME,
    /** Says since when the need stands. */
    SAYS_WHEN,
    /** Somebody else on a lent phone ("me prestaron el telefono"). */
    LENT_PHONE,
    /** Says that a need is solved ("ya quedo"). */
    SAYS_SOLVED,
    /** Says that a need stands as before ("sigue igual"). */
    SAYS_UNSOLVED,
    /** Words that may tell a need though no category was found. */
    MAY_BE_NEED,
    /** Names a place, verified or not, or a landmark. */
    SAYS_WHERE,
    /** Says that it is safe to text this phone. */
    SAYS_SAFE,
    /** Names a commitment's code or the plan. */
    NAMES_COMMITMENT,
    /** Danger to life that is not likely, but that can't be ruled out. */
    MAY_BE_DANGER
  }

  /** The same with its categories named otherwise. */
  public Reading withCategories(List<String> named) {
    return new Reading(
        intent,
        named,
        section,
        community,
        urgent,
        lifeDanger,
        language,
        folios,
        keyword,
        traits,
        content,
        confidence,
        evidence);
  }

  public boolean has(Trait trait) {
    return traits.contains(trait);
  }

  /**
   * The language that a text shows its writer to speak, as it would be answered. Null where it
   * shows none: our keywords, the names of places and a lone "ok" are Spanish whoever texts them.
   */
  public @Nullable String shownLanguage() {
    boolean said =
        keyword == null
            && language != Language.UND
            && confidence.getOrDefault("language", 1.0) >= LEAST_SURE;
    boolean shown = said && (language == Language.EN || !(lone() || namesPlaceAlone()));
    return shown ? language.answer() : null;
  }

  private boolean lone() {
    return content.indexOf(' ') < 0;
  }

  private boolean namesPlaceAlone() {
    return intent == Intent.SHORT_REPLY && section != null;
  }
}
