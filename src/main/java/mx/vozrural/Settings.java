package mx.vozrural;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.database.Endpoint;
import mx.vozrural.database.MasterKey;
import mx.vozrural.domain.Phone;
import mx.vozrural.twilio.TwilioSettings;
import mx.vozrural.web.ClientAddress;
import org.jspecify.annotations.Nullable;

/** All that the environment says, checked as a whole before anything starts. */
public record Settings(
    Web web,
    Data data,
    Sms sms,
    Optional<Administrator> administrator,
    boolean secondFactorRequired,
    InstantSource clock) {

  /** Who serves the phone network. */
  enum Gateway {
    SIMULATOR,
    TWILIO
  }

  private enum SecondFactor {
    REQUIRED,
    OPTIONAL
  }

  /**
   * Where it listens.
   *
   * @param publicUrl what people and Twilio use, without a slash at its end
   * @param trustedProxies whose X-Forwarded-* is believed
   */
  public record Web(
      String host,
      int port,
      int managementPort,
      String publicUrl,
      List<String> trustedProxies,
      @Nullable Path tlsCertificate,
      @Nullable Path tlsKey) {

    public boolean secure() {
      return publicUrl.startsWith("https:");
    }
  }

  /**
   * Where the data are.
   *
   * @param url absent: the embedded database in the folder
   * @param key absent with the embedded database: kept in the folder
   */
  public record Data(
      Path folder,
      Optional<Endpoint> url,
      Optional<Endpoint> ownerUrl,
      String schema,
      Optional<MasterKey> key) {}

  /**
   * The phone network.
   *
   * @param number that residents text
   * @param rate texts a second, over all instances
   * @param quietHours absent: none
   * @param twilio absent: the simulator
   */
  public record Sms(
      Phone number, int rate, Optional<Hours> quietHours, Optional<TwilioSettings> twilio) {}

  /** From one time of day to another. */
  public record Hours(LocalTime from, LocalTime to) {}

  /** The first administrator, made at start where there is none. */
  public record Administrator(String email, String password) {
    @Override
    public String toString() {
      return "Administrator";
    }
  }

  private static final Pattern HOURS = Pattern.compile("(\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");

  /**
   * @throws BadSetting for the first variable that can't be used
   */
  static Settings read(Environment environment) {
    Web web = web(environment);
    Data data = data(environment);
    Gateway gateway = gateway(environment);
    Sms sms = sms(environment, gateway);
    return new Settings(
        web,
        data,
        sms,
        administrator(environment),
        environment.choice(
                "SECOND_FACTOR",
                SecondFactor.class,
                gateway == Gateway.TWILIO ? SecondFactor.REQUIRED : SecondFactor.OPTIONAL)
            == SecondFactor.REQUIRED,
        clock(environment, gateway));
  }

  private static Web web(Environment environment) {
    int port = environment.number("PORT", 8080, 1, 65_535);
    return new Web(
        environment.text("HOST").orElse("127.0.0.1"),
        port,
        environment.number("MANAGEMENT_PORT", 8081, 1, 65_535),
        environment.value("PUBLIC_URL", Settings::httpUrl).orElse("http://localhost:" + port),
        environment.value("TRUSTED_PROXIES", Settings::addresses).orElse(List.of()),
        environment.value("TLS_CERT", Settings::readable).orElse(null),
        environment.value("TLS_KEY", Settings::readable).orElse(null));
  }

  private static Data data(Environment environment) {
    Optional<Endpoint> url = environment.value("DATABASE_URL", Endpoint::parse);
    Optional<MasterKey> key = environment.value("SECRET_KEY", MasterKey::parse);
    if (url.isPresent() && key.isEmpty()) {
      throw new BadSetting(
          "SECRET_KEY", "must be set with an external database (base64, 32 bytes)");
    }
    Optional<Endpoint> owner = environment.value("DATABASE_OWNER_URL", Endpoint::parse);
    if (owner.isPresent() && url.isEmpty()) {
      throw new BadSetting("DATABASE_OWNER_URL", "needs the application's own address beside it");
    }
    return new Data(
        Path.of(environment.text("DATA_DIR").orElse("data")),
        url,
        owner,
        environment.value("DATABASE_SCHEMA", Settings::schema).orElse("voz_rural"),
        key);
  }

  private static Gateway gateway(Environment environment) {
    Gateway unset =
        environment.text("TWILIO_ACCOUNT_SID").isPresent() ? Gateway.TWILIO : Gateway.SIMULATOR;
    return environment.choice("SMS_GATEWAY", Gateway.class, unset);
  }

  private static Sms sms(Environment environment, Gateway gateway) {
    Optional<Optional<Hours>> hours = environment.value("QUIET_HOURS", Settings::hours);
    Optional<Hours> usual = gateway == Gateway.TWILIO ? hours("21:00-09:00") : Optional.empty();
    return new Sms(
        environment
            .value("SMS_NUMBER", Settings::number)
            .orElseGet(() -> Phone.of("+526144100100")),
        environment.number("SMS_RATE", 10, 1, 10_000),
        hours.orElse(usual),
        gateway == Gateway.TWILIO ? Optional.of(twilio(environment)) : Optional.empty());
  }

  private static TwilioSettings twilio(Environment environment) {
    URI api =
        URI.create(
            environment
                .value("TWILIO_API_URL", Settings::httpUrl)
                .orElse("https://api.twilio.com"));
    String account = required(environment, "TWILIO_ACCOUNT_SID");
    String token = required(environment, "TWILIO_AUTH_TOKEN");
    Optional<String> service = environment.text("TWILIO_MESSAGING_SERVICE_SID");
    Optional<String> from = environment.text("TWILIO_FROM");
    if (service.isEmpty() && from.isEmpty()) {
      throw new BadSetting("TWILIO_FROM", "must be set, or TWILIO_MESSAGING_SERVICE_SID");
    }
    return new TwilioSettings(account, token, service.orElse(null), from.orElse(null), api);
  }

  private static String required(Environment environment, String name) {
    return environment
        .text(name)
        .orElseThrow(() -> new BadSetting(name, "must be set with the twilio gateway"));
  }

  private static Optional<Administrator> administrator(Environment environment) {
    Optional<String> email = environment.text("ADMIN_EMAIL");
    Optional<String> password = environment.text("ADMIN_PASSWORD");
    if (email.isPresent() != password.isPresent()) {
      throw new BadSetting(
          email.isPresent() ? "ADMIN_PASSWORD" : "ADMIN_EMAIL", "the other one of the two is set");
    }
    return email.map(e -> new Administrator(e, password.orElseThrow()));
  }

  private static InstantSource clock(Environment environment, Gateway gateway) {
    Optional<InstantSource> moved = environment.value("CLOCK", Settings::movedClock);
    if (moved.isPresent() && gateway == Gateway.TWILIO) {
      throw new BadSetting("CLOCK", "is for tests: refused with the twilio gateway");
    }
    return moved.orElse(InstantSource.system());
  }

  private static InstantSource movedClock(String text) {
    try {
      Duration offset =
          text.matches("[+-]?P.+")
              ? Duration.parse(text)
              : Duration.between(Instant.now(), OffsetDateTime.parse(text));
      return Clock.offset(Clock.systemUTC(), offset);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "must be an instant (2026-11-23T12:00:00-06:00) or an offset (PT48H)");
    }
  }

  private static Optional<Hours> hours(String text) {
    if (text.equalsIgnoreCase("off")) {
      return Optional.empty();
    }
    Matcher hours = HOURS.matcher(text);
    if (!hours.matches()) {
      throw new IllegalArgumentException("must be like 21:00-09:00, or off");
    }
    try {
      return Optional.of(
          new Hours(LocalTime.parse(hours.group(1)), LocalTime.parse(hours.group(2))));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("must be like 21:00-09:00, or off");
    }
  }

  private static Phone number(String text) {
    Phone phone = Phone.of(text);
    if (phone.kind() == Phone.Kind.NAME) {
      throw new IllegalArgumentException("must be a telephone number like +526144100100");
    }
    return phone;
  }

  private static String schema(String text) {
    if (!text.matches("[a-z][a-z0-9_]{0,40}") || text.startsWith("pg_")) {
      throw new IllegalArgumentException("must be lower-case letters, digits and _");
    }
    return text;
  }

  private static List<String> addresses(String text) {
    List<String> addresses =
        Arrays.stream(text.split("[,\\s]+", -1)).filter(s -> !s.isEmpty()).toList();
    try {
      new ClientAddress(Set.copyOf(addresses));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("must be IP addresses with commas between them");
    }
    return addresses;
  }

  private static Path readable(String text) {
    if (!Files.isReadable(Path.of(text))) {
      throw new IllegalArgumentException("is not a file that can be read");
    }
    return Path.of(text);
  }

  private static String httpUrl(String text) {
    try {
      URI uri = new URI(text);
      if (!List.of("http", "https").contains(String.valueOf(uri.getScheme()))
          || uri.getHost() == null
          || uri.getRawQuery() != null) {
        throw new IllegalArgumentException("must be an address like https://example.mx");
      }
      return text.replaceAll("#.*$", "").replaceAll("/+$", "");
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("must be an address like https://example.mx");
    }
  }
}
