package mx.vozrural.access;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Audit;
import mx.vozrural.database.Columns;
import mx.vozrural.database.Database;
import mx.vozrural.database.Ids;
import org.jspecify.annotations.Nullable;

/** Staff accounts, sign-in, sessions and tokens. */
public final class Access {
  /** A working day; the desk asks again the next morning. */
  public static final Duration SESSION = Duration.ofHours(12);

  private static final Duration SETUP = Duration.ofHours(24);
  private static final Duration WINDOW = Duration.ofMinutes(15);

  private final Database database;
  private final Ids ids;
  private final Audit audit;
  private final InstantSource clock;

  public Access(Database database, Ids ids, Audit audit, InstantSource clock) {
    this.database = database;
    this.ids = ids;
    this.audit = audit;
    this.clock = clock;
  }

  /** A new account; empty where the address has one already. */
  public Optional<Staff> add(Actor by, NewStaff newStaff) {
    String hash = Passwords.hash(newStaff.password());
    return database.inTransaction(connection -> add(connection, by, newStaff, hash));
  }

  private Optional<Staff> add(SqlConnection connection, Actor by, NewStaff newStaff, String hash) {
    Staff staff = newStaff.as(ids.next());
    boolean added =
        StaffSql.ADD
                .run(
                    connection,
                    staff.id(),
                    staff.email(),
                    hash,
                    staff.role().code(),
                    staff.section(),
                    staff.agency(),
                    staff.restricted(),
                    Columns.time(clock.instant()))
                .size()
            == 1;
    if (!added) {
      return Optional.empty();
    }
    audit.append(
        connection,
        by,
        "staff.added",
        staff.id(),
        new JsonObject().put("role", staff.role().code()).put("restricted", staff.restricted()));
    return Optional.of(staff);
  }

  /** Whether anybody can sign in to set the rest up. */
  public boolean hasAdministrator() {
    return StaffSql.ANY.run(database.pool()).size() > 0;
  }

  /** A one-time address for the first administrator; the newest alone is good. */
  public String offerSetup() {
    String token = Secrets.make();
    StaffSql.OFFER_SETUP.run(
        database.pool(), Secrets.digest(token), Columns.time(clock.instant().plus(SETUP)));
    return token;
  }

  public boolean setupOpen(String token) {
    return StaffSql.SETUP
            .run(database.pool(), Secrets.digest(token), Columns.time(clock.instant()))
            .size()
        > 0;
  }

  /** Makes the first administrator; empty where the address was used before or is too old. */
  public Optional<Staff> setUp(String token, NewStaff administrator) {
    String hash = Passwords.hash(administrator.password());
    return database.inTransaction(connection ->
        StaffSql.TAKE_SETUP
                    .run(connection, Secrets.digest(token), Columns.time(clock.instant()))
                    .size()
                == 0
            ? Optional.empty()
            : add(connection, Actor.SYSTEM, administrator, hash));
  }

  /**
   * Tries to sign in. Wrong passwords slow down the account and the address from which they come,
   * apart: an account is locked for at most half a minute at a time, so that its owner gets in from
   * elsewhere.
   */
  public SignIn signIn(String email, String password, String address) {
    String account = normal(email);
    Buffer accountSubject = Secrets.digest("account " + account);
    Buffer addressSubject = Secrets.digest("address " + address);
    Instant now = clock.instant();
    Duration slowed = failures(addressSubject, now).wait(now, Throttle.ADDRESS);
    if (slowed.isPositive()) {
      return new SignIn.Slowed(slowed);
    }
    Duration locked = failures(accountSubject, now).wait(now, Throttle.ACCOUNT);
    if (locked.isPositive()) {
      return new SignIn.Locked(locked);
    }
    return StaffSql.BY_EMAIL.run(database.pool(), account).stream()
        .findFirst()
        .filter(row -> Passwords.matches(password, row.getString("password")))
        .map(StaffSql::staff)
        .map(staff -> welcome(staff, accountSubject))
        .orElseGet(() -> refuse(password, account, accountSubject, addressSubject));
  }

