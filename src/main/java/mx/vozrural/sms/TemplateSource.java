package mx.vozrural.sms;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A template's file in its two parts: first lines with {@code #}, then the text. */
record TemplateSource(List<Line> header, List<Line> text) {

  private static final Pattern FIELD = Pattern.compile("#\\s*(\\w+)\\s*:\\s*(.*)");

  /**
   * A line or the end of one.
   *
   * @param number 1 for the first
   * @param column where it begins, 1 for the first
   */
  record Line(int number, int column, String content) {

    int columnOf(int index) {
      return column + content.codePointCount(0, index);
    }

    Line from(int index) {
      return new Line(number, columnOf(index), content.substring(index).stripTrailing());
    }
  }

  static TemplateSource of(String source) {
    List<Line> lines = lines(source);
    long header = lines.stream().takeWhile(line -> line.content().startsWith("#")).count();
    return new TemplateSource(
        lines.subList(0, (int) header), lines.subList((int) header, lines.size()));
  }

  /** A municipality's own wording has no header: a {@code #} is one of its characters. */
  static TemplateSource ofWording(String wording) {
    return new TemplateSource(List.of(), lines(wording));
  }

  /** What stands behind {@code # name:}, as often as it stands there. */
  List<Line> field(String name) {
    return header.stream().flatMap(line -> value(line, name)).toList();
  }

  String values(String name) {
    return field(name).stream().map(Line::content).collect(Collectors.joining(" "));
  }

  /** A line break is a space. */
  String oneLine() {
    return text.stream()
        .map(line -> line.content().strip())
        .filter(content -> !content.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private static Stream<Line> value(Line line, String name) {
    Matcher field = FIELD.matcher(line.content());
    return field.matches() && field.group(1).equals(name)
        ? Stream.of(line.from(field.start(2)))
        : Stream.empty();
  }

  private static List<Line> lines(String source) {
    List<String> lines = source.lines().toList();
    return IntStream.range(0, lines.size())
        .mapToObj(i -> new Line(i + 1, 1, lines.get(i)))
        .toList();
  }
}
