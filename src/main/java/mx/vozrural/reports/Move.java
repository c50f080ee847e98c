package mx.vozrural.reports;

import java.time.LocalDate;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A move to another state, as staff ask for it.
 *
 * @param reason in plain words; the resident reads it where the report is rejected or asked about
 * @param on the day promised (scheduled)
 * @param agency who has it now (referred)
 * @param into folio of the other report (merged)
 */
public record Move(
    Status to,
    @Nullable String reason,
    @Nullable LocalDate on,
    @Nullable String agency,
    @Nullable String into) {

  public static Move to(Status to, @Nullable String reason) {
    return new Move(to, reason, null, null, null);
  }
}
