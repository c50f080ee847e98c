package mx.vozrural.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The one question that is open with a phone.
 *
 * @param folio the report that its answer completes
 * @param options section codes in the order in which they were offered, empty where none were
 */
public record Question(Kind kind, String folio, List<String> options, Instant askedAt) {

  /** How long an answer is understood as one. */
  public static final Duration OPEN_FOR = Duration.ofDays(2);

  /** What was asked. */
  public enum Kind {
    WHERE,
    SINCE_WHEN
  }

  public boolean open(Instant now) {
    return now.isBefore(askedAt.plus(OPEN_FOR));
  }
}
