package mx.vozrural.residents;

import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Ids;
import mx.vozrural.domain.Phone;
import org.jspecify.annotations.Nullable;

/**
 * Phones, what they agreed to and what they want no more of. Each change leaves its proof: when,
 * and by which text.
 */
public final class Residents {
  private final Ids ids;
  private final PhoneVault vault;
  private final SqlClient client;
  private final StopList stopList;

  /**
   * @param client for reading outside a transaction
   */
  public Residents(Ids ids, PhoneVault vault, SqlClient client) {
    this.client = client;
    this.ids = ids;
    this.vault = vault;
    this.stopList = new StopList(client);
  }

  public PhoneVault vault() {
    return vault;
  }

  public StopList stopList() {
    return stopList;
  }

  public Optional<Long> find(SqlClient client, Phone phone) {
    return ResidentSql.FIND.first(client, row -> row.getLong(0), vault.index(phone));
  }

  /** The resident of this phone, new where nobody is known by it. */
  public long meet(SqlConnection connection, Phone phone, Instant at) {
    ResidentSql.MEET.run(
        connection,
        ids.next(),
        vault.index(phone),
        vault.seal(phone),
        phone.kind().name().toLowerCase(Locale.ROOT),
        Columns.time(at));
    return find(connection, phone).orElseThrow();
  }

  public Optional<Phone> phone(long resident) {
    return ResidentSql.PHONE.first(client, row -> vault.open(row.getBuffer(0)), resident);
  }

  public Optional<Refusal> refusal(long resident) {
    return refusal(client, resident);
  }

  /** Why nothing may be sent to this resident about their own report; empty where it may. */
  public Optional<Refusal> refusal(SqlClient client, long resident) {
    for (String stream : ResidentSql.STREAMS.list(client, row -> row.getString(0), resident)) {
      if (stream.equals("all")) {
        return Optional.of(Refusal.STOPPED);
      }
      if (stream.equals("twilio")) {
        return Optional.of(Refusal.BLOCKED_BY_TWILIO);
      }
    }
    return ResidentSql.MUTED.first(client, row -> row.getBoolean(0), resident).orElse(false)
        ? Optional.of(Refusal.UNSAFE)
        : Optional.empty();
  }

  /** Why a resident gets no text. */
  public enum Refusal {
    /** ALTO. */
    STOPPED,
    /** STOP: Twilio refuses it too. */
    BLOCKED_BY_TWILIO,
    /** Violence at home was reported from this phone. */
    UNSAFE
  }

  /**
   * ALTO, or the gateway's STOP.
   *
   * @return false where its writer has come back since: the text came late
   */
  public boolean stopAll(
      SqlConnection connection, long resident, boolean byTwilio, Instant at, long message) {
    boolean stops =
        ResidentSql.STOP
                .run(connection, resident, byTwilio ? "twilio" : "all", Columns.time(at))
                .rowCount()
            > 0;
    prove(connection, resident, byTwilio ? "stop_twilio" : "stop_all", null, at, message);
    return stops;
  }

  /**
   * Twilio refused a text because its resident told it to stop: kept apart from our own ALTO.
   *
   * @param message the text that was refused
   */
  public void blockedByTwilio(SqlConnection connection, long resident, long message, Instant at) {
    boolean fresh =
        ResidentSql.BLOCK.run(connection, resident, "twilio", Columns.time(at)).rowCount() > 0;
    if (fresh) {
      prove(connection, resident, "stop_twilio", null, at, message);
    }
  }

  public void stopNotices(SqlConnection connection, long resident, Instant at, long message) {
    ResidentSql.STOP.run(connection, resident, "notices", Columns.time(at));
    ResidentSql.UNSUBSCRIBE.run(connection, resident);
    prove(connection, resident, "stop_notices", null, at, message);
  }

  /**
   * @param byTwilio the gateway has lifted its own block
   */
  public void startAgain(
      SqlConnection connection, long resident, boolean byTwilio, Instant at, long message) {
    ResidentSql.START.run(connection, resident, Columns.time(at), byTwilio);
    prove(connection, resident, "start", null, at, message);
  }

  public void subscribe(
      SqlConnection connection, long resident, @Nullable String section, Instant at, long message) {
    ResidentSql.WANT_NOTICES.run(connection, resident, Columns.time(at));
    ResidentSql.SUBSCRIBE.run(connection, resident, section, Columns.time(at));
    prove(connection, resident, "subscribe", section, at, message);
  }

  /** The consent ticked on the web form. */
  public void consentedOnTheWeb(SqlConnection connection, long resident, Instant at, long message) {
    prove(connection, resident, "web_consent", null, at, message);
  }

  public void openPrivacyCase(
      SqlConnection connection, long resident, Instant at, LocalDate dueOn, long message) {
    ResidentSql.OPEN_CASE.run(
        connection, ids.next(), resident, Columns.time(at), dueOn, message, Columns.time(at));
  }

  private void prove(
      SqlConnection connection,
      long resident,
      String event,
      @Nullable String section,
      Instant at,
      @Nullable Long message) {
    ResidentSql.PROVE.run(
        connection, ids.next(), Columns.time(at), resident, event, section, message);
  }
}
