package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * What was answered is there, however the server ended. One folder lives through all of it, so the
 * tests stand in an order.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KilledServerTest {
  private static final List<String> FOLIOS = new ArrayList<>();
  private static Path folder;
  private static ServerProcess server;

  @BeforeAll
  static void start() throws IOException {
    folder = Files.createTempDirectory("voz-rural-killed");
    server = ServerProcess.ready(folder);
  }

  @AfterAll
  static void end() {
    ServerProcess.endAll(folder, server);
  }

  private static void assertThatAllIsThere() {
    assertThat(FOLIOS)
        .allSatisfy(folio ->
            assertThat(server.http().get("/api/v1/reports/" + folio).status()).isEqualTo(200));
  }

  @Test
  @Order(1)
  void a_power_failure_right_after_the_answer_loses_no_report() {
    for (int i = 0; i < 20; i++) {
      FOLIOS.add(server.phones().report(Phones.number(i), "No hay agua en Palo Blanco"));
    }
    server.powerFails();

    server = ServerProcess.ready(folder);

    assertThatAllIsThere();
  }

  @Test
  @Order(2)
  void a_killed_server_leaves_a_database_that_the_next_start_ends() {
    FOLIOS.add(server.phones().report(Phones.number(30), "Se fue la luz en El Charco"));
    ProcessHandle orphan = server.database();
    server.kill();
    assertThat(orphan.isAlive()).isTrue();

    server = ServerProcess.ready(folder);

    assertThat(orphan.isAlive()).isFalse();
    assertThat(server.database().pid()).isNotEqualTo(orphan.pid());
    assertThatAllIsThere();
  }

  @Test
  @Order(3)
  void a_second_server_on_the_same_folder_is_refused_with_one_line_that_names_the_variable() {
    ServerProcess second = ServerProcess.refused(folder);

    assertThat(second.awaitEnd()).isEqualTo(1);
    assertThat(second.errors().lines().filter(line -> !line.startsWith("WARNING:")))
        .singleElement()
        .asString()
        .startsWith("DATA_DIR: another server is running on ");
    assertThatAllIsThere();
  }

  @Test
  @Order(4)
  void its_secrets_are_readable_by_their_owner_alone() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path secret : files.filter(f -> f.toString().matches(".*(key|password)")).toList()) {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
            .as(secret.toString())
            .isEqualTo("rw-------");
      }
    }
    assertThat(Files.exists(folder.resolve("secret.key"))).isTrue();
  }

  @Test
  @Order(5)
  void told_to_stop_it_stops_its_database_too() {
    assertThat(server.databaseRuns()).isTrue();

    server.close();

    assertThat(server.databaseRuns()).isFalse();
  }
}
