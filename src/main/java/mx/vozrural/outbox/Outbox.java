package mx.vozrural.outbox;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Ids;
import mx.vozrural.sms.Segments;

/** Writes texts in the transaction of their cause; the {@link Dispatcher} sends them afterwards. */
public final class Outbox {
  private final Ids ids;
  private final InstantSource clock;
  private final Texts texts;
  private final QuietHours quietHours;

  public Outbox(Ids ids, InstantSource clock, Texts texts, QuietHours quietHours) {
    this.ids = ids;
    this.clock = clock;
    this.texts = texts;
    this.quietHours = quietHours;
  }

  public Texts texts() {
    return texts;
  }

  /** A text that was put into the outbox. */
  public record Queued(long id, int segments) {}

  public Queued enqueue(SqlConnection connection, Notice notice) {
    String body = texts.render(notice.language(), notice.parts(), notice.values());
    int segments = Segments.of(body).segments();
    Instant now = clock.instant();
    Instant due = notice.urgency().anyHour() ? now : quietHours.next(now);
    long id = ids.next();
    if (notice.urgency() == Notice.Urgency.SAFETY) {
      OutboxSql.HURRY.run(connection, notice.resident(), Columns.time(now));
    }
    OutboxSql.ENQUEUE.run(
        connection,
        id,
        Columns.time(now),
        notice.resident(),
        notice.folio(),
        body,
        String.join("+", notice.parts()),
        notice.language(),
        segments,
        notice.staff(),
        notice.urgency().priority(),
        Columns.time(due),
        Columns.time(end(notice, due)),
        notice.stream().code(),
        notice.urgency().anyHour());
    return new Queued(id, segments);
  }

  private Instant end(Notice notice, Instant due) {
    Instant end = due.plus(texts.lifetime(notice.language(), notice.parts()));
    return notice.trueUntil() == null || end.isBefore(notice.trueUntil())
        ? end
        : notice.trueUntil();
  }

  /**
   * The answer to a text whose bringer waits no more.
   *
   * @param anyHour its text has just come, or its answer was promised; what tells of danger leaves
   *     at any hour in any case
   * @param again its bringer was answered by other words, of danger too: who is on the stop list
   *     gets nothing more
   */
  public void sendAnswer(
      SqlClient client, long message, boolean anyHour, boolean again, Instant now) {
    OutboxSql.SEND_ANSWER.run(client, message, Columns.time(now), anyHour, again);
  }

  /** The answer to a text from a phone that must get nothing. */
  public void dropAnswer(SqlClient client, long message, Instant now) {
    OutboxSql.DROP_ANSWER.run(client, message, Columns.time(now));
  }

  /** ALTO: what waits for this resident is not sent. */
  public void cancelAll(SqlConnection connection, long resident) {
    OutboxSql.CANCEL.run(connection, resident, Columns.time(clock.instant()), "stopped");
  }

  public List<Correspondence> ofReport(SqlClient client, long folio) {
    return OutboxSql.OF_REPORT.list(client, Correspondence::of, folio);
  }

  public List<Correspondence> ofResident(SqlClient client, long resident) {
    return OutboxSql.OF_RESIDENT.list(client, Correspondence::of, resident);
  }
}
