package mx.vozrural.reports;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What staff want to change of a report; null leaves as it is.
 *
 * @param section code; empty: none
 * @param categories the primary one first
 * @param assignee address of a staff member; empty: nobody
 * @param note for colleagues only
 * @param community id in the gazetteer
 * @param kind a need, a question or a complaint
 * @param commitments of the plan that answer it: all that are to be linked
 */
public record EditRequest(
    @Nullable String section,
    @Nullable List<String> categories,
    @Nullable String assignee,
    @Nullable String note,
    @Nullable Boolean restricted,
    @Nullable Boolean urgent,
    @Nullable Integer community,
    Filing.@Nullable Kind kind,
    @Nullable List<String> commitments,
    @Nullable Move move) {

  public static EditRequest move(Move move) {
    return new EditRequest(null, null, null, null, null, null, null, null, null, move);
  }

  public static EditRequest assign(String assignee) {
    return new EditRequest(null, null, assignee, null, null, null, null, null, null, null);
  }

  public static EditRequest note(String note) {
    return new EditRequest(null, null, null, note, null, null, null, null, null, null);
  }

  public static EditRequest commitments(List<String> commitments) {
    return new EditRequest(null, null, null, null, null, null, null, null, commitments, null);
  }
}
