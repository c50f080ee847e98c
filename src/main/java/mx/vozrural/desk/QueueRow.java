package mx.vozrural.desk;

import java.time.Instant;
import java.time.LocalDate;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/**
 * A report in the queue.
 *
 * @param words the first of them, on one line
 * @param place section or community by name; null where nobody knows yet
 * @param category by name
 * @param dueOn null where its clock has no date
 * @param neighbours phones that joined it
 * @param similar others that may tell of the same, as far as the queue counts
 * @param unread whether something came in that nobody has opened
 */
public record QueueRow(
    String folio,
    String words,
    @Nullable String place,
    String category,
    Status status,
    Instant receivedAt,
    @Nullable LocalDate dueOn,
    long neighbours,
    int similar,
    boolean unread,
    boolean urgent,
    boolean restricted) {
  @Override
  public String toString() {
    return "QueueRow[" + folio + "]";
  }
}
