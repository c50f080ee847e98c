package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The resident's pages as a browser without JavaScript uses them. */
class WebFormTest {
  private static final String WORDS = "El vado <se> llevó la \"camioneta\" & no hay paso";
  private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([^\"]+)\"");
  private static TestServer server;
  private static DeskClient desk;

  @BeforeAll
  static void start() {
    server =
        TestServer.with(
            TestDatabase.fresh(), new TestClock(), Map.of("TRUSTED_PROXIES", "127.0.0.1"));
    desk = server.desk(Role.TRIAGER);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  static String token(String page) {
    Matcher token = TOKEN.matcher(page);
    assertThat(token.find()).as("a form with a token").isTrue();
    return token.group(1);
  }

  /** The form as it is shown now, filled in, and posted as slowly as a person does. */
  private static Map<String, String> filled() {
    Map<String, String> form = new HashMap<>();
    form.put("csrf", token(server.http().get("/reportar").body()));
    form.put("body", WORDS);
    form.put("section", "EL_SAUZ");
    form.put("category", "CAMINO");
    form.put("phone", "");
    form.put("consent", "on");
    server.clock().pass(Duration.ofSeconds(30));
    return form;
  }

  private static Http.Answer post(Map<String, String> form) {
    return server.http().form("/reportar", form);
  }

  private static String folio(Http.Answer answer) {
    assertThat(answer.status()).isEqualTo(303);
    Matcher folio = Pattern.compile("^/folio/(\\d{7,12})\\?").matcher(answer.header("Location"));
    assertThat(folio.find()).as(answer.header("Location")).isTrue();
    return folio.group(1);
  }

  private static String secret(Http.Answer answer) {
    return answer.header("Location").replaceAll(".*clave=([0-9A-Z]{8}).*", "$1");
  }

  @Test
  void a_report_ends_at_its_folio_and_stands_in_the_queue_as_it_was_filled_in() {
    Http.Answer answer = post(filled());
    String folio = folio(answer);

    assertThat(server.http().get(answer.header("Location")).body()).contains(folio);
    var report = desk.report(folio);
    assertThat(report.getString("section")).isEqualTo("EL_SAUZ");
    assertThat(report.getString("category")).isEqualTo("CAMINO");
    assertThat(report.getString("body")).isEqualTo(WORDS);
    assertThat(report.getString("channel")).isEqualTo("web");
  }

  @Test
  void without_consent_the_form_comes_back_with_what_was_written() {
    Map<String, String> form = filled();
    form.remove("consent");

    Http.Answer answer = post(form);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.body())
        .contains("El vado &lt;se&gt; llevó la \"camioneta\" &amp; no hay paso")
        .contains("value=\"EL_SAUZ\" selected")
        .contains("Marque la casilla");
  }

  @Test
  void an_old_page_keeps_the_words_and_is_taken_when_it_is_sent_again() {
    Map<String, String> form = filled();
    server.clock().pass(Duration.ofHours(13));

    Http.Answer stale = post(form);
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.body()).contains("llevó la").contains("No se perdió nada");

    form.put("csrf", token(stale.body()));
    server.clock().pass(Duration.ofSeconds(4));
    folio(post(form));
  }

  @Test
  void a_form_pressed_twice_makes_one_report() {
    Map<String, String> form = filled();

    assertThat(folio(post(form))).isEqualTo(folio(post(form)));
  }

  @Test
  void what_another_sites_page_sends_is_refused() {
    assertThat(server.http().form("/reportar", filled(), "Origin", "https://evil.example").status())
        .isEqualTo(403);
    assertThat(server.http().form("/reportar", filled(), "Sec-Fetch-Site", "cross-site").status())
        .isEqualTo(403);
  }

  @Test
  void the_secret_opens_the_words_and_a_wrong_one_doesnt() {
    Http.Answer answer = post(filled());
    String folio = folio(answer);

    assertThat(server.http().get("/folio/" + folio).body()).doesNotContain("llevó la");
    assertThat(server.http().get("/folio/" + folio + "?clave=" + secret(answer)).body())
        .contains("llevó la");
    Http.Answer wrong = server.http().get("/folio/" + folio + "?clave=AAAAAAAA");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.body()).doesNotContain("llevó la");
  }

  @Test
  void with_the_secret_one_adds_words_and_says_SI_and_NO() {
    Http.Answer answer = post(filled());
    String folio = folio(answer);
    String page = "/folio/" + folio;
    Map<String, String> form = new HashMap<>();
    form.put("secret", secret(answer));
    form.put("csrf", token(server.http().get(page + "?clave=" + secret(answer)).body()));

    form.put("addition", "Ya se cayó otro poste");
    assertThat(server.http().form(page, form).body()).contains("Ya se cayó otro poste");
    form.remove("addition");
    desk.move(folio, "accepted");
    desk.move(folio, "resolved");
    form.put("answer", "SI");
    server.http().form(page, form);
    assertThat(desk.report(folio).getString("status")).isEqualTo("confirmed");
    form.put("answer", "NO");
    server.http().form(page, form);
    assertThat(desk.report(folio).getString("status")).isEqualTo("reopened");
    form.put("secret", "AAAAAAAA");
    form.put("answer", "SI");
    assertThat(server.http().form(page, form).status()).isEqualTo(422);
  }

  @Test
  void a_mistyped_folio_is_said_to_be_one() {
    for (String path : List.of("/folio?folio=1234560", "/folio/1234560")) {
      assertThat(server.http().get(path).body()).contains("algún número está mal");
    }
    String folio = folio(post(filled()));
    assertThat(server.http().get("/folio?folio=" + folio).header("Location"))
        .isEqualTo("/folio/" + folio);
  }

  @Test
  void the_thirty_first_miss_is_told_to_wait_and_others_are_not() {
    String[] guesser = {"X-Forwarded-For", "192.0.2.7"};
    for (int i = 0; i < 30; i++) {
      assertThat(server.http().get("/folio/1000004", guesser).status()).isEqualTo(404);
    }

    Http.Answer refused = server.http().get("/folio/1000004", guesser);
    assertThat(refused.status()).isEqualTo(429);
    assertThat(refused.header("Retry-After")).matches("[1-9]\\d*");
    assertThat(server.http().get("/api/v1/reports/1000004", guesser).status()).isEqualTo(429);
    assertThat(server.http().get("/folio/1000004", "X-Forwarded-For", "192.0.2.8").status())
        .isEqualTo(404);
  }

  @Test
  void past_the_limit_of_an_address_reports_are_filed_all_the_same_and_marked() {
    String[] carrier = {"X-Forwarded-For", "198.51.100.3"};
    String last = "";
    for (int i = 0; i < 25; i++) {
      Map<String, String> form = filled();
      form.put("body", WORDS + i);
      server.clock().set(TestClock.MONDAY.plusSeconds(60));
      form.put("csrf", token(server.http().get("/reportar").body()));
      server.clock().pass(Duration.ofSeconds(4));
      last = folio(server.http().form("/reportar", form, carrier));
    }

    assertThat(desk.report(last).getBoolean("flooding")).isTrue();
  }
}
