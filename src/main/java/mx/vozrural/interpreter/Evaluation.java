package mx.vozrural.interpreter;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How well an interpreter reads labelled texts.
 *
 * @param size how many texts
 * @param intent what was expected and what was read; so for the other fields
 * @param categories sets, the codes in alphabetical order, joined by +
 */
public record Evaluation(
    int size, Field intent, Field categories, Field section, Field urgent, Field language) {

  /** What stands for nothing in a confusion. */
  public static final String NOTHING = "-";

  private static final String YES = "true";

  /** What was expected, what was read, and how often. */
  public record Confusion(String expected, String got, int count) {
    boolean right() {
      return expected.equals(got);
    }
  }

  /**
   * One field over all texts.
   *
   * @param outcomes each pair of expected and read, right ones too, the most frequent first
   */
  public record Field(int size, List<Confusion> outcomes) {

    /** How many were read as labelled. */
    public int right() {
      return outcomes.stream().filter(Confusion::right).mapToInt(Confusion::count).sum();
    }

    /** The wrong readings, the most frequent first. */
    public List<Confusion> confusions() {
      return outcomes.stream().filter(c -> !c.right()).toList();
    }

    /** 0 to 1; 1 for no texts at all. */
    public double accuracy() {
      return size == 0 ? 1 : (double) right() / size;
    }

    private int count(String expected, String got) {
      return outcomes.stream()
          .filter(c -> c.expected().equals(expected) && c.got().equals(got))
          .mapToInt(Confusion::count)
          .sum();
    }
  }

  /** Reads every text and compares. */
  public static Evaluation of(Interpreter interpreter, List<LabelledText> texts) {
    List<Reading> readings = texts.stream().map(t -> interpreter.read(t.body())).toList();
    return new Evaluation(
        texts.size(),
        field(texts, readings, LabelledText::intent, r -> r.intent().code()),
        field(texts, readings, t -> set(t.categories()), r -> set(r.categories())),
        field(texts, readings, t -> orNothing(t.section()), r -> orNothing(r.section())),
        field(
            texts,
            readings,
            t -> String.valueOf(t.urgent()),
            r -> String.valueOf(r.urgent() || r.lifeDanger())),
        field(texts, readings, LabelledText::language, r -> r.language().code()));
  }

  /** How many of the urgent texts were read as urgent, 0 to 1; 1 where none is urgent. */
  public double urgentRecall() {
    return part(urgentRight(), urgentRight() + urgent.count(YES, "false"));
  }

  /** How many of the texts read as urgent are, 0 to 1; 1 where none was read so. */
  public double urgentPrecision() {
    return part(urgentRight(), urgentRight() + urgent.count("false", YES));
  }

  private int urgentRight() {
    return urgent.count(YES, YES);
  }

  private static double part(int some, int all) {
    return all == 0 ? 1 : (double) some / all;
  }

  private static String orNothing(@Nullable String value) {
    return value == null ? NOTHING : value;
  }

  private static String set(List<String> codes) {
    return codes.isEmpty() ? NOTHING : String.join("+", new TreeSet<>(codes));
  }

  private static Field field(
      List<LabelledText> texts,
      List<Reading> readings,
      Function<LabelledText, String> expected,
      Function<Reading, String> got) {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    for (int i = 0; i < texts.size(); i++) {
      pairs.merge(
          List.of(expected.apply(texts.get(i)), got.apply(readings.get(i))), 1, Integer::sum);
    }
    return field(texts.size(), pairs);
  }

  private static Field field(int size, Map<List<String>, Integer> pairs) {
    List<Confusion> outcomes =
        pairs.entrySet().stream()
            .map(e -> new Confusion(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .sorted(Comparator.comparingInt(Confusion::count).reversed())
            .toList();
    return new Field(size, outcomes);
  }
}
