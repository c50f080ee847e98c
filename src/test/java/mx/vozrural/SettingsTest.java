package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A bad value stops the start with one line that names its variable and repeats no secret. */
class SettingsTest {
  private static final Map<String, String> TWILIO =
      Map.of(
          "SMS_GATEWAY",
          "twilio",
          "TWILIO_ACCOUNT_SID",
          TestServer.ACCOUNT,
          "TWILIO_AUTH_TOKEN",
          TestServer.AUTH_TOKEN,
          "TWILIO_FROM",
          "+526144100100");

  private static Settings read(Map<String, String> variables) {
    return Settings.read(new Environment(variables));
  }

  private static void assertRefused(Map<String, String> variables, String variable) {
    assertThatThrownBy(() -> read(variables))
        .isInstanceOf(BadSetting.class)
        .satisfies(refusal ->
            assertThat(refusal.getMessage())
                .startsWith(variable + ": ")
                .doesNotContain("\n")
                .hasSizeGreaterThan(variable.length() + 10));
  }

  private static Map<String, String> with(
      Map<String, String> others, String variable, String value) {
    Map<String, String> variables = new HashMap<>(others);
    variables.put(variable, value);
    return variables;
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, abc",
    "PORT, 0",
    "PORT, 65536",
    "PORT, -1",
    "PORT, 8080.5",
    "MANAGEMENT_PORT, 99999",
    "PUBLIC_URL, not a url",
    "PUBLIC_URL, ftp://voz.example",
    "PUBLIC_URL, https://",
    "PUBLIC_URL, https://voz.example/?a=b",
    "DATABASE_URL, mysql://x",
    "DATABASE_URL, postgresql://host",
    "DATABASE_URL, nonsense with blanks",
    "DATABASE_SCHEMA, Robert'); DROP",
    "DATABASE_SCHEMA, pg_mine",
    "SECRET_KEY, short",
    "SECRET_KEY, c2hvcnQ=",
    "SMS_GATEWAY, pigeon",
    "SMS_RATE, -1",
    "SMS_RATE, 0",
    "SMS_RATE, ten",
    "SMS_NUMBER, hello",
    "CLOCK, yesterday",
    "CLOCK, 2026-11-23",
    "QUIET_HOURS, sometimes",
    "QUIET_HOURS, 25:00-09:00",
    "QUIET_HOURS, 9-21",
    "SECOND_FACTOR, perhaps",
    "TLS_CERT, /no/such/file.pem",
    "TLS_KEY, /no/such/file.pem",
    "TRUSTED_PROXIES, everybody"
  })
  void a_bad_value_is_refused_by_its_variables_name(String variable, String value) {
    assertRefused(Map.of(variable, value), variable);
  }

  @ParameterizedTest
  @CsvSource({
    "TWILIO_API_URL, nonsense",
    "TWILIO_API_URL, ftp://api.twilio.com",
    "CLOCK, PT1H",
    "CLOCK, 2026-11-23T12:00:00-06:00"
  })
  void with_twilio_so_is_a_bad_address_and_a_moved_clock(String variable, String value) {
    assertRefused(with(TWILIO, variable, value), variable);
  }

  @ParameterizedTest
  @ValueSource(strings = {"TWILIO_ACCOUNT_SID", "TWILIO_AUTH_TOKEN", "TWILIO_FROM"})
  void twilio_without_what_it_needs_is_refused(String missing) {
    assertRefused(with(TWILIO, missing, "  "), missing);
  }

  @ParameterizedTest
  @CsvSource({"ADMIN_EMAIL, ADMIN_PASSWORD", "ADMIN_PASSWORD, ADMIN_EMAIL"})
  void an_administrator_is_named_whole(String given, String missing) {
    assertRefused(Map.of(given, "a secret that is long"), missing);
  }

  @Test
  void an_outside_database_needs_a_key() {
    assertRefused(Map.of("DATABASE_URL", "postgresql://u:p@db.example/voz"), "SECRET_KEY");
  }

  @ParameterizedTest
  @CsvSource({
    "SECRET_KEY, hunter2hunter2",
    "DATABASE_URL, mysql://user:hunter2@db.example/voz",
    "DATABASE_URL, postgresql://user:hunter2@",
    "DATABASE_OWNER_URL, mysql://user:hunter2@db.example/voz",
    "ADMIN_PASSWORD, hunter2"
  })
  void no_refusal_repeats_a_secret(String variable, String value) {
    assertThatThrownBy(() -> read(Map.of(variable, value)))
        .isInstanceOf(BadSetting.class)
        .message()
        .doesNotContain("hunter2");
  }

  @Test
  void settings_dont_show_their_secrets() {
    Map<String, String> all = new HashMap<>(TWILIO);
    all.put("DATABASE_URL", "postgresql://user:hunter2@db.example/voz");
    all.put("SECRET_KEY", TestServer.KEY);
    all.put("ADMIN_EMAIL", "a@voz.example");
    all.put("ADMIN_PASSWORD", "correct horse battery");

    assertThat(read(all).toString())
        .doesNotContain("hunter2", TestServer.KEY, "correct horse", TestServer.AUTH_TOKEN);
  }

  @Test
  void with_nothing_set_it_serves_by_itself() {
    Settings settings = read(Map.of());

    assertThat(settings.web().host()).isEqualTo("127.0.0.1");
    assertThat(settings.web().port()).isEqualTo(8080);
    assertThat(settings.web().managementPort()).isEqualTo(8081);
    assertThat(settings.web().publicUrl()).isEqualTo("http://localhost:8080");
    assertThat(settings.data().url()).isEmpty();
    assertThat(settings.data().schema()).isEqualTo("voz_rural");
    assertThat(settings.data().folder()).hasToString("data");
    assertThat(settings.sms().twilio()).isEmpty();
    assertThat(settings.sms().rate()).isEqualTo(10);
    assertThat(settings.sms().quietHours()).isEmpty();
    assertThat(settings.secondFactorRequired()).isFalse();
  }

  @Test
  void an_account_of_twilio_chooses_twilio_with_its_quiet_hours_and_a_second_factor() {
    Map<String, String> variables = new HashMap<>(TWILIO);
    variables.remove("SMS_GATEWAY");
    Settings settings = read(variables);

    assertThat(settings.sms().twilio()).isPresent();
    assertThat(settings.sms().quietHours()).get().hasToString("Hours[from=21:00, to=09:00]");
    assertThat(settings.secondFactorRequired()).isTrue();
  }

  @Test
  void a_blank_value_is_an_unset_one() {
    assertThat(read(Map.of("PORT", " ", "CLOCK", "")).web().port()).isEqualTo(8080);
  }
}
