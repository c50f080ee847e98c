package mx.vozrural.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Language;
import mx.vozrural.domain.OptOut;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.interpreter.FolioMention;
import mx.vozrural.interpreter.Intent;
import mx.vozrural.interpreter.Keyword;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/** A text and what is known of its sender, told step by step. */
final class Scene {

  static final Instant NOW = Instant.parse("2026-11-23T18:00:00Z");
  static final LocalDate DUE = LocalDate.of(2026, 11, 27);
  static final String NEXT = "7000001";

  static final List<Section> SECTIONS =
      List.of(
          new Section("ZONA_CENTRO", "Zona Centro", 6, true),
          new Section("EL_SAUZ", "El Sauz", 1, false),
          new Section("EL_CHARCO", "El Charco", 2, false),
          new Section("CIENEGA_DE_ORTIZ", "Ciénega de Ortiz", 3, false),
          new Section("GUADALUPE", "Guadalupe", 4, false),
          new Section("COLONIA_SOTO", "Colonia Soto", 5, false));

  private static final List<Category> CATEGORIES =
      Stream.of("AGUA", "LUZ", "CAMINO", "PROTCIVIL", "SALUD", "SEGURIDAD", "OTRO")
          .map(code -> category(code, code, code.equals("SEGURIDAD")))
          .toList();

  Intent intent;
  List<String> categories = List.of();
  @Nullable String section;
  @Nullable Integer community;
  boolean urgent;
  boolean lifeDanger;
  Language language = Language.ES;
  List<FolioMention> folios = new ArrayList<>();
  @Nullable Keyword keyword;
  Set<Trait> traits = EnumSet.noneOf(Trait.class);
  String content = "unas palabras";

  Incoming.Sender sender = Incoming.Sender.PERSON;
  int media;
  @Nullable OptOut byTwilio;
  String key = "unas palabras";

  boolean stopped;
  boolean blockedByTwilio;
  boolean looping;
  boolean greeted = true;
  @Nullable Question question;
  List<Instant> answers = List.of();
  @Nullable Instant thankedAt;
  @Nullable String lastKey;
  @Nullable Instant lastKeyAt;
  boolean muted;
  List<KnownReport> own = new ArrayList<>();
  Map<String, KnownReport> named = new LinkedHashMap<>();
  List<Section> sections = SECTIONS;
  List<Category> moreCategories = new ArrayList<>();

  private Scene(Intent intent) {
    this.intent = intent;
  }

  static Scene sentence(Intent intent, String... categories) {
    Scene scene = new Scene(intent);
    scene.categories = List.of(categories);
    return scene;
  }

  static Scene word(Keyword keyword) {
    Scene scene = new Scene(Intent.SHORT_REPLY);
    scene.keyword = keyword;
    scene.content = "";
    return scene;
  }

  static Category category(String code, String base, boolean restricted) {
    return new Category(code, base, code, code, 5, restricted, 1, List.of());
  }

  static KnownReport mine(String folio, Status status, String... categories) {
    return new KnownReport(
        folio, true, status, List.of(categories), null, DUE, secret(categories), false);
  }

  static KnownReport neighbours(String folio, Status status, String... categories) {
    return new KnownReport(
        folio, false, status, List.of(categories), "EL_SAUZ", DUE, secret(categories), false);
  }

  static KnownReport violence(String folio, boolean own) {
    return new KnownReport(
        folio, own, Status.RECEIVED, List.of("SEGURIDAD"), null, DUE, true, true);
  }

  private static boolean secret(String... categories) {
    return Arrays.asList(categories).contains("SEGURIDAD");
  }

  static Instant ago(Duration duration) {
    return NOW.minus(duration);
  }

  Scene in(String code) {
    section = code;
    return this;
  }

  Scene saying(Trait... more) {
    traits.addAll(List.of(more));
    return this;
  }

  Scene content(String words) {
    content = words;
    return this;
  }

  Scene urgent() {
    urgent = true;
    return this;
  }

  Scene danger() {
    urgent = true;
    lifeDanger = true;
    return this;
  }

  Scene english() {
    language = Language.EN;
    return this;
  }

  /** The sender's own reports; those that the text names are given apart. */
  Scene owning(KnownReport... reports) {
    own.addAll(List.of(reports));
    return this;
  }

  Scene naming(KnownReport... reports) {
    for (KnownReport report : reports) {
      namingAs(report.folio(), report);
    }
    return this;
  }

  Scene namingAs(String digits, KnownReport report) {
    folios.add(new FolioMention(digits, true));
    named.put(digits, report);
    if (report.own()) {
      own.add(report);
    }
    return this;
  }

  Scene stray(String digits, boolean valid) {
    folios.add(new FolioMention(digits, valid));
    return this;
  }

  Scene asked(Question.Kind kind, String folio, String... options) {
    question = new Question(kind, folio, List.of(options), ago(Duration.ofHours(1)));
    return this;
  }

  Scene from(Incoming.Sender other) {
    sender = other;
    return this;
  }

  Scene stopped() {
    stopped = true;
    return this;
  }

  Scene muted() {
    muted = true;
    return this;
  }

  Scene ungreeted() {
    greeted = false;
    return this;
  }

  Scene afterEqualText(Duration before) {
    lastKey = key;
    lastKeyAt = ago(before);
    return this;
  }

  Scene answered(int times, Duration before) {
    answers = Stream.generate(() -> ago(before)).limit(times).toList();
    return this;
  }

  Reading reading() {
    return new Reading(
        intent,
        categories,
        section,
        community,
        urgent,
        lifeDanger,
        language,
        List.copyOf(folios),
        keyword,
        Set.copyOf(traits),
        content,
        Map.of(),
        List.of());
  }

  Incoming incoming() {
    return new Incoming(sender, media, byTwilio, key, NOW);
  }

  Context context() {
    Conversation conversation =
        new Conversation(greeted, question, answers, thankedAt, lastKey, lastKeyAt, muted);
    List<Category> all = Stream.concat(CATEGORIES.stream(), moreCategories.stream()).toList();
    return new Context(
        NEXT,
        stopped,
        blockedByTwilio,
        looping,
        conversation,
        List.copyOf(own),
        Map.copyOf(named),
        new Catalogue(sections, List.of(), all));
  }

  Decision decided() {
    return new Dialogue().decide(incoming(), reading(), context());
  }
}