  private SignIn welcome(Staff staff, Buffer accountSubject) {
    StaffSql.FORGIVE.run(database.pool(), accountSubject);
    return new SignIn.Welcome(staff, startSession(staff));
  }

  private SignIn refuse(
      String password, String account, Buffer accountSubject, Buffer addressSubject) {
    if (StaffSql.BY_EMAIL.run(database.pool(), account).size() == 0) {
      Passwords.matches(password, null);
    }
    StaffSql.FAIL.run(database.pool(), accountSubject, Columns.time(clock.instant()));
    StaffSql.FAIL.run(database.pool(), addressSubject, Columns.time(clock.instant()));
    return new SignIn.Refused();
  }

  private Throttle.Failures failures(Buffer subject, Instant now) {
    return StaffSql.FAILURES.run(database.pool(), subject, Columns.time(now.minus(WINDOW))).stream()
        .findFirst()
        .map(row ->
            new Throttle.Failures(
                row.getLong("n"),
                row.getOffsetDateTime("last") == null
                    ? Instant.EPOCH
                    : row.getOffsetDateTime("last").toInstant()))
        .orElseThrow();
  }

  private String startSession(Staff staff) {
    String token = Secrets.make();
    Instant now = clock.instant();
    database.transact(connection -> {
      StaffSql.START_SESSION.run(
          connection,
          Secrets.digest(token),
          staff.id(),
          Secrets.make(),
          Columns.time(now),
          Columns.time(now.plus(SESSION)));
      audit.append(connection, staff.actor(), "staff.signed_in", staff.id(), null);
    });
    return token;
  }

  /** A session by what the browser keeps. */
  public Optional<Session> session(@Nullable String token) {
    if (token == null || token.isEmpty()) {
      return Optional.empty();
    }
    return StaffSql.SESSION.first(
        database.pool(),
        row -> new Session(StaffSql.staff(row), row.getString("csrf")),
        Secrets.digest(token),
        Columns.time(clock.instant()));
  }

  /** Ends it at once. */
  public void signOut(Staff staff, String token) {
    database.transact(connection -> {
      StaffSql.END_SESSION.run(connection, Secrets.digest(token));
      audit.append(connection, staff.actor(), "staff.signed_out", staff.id(), null);
    });
  }

  /** A token for programs; empty where there is no such account. */
  public Optional<String> makeToken(Actor by, String email, Duration validity) {
    return staff(email)
        .map(staff -> {
          String token = Secrets.make();
          Instant now = clock.instant();
          database.transact(connection -> {
            StaffSql.ADD_TOKEN.run(
                connection,
                Secrets.digest(token),
                staff.id(),
                Columns.time(now),
                Columns.time(now.plus(validity)));
            audit.append(connection, by, "token.made", staff.id(), null);
          });
          return token;
        });
  }

  public Optional<Staff> byToken(String token) {
    return StaffSql.TOKEN.first(
        database.pool(), StaffSql::staff, Secrets.digest(token), Columns.time(clock.instant()));
  }

  public Optional<Staff> staff(String email) {
    return StaffSql.BY_EMAIL.first(database.pool(), StaffSql::staff, normal(email));
  }

  /** Addresses of all accounts by id, those that have left included: the history names them. */
  public Map<Long, String> names(SqlClient client) {
    Map<Long, String> names = new LinkedHashMap<>();
    StaffSql.NAMES.run(client).forEach(row -> names.put(row.getLong("id"), row.getString("email")));
    return names;
  }

  /** Removes what has run out. */
  public void tidy() {
    Instant now = clock.instant();
    StaffSql.FORGET_SESSIONS.run(database.pool(), Columns.time(now));
    StaffSql.FORGET_FAILURES.run(database.pool(), Columns.time(now.minus(WINDOW)));
  }

  static String normal(String email) {
    return email.strip().toLowerCase(Locale.ROOT);
  }
}
