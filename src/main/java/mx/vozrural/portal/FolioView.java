package mx.vozrural.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import mx.vozrural.domain.Status;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * A report as its folio shows it.
 *
 * @param details null for a restricted report: then folio, state and day are all there is
 * @param fresh where it was filed a moment ago
 * @param own where the secret was given, or the report just filed without a phone
 * @param asksSecret whether the page offers to type the secret
 */
public record FolioView(
    String folio,
    Status status,
    Instant receivedAt,
    @Nullable Details details,
    @Nullable Fresh fresh,
    @Nullable Own own,
    boolean asksSecret,
    String csrf,
    FormErrors errors) {

  /**
   * @param dueOn null where no day was promised
   * @param mergedInto the folio that it goes with, else null
   */
  public record Details(
      @Nullable String section,
      @Nullable String category,
      @Nullable LocalDate dueOn,
      @Nullable String mergedInto,
      List<Step> history) {}

  /**
   * A move in its life.
   *
   * @param unsaid it counts as done because nobody said yes or no
   */
  public record Step(Status status, Instant at, boolean unsaid) {}

  /**
   * @param secret shown this once, where no phone was given; else null
   * @param texted whether the folio goes to a phone by text
   */
  public record Fresh(@Nullable String secret, boolean texted) {
    @Override
    public String toString() {
      return "Fresh";
    }
  }

  /**
   * What only who reported it may see.
   *
   * @param secret goes with each of its forms
   * @param additions what was said since, oldest first
   */
  public record Own(String secret, String words, List<Said> additions) {
    @Override
    public String toString() {
      return "Own";
    }
  }

  /**
   * @param office whether the office said it, else the resident
   */
  public record Said(boolean office, String words, Instant at) {
    @Override
    public String toString() {
      return "Said";
    }
  }

  /** What comes next, and when. */
  public NextStep next() {
    return NextStep.of(status, details == null ? null : details.dueOn());
  }

  /** Whether the resident is asked if the work was done. */
  public boolean asksIfDone() {
    return status == Status.RESOLVED;
  }
}
