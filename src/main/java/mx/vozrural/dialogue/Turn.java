package mx.vozrural.dialogue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.FolioMention;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/** One text with all that is known about it, and the questions that the rules ask of it. */
record Turn(Incoming incoming, Reading reading, Context context) {

  private static final Set<Keyword> TWILIO_WORDS =
      EnumSet.of(Keyword.TWILIO_STOP, Keyword.TWILIO_START, Keyword.TWILIO_HELP);
  private static final int MOST_NAMED = 3;

  Instant now() {
    return incoming.at();
  }

  Conversation conversation() {
    return context.conversation();
  }

  String language() {
    return reading.language().answer();
  }

  @Nullable Keyword keyword() {
    return reading.keyword();
  }

  boolean sentence() {
    return reading.keyword() == null;
  }

  boolean means(Intent first, Intent... others) {
    return EnumSet.of(first, others).contains(reading.intent());
  }

  boolean says(Trait trait) {
    return reading.has(trait);
  }

  boolean danger() {
    return reading.lifeDanger();
  }

  /** Twilio answers its own words by itself; a second answer would fail with its error 21610. */
  boolean leftToTwilio() {
    return incoming.byTwilio() != null
        || (reading.keyword() != null && TWILIO_WORDS.contains(reading.keyword()));
  }

  /** Whether texts to this phone are stopped, by ALTO or by STOP. */
  boolean stopped() {
    return context.stopped() || context.blockedByTwilio();
  }

  /** Whether violence at home silences this phone still. */
  boolean muted() {
    return conversation().muted() && !says(Trait.SAYS_SAFE);
  }

  /** Words that tell a need, whatever the interpreter takes the text for. */
  boolean tellsNeed() {
    return means(Intent.REPORT, Intent.COMPLAINT, Intent.INFO_REQUEST)
        || (says(Trait.MAY_BE_NEED) && !asksForNews())
        || danger();
  }

  /** "¿Cómo va mi reporte?": words about a report, not about a need. */
  private boolean asksForNews() {
    return means(Intent.STATUS_QUERY) && reading.categories().isEmpty();
  }

  /** Words that only those with the right may read. */
  boolean restricted() {
    return says(Trait.VIOLENCE_AT_HOME) || reading.categories().stream().anyMatch(this::secret);
  }

  private boolean secret(String code) {
    return base(code).equals("SEGURIDAD")
        || context.catalogue().category(code).map(Category::restricted).orElse(false);
  }

  /** The standard category that a municipality's own one reads as. */
  String base(String code) {
    return context.catalogue().category(code).map(Category::base).orElse(code);
  }

  /** The name of a section as a text can carry it. */
  String sectionName(String code) {
    return context.catalogue().section(code).map(Section::name).orElse(code);
  }

  boolean about(String base) {
    return reading.categories().stream().anyMatch(code -> base(code).equals(base));
  }

  /** The question that still waits for its answer. */
  Optional<Question> question() {
    return Optional.ofNullable(conversation().question()).filter(q -> q.open(now()));
  }

  /**
   * The reports that the text names, each once, however many of its folios it names; no more than
   * an answer of two segments can speak of.
   */
  List<KnownReport> named() {
    Map<String, KnownReport> reports = new LinkedHashMap<>();
    for (FolioMention mention : reading.folios()) {
      KnownReport report = context.named().get(mention.digits());
      if (report != null) {
        reports.putIfAbsent(report.folio(), report);
      }
    }
    return reports.values().stream().limit(MOST_NAMED).toList();
  }

  /** Digits that stand for a folio and are nobody's. */
  List<String> strayFolios() {
    return reading.folios().stream()
        .map(FolioMention::digits)
        .filter(digits -> !context.named().containsKey(digits))
        .distinct()
        .toList();
  }

  /** The sender's own report with this folio. */
  Optional<KnownReport> own(String folio) {
    return context.own().stream().filter(r -> r.folio().equals(folio)).findFirst();
  }

  /**
   * The sender's own reports that may be spoken of, newest first: violence at home is left out of
   * every list.
   */
  List<KnownReport> own(Predicate<KnownReport> which) {
    return context.own().stream().filter(r -> !r.violenceAtHome()).filter(which).toList();
  }

  List<KnownReport> own(Status status) {
    return own(r -> r.status() == status);
  }

  List<KnownReport> ownOpen() {
    return own(r -> r.status().open());
  }

  /**
   * The sender's open reports of violence at home: words may reach them, answers never name them.
   */
  List<KnownReport> unspoken() {
    return context.own().stream().filter(r -> r.violenceAtHome() && r.status().open()).toList();
  }
}
