package mx.vozrural.commitments;

import io.vertx.sqlclient.Row;
import java.util.List;

/**
 * How many recipients of a broadcast are how far.
 *
 * @param listed nothing was put into the outbox for them yet
 * @param queued in the outbox, not gone
 * @param sent the network took it
 * @param delivered of those sent, the phone has it
 * @param failed refused, expired, or parked for a person
 * @param skipped they wanted nothing more, it was too late, or it was taken out for good
 * @param listedSegments of the texts of those listed
 */
public record Progress(
    long listed,
    long queued,
    long sent,
    long delivered,
    long failed,
    long skipped,
    long listedSegments) {
  static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0, 0);

  /**
   * So many recipients.
   *
   * @param state of their texts, or {@code listed} or {@code skipped} where there is no text to go
   *     by
   * @param segments of all of them together
   */
  record Count(String state, long recipients, long segments) {
    static Count of(Row row) {
      return new Count(row.getString("state"), row.getLong("count"), row.getLong("segments"));
    }
  }

  static Progress of(List<Count> counts) {
    return counts.stream().map(Progress::of).reduce(NONE, Progress::plus);
  }

  private static Progress of(Count count) {
    long n = count.recipients();
    return switch (count.state()) {
      case "listed" -> new Progress(n, 0, 0, 0, 0, 0, count.segments());
      case "waiting", "pending", "leased", "uncertain" -> new Progress(0, n, 0, 0, 0, 0, 0);
      case "accepted", "sent" -> new Progress(0, 0, n, 0, 0, 0, 0);
      case "delivered" -> new Progress(0, 0, n, n, 0, 0, 0);
      case "skipped" -> new Progress(0, 0, 0, 0, 0, n, 0);
      default -> new Progress(0, 0, 0, 0, n, 0, 0);
    };
  }

  private Progress plus(Progress more) {
    return new Progress(
        listed + more.listed,
        queued + more.queued,
        sent + more.sent,
        delivered + more.delivered,
        failed + more.failed,
        skipped + more.skipped,
        listedSegments + more.listedSegments);
  }

  public long all() {
    return listed + queued + sent + failed + skipped;
  }
}
