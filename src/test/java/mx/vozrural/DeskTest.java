package mx.vozrural;

import static mx.vozrural.WebFormTest.token;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The desk as a browser without JavaScript uses it. */
class DeskTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String EMAIL = "ana@voz.example";
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    server.staff(EMAIL, Role.TRIAGER, null, false);
    server.staff("monitor@voz.example", Role.MONITOR, null, false);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static Http.Answer signIn(String email, String password, String... headers) {
    String token = token(server.http().get("/mesa/entrar").body());
    return server
        .http()
        .form("/mesa/entrar", Map.of("csrf", token, "email", email, "password", password), headers);
  }

  private static String session(Http.Answer signedIn) {
    assertThat(signedIn.status()).isEqualTo(303);
    return signedIn.header("Set-Cookie").split(";", -1)[0];
  }

  private static String session() {
    return session(signIn(EMAIL, TestServer.PASSWORD));
  }

  private static Http.Answer get(String path, String session) {
    return server.http().get(path, "Cookie", session);
  }

  private static Http.Answer post(String path, String session, Map<String, String> form) {
    return server.http().form(path, form, "Cookie", session);
  }

  @Test
  void who_isnt_signed_in_gets_the_way_in_and_no_report() {
    String folio = server.phones().report(Phones.number(1), "No hay agua en Palo Blanco");

    for (String path : new String[] {"/mesa", "/mesa/reporte/" + folio, "/mesa/textos"}) {
      assertThat(server.http().get(path).body())
          .contains("type=\"email\"", "type=\"password\"")
          .doesNotContain(folio + "\"", "Palo Blanco");
    }
  }

  @Test
  void the_right_password_opens_the_queue_with_a_cookie_that_scripts_and_other_sites_cant_use() {
    Http.Answer signedIn = signIn(" Ana@VOZ.example", TestServer.PASSWORD);

    assertThat(signedIn.header("Location")).isEqualTo("/mesa");
    assertThat(signedIn.header("Set-Cookie"))
        .containsIgnoringCase("HttpOnly")
        .contains("Secure", "SameSite=Lax", "Path=/mesa");
    assertThat(get("/mesa", session(signedIn)).body()).contains(EMAIL, "Cerrar sesión");
  }

  @Test
  void a_wrong_password_and_an_unknown_account_are_told_the_same() {
    Http.Answer wrong = signIn("monitor@voz.example", "not the password");
    Http.Answer unknown = signIn("nobody@voz.example", "not the password");

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(unknown.status()).isEqualTo(422);
    assertThat(wrong.header("Set-Cookie")).isEmpty();
    assertThat(wrong.body()).contains("El correo o la contraseña no son correctos");
    assertThat(unknown.body()).contains("El correo o la contraseña no son correctos");
  }

  @Test
  void guessing_slows_the_account_and_the_right_person_gets_in_from_elsewhere_within_a_minute() {
    server.staff("lucia@voz.example", Role.TRIAGER, null, false);
    String[] guesser = {"X-Forwarded-For", "192.0.2.66"};
    int status = 0;
    for (int i = 0; i < 8; i++) {
      status = signIn("lucia@voz.example", "guess " + i, guesser).status();
    }
    assertThat(status).isIn(423, 429);
    assertThat(signIn("lucia@voz.example", TestServer.PASSWORD, guesser).status()).isIn(423, 429);

    server.clock().pass(Duration.ofSeconds(60));
    session(signIn("lucia@voz.example", TestServer.PASSWORD, "X-Forwarded-For", "192.0.2.1"));
    session(signIn(EMAIL, TestServer.PASSWORD, "X-Forwarded-For", "192.0.2.1"));
  }

  @Test
  void an_address_that_guesses_many_accounts_is_slowed() {
    String[] guesser = {"X-Forwarded-For", "192.0.2.99"};
    int status = 0;
    for (int i = 0; i < 22; i++) {
      status = signIn("somebody" + i + "@voz.example", "guess", guesser).status();
    }
    assertThat(status).isEqualTo(429);
    session(signIn(EMAIL, TestServer.PASSWORD, "X-Forwarded-For", "192.0.2.2"));
  }

  @Test
  void parked_texts_are_on_every_page_until_somebody_decides() {
    String folio = server.phones().report(Phones.number(71), "No hay luz en El Charco");
    DATABASE.execute(
        "UPDATE outbox SET state = 'parked', note = 'No se sabe si salió.' WHERE resident = (SELECT"
            + " resident FROM report WHERE folio = ?::bigint)",
        folio);
    String session = session();
    assertThat(get("/mesa", session).body()).contains("1 mensaje está detenido");
    String page = get("/mesa/textos/detenidos", session).body();
    assertThat(page).contains(folio, "No se sabe si salió.", "Mandar otra vez");

    Matcher form = Pattern.compile("/mesa/textos/detenidos/\\d+/atendido").matcher(page);
    assertThat(form.find()).isTrue();
    assertThat(post(form.group(), session, Map.of()).status()).isEqualTo(403);
    assertThat(post(form.group(), session, Map.of("csrf", token(page))).status()).isEqualTo(303);
    assertThat(post(form.group(), session, Map.of("csrf", token(page))).status()).isEqualTo(409);
    assertThat(get("/mesa", session).body()).doesNotContain("detenido");
  }

  @Test
  void the_sessions_id_is_new_at_each_sign_in_and_a_planted_one_is_worth_nothing() {
    String planted = "mesa=planted-by-somebody-else";
    String first = session(signIn(EMAIL, TestServer.PASSWORD, "Cookie", planted));
    String second = session(signIn(EMAIL, TestServer.PASSWORD, "Cookie", first));

    assertThat(first).isNotEqualTo(planted).isNotEqualTo(second);
    assertThat(get("/mesa", planted).body()).contains("type=\"password\"");
  }

  @Test
  void signing_out_ends_the_session_at_once() {
    String session = session();
    String token = token(get("/mesa", session).body());

    assertThat(post("/mesa/salir", session, Map.of("csrf", token)).status()).isEqualTo(303);

    assertThat(get("/mesa", session).body()).contains("type=\"password\"");
  }

  @Test
  void a_session_ends_by_itself_after_a_working_day() {
    String session = session();
    server.clock().pass(Duration.ofHours(13));

    assertThat(get("/mesa", session).body()).contains("type=\"password\"");
  }

  @Test
  void a_form_with_a_forged_or_another_sessions_token_is_refused() {
    String folio = server.phones().report(Phones.number(2), "No hay agua en Palo Blanco");
    String session = session();
    String others = token(get("/mesa", session()).body());

    for (String token : new String[] {"forged", "", others}) {
      assertThat(
              post(
                      "/mesa/reporte/" + folio + "/estado",
                      session,
                      Map.of("csrf", token, "version", "1", "status", "accepted"))
                  .status())
          .as(token)
          .isEqualTo(403);
    }
    assertThat(get("/mesa/reporte/" + folio, session).body()).contains("value=\"accepted\"");
  }

  @Test
  void a_new_state_stands_in_the_log_with_who_did_it_and_is_texted_to_the_resident() {
    String folio = server.phones().report(Phones.number(3), "No hay agua en Palo Blanco");
    String session = session();
    String page = get("/mesa/reporte/" + folio, session).body();
    assertThat(get("/mesa", session).body()).contains("/mesa/reporte/" + folio);

    Http.Answer moved =
        post(
            "/mesa/reporte/" + folio + "/estado",
            session,
            Map.of("csrf", token(page), "version", "1", "status", "accepted"));
    assertThat(moved.status()).isEqualTo(303);

    String after = get(moved.header("Location"), session).body();
    assertThat(after.substring(after.indexOf("id=\"bitacora\""))).contains(EMAIL);
    assertThat(
            DATABASE.texts(
                "SELECT template FROM message WHERE folio = ?::bigint AND staff IS NOT NULL",
                folio))
        .containsExactly("status_accepted");

    Http.Answer stale =
        post(
            "/mesa/reporte/" + folio + "/estado",
            session,
            Map.of("csrf", token(page), "version", "1", "status", "in_progress"));
    assertThat(stale.status()).isEqualTo(409);
  }

  @Test
  void a_kept_text_becomes_a_report_in_one_click_and_only_once() {
    server.phones().text(Phones.number(4), "Buenos dias");
    String message = DATABASE.text("SELECT message FROM kept ORDER BY message DESC LIMIT 1");
    assertThat(message).as("a greeting is kept").isNotEmpty();
    String session = session();
    String page = get("/mesa/textos", session).body();
    assertThat(page).contains("Buenos dias").doesNotContain(Phones.number(4));
    Map<String, String> form = Map.of("csrf", token(page));

    Http.Answer filed = post("/mesa/textos/" + message + "/reporte", session, form);
    Matcher report = Pattern.compile("^/mesa/reporte/\\d{7,12}$").matcher(filed.header("Location"));
    assertThat(report.matches()).as(filed.header("Location")).isTrue();
    assertThat(get(filed.header("Location"), session).body()).contains("Buenos dias");
    assertThat(post("/mesa/textos/" + message + "/reporte", session, form).status()).isEqualTo(409);
    assertThat(get("/mesa/textos", session).body()).doesNotContain("Buenos dias");
  }

  @Test
  void a_role_that_doesnt_work_the_queue_sees_none() {
    String session = session(signIn("monitor@voz.example", TestServer.PASSWORD));

    assertThat(get("/mesa", session).status()).isEqualTo(403);
  }
}
