package mx.vozrural.desk;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import mx.vozrural.commitments.Answer;
import mx.vozrural.commitments.Broadcast;
import mx.vozrural.commitments.Preview;
import mx.vozrural.commitments.Progress;
import mx.vozrural.web.FormErrors;
import org.jspecify.annotations.Nullable;

/**
 * One broadcast.
 *
 * @param state in words
 * @param to whom, in words
 * @param madeBy who proposed it
 * @param approvedBy null before it was approved
 * @param right what the reader may do
 * @param preview what it would be if it were approved now; null once it was
 * @param leftCost of who got nothing yet
 * @param quietUntil when the next text may leave; null where that is now
 * @param done said at the top after a step; null where none was taken
 */
public record BroadcastView(
    DeskFrame frame,
    Broadcast broadcast,
    String state,
    String to,
    String madeBy,
    @Nullable String approvedBy,
    Right right,
    @Nullable Preview preview,
    Progress progress,
    BigDecimal leftCost,
    @Nullable Instant quietUntil,
    List<Answer> answers,
    @Nullable String done,
    FormErrors errors) {

  /** What somebody may do with it. */
  public enum Right {
    READ,
    /** All but approve it. */
    STEER,
    APPROVE
  }

  public boolean is(Broadcast.State some) {
    return broadcast.state() == some;
  }

  public boolean maySteer() {
    return right != Right.READ;
  }

  public boolean mayApprove() {
    return right == Right.APPROVE;
  }

  /** Who gets nothing any more if it is cancelled. */
  public long left() {
    return preview == null ? progress.listed() + progress.queued() : preview.audience();
  }
}
