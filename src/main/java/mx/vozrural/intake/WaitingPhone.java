package mx.vozrural.intake;

import java.time.Duration;
import java.time.Instant;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reading.Trait;
import org.jspecify.annotations.Nullable;

/** What the texts of one phone that wait on the disk tell about it. */
final class WaitingPhone {
  /** As long as an equal text is taken for the same one at other times. */
  private static final Duration REPETITION = Duration.ofMinutes(10);

  private int texts;
  private int answers;
  private @Nullable Boolean stopped;
  private boolean unsafe;
  private @Nullable String answeredKey;
  private @Nullable Instant answeredAt;

  /**
   * One more waits.
   *
   * @param reading null: it can't be read
   */
  void note(SpooledText text, @Nullable Reading reading) {
    texts++;
    if (reading != null) {
      stopped = SpoolAnswer.nowStopped(reading, stopped);
      unsafe |= reading.has(Trait.VIOLENCE_AT_HOME);
    }
    if (text.answer() != null) {
      answers++;
      answeredKey = Interpreter.key(text.body());
      answeredAt = text.at();
    }
  }

  /** One waits no more; true where it was the last. */
  boolean leaves() {
    return --texts == 0;
  }

  /** Whether an equal text was answered just now. */
  boolean repeats(Arrival arrival, Instant now) {
    Instant at = answeredAt;
    return at != null
        && now.isBefore(at.plus(REPETITION))
        && Interpreter.key(arrival.body()).equals(answeredKey);
  }

  /** Whether it said ALTO or ALTA meanwhile; null: neither. */
  @Nullable Boolean stopped() {
    return stopped;
  }

  boolean unsafe() {
    return unsafe;
  }

  int answers() {
    return answers;
  }

  /** Whether nothing may be sent to it when its texts are filed. */
  boolean hushed() {
    return Boolean.TRUE.equals(stopped) || unsafe;
  }
}
