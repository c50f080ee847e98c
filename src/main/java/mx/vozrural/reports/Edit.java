package mx.vozrural.reports;

import java.util.Set;
import mx.vozrural.domain.Status;

/** What comes of asking for a change. */
public sealed interface Edit {

  /** Done; this is the report now. */
  record Done(Report report) implements Edit {}

  /** No such report, or none that this person may know of. */
  record Unknown() implements Edit {}

  /** Somebody else changed it meanwhile. */
  record Stale(Report now) implements Edit {}

  /** The table of states doesn't have this move; these it has. */
  record NotAllowed(Status from, Set<Status> allowed) implements Edit {}

  /**
   * A field isn't right.
   *
   * @param message what to do, in Spanish
   */
  record Invalid(String field, String message) implements Edit {}
}
