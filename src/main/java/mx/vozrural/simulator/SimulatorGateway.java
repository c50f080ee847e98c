package mx.vozrural.simulator;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Sql;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;

/**
 * The phone network of a demonstration: takes every text, each id once, however often it is handed
 * over.
 */
public final class SimulatorGateway implements SmsGateway {
  private static final Sql TAKE =
      Sql.of(
          """
          -- simulated.take
          INSERT INTO simulated (message, sid, at) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING\
          """);

  private static final Sql TAKEN =
      Sql.of("-- simulated.taken\nSELECT sid, at FROM simulated WHERE message = $1");

  private final SqlClient client;
  private final InstantSource clock;

  public SimulatorGateway(SqlClient client, InstantSource clock) {
    this.client = client;
    this.clock = clock;
  }

  @Override
  public SendResult send(OutgoingText text) {
    TAKE.run(client, text.id(), sid(), Columns.time(clock.instant()));
    String sid = TAKEN.run(client, text.id()).iterator().next().getString(0);
    return new SendResult.Accepted(sid, "delivered", 0);
  }

  @Override
  public Listing look(OutgoingText text, Instant since) {
    return new Listing.Listed(TAKEN.list(client, row -> seen(row, text.body()), text.id()));
  }

  private static Seen seen(Row row, String body) {
    Instant at = row.getOffsetDateTime("at").toInstant();
    return new Seen(row.getString("sid"), body, at, false, Progress.ACCEPTED);
  }

  /** A name of the form that Twilio gives a text. */
  static String sid() {
    byte[] bytes = new byte[16];
    ThreadLocalRandom.current().nextBytes(bytes);
    return "SM" + HexFormat.of().formatHex(bytes);
  }
}
