package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the package does together, on a real server, spoken to byte by byte. */
class ServerTest {
  private static final TestClock CLOCK = new TestClock();
  private static final Vertx VERTX = Vertx.vertx();
  private static int port;

  @BeforeAll
  static void start() {
    Router router = Router.router(VERTX);
    new Failures(new Pages(Rendered.site())).guard(router);
    router.route().handler(new SecurityHeaders(true));
    Rendered.ASSETS.route(router);
    router.route().handler(BodyHandler.create(false).setBodyLimit(20_000));
    router.route("/form*").handler(new SameOrigin(URI.create("https://voz.example")));
    router
        .post("/form")
        .handler(Threads.onVirtual(ctx -> ctx.end("took " + Form.of(ctx).text("body").length())));
    router
        .get("/look/:folio")
        .handler(Threads.onVirtual(ctx -> ctx.end(ctx.pathParam("folio") + ctx.queryParam("q"))));
    router.get("/await").handler(Threads.onVirtual(ctx -> ctx.end(await("done"))));
    router
        .get("/bug")
        .handler(
            Threads.onVirtual(ctx -> {
              throw new IllegalStateException("secret detail");
            }));
    router
        .get("/api/v1/bug")
        .handler(ctx -> {
          throw new IllegalStateException("secret detail");
        });
    router
        .get("/error")
        .handler(
            Threads.onVirtual(ctx -> {
              throw new AssertionError("secret detail");
            }));
    router
        .post("/api/v1/json")
        .handler(Threads.onVirtual(ctx -> ctx.json(ctx.body().asJsonObject())));
    router
        .get("/api/v1/said")
        .handler(ctx -> Problem.of(409).saying("Puede pasar a: accepted.").fail(ctx));
    router.get("/mesa/closed").handler(ctx -> ctx.fail(403));
    router
        .get("/begun")
        .handler(ctx -> {
          ctx.response().setChunked(true).write("half");
          throw new IllegalStateException("too late");
        });
    router
        .get("/limited")
        .handler(
            new Limits(2, Duration.ofMinutes(1), 10, CLOCK).perAddress(new ClientAddress(Set.of())))
        .handler(ctx -> ctx.end("in"));
    port =
        await(
            VERTX
                .createHttpServer(new HttpServerOptions().setMaxFormAttributeSize(15_000))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .map(HttpServer::actualPort));
  }

  private static String await(String text) {
    return await(Future.<String>future(promise -> VERTX.setTimer(5, t -> promise.complete(text))));
  }

  private static <T> T await(Future<T> future) {
    return future.await();
  }

