package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

/** What no answer may show: classes, stack traces, statements, paths of ours. */
final class Discretion {
  private static final Pattern INNARDS =
      Pattern.compile(
          "(java|io|mx|org|com)\\.[a-z]+\\.[a-z]+|Exception|\\tat |SELECT |INSERT INTO|SQLSTATE"
              + "|/home/|/work/|/tmp/");

  private Discretion() {}

  static void assertDiscreet(String answer) {
    assertThat(answer).doesNotContainPattern(INNARDS);
  }
}
