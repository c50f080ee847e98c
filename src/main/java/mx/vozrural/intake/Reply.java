package mx.vozrural.intake;

import org.jspecify.annotations.Nullable;

/** What the door answers. */
public sealed interface Reply {

  /**
   * A text back.
   *
   * @param message its row of the outbox, by which its status is reported; null while the database
   *     is away: it has none
   */
  record Text(String body, @Nullable Long message) implements Reply {
    @Override
    public String toString() {
      return "Text[" + message + "]";
    }
  }

  /** Taken, and nothing to say. */
  record Silence() implements Reply {}

  /** Not taken: the same text must come again. */
  record Unavailable() implements Reply {}
}
