package mx.vozrural;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An exchange by text as a person reads it. The files in {@code conversations} hold them:
 *
 * <pre>
 * # Its title                                 // a remark
 * ana&gt; No hay agua                            a text from Ana's phone, hers in this exchange alone
 * ana [NumMedia=1] [10 times]&gt; Miren           with a field of Twilio's; so many times
 * 7373&gt; Promo    TELCEL&gt; Promo                 from what is no person's number
 * again                                       Twilio brings the last text once more
 * ~ 49 h                                      time passes (min, h, d)
 * desk: {agua} asked ¿Qué casa?               staff move a report; also: sets, writes
 * &lt; folio {agua}                              the answer says so; a folio not yet known gets this name
 * &lt;^ words    &lt;$ words    &lt;! words            it begins so, ends so, doesn't say so
 * silence        same                         no answer; the same answer as before
 * = {agua} status=received section=EL_SAUZ    how a report stands
 * = {agua} holds words    = {agua} lacks words    among the texts that it has
 * = filed {agua}                              the last text made this report
 * = kept greeting                             the last text made none, and why
 * = ana reports=1 stops=all                   what is known of her
 * = ana hears words       = ana hears nothing     the one text since then that is no answer
 * </pre>
 *
 * <p>A folio may be written {@code {agua:spaced}}, {@code dashed}, {@code wrong} (its check digit)
 * or {@code swapped}; {@code {nobody}} is a right one that no report has.
 */
record Exchange(String title, List<Line> lines) {

  /** One line of a file: where it stands, so that a failure can say so. */
  record Line(int number, String source, Step step) {}

  /** What happens, or what is expected of it. */
  sealed interface Step {
    /**
     * @param times how often; the last answer is the one that counts
     */
    record Text(String from, Map<String, String> fields, int times, String body) implements Step {}

    record Again() implements Step {}

    record Passes(Duration time) implements Step {}

    record Staff(String folio, String verb, String words) implements Step {}

    record Says(Where where, String words) implements Step {}

    record Silence() implements Step {}

    record Same() implements Step {}

    record Report(String folio, Map<String, String> facts) implements Step {}

    record Words(String folio, boolean there, String words) implements Step {}

    record Filed(String folio) implements Step {}

    record Kept(String reason) implements Step {}

    record Person(String name, Map<String, String> facts) implements Step {}

    record Hears(String name, String words) implements Step {}
  }

  /** Where in an answer words are looked for. */
  enum Where {
    SOMEWHERE,
    FIRST,
    LAST,
    NOWHERE
  }

  private record Form(Pattern pattern, Function<MatchResult, Step> meaning) {
    static Form of(String pattern, Function<MatchResult, Step> meaning) {
      return new Form(Pattern.compile(pattern), meaning);
    }

    Optional<Step> read(String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.matches() ? Optional.of(meaning.apply(matcher)) : Optional.empty();
    }
  }

  private static final Pattern TIMES = Pattern.compile("\\[(\\d+) times]");
  private static final Pattern FIELD = Pattern.compile("\\[(\\w+)=([^]]*)]");
  private static final Pattern FACT = Pattern.compile("([a-z_]+)=(\\S+)");
  private static final String FACTS = "((?: [a-z_]+=\\S+)+)";

  private static final List<Form> FORMS =
      List.of(
          Form.of("(\\w+)((?: \\[[^]]+])*)>(?: (.*))?", Exchange::text),
          Form.of("again", line -> new Step.Again()),
          Form.of("silence", line -> new Step.Silence()),
          Form.of("same", line -> new Step.Same()),
          Form.of("~ (\\d+) (min|h|d)", line -> new Step.Passes(time(line))),
          Form.of(
              "desk: \\{(\\w+)} (\\w+)(?: (.+))?",
              line -> new Step.Staff(line.group(1), line.group(2), orEmpty(line.group(3)))),
          Form.of("<([$^!]?) (.+)", line -> new Step.Says(where(line.group(1)), line.group(2))),
          Form.of(
              "= \\{(\\w+)} (holds|lacks) (.+)",
              line -> new Step.Words(line.group(1), line.group(2).equals("holds"), line.group(3))),
          Form.of(
              "= \\{(\\w+)}" + FACTS, line -> new Step.Report(line.group(1), facts(line.group(2)))),
          Form.of("= filed \\{(\\w+)}", line -> new Step.Filed(line.group(1))),
          Form.of("= kept (\\w+)", line -> new Step.Kept(line.group(1))),
          Form.of("= (\\w+) hears (.+)", line -> new Step.Hears(line.group(1), line.group(2))),
          Form.of(
              "= (\\w+)" + FACTS, line -> new Step.Person(line.group(1), facts(line.group(2)))));

  /**
   * The exchanges of a file.
   *
   * @throws IllegalArgumentException naming a line that says nothing
   */
  static List<Exchange> read(String file) {
    List<Exchange> exchanges = new ArrayList<>();
    List<String> written = file.lines().map(String::strip).toList();
    for (int i = 0; i < written.size(); i++) {
      String line = written.get(i);
      if (line.startsWith("# ")) {
        exchanges.add(new Exchange(line.substring(2), new ArrayList<>()));
      } else if (!line.isEmpty() && !line.startsWith("//")) {
        exchanges.getLast().lines.add(line(i + 1, line));
      }
    }
    return exchanges;
  }

  private static Line line(int number, String source) {
    Step step =
        FORMS.stream()
            .flatMap(form -> form.read(source).stream())
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("line " + number + " says nothing: " + source));
    return new Line(number, source, step);
  }

  private static Step text(MatchResult line) {
    Map<String, String> fields = new LinkedHashMap<>();
    FIELD.matcher(line.group(2)).results().forEach(f -> fields.put(f.group(1), f.group(2)));
    int times =
        TIMES
            .matcher(line.group(2))
            .results()
            .map(t -> Integer.valueOf(t.group(1)))
            .findFirst()
            .orElse(1);
    return new Step.Text(line.group(1), fields, times, orEmpty(line.group(3)));
  }

  private static Map<String, String> facts(String written) {
    Map<String, String> facts = new LinkedHashMap<>();
    FACT.matcher(written).results().forEach(f -> facts.put(f.group(1), f.group(2)));
    return facts;
  }

  private static Duration time(MatchResult line) {
    long amount = Long.parseLong(line.group(1));
    return switch (line.group(2)) {
      case "min" -> Duration.ofMinutes(amount);
      case "h" -> Duration.ofHours(amount);
      default -> Duration.ofDays(amount);
    };
  }

  private static Where where(String sign) {
    return switch (sign) {
      case "^" -> Where.FIRST;
      case "$" -> Where.LAST;
      case "!" -> Where.NOWHERE;
      default -> Where.SOMEWHERE;
    };
  }

  private static String orEmpty(@Nullable String words) {
    return words == null ? "" : words;
  }
}
