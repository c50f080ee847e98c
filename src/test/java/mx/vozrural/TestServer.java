package mx.vozrural;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import mx.vozrural.access.NewStaff;
import mx.vozrural.access.Role;
import mx.vozrural.access.Staff;
import mx.vozrural.audit.Actor;
import mx.vozrural.outbox.Prices;
import org.jspecify.annotations.Nullable;

/** A whole server of the product on free ports, over a schema of the tests' database. */
final class TestServer implements AutoCloseable {
  static final String KEY = "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVowMTIzNDU=";
  static final String PUBLIC_URL = "https://voz.example";
  static final String ACCOUNT = "AC00000000000000000000000000000001";
  static final String AUTH_TOKEN = "0123456789abcdef0123456789abcdef";
  static final String PASSWORD = "una clave bien larga";

  private final Wiring wiring;
  private final Settings settings;
  private final TestClock clock;

  private TestServer(Settings settings, TestClock clock) {
    this.settings = settings;
    this.clock = clock;
    this.wiring = Wiring.start(settings);
  }

  /** Its phones are simulated. */
  static TestServer simulator(TestDatabase database) {
    return with(database, new TestClock(), Map.of());
  }

  /** Its texts come from Twilio; nobody answers at the address that it sends to. */
  static TestServer twilio(TestDatabase database) {
    return with(database, new TestClock(), twilio());
  }

  /** The variables that choose Twilio. */
  static Map<String, String> twilio() {
    return Map.of(
        "SMS_GATEWAY", "twilio",
        "TWILIO_ACCOUNT_SID", ACCOUNT,
        "TWILIO_AUTH_TOKEN", AUTH_TOKEN,
        "TWILIO_FROM", "+526144100100",
        "TWILIO_API_URL", "http://127.0.0.1:1",
        "QUIET_HOURS", "off");
  }

  /**
   * @param more variables of the environment beside, or instead of, the usual ones
   */
  static TestServer with(TestDatabase database, TestClock clock, Map<String, String> more) {
    Settings read = Settings.read(new Environment(environment(database, more)));
    return new TestServer(
        new Settings(
            read.web(),
            read.data(),
            read.sms(),
            read.administrator(),
            read.secondFactorRequired(),
            clock),
        clock);
  }

  static Map<String, String> environment(TestDatabase database, Map<String, String> more) {
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(freePort()));
    environment.put("MANAGEMENT_PORT", Integer.toString(freePort()));
    environment.put("PUBLIC_URL", PUBLIC_URL);
    environment.put("DATABASE_URL", database.url());
    environment.put("DATABASE_SCHEMA", database.schema());
    environment.put("SECRET_KEY", KEY);
    environment.put("DATA_DIR", database.folder().toString());
    environment.putAll(more);
    return environment;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What reads the gateway's list, by hand. */
  Prices prices() {
    return wiring.prices().orElseThrow();
  }

  Services services() {
    return wiring.services();
  }

  /** As the server does every five minutes. */
  int compareWithTwilio() {
    return wiring.compareWithTwilio();
  }

  /** As the server does every minute. */
  void watch() {
    wiring.watch();
  }

  TestClock clock() {
    return clock;
  }

  Http http() {
    return new Http(URI.create("http://127.0.0.1:" + settings.web().port()));
  }

  Http management() {
    return new Http(URI.create("http://127.0.0.1:" + settings.web().managementPort()));
  }

  Phones phones() {
    return new Phones(http());
  }

  TwilioClient twilioClient() {
    return new TwilioClient(http(), PUBLIC_URL, AUTH_TOKEN);
  }

  Staff staff(String email, Role role, @Nullable String section, boolean restricted) {
    return services()
        .access
        .add(Actor.COMMAND, new NewStaff(email, PASSWORD, role, section, null, restricted))
        .orElseThrow();
  }

  /** A desk for programs, for somebody of this role who sees all sections. */
  DeskClient desk(Role role) {
    return desk(role, null, false);
  }

  DeskClient desk(Role role, @Nullable String section, boolean restricted) {
    String email = role.code() + "." + System.nanoTime() + "@voz.example";
    staff(email, role, section, restricted);
    return new DeskClient(
        http(),
        services().access.makeToken(Actor.COMMAND, email, Duration.ofDays(3_650)).orElseThrow(),
        email);
  }

  @Override
  public void close() {
    wiring.close();
  }
}
