package mx.vozrural.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.vozrural.domain.Status;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A report on the desk.
 *
 * @param choices what its forms offer
 * @param reading how its text was read; null where no machine read it
 * @param similar what may tell of the same
 * @param log who did what to it, newest first
 * @param list the queue it was opened from, for the left side; may be empty
 * @param done said at the top after a change ("Quedó aceptado"); null where nothing was changed
 * @param errors of the form that came back
 */
public record ReportView(
    DeskFrame frame,
    Report report,
    Choices choices,
    Commitments commitments,
    Texts texts,
    @Nullable ReadingBlock reading,
    Similar similar,
    List<Entry> log,
    List<QueueRow> list,
    @Nullable String done,
    FormErrors errors) {

  /**
   * @param version goes with each change, so that nobody overwrites another's
   * @param words the resident's own, whole
   * @param from the phone, masked; null where there is none
   * @param channel how it came ("SMS", "página")
   * @param section code, null where unknown
   * @param lately where it is unknown: the section that the same phone reported from before
   * @param kind need, question or complaint
   * @param assignee whose it is; null where nobody's
   */
  public record Report(
      String folio,
      long version,
      Status status,
      String words,
      @Nullable String from,
      String channel,
      Instant receivedAt,
      @Nullable LocalDate dueOn,
      @Nullable String section,
      @Nullable String lately,
      @Nullable String community,
      String category,
      String kind,
      boolean urgent,
      boolean restricted,
      long neighbours,
      @Nullable String assignee) {
    @Override
    public String toString() {
      return "Report[" + folio + "]";
    }
  }

  /**
   * @param transitions the states it may go to from here, the most usual first
   * @param agencies whom it can be referred to
   */
  public record Choices(
      List<Choice> transitions,
      List<Choice> kinds,
      List<Choice> sections,
      List<Choice> categories,
      List<Choice> agencies) {}

  /** Commitments of the plan, those that the report is linked to and the others. */
  public record Commitments(List<Choice> linked, List<Choice> others) {}

  /**
   * @param barred why this resident can't be texted; null where they can
   * @param draft what is about to be sent; null before it was written
   */
  public record Texts(List<Message> all, @Nullable String barred, @Nullable Draft draft) {}

  /**
   * @param inbound from the resident, else to them
   * @param state how far an outbound one got, in words; null for an inbound one
   * @param broadcast that an inbound one seems to answer; null: none
   */
  public record Message(
      boolean inbound,
      String body,
      Instant at,
      @Nullable String state,
      int segments,
      @Nullable Long broadcast) {
    @Override
    public String toString() {
      return "Message";
    }
  }

  /**
   * Open reports that may tell of the same matter.
   *
   * @param count of all; the rows are the newest
   * @param merged folios of what was merged into this one
   */
  public record Similar(long count, List<Like> rows, List<String> merged) {
    /** The reason of a merger, where staff write no other. */
    public static final String WHY = "Mismo lugar y misma necesidad.";

    private static final int AT_ONCE = 3;

    /** Those that are in sight at once. */
    public List<Like> first() {
      return rows.subList(0, Math.min(rows.size(), AT_ONCE));
    }

    /** Those that are shown when asked for. */
    public List<Like> further() {
      return rows.subList(first().size(), rows.size());
    }
  }

  /**
   * @param words the first of them, on one line
   * @param people who reported it or joined
   * @param mergeable whether it is offered to merge it into this one
   */
  public record Like(
      String folio,
      long version,
      Instant receivedAt,
      @Nullable String community,
      Status status,
      String words,
      long people,
      boolean mergeable) {
    @Override
    public String toString() {
      return "Like[" + folio + "]";
    }
  }

  /**
   * A text before it is sent.
   *
   * @param whole as the phone gets it: with the folio and the number to text, in cheap letters
   * @param encoding "GSM-7" or "UCS-2"
   * @param offending the characters that make it dearer
   */
  public record Draft(
      String body,
      String whole,
      String encoding,
      int segments,
      BigDecimal pesos,
      List<String> offending) {
    @Override
    public String toString() {
      return "Draft";
    }
  }

  /**
   * @param who the actor's email, or what acted by itself
   * @param why null where no reason is asked for
   */
  public record Entry(String who, Instant at, String what, @Nullable String why) {
    @Override
    public String toString() {
      return "Entry";
    }
  }

  /** Whether it is the reader's own. */
  public boolean mine() {
    return frame.email().equals(report.assignee());
  }
}
