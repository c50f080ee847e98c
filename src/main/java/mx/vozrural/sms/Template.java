package mx.vozrural.sms;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One text that residents get, with variables in braces.
 *
 * @param purpose when it is sent, for who words it anew
 * @param segments what it may cost with its longest values, 1 or 2
 * @param reason why it costs two; without one it may not leave the GSM alphabet
 * @param examples the longest realistic value of each variable
 * @param expires how long after its moment it is still true; null where it answers at once
 * @param text one line, variables as {@code {name}}
 */
public record Template(
    String purpose,
    int segments,
    String reason,
    Map<String, String> examples,
    @Nullable Duration expires,
    String text) {

  static final Pattern SEGMENTS = Pattern.compile("([12])(?:\\W+(.*))?");
  static final Pattern EXPIRES = Pattern.compile("(\\d{1,3}) (minutes|hours|days)");
  static final Pattern EXAMPLE = Pattern.compile("\\s*([A-Za-z]\\w*)\\s*=\\s*(.*?)\\s*");
  static final Pattern VARIABLE = Pattern.compile("\\{([A-Za-z]\\w*)}");

  private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\p{Zl}\\p{Zp}]+");
  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cf}\\p{Cs}]+");

  /** What a wording lacks of the default's variables, and what it has beyond them. */
  public record VariableDifference(Set<String> missing, Set<String> extra) {}

  public Template {
    examples = Map.copyOf(examples);
  }

  /**
   * Reads a file of {@code sms-templates/}. First lines with {@code #} are the header ({@code #
   * For: …}, {@code # Segments: 2 because …}, {@code # Expires: 72 hours}, {@code # Example:
   * name=value; name=value}); what it lacks gets a default: it is {@link TemplateLint} that
   * complains.
   */
  public static Template parse(String file) {
    TemplateSource source = TemplateSource.of(file);
    Matcher segments = SEGMENTS.matcher(source.values("Segments"));
    boolean said = segments.matches();
    String reason = said ? segments.group(2) : null;
    return new Template(
        source.values("For"),
        said ? Integer.parseInt(segments.group(1)) : 1,
        reason == null ? "" : reason,
        examples(source),
        expires(source.values("Expires")),
        source.oneLine());
  }

  /** The text with an ellipsis for each of its variables. */
  public String blank() {
    return VARIABLE.matcher(text).replaceAll("…");
  }

  private static @Nullable Duration expires(String said) {
    Matcher time = EXPIRES.matcher(said);
    return time.matches()
        ? Duration.of(
            Long.parseLong(time.group(1)),
            ChronoUnit.valueOf(time.group(2).toUpperCase(Locale.ROOT)))
        : null;
  }

  /** The same with another text, a municipality's own. */
  public Template reworded(String wording) {
    String own = TemplateSource.ofWording(wording).oneLine();
    return new Template(purpose, segments, reason, examples, expires, own);
  }

  /** Names in the order of the text. */
  public Set<String> variables() {
    return VARIABLE
        .matcher(text)
        .results()
        .map(match -> match.group(1))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Compares with the variables of this template those of another wording. */
  public VariableDifference difference(String wording) {
    Set<String> own = reworded(wording).variables();
    return new VariableDifference(without(variables(), own), without(own, variables()));
  }

  /** Whether it may use characters outside the GSM alphabet, in segments of 70 instead of 160. */
  public boolean mayLeaveGsm() {
    return segments == 2 && !reason.isEmpty();
  }

  /**
   * The text with its values. These are written in the GSM alphabet, so that a name with an accent
   * makes no text dearer, and on one line.
   *
   * @throws IllegalArgumentException for a variable without a value; names the variable
   */
  public String render(Map<String, String> values) {
    return VARIABLE
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), values)));
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("No value for {" + name + "}");
    }
    String oneLine = BREAKS.matcher(value).replaceAll(" ");
    return Gsm.fold(INVISIBLE.matcher(oneLine).replaceAll("")).strip();
  }

  private static Map<String, String> examples(TemplateSource source) {
    Map<String, String> examples = new LinkedHashMap<>();
    for (TemplateSource.Line line : source.field("Example")) {
      for (String part : line.content().split(";", -1)) {
        Matcher example = EXAMPLE.matcher(part);
        if (example.matches()) {
          examples.put(example.group(1), example.group(2));
        }
      }
    }
    return examples;
  }

  private static Set<String> without(Set<String> all, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(others);
    return rest;
  }
}
