package mx.vozrural.intake;

/** What the door answers. */
public sealed interface Reply {

  /**
   * A text back.
   *
   * @param message its row of the outbox, by which its status is reported
   */
  record Text(String body, long message) implements Reply {
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