  @AfterAll
  static void stop() {
    await(VERTX.close());
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String get(String path) throws IOException {
    return raw("GET " + path + " HTTP/1.1\r\nHost: voz\r\nConnection: close\r\n\r\n");
  }

  private static String post(String path, String type, String body, String... headers)
      throws IOException {
    return raw(
        "POST "
            + path
            + " HTTP/1.1\r\nHost: voz\r\nConnection: close\r\nContent-Type: "
            + type
            + "\r\nContent-Length: "
            + body.getBytes(StandardCharsets.UTF_8).length
            + "\r\n"
            + String.join("", headers)
            + "\r\n"
            + body);
  }

  private static String form(String body, String... headers) throws IOException {
    return post("/form", "application/x-www-form-urlencoded", body, headers);
  }

  private static int status(String answer) {
    return Integer.parseInt(answer.substring(9, 12));
  }

  private static JsonObject body(String answer) {
    return new JsonObject(answer.substring(answer.indexOf("\r\n\r\n") + 4));
  }

  @Test
  void aHandlerMayAwaitOnItsVirtualThread() throws IOException {
    assertThat(get("/await")).startsWith("HTTP/1.1 200").endsWith("done");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/bug", "/api/v1/bug", "/error"})
  void aBugIsAnsweredWithoutTellingWhatItWas(String path) throws IOException {
    String answer = get(path);
    assertThat(status(answer)).isEqualTo(500);
    assertThat(answer)
        .doesNotContain("secret", "Exception", "AssertionError", "mx.vozrural", "\tat ");
  }

  @Test
  void underApiAProblemIsJsonByTheBook() throws IOException {
    String answer = get("/api/v1/nothing");
    assertThat(answer).contains("content-type: application/problem+json");
    assertThat(body(answer))
        .isEqualTo(
            new JsonObject()
                .put("type", "about:blank")
                .put("title", "Not Found")
                .put("status", 404)
                .put(
                    "detail", "Revise que la dirección esté completa, o empiece desde el inicio."));
  }

  @Test
  void aHandlersOwnWordsReachTheClient() throws IOException {
    String answer = get("/api/v1/said");
    assertThat(status(answer)).isEqualTo(409);
    assertThat(body(answer).getString("detail")).isEqualTo("Puede pasar a: accepted.");
  }

  @ParameterizedTest
  @CsvSource({
    "/nothing, 404, No encontramos",
    "/form, 405, no se puede usar",
    "/mesa/closed, 403, No se puede"
  })
  void elsewhereAProblemIsAPage(String path, int status, String words) throws IOException {
    String answer = get(path);
    assertThat(status(answer)).isEqualTo(status);
    assertThat(answer)
        .contains("content-type: text/html; charset=utf-8", "cache-control: no-store", words)
        .contains("frame-ancestors 'none'", "X-Content-Type-Options: nosniff");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/look/%zz",
        "/look/%",
        "/look/%c3%28%",
        "/look/1?q=%zz",
        "/look/1?q=%",
        "/%00",
        "/look/..%2f..%2fetc",
        "//",
        "/look/\u00f1",
        "/look/1?q=%c0%ae",
        "/static/../../pom.xml"
      })
  void garbledAddressesAreTheClientsFault(String path) throws IOException {
    assertThat(status(get(path))).isLessThan(500);
  }

  @ParameterizedTest
  @CsvSource({
    "multipart/form-data, 400",
    "multipart/form-data; boundary=, 400",
    "multipart/form-data; boundary=x, 200",
    "multipart/mixed, 200",
    "application/x-www-form-urlencoded; charset=nonsense, 200"
  })
  void aGarbledFormIsNoFaultOfOurs(String type, int status) throws IOException {
    String answer = post("/form", type, "body=%zz&%");
    assertThat(status(answer)).as(answer.lines().findFirst().orElse("")).isIn(status, 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"body=%zz", "body=%", "%=%", "body=%c3%28", "=", "&&&&", "body", "body=%00"})
  void badPercentEncodingIsNoFaultOfOurs(String body) throws IOException {
    assertThat(status(form(body))).isIn(200, 400);
  }

  @Test
  void sixteenHundredCharactersOfAnyAlphabetAreTaken() throws IOException {
    assertThat(form("body=" + "%E3%81%82".repeat(1600)))
        .startsWith("HTTP/1.1 200")
        .endsWith("took 1600");
  }

  @Test
  void whatIsTooLargeIsSaidToBe() throws IOException {
    assertThat(status(form("body=" + "a".repeat(16_000)))).isEqualTo(413);
    assertThat(status(form("body=" + "a".repeat(30_000)))).isEqualTo(413);
    assertThat(status(form("a=1&".repeat(400)))).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "[1]", "nothing", "", "{\"a\":}"})
  void garbledJsonIsTheClientsFault(String json) throws IOException {
    assertThat(status(post("/api/v1/json", "application/json", json))).isLessThan(500);
  }

  @Test
  void anAnswerThatHadBegunIsCutNotFinished() throws IOException {
    assertThat(get("/begun")).doesNotContain("Algo falló").doesNotEndWith("0\r\n\r\n");
  }

  /** Origin | Sec-Fetch-Site | answer */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                        | ''          | 200",
        "https://voz.example       | ''          | 200",
        "https://voz.example       | cross-site  | 200",
        "http://voz                | ''          | 200",
        "http://voz                | same-origin | 200",
        "''                        | none        | 200",
        "https://elsewhere.example | cross-site  | 403",
        "https://elsewhere.example | ''          | 403",
        "http://voz.example        | ''          | 403",
        "http://voz:81             | ''          | 403",
        "http://voz                | same-site   | 403",
        "null                      | ''          | 403",
        "''                        | cross-site  | 403",
      })
  void whatAnotherSitesPageSendsIsRefused(String origin, String site, int status)
      throws IOException {
    String[] headers = {
      origin.isEmpty() ? "" : "Origin: " + origin + "\r\n",
      site.isEmpty() ? "" : "Sec-Fetch-Site: " + site + "\r\n"
    };
    assertThat(status(form("body=x", headers))).isEqualTo(status);
  }

  @Test
  void assetsAreKeptForGoodAtAnAddressOfTheirContent() throws IOException {
    String address = Rendered.ASSETS.address("voz-rural.css");
    assertThat(address).matches("/static/voz-rural\\.[0-9a-f]{10}\\.css");
    assertThat(get(address))
        .contains("200 OK", "immutable", "content-type: text/css", "--paper:#fbfaf7");
    assertThat(status(get("/static/voz-rural.css"))).isEqualTo(404);
  }

  @Test
  void theLimitAnswers429AndSaysWhenToComeBack() throws IOException {
    assertThat(status(get("/limited"))).isEqualTo(200);
    assertThat(status(get("/limited"))).isEqualTo(200);
    assertThat(get("/limited"))
        .contains("429 Too Many Requests", "retry-after: 30", "Demasiados intentos");
    CLOCK.move(Duration.ofSeconds(30));
    assertThat(status(get("/limited"))).isEqualTo(200);
  }

  @Test
  void overHttpsBrowsersAreToldToStayThere() throws IOException {
    assertThat(get("/await")).contains("Strict-Transport-Security: max-age=31536000");
  }
}
