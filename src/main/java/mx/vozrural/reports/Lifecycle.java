package mx.vozrural.reports;

import static mx.vozrural.domain.Status.ACCEPTED;
import static mx.vozrural.domain.Status.ASKED;
import static mx.vozrural.domain.Status.CONFIRMED;
import static mx.vozrural.domain.Status.IN_PROGRESS;
import static mx.vozrural.domain.Status.MERGED;
import static mx.vozrural.domain.Status.RECEIVED;
import static mx.vozrural.domain.Status.REFERRED;
import static mx.vozrural.domain.Status.REJECTED;
import static mx.vozrural.domain.Status.REOPENED;
import static mx.vozrural.domain.Status.RESOLVED;
import static mx.vozrural.domain.Status.SCHEDULED;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import mx.vozrural.domain.Status;
import org.jspecify.annotations.Nullable;

/** Which move leads from which state to which, and who may make it. */
public final class Lifecycle {
  private Lifecycle() {}

  private static final Set<Status> OPEN =
      EnumSet.of(RECEIVED, ASKED, ACCEPTED, REFERRED, SCHEDULED, IN_PROGRESS, REOPENED);

  /** The states from which a state may be reached. */
  private static final Map<Status, Set<Status>> FROM =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(RECEIVED, EnumSet.noneOf(Status.class)),
              Map.entry(ASKED, EnumSet.of(RECEIVED, ACCEPTED, REOPENED)),
              Map.entry(
                  ACCEPTED,
                  EnumSet.of(RECEIVED, ASKED, REFERRED, SCHEDULED, IN_PROGRESS, REOPENED)),
              Map.entry(REFERRED, EnumSet.of(RECEIVED, ACCEPTED, SCHEDULED, IN_PROGRESS, REOPENED)),
              Map.entry(SCHEDULED, EnumSet.of(ACCEPTED, SCHEDULED, IN_PROGRESS, REOPENED)),
              Map.entry(IN_PROGRESS, EnumSet.of(ACCEPTED, SCHEDULED, REOPENED)),
              Map.entry(RESOLVED, EnumSet.of(ACCEPTED, REFERRED, SCHEDULED, IN_PROGRESS, REOPENED)),
              Map.entry(CONFIRMED, EnumSet.of(RESOLVED)),
              Map.entry(REOPENED, EnumSet.of(RESOLVED, CONFIRMED, REJECTED)),
              Map.entry(REJECTED, EnumSet.of(RECEIVED, ASKED, ACCEPTED, REFERRED, REOPENED)),
              Map.entry(MERGED, OPEN)));

  /**
   * Whether staff may move a report so. Confirming is the resident's; from asked and from merged
   * there is also the way back.
   *
   * @param before the state that asked or merged came from
   */
  public static boolean staffMay(Status from, @Nullable Status before, Status to) {
    return to != CONFIRMED && allowed(from, before, to);
  }

  /** Whether the table has this move, whoever makes it. */
  public static boolean allowed(Status from, @Nullable Status before, Status to) {
    if ((from == ASKED || from == MERGED) && to == before) {
      return true;
    }
    return FROM.getOrDefault(to, Set.of()).contains(from);
  }

  /** Where staff may move a report in this state, in the order of the table. */
  public static Set<Status> staffMoves(Status from, @Nullable Status before) {
    Set<Status> moves = EnumSet.noneOf(Status.class);
    for (Status to : Status.values()) {
      if (staffMay(from, before, to)) {
        moves.add(to);
      }
    }
    return moves;
  }
}
