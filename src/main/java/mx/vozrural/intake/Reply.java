package mx.vozrural.intake;

/** What the door answers. */
public sealed interface Reply {

  /** A text back. */
  record Text(String body) implements Reply {}

  /** Taken, and nothing to say. */
  record Silence() implements Reply {}

  /** Not taken: the same text must come again. */
  record Unavailable() implements Reply {}
}
