package mx.vozrural.commitments;

import java.util.List;
import java.util.Map;

/**
 * How many recipients of a broadcast are how far.
 *
 * @param listed nothing was put into the outbox for them yet
 * @param queued in the outbox, not gone
 * @param sent the network took it
 * @param delivered of those sent, the phone has it
 * @param failed refused, expired, or parked for a person
 * @param skipped they wanted nothing more, it was too late, or it was taken out for good
 */
public record Progress(
    long listed, long queued, long sent, long delivered, long failed, long skipped) {
  static final Progress NONE = new Progress(0, 0, 0, 0, 0, 0);

  /**
   * Of states of texts and, where there is no text to go by, {@code listed} and {@code skipped}.
   */
  static Progress of(List<Map.Entry<String, Long>> counts) {
    Progress all = NONE;
    for (Map.Entry<String, Long> count : counts) {
      long n = count.getValue();
      all =
          all.plus(
              switch (count.getKey()) {
                case "listed" -> new Progress(n, 0, 0, 0, 0, 0);
                case "waiting", "pending", "leased", "uncertain" -> new Progress(0, n, 0, 0, 0, 0);
                case "accepted", "sent" -> new Progress(0, 0, n, 0, 0, 0);
                case "delivered" -> new Progress(0, 0, n, n, 0, 0);
                case "skipped" -> new Progress(0, 0, 0, 0, 0, n);
                default -> new Progress(0, 0, 0, 0, n, 0);
              });
    }
    return all;
  }

  private Progress plus(Progress more) {
    return new Progress(
        listed + more.listed,
        queued + more.queued,
        sent + more.sent,
        delivered + more.delivered,
        failed + more.failed,
        skipped + more.skipped);
  }

  public long all() {
    return listed + queued + sent + failed + skipped;
  }
}
