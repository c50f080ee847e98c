package mx.vozrural.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What becomes of the words of a text. None are thrown away. */
public sealed interface Words {

  /**
   * They make a report, with {@link Context#nextFolio()}.
   *
   * @param unclear could not be read: a person decides
   */
  record File(
      Kind kind,
      List<String> categories,
      @Nullable String section,
      @Nullable Integer community,
      boolean urgent,
      boolean lifeDanger,
      boolean restricted,
      boolean violenceAtHome,
      boolean unclear)
      implements Words {}

  /** They go to one report, or to several. */
  record Add(List<String> folios) implements Words {}

  /** They are kept in sight of a person and make no report. */
  record Keep(Reason reason) implements Words {}

  /** What a report is about; public figures count needs. */
  enum Kind {
    NEED,
    QUESTION,
    COMPLAINT
  }

  /** Why a text made no report. */
  enum Reason {
    KEYWORD,
    GREETING,
    THANKS,
    SPAM,
    ABUSE,
    EMPTY,
    MEDIA_ONLY,
    COMMITMENT,
    PRIVACY,
    SUBSCRIPTION,
    STATUS,
    AMBIGUOUS,
    UNKNOWN_FOLIO,
    REPEATED,
    UNREADABLE,
    NOT_A_PERSON
  }
}
