package mx.vozrural.dialogue;

import org.jspecify.annotations.Nullable;

/** What a text brings about beside its words and its answer. */
public sealed interface Effect {

  /** The reporter says SI: resolved becomes confirmed. */
  record Confirm(String folio) implements Effect {}

  /** The reporter says NO: the report is open again and a supervisor is told. */
  record Reopen(String folio) implements Effect {}

  /**
   * A SI or NO that changes no state (a neighbour's, or one that the state doesn't allow): staff
   * see it.
   */
  record NoteWord(String folio, boolean yes) implements Effect {}

  /** SUMO: this phone joins the report as a neighbour. */
  record Join(String folio) implements Effect {}

  /** Fills what the machine asked for. */
  record Complete(String folio, @Nullable String section, @Nullable Integer community)
      implements Effect {}

  /** The resident answered what staff asked: the report's clock runs again. */
  record AnswerToStaff(String folio) implements Effect {}

  /** Urgency goes up on a report that the text adds to. */
  record Raise(String folio, boolean lifeDanger) implements Effect {}

  /** Nothing more goes to this phone. */
  record StopAll(boolean byTwilio) implements Effect {}

  /** Notices stop; answers about own reports go on. */
  record StopNotices() implements Effect {}

  /**
   * Texts go to this phone again.
   *
   * @param byTwilio Twilio's own block has ended too
   */
  record StartAgain(boolean byTwilio) implements Effect {}

  /** Asks for notices; section null: of the whole rural area. */
  record Subscribe(@Nullable String section) implements Effect {}

  /** A request about personal data (ARCO). */
  record OpenPrivacyCase() implements Effect {}

  /** Who is on duty is told at once; folio null where nothing was filed. */
  record AlertOnDuty(@Nullable String folio) implements Effect {}
}
