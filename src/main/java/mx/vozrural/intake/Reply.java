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
  record Unavailable(Why why) implements Reply {

    /** Whose fault it is: only what is the text's own is ever held against it. */
    public enum Why {
      /** Too many wait, or somebody else holds what it changes. */
      NOT_NOW,
      /** The database can't be asked, or can't write. */
      DATABASE_AWAY,
      /** It was tried by itself, and the database or a rule refuses it. */
      REFUSED
    }

    public Unavailable() {
      this(Why.NOT_NOW);
    }
  }
}
