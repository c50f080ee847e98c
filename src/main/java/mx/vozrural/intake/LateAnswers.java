package mx.vozrural.intake;

import io.vertx.sqlclient.SqlClient;
import java.time.Duration;
import java.time.Instant;
import mx.vozrural.outbox.Outbox;

/** What becomes of the answer to a text that came late: it goes by the outbox, or not at all. */
final class LateAnswers {
  /** So old may a text be whose answer is a direct one, and so leaves in quiet hours too. */
  private static final Duration JUST_RECEIVED = Duration.ofHours(1);

  private final Outbox outbox;

  LateAnswers(Outbox outbox) {
    this.outbox = outbox;
  }

  /** In the text's own transaction, before its effects: an ALTO cancels its own answer too. */
  void written(SqlClient client, Judgement text, Instant now) {
    Late late = text.arrival().late();
    if (late != null && text.reply() != null) {
      settle(client, text.reply().id(), late, now);
    }
  }

  /**
   * A text of the spool that was written then after all: its answer was never read, since the door
   * had answered for the spool. One that the gateway's list named was answered at the door
   * meanwhile.
   */
  void seen(SqlClient client, Arrival arrival, Instant now) {
    Late late = arrival.late();
    if (late == null || late.why() == Late.Why.FOUND) {
      return;
    }
    IntakeSql.REPLY_TO
        .first(client, row -> row.getLong(0), arrival.sid())
        .ifPresent(reply -> settle(client, reply, late, now));
  }

  private void settle(SqlClient client, long reply, Late late, Instant now) {
    switch (late.why()) {
      case FOUND ->
          outbox.sendAnswer(client, reply, late.at().isAfter(now.minus(JUST_RECEIVED)), false, now);
      case SPOOLED -> outbox.sendAnswer(client, reply, true, true, now);
      case HUSHED -> outbox.dropAnswer(client, reply, now);
    }
  }
}
