package mx.vozrural.outbox;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A text to be sent that is no direct answer.
 *
 * @param parts template keys
 * @param expiresAfter when it would no longer be true
 * @param staff who had it sent
 */
public record Notice(
    long resident,
    @Nullable Long folio,
    String language,
    List<String> parts,
    Map<String, String> values,
    Urgency urgency,
    Duration expiresAfter,
    @Nullable Long staff) {

  /** What leaves first; the number stands in the database. */
  public enum Urgency {
    /** Danger to life, codes: at any hour. */
    SAFETY(0),
    /** What somebody waits for: about their own report. */
    UPDATE(1),
    /** To many. */
    BROADCAST(2);

    private final int priority;

    Urgency(int priority) {
      this.priority = priority;
    }

    int priority() {
      return priority;
    }
  }
}
