package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.vozrural.domain.Language;
import mx.vozrural.interpreter.Needs.Need;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/** What the stages found in a sentence, to be told as a {@link Reading}. */
record Judged(
    Words words,
    Findings findings,
    List<String> said,
    Folios.Found folio,
    Places.Found place,
    Dangers.Found danger,
    List<Need> needs,
    Intents.Found intent,
    @Nullable Weighing weighing) {

  /**
   * What a model made of it.
   *
   * @param needs those that it names, in the order of the reading's categories as far as they go
   */
  record Weighing(Weighed weighed, List<Weighed.Likely> needs, double sureOfNeed) {}

  /** How sure a category is, by the weight of its strongest phrase. */
  private static final double SURE_PER_WEIGHT = 0.3;

  /** A text that needs no judging: a keyword, a number, nothing at all. */
  static Reading plain(
      Intent intent,
      Language language,
      List<FolioMention> folios,
      @Nullable Keyword keyword,
      String content) {
    boolean plan = keyword == Keyword.COMMITMENTS || keyword == Keyword.PROGRESS;
    return new Reading(
        intent,
        List.of(),
        null,
        null,
        false,
        false,
        language,
        folios,
        keyword,
        plan ? Set.of(Trait.NAMES_COMMITMENT) : Set.of(),
        content,
        confidence(1, 1, 1, 1, 1),
        content.isEmpty() ? List.of() : List.of(new Evidence("intent", intent.code(), content)));
  }

  Reading reading(List<String> categories, Languages.Found language, Set<Trait> traits) {
    Intent wanted = intent.intent();
    return new Reading(
        wanted,
        categories,
        place.section(),
        place.community(),
        danger.life() || (danger.urgent() && Intents.bearsUrgency(wanted)),
        danger.life(),
        language.language(),
        folio.mentions(),
        null,
        traits,
        String.join(" ", said),
        confidence(intent.sure(), sureOfNeed(), place.sure(), sureOfUrgency(), language.sure()),
        evidence(categories));
  }

  private double sureOfNeed() {
    if (weighing != null) {
      return weighing.sureOfNeed();
    }
    return needs.isEmpty() ? SURE_PER_WEIGHT : SURE_PER_WEIGHT * needs.getFirst().weight();
  }

  private double sureOfUrgency() {
    if (weighing != null) {
      return weighing.weighed().sureOfUrgency(danger.urgent());
    }
    return danger.life() ? 0.9 : 0.7;
  }

  private static Map<String, Double> confidence(
      double intent, double categories, double section, double urgent, double language) {
    return Map.of(
        "intent",
        intent,
        "categories",
        Math.min(1, categories),
        "section",
        section,
        "urgent",
        urgent,
        "language",
        language);
  }

  private List<Evidence> evidence(List<String> categories) {
    List<Evidence> evidence = new ArrayList<>();
    if (intent.signal() >= 0 && findings.has(intent.signal())) {
      add(evidence, "intent", intent.intent().code(), findings.words(intent.signal(), words));
    }
    for (Need need : needs) {
      if (categories.contains(need.code())) {
        add(evidence, "category", need.code(), findings.words(need.signal(), words));
      }
    }
    weighed(evidence, categories);
    if (place.named()) {
      add(evidence, "section", place.section() == null ? "" : place.section(), place.words());
    }
    if (danger.urgent()) {
      add(evidence, danger.life() ? "life_danger" : "urgent", "true", danger.words());
    }
    for (FolioMention mention : folio.mentions()) {
      add(evidence, "folio", mention.digits(), mention.digits());
    }
    return List.copyOf(evidence);
  }

  /** What no table explains is explained by the words that the model went by. */
  private void weighed(List<Evidence> evidence, List<String> categories) {
    if (weighing == null) {
      return;
    }
    Weighed weighed = weighing.weighed();
    if (evidence.stream().noneMatch(e -> e.field().equals("intent"))) {
      add(evidence, "intent", intent.intent().code(), weighed.words(weighed.intent()));
    }
    for (Weighed.Likely need : weighing.needs()) {
      boolean told = evidence.stream().anyMatch(e -> e.value().equals(need.outcome()));
      if (!told && categories.contains(need.outcome())) {
        add(evidence, "category", need.outcome(), weighed.words(need));
      }
    }
  }

  private static void add(List<Evidence> evidence, String field, String value, String words) {
    evidence.add(new Evidence(field, value, words));
  }
}
