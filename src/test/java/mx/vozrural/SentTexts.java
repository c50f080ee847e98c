package mx.vozrural;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Rows of the outbox as sending leaves them, written past the application. */
record SentTexts(TestDatabase database) {
  private static final AtomicLong IDS = new AtomicLong(9_000_000_000L);

  /** A text of the month. */
  record Text(
      String state,
      @Nullable String sid,
      Instant at,
      String stream,
      String template,
      int segments,
      @Nullable Long folio,
      @Nullable Long broadcast) {

    static Text delivered(Instant at, int segments) {
      return new Text("delivered", null, at, "report", "status_accepted", segments, null, null);
    }

    Text named(String newSid) {
      return new Text(state, newSid, at, stream, template, segments, folio, broadcast);
    }

    Text in(String newState) {
      return new Text(newState, sid, at, stream, template, segments, folio, broadcast);
    }

    Text about(String number) {
      return new Text(state, sid, at, stream, template, segments, Long.valueOf(number), broadcast);
    }

    Text broadcast(long number) {
      return new Text(state, sid, at, "notice", "broadcast", segments, folio, number);
    }
  }

  long write(Text text) {
    long id = IDS.incrementAndGet();
    var at = text.at().atOffset(ZoneOffset.UTC);
    database.execute(
        "INSERT INTO message (id, at, direction, channel, resident, folio, body, template, language,"
            + " segments) VALUES (?, ?, 'out', 'sms', 1, ?::bigint, '=x', ?, 'es', ?)",
        id,
        at,
        text.folio(),
        text.template(),
        text.segments());
    database.execute(
        "INSERT INTO outbox (message, message_at, resident, state, priority, due_at, expires_at, sid,"
            + " updated_at, stream, broadcast, leased_until) VALUES (?, ?, 1, ?, 1, '2100-01-01',"
            + " '2100-01-02', ?, ?, ?, ?::bigint, CASE WHEN ? = 'leased' THEN timestamptz"
            + " '2100-01-01' END)",
        id,
        at,
        text.state(),
        text.sid(),
        at,
        text.stream(),
        text.broadcast(),
        text.state());
    return id;
  }
}
