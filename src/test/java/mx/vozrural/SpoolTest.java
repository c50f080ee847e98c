package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Texts that come while the database is away. One folder lives through all of it, so the tests
 * stand in an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SpoolTest {
  private static final String STOPPED = Phones.number(701);
  private static final String REPORTER = Phones.number(702);
  private static final String IN_DANGER = Phones.number(703);
  private static final String LEAVING = Phones.number(704);
  private static final String WORDS = "No hay agua en Palo Blanco desde el lunes";

  private static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("voz-rural-spool");
    server = ServerProcess.ready(folder);
  }

  @AfterAll
  static void end() {
    ServerProcess.endAll(folder, server);
  }

  private static int health(String path) {
    return server.management().get(path).status();
  }

  private static List<Path> spooled() {
    try (Stream<Path> files = Files.list(folder.resolve("spool"))) {
      return files.filter(file -> file.toString().endsWith(".spool")).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Folios of the confirmations that a phone got. */
  private static List<String> folioShown(String phone) {
    String page = server.http().get("/simulador?from=%2B" + phone.substring(1)).body();
    return Stream.of(page.split("<li class="))
        .filter(part -> part.startsWith("\"in\"") && part.contains("recibimos su reporte"))
        .flatMap(part -> Phones.folios(part).stream())
        .toList();
  }

  @Test
  @Order(1)
  void without_a_database_a_text_is_answered_in_plain_words_without_a_folio() {
    server.phones().text(STOPPED, "ALTO");
    server.database().destroyForcibly();
    server.database().onExit().join();

    assertThat(server.phones().text(REPORTER, WORDS))
        .startsWith("Recibimos su mensaje. El folio le llega despues por mensaje.")
        .contains("911")
        .doesNotContainPattern("\\d{7}");
    assertThat(health("/health/intake")).isEqualTo(200);
    assertThat(health("/health/ready")).isEqualTo(503);
  }

  @Test
  @Order(2)
  void danger_to_life_gets_911_at_once_even_on_the_stop_list_which_else_gets_silence() {
    String danger = "Auxilio, mi papa no respira, en El Charco";

    assertThat(server.phones().text(IN_DANGER, danger)).startsWith("Llame al 911 ya.");
    assertThat(server.phones().text(STOPPED, WORDS)).isEmpty();
    assertThat(server.phones().text(STOPPED, danger)).startsWith("Llame al 911 ya.");
  }

  @Test
  @Order(3)
  void who_says_ALTO_gets_nothing_from_then_on() {
    assertThat(server.phones().text(LEAVING, WORDS)).isNotEmpty();
    assertThat(server.phones().text(LEAVING, "ALTO")).isEmpty();
    assertThat(server.phones().text(LEAVING, "Se fue la luz en El Charco")).isEmpty();
  }

  @Test
  @Order(4)
  void on_the_disk_nobody_reads_them() throws IOException {
    assertThat(spooled()).isNotEmpty();
    for (Path file : spooled()) {
      assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
          .doesNotContain("agua", "Palo Blanco", REPORTER.substring(1));
    }
  }

  @Test
  @Order(5)
  void killed_and_started_again_it_files_them_and_texts_each_folio_once() {
    server.kill();
    server = ServerProcess.ready(folder);

    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> spooled().isEmpty());
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> folioShown(REPORTER).size() == 1);
    String folio = folioShown(REPORTER).get(0);
    assertThat(server.http().get("/api/v1/reports/" + folio).status()).isEqualTo(200);
    assertThat(folioShown(STOPPED)).isEmpty();
    assertThat(folioShown(LEAVING)).isEmpty();

    assertThat(server.phones().text(REPORTER, "ESTADO")).containsOnlyOnce("folio " + folio);
    assertThat(server.phones().text(LEAVING, "ALTA")).isNotEmpty();
    assertThat(Phones.folios(server.phones().text(LEAVING, "ESTADO"))).hasSize(2);
  }

  @Test
  @Order(6)
  void started_once_more_it_has_nothing_left_to_do() {
    server.kill();
    server = ServerProcess.ready(folder);

    assertThat(spooled()).isEmpty();
    assertThat(folioShown(REPORTER)).hasSize(1);
    assertThat(new JsonObject(server.management().get("/health/intake").body()).getString("status"))
        .isEqualTo("UP");
  }
}
