package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Results;
import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/**
 * The pages as people meet them: a real browser, without JavaScript, on the whole server. Pictures
 * lie in target/pictures.
 */
@Tag("browser")
class BrowserTest {
  private static final String EMAIL = "mesa@pruebas.example";
  private static final String PASSWORD = "una frase bastante larga";
  private static final Path PICTURES = Path.of("target", "pictures");

  @TempDir private static Path folder;
  private static Wiring server;
  private static String address;

  private ChromeDriver browser;

  @BeforeAll
  static void start() throws IOException {
    int port = freePort();
    address = "http://localhost:" + port;
    server =
        Wiring.start(
            Settings.read(
                new Environment(
                    Map.of(
                        "PORT",
                        "" + port,
                        "MANAGEMENT_PORT",
                        "" + freePort(),
                        "DATA_DIR",
                        folder.resolve("data").toString(),
                        "ADMIN_EMAIL",
                        EMAIL,
                        "ADMIN_PASSWORD",
                        PASSWORD))));
    Files.createDirectories(PICTURES);
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  @BeforeEach
  void open() {
    browser = browser();
  }

  @AfterEach
  void quit() {
    browser.quit();
  }

  private static ChromeDriver browser(String... further) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary("/usr/bin/chromium");
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-dev-shm-usage",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
        "--force-device-scale-factor=1");
    options.addArguments(further);
    // The system's own driver: without its name Selenium would look for one on the network.
    return new ChromeDriver(
        new ChromeDriverService.Builder()
            .usingDriverExecutable(new File("/usr/bin/chromedriver"))
            .build(),
        options);
  }

  @Test
  void a_resident_without_javascript_reports_a_need_on_a_small_phone() {
    browser.quit();
    browser = browser("--blink-settings=scriptEnabled=false");
    browser.manage().window().setSize(new Dimension(320, 640));
    browser.get(address + "/reportar");
    long shownAt = System.nanoTime();
    picture("reportar");
    browser.findElement(By.name("body")).sendKeys("No hay luz en la cancha desde el lunes");
    new Select(browser.findElement(By.name("section"))).selectByValue("GUADALUPE");
    new Select(browser.findElement(By.name("category"))).selectByValue("LUZ");
    // The next press comes as early as a person's may: the page's own clock is not to be fooled.
    waitUntil(() -> System.nanoTime() - shownAt > Duration.ofMillis(3_200).toNanos());
    browser.findElement(By.cssSelector("form button")).submit();

    assertThat(text()).contains("Marque la casilla");
    browser.findElement(By.name("consent")).click();
    browser.findElement(By.cssSelector("form button")).submit();

    picture("folio");
    waitUntil(() -> browser.getCurrentUrl().contains("/folio/"));
    assertThat(text()).contains("Su folio es");
  }

  @Test
  void staff_sign_in_and_move_a_report_on_and_the_history_says_who() {
    String folio = texted("+526145550101", "No hay agua en El Charco desde el lunes");
    signIn();
    assertThat(text()).contains(folio);
    picture("mesa");
    browser.findElement(By.cssSelector("a[href*='" + folio + "']")).click();
    new Select(browser.findElement(By.name("status"))).selectByValue("accepted");
    browser.findElement(By.cssSelector("form[action$='/estado'] button")).click();

    waitUntil(() -> text().contains("Quedó el nuevo estado"));
    picture("reporte");
    assertThat(browser.findElement(By.id("bitacora")).getText()).contains(EMAIL, "accepted");
    noFaults();
  }

  @Test
  void what_a_broadcast_costs_is_shown_while_it_is_typed() {
    texted("+526145550103", "AVISOS");
    signIn();
    browser.get(address + "/mesa/avisos/nuevo");
    browser.findElement(By.name("body")).sendKeys("Hay vacunas el sábado");

    waitUntil(() -> cost().contains("Llega a 1 persona"));
    assertThat(cost()).contains("Hay vacunas el sabado. Responda al").doesNotContain("inglés");
    browser.findElement(By.name("body_en")).sendKeys("Vaccines on Saturday");
    waitUntil(() -> cost().contains("Vaccines on Saturday. Reply to"));
    picture("aviso-nuevo");
    noFaults();
  }

  private String cost() {
    return browser.findElement(By.id("costo")).getText();
  }

  @Test
  void the_simulated_phone_shows_the_text_and_its_answer() {
    texted("+526145550102", "Se fue la luz en El Sauz");
    browser.get(address + "/simulador?from=%2B526145550102");
    picture("simulador");
    assertThat(text()).contains("Se fue la luz en El Sauz", "folio");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/compromisos",
        "/reportar",
        "/folio",
        "/privacidad",
        "/mesa/entrar",
        "/nada"
      })
  void every_public_page_fits_a_small_phone_and_has_no_fault(String path) {
    browser.manage().window().setSize(new Dimension(320, 640));
    browser.get(address + path);
    noFaults();
    assertThat(browser.findElement(By.tagName("html")).getSize().getWidth())
        .isLessThanOrEqualTo(520);
  }

  @Test
  void dark_pages_are_legible() {
    browser.quit();
    browser = browser("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
    for (String path : List.of("/", "/reportar", "/mesa/entrar")) {
      browser.manage().window().setSize(new Dimension(1280, 900));
      browser.get(address + path);
      picture("dark" + path.replace('/', '-'));
      noFaults();
    }
  }

  private String texted(String from, String body) {
    try {
      var response =
          java.net.http.HttpClient.newHttpClient()
              .send(
                  java.net.http.HttpRequest.newBuilder(
                          java.net.URI.create(address + "/simulador/textos"))
                      .header("Content-Type", "application/json")
                      .POST(
                          java.net.http.HttpRequest.BodyPublishers.ofString(
                              new io.vertx.core.json.JsonObject()
                                  .put("from", from)
                                  .put("body", body)
                                  .encode()))
                      .build(),
                  java.net.http.HttpResponse.BodyHandlers.ofString());
      return response.body().replaceAll("(?s).*?folio (\\d+).*", "$1");
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signIn() {
    browser.manage().window().setSize(new Dimension(1280, 1080));
    browser.get(address + "/mesa");
    browser.findElement(By.cssSelector("input[type=email]")).sendKeys(EMAIL);
    browser.findElement(By.cssSelector("input[type=password]")).sendKeys(PASSWORD);
    browser.findElement(By.cssSelector("form button")).click();
    waitUntil(() -> text().contains("Cerrar sesión"));
  }

  private String text() {
    return browser.findElement(By.tagName("body")).getText();
  }

  private void waitUntil(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(browser, Duration.ofSeconds(20)).until(b -> condition.getAsBoolean());
  }

  private void noFaults() {
    Results judged =
        new AxeBuilder()
            .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"))
            .analyze(browser);
    assertThat(judged.getPasses()).as("rules that were tried").isNotEmpty();
    assertThat(judged.getViolations()).extracting(Rule::getId).isEmpty();
  }

  private void picture(String name) {
    try {
      Files.write(PICTURES.resolve(name + ".png"), browser.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
