package mx.vozrural.reports;

import io.vertx.sqlclient.SqlClient;
import java.util.concurrent.ConcurrentLinkedQueue;
import mx.vozrural.domain.FolioCipher;

/**
 * Folios for new reports. A number that was taken and not used waits for the next report, so that
 * few are lost.
 */
public final class Folios {
  private final FolioCipher cipher;
  private final ConcurrentLinkedQueue<Long> unused = new ConcurrentLinkedQueue<>();

  public Folios(FolioCipher cipher) {
    this.cipher = cipher;
  }

  /** How many of a batch must bring a number of their own. */
  public int missing(int texts) {
    return Math.max(0, texts - unused.size());
  }

  /** A running number that the database gave. */
  public void give(long number) {
    unused.add(number);
  }

  /** The next folio's running number; asks the database where none is left. */
  public long take(SqlClient client) {
    Long number = unused.poll();
    return number != null ? number : ReportSql.NUMBERS.run(client, 1).iterator().next().getLong(0);
  }

  public String folio(long number) {
    return cipher.folio(number).digits();
  }
}
