package mx.vozrural.database;

import io.vertx.sqlclient.SqlClient;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Keeps the tables that grow with every text partitioned by month, months ahead of time. */
public final class Partitions {
  private static final Sql MAKE = Sql.of("-- partitions.make\nSELECT make_partitions($1, $2)");
  private static final int MONTHS = 14;

  private Partitions() {}

  /** From the month before on; called at each start and daily. */
  public static void ensure(SqlClient client, Instant now) {
    LocalDate since = LocalDate.ofInstant(now, ZoneOffset.UTC).minusMonths(1);
    MAKE.run(client, since, MONTHS);
  }
}
