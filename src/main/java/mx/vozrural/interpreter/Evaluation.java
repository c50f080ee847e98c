package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * How well labelled texts are read.
 *
 * @param outcomes in the order of the texts
 */
public record Evaluation(List<Outcome> outcomes) {

  /** A text and what was read in it. */
  public record Outcome(LabelledText text, Reading reading) {

    public boolean right(Label label) {
      return label.expected(text).equals(label.read(reading));
    }

    /** What was read otherwise than labelled. */
    public List<Label> wrong() {
      return Arrays.stream(Label.values()).filter(label -> !right(label)).toList();
    }
  }

  /** What was expected, what was read, and how often. */
  public record Confusion(String expected, String got, int count) {
    boolean right() {
      return expected.equals(got);
    }
  }

  /**
   * One label over all texts.
   *
   * @param pairs each pair of expected and read, right ones too, the most frequent first
   */
  public record Field(int size, List<Confusion> pairs) {

    /** How many were read as labelled. */
    public int right() {
      return pairs.stream().filter(Confusion::right).mapToInt(Confusion::count).sum();
    }

    /** The wrong readings, the most frequent first. */
    public List<Confusion> confusions() {
      return pairs.stream().filter(c -> !c.right()).toList();
    }

    /** 0 to 1; 1 for no texts at all. */
    public double accuracy() {
      return part(right(), size);
    }

    /** For a label that is yes or no. */
    public Alarms alarms() {
      return new Alarms(
          count(Label.YES, Label.YES),
          count(Label.YES, Label.NO),
          count(Label.NO, Label.YES),
          count(Label.NO, Label.NO));
    }

    private int count(String expected, String got) {
      return pairs.stream()
          .filter(c -> c.expected().equals(expected) && c.got().equals(got))
          .mapToInt(Confusion::count)
          .sum();
    }
  }

  /**
   * Where something was to be told, and where it was.
   *
   * @param found was and was told
   * @param missed was and wasn't told
   * @param wrongly wasn't and was told
   * @param quiet neither was nor was told
   */
  public record Alarms(int found, int missed, int wrongly, int quiet) {

    /** In how many texts it was. */
    public int due() {
      return found + missed;
    }

    /** In how many texts it was told. */
    public int told() {
      return found + wrongly;
    }

    /** In how many texts it was not. */
    public int undue() {
      return wrongly + quiet;
    }

    /** The part of those due that was told, 0 to 1; 1 where none was due. */
    public double recall() {
      return part(found, due());
    }

    /** The part of those told that was due, 0 to 1; 1 where none was told. */
    public double precision() {
      return part(found, told());
    }
  }

  public Evaluation {
    outcomes = List.copyOf(outcomes);
  }

  /** Reads every text and compares. */
  public static Evaluation of(Function<String, Reading> reader, List<LabelledText> texts) {
    return new Evaluation(
        texts.stream().map(text -> new Outcome(text, reader.apply(text.body()))).toList());
  }

  /** Of several as if their texts were one's. */
  public static Evaluation sum(List<Evaluation> parts) {
    return new Evaluation(parts.stream().flatMap(part -> part.outcomes().stream()).toList());
  }

  /** How many texts. */
  public int size() {
    return outcomes.size();
  }

  public Field intent() {
    return field(Label.INTENT);
  }

  public Field categories() {
    return field(Label.CATEGORIES);
  }

  public Field section() {
    return field(Label.SECTION);
  }

  public Field urgent() {
    return field(Label.URGENT);
  }

  public Field life() {
    return field(Label.LIFE);
  }

  public Field language() {
    return field(Label.LANGUAGE);
  }

  /** How many of the urgent texts were read as urgent, 0 to 1; 1 where none is urgent. */
  public double urgentRecall() {
    return urgent().alarms().recall();
  }

  /** How many of the texts read as urgent are, 0 to 1; 1 where none was read so. */
  public double urgentPrecision() {
    return urgent().alarms().precision();
  }

  public Field field(Label label) {
    Map<List<String>, Integer> pairs = new LinkedHashMap<>();
    for (Outcome outcome : outcomes) {
      List<String> pair = List.of(label.expected(outcome.text()), label.read(outcome.reading()));
      pairs.merge(pair, 1, Integer::sum);
    }
    return new Field(
        size(),
        pairs.entrySet().stream()
            .map(e -> new Confusion(e.getKey().get(0), e.getKey().get(1), e.getValue()))
            .sorted(Comparator.comparingInt(Confusion::count).reversed())
            .toList());
  }

  /** Whether a label was as often right as the readings were sure of it. */
  public Reliability reliability(Label label) {
    List<Reliability.Claim> claims = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Double sure = label.sure(outcome.reading());
      if (sure != null) {
        claims.add(new Reliability.Claim(sure, outcome.right(label)));
      }
    }
    return Reliability.of(claims);
  }

  private static double part(int some, int all) {
    return all == 0 ? 1 : (double) some / all;
  }
}
