package mx.vozrural.sms;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.sms.TemplateSource.Line;

/**
 * Checks one template before a resident gets it: its alphabet, its variables, its cost with its
 * longest values, and whether it is plain language.
 */
public final class TemplateLint {

  private static final Pattern PART = Pattern.compile("[^;]+");

  /** Those that nobody asked for just now: they may lie for a while before they leave. */
  private static final Pattern UNASKED =
      Pattern.compile("(?:.*/)?(?:(?:status|neighbour|staff|alarm|alert)_\\w+)\\.txt");

  private static final Pattern ASKED = Pattern.compile("(?:.*/)?status_help\\.txt");
  private static final Pattern BRACE = Pattern.compile("[{}]");

  private static final Pattern LANGUAGE = Pattern.compile("(?:.*/)?([a-z]{2})/[^/]+");

  private final String file;
  private final TemplateSource source;
  private final Template template;
  private final Set<String> known;
  private final List<TemplateFlaw> flaws = new ArrayList<>();

  private TemplateLint(String file, TemplateSource source, Template template, Set<String> known) {
    this.file = file;
    this.source = source;
    this.template = template;
    this.known = known;
  }

  /**
   * The flaws of a template's file, in the order of its lines; none: it can go out.
   *
   * @param file its name, for the messages
   */
  public static List<TemplateFlaw> ofSource(String file, String source) {
    Template template = Template.parse(source);
    TemplateSource parts = TemplateSource.of(source);
    return new TemplateLint(file, parts, template, template.variables()).flaws();
  }

  /**
   * The flaws of a municipality's own wording, which is held to the variables, the examples and the
   * segments of the default.
   *
   * @param name for the messages
   */
  public static List<TemplateFlaw> ofWording(String name, String wording, Template byDefault) {
    TemplateSource lines = TemplateSource.ofWording(wording);
    Set<String> known = byDefault.variables();
    return new TemplateLint(name, lines, byDefault.reworded(wording), known).flaws();
  }

  private List<TemplateFlaw> flaws() {
    header();
    variables();
    alphabet();
    jargon();
    if (template.text().isEmpty()) {
      add(source.header().size() + 1, 1, "the text is empty");
    }
    if (flaws.isEmpty()) {
      cost();
      readability();
    }
    flaws.sort(Comparator.comparingInt(TemplateFlaw::line).thenComparingInt(TemplateFlaw::column));
    return List.copyOf(flaws);
  }

  private void header() {
    for (Line line : source.field("Segments")) {
      if (!Template.SEGMENTS.matcher(line.content()).matches()) {
        add(line, 0, "Segments is 1, or 2 with the reason behind it");
      }
    }
    for (Line line : source.field("Expires")) {
      if (!Template.EXPIRES.matcher(line.content()).matches()) {
        add(line, 0, "Expires is a number of minutes, hours or days");
      }
    }
    if (leavesUnasked() && source.field("Expires").isEmpty()) {
      add(1, 1, "Expires is missing: it may lie for a while before it leaves");
    }
    for (Line line : source.field("Example")) {
      PART.matcher(line.content()).results().forEach(part -> example(line, part));
    }
  }

  private boolean leavesUnasked() {
    return UNASKED.matcher(file).matches() && !ASKED.matcher(file).matches();
  }

  private void example(Line line, MatchResult part) {
    if (!part.group().isBlank() && !Template.EXAMPLE.matcher(part.group()).matches()) {
      add(line, part.start(), "an example is name=value, not '" + part.group().strip() + "'");
    }
  }

  private void variables() {
    Set<String> missing = new TreeSet<>(known);
    missing.removeAll(template.variables());
    missing.forEach(name -> add(1, 1, "{" + name + "} of the default is missing"));
    for (Line line : source.text()) {
      Matcher variables = Template.VARIABLE.matcher(line.content());
      variables.results().forEach(variable -> variable(line, variable));
      String rest = variables.replaceAll(variable -> " ".repeat(variable.group().length()));
      BRACE.matcher(rest).results().forEach(brace -> brace(line, brace));
    }
  }

  private void variable(Line line, MatchResult variable) {
    if (!known.contains(variable.group(1))) {
      add(line, variable.start(), variable.group() + " is unknown: the default hasn't got it");
    } else if (!template.examples().containsKey(variable.group(1))) {
      add(line, variable.start(), variable.group() + " has no example");
    }
  }

  private void brace(Line line, MatchResult brace) {
    add(line, brace.start(), "'" + brace.group() + "' is part of no {variable}");
  }

  /** Values are folded when they are put in, so an example may have what the text may not. */
  private void alphabet() {
    if (!template.mayLeaveGsm()) {
      source.text().forEach(line -> alphabet(line, Gsm::hasAll));
      source.field("Example").forEach(line -> alphabet(line, c -> Gsm.hasAll(Gsm.fold(c))));
    }
  }

  private void alphabet(Line line, Predicate<String> cheap) {
    int[] codePoints =
        Normalizer.normalize(line.content(), Normalizer.Form.NFC).codePoints().toArray();
    for (int i = 0; i < codePoints.length; i++) {
      String character = Character.toString(codePoints[i]);
      if (!cheap.test(character)) {
        add(
            line.number(),
            line.column() + i,
            "'%s' (U+%04X) is outside GSM-7: the text would cost 70-character segments"
                .formatted(character, codePoints[i]));
      }
    }
  }

  /** Asked only where nothing else is wrong: a flaw above may be what makes it dear. */
  private void cost() {
    Segments cost = Segments.of(template.render(template.examples()));
    if (cost.segments() > template.segments()) {
      add(
          source.text().getFirst().number(),
          1,
          "the text costs %d segments with its examples (%d units of %s), and says %d"
              .formatted(
                  cost.segments(), cost.units(), cost.encoding().label(), template.segments()));
    }
  }

  private String language() {
    Matcher named = LANGUAGE.matcher(file);
    return named.matches() ? named.group(1) : "";
  }

  private void jargon() {
    Jargon list = Jargon.of(language());
    for (Line line : source.text()) {
      list.in(line.content())
          .forEach(found ->
              add(
                  line.number(),
                  line.column() + found.index(),
                  "'" + found.word() + "' is jargon: say " + found.plainer()));
    }
  }

  private void readability() {
    Readability.of(language())
        .ifPresent(scale ->
            scale
                .score(template.text())
                .ifPresent(score -> {
                  if (score < scale.least()) {
                    hard(scale, score);
                  }
                }));
  }

  /** Told at the word that weighs most. */
  private void hard(Readability scale, double score) {
    String word = scale.heaviest(template.text()).map(MatchResult::group).orElse("");
    String message =
        "reads at %.0f of %s, and %d is the least: shorter words (such as for '%s'), shorter sentences"
            .formatted(score, scale.scale(), scale.least(), word);
    source.text().stream()
        .filter(line -> line.content().contains(word))
        .findFirst()
        .ifPresent(line -> add(line, line.content().indexOf(word), message));
  }

  private void add(Line line, int index, String message) {
    add(line.number(), line.columnOf(index), message);
  }

  private void add(int line, int column, String message) {
    flaws.add(new TemplateFlaw(file, line, column, message));
  }
}
