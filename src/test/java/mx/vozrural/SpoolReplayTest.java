package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.Comparison;
import mx.vozrural.intake.GatewayList.Listed;
import mx.vozrural.intake.Reply;
import mx.vozrural.intake.SpoolFolder;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of texts that waited on the disk: each is filed once, in its phone's order. */
class SpoolReplayTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestClock CLOCK = new TestClock();
  private static final String WORDS = "No hay agua en Palo Blanco desde el lunes";
  private static TestServer server;
  private static int used = 0;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, CLOCK, Map.of());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @AfterEach
  void mend() {
    DATABASE.comesBack();
  }

  private static int next() {
    return 6_000 + ++used;
  }

  private SpoolScene scene() {
    return new SpoolScene(server.services(), folder);
  }

  /** What came from a phone, in the order of its filing. */
  private static List<String> filedOf(String phone) {
    return DATABASE.texts(
        "SELECT m.body FROM message m JOIN inbound d ON d.message = m.id WHERE m.resident ="
            + " (SELECT x.resident FROM message x JOIN inbound y ON y.message = x.id WHERE y.sid = ?)"
            + " ORDER BY m.id",
        TwilioClient.sid(Integer.parseInt(phone)));
  }

  private static List<String> outcome(int sid) {
    return DATABASE.texts(
        "SELECT r.folio || ' ' || o.state FROM inbound d JOIN report r ON r.message = d.message"
            + " JOIN outbox o ON o.message = d.reply WHERE d.sid = ?",
        TwilioClient.sid(sid));
  }

  private static long reports() {
    return DATABASE.count("report");
  }

  @Test
  void its_folder_is_there_before_the_first_text() {
    Path deep = folder.resolve("data").resolve("spool");
    try (SpoolScene scene = new SpoolScene(server.services(), deep)) {
      assertThat(deep).isDirectory();
      assertThat(scene.spool().takes()).isTrue();
      assertThat(scene.spooled()).isEmpty();
    }
  }

  @Test
  void several_texts_of_a_phone_are_filed_in_the_order_in_which_they_came() {
    List<String> said =
        List.of(
            "No hay agua en Palo Blanco",
            "Se fue la luz en El Charco",
            "Hay un bache muy grande en El Sauz",
            "Se cayo un arbol en el camino a La Laguna");
    int first = next();
    try (SpoolScene scene = scene()) {
      DATABASE.goesAway();
      scene.text(first, Phones.number(first), said.get(0));
      int other = next();
      scene.text(other, Phones.number(other), WORDS);
      said.stream().skip(1).forEach(words -> scene.text(next(), Phones.number(first), words));
      DATABASE.comesBack();
      scene.replaying().awaitAllFiled();

      assertThat(filedOf(Integer.toString(first))).containsExactlyElementsOf(said);
    }
  }

  @Test
  void past_its_bound_texts_are_refused_until_there_is_room_again() {
    try (SpoolScene scene =
        new SpoolScene(
            server.services(),
            folder,
            new SpoolFolder.Limits(1_000_000, 2),
            server.services().spoolParts())) {
      DATABASE.goesAway();
      int taken = next();
      scene.text(taken, Phones.number(taken), WORDS);
      int second = next();
      scene.text(second, Phones.number(second), WORDS);
      int refused = next();

      assertThat(scene.text(refused, Phones.number(refused), WORDS))
          .isInstanceOf(Reply.Unavailable.class);
      assertThat(scene.spool().size()).isEqualTo(2);
      assertThat(scene.spool().takes()).as("health").isFalse();
      assertThat(scene.text(taken, Phones.number(taken), WORDS))
          .as("one that is kept already")
          .isInstanceOf(Reply.Text.class);

      DATABASE.comesBack();
      scene.replaying().awaitAllFiled();
      assertThat(scene.spool().takes()).isTrue();
      assertThat(outcome(refused)).isEmpty();
      assertThat(scene.text(refused, Phones.number(refused), WORDS)).isInstanceOf(Reply.Text.class);
      assertThat(outcome(refused)).hasSize(1);
    }
  }

  @Test
  void killed_between_filing_and_removing_the_file_it_files_nothing_twice() throws IOException {
    int sid = next();
    byte[] kept;
    Path file;
    try (SpoolScene scene = scene()) {
      DATABASE.goesAway();
      scene.text(sid, Phones.number(sid), WORDS);
      file = folder.resolve(scene.spooled().get(0));
      kept = Files.readAllBytes(file);
      DATABASE.comesBack();
      scene.replaying().awaitAllFiled();
    }
    List<String> before = outcome(sid);
    long reports = reports();
    assertThat(before).hasSize(1);

    Files.write(file, kept);
    try (SpoolScene scene = scene()) {
      assertThat(scene.spool().size()).isEqualTo(1);
      scene.replaying().awaitAllFiled();
      assertThat(scene.spooled()).isEmpty();
    }
    assertThat(outcome(sid))
        .extracting(row -> row.split(" ", -1)[0])
        .containsExactly(before.get(0).split(" ", -1)[0]);
    assertThat(reports()).isEqualTo(reports);
  }

  @Test
  void a_text_that_another_instance_found_in_the_gateways_list_is_filed_and_answered_once() {
    int sid = next();
    String phone = Phones.number(sid);
    CLOCK.pass(Duration.ofMinutes(10));
    try (SpoolScene scene = scene();
        SpoolScene other = new SpoolScene(server.services(), folder.resolve("elsewhere"))) {
      DATABASE.goesAway();
      scene.text(sid, phone, WORDS);
      Listed listed = new Listed(TwilioClient.sid(sid), Phone.of(phone), WORDS, 0, CLOCK.instant());
      DATABASE.comesBack();
      Comparison own = comparison(scene, listed);
      Comparison others = comparison(other, listed);
      others.run();
      CLOCK.pass(Duration.ofMinutes(5));
      assertThat(own.run()).as("it waits here").isZero();
      CLOCK.pass(Duration.ofMinutes(5));
      assertThat(others.run()).isEqualTo(1);
      assertThat(outcome(sid)).hasSize(1);
      long reports = reports();

      scene.replaying().awaitAllFiled();
      assertThat(outcome(sid))
          .hasSize(1)
          .allMatch(row -> row.matches("\\d+ (pending|leased|accepted|delivered|sent)"));
      assertThat(reports()).isEqualTo(reports);
      assertThat(
              DATABASE.text(
                  "SELECT count(*) FROM outbox o JOIN inbound d ON d.reply = o.message WHERE d.sid = ?",
                  TwilioClient.sid(sid)))
          .isEqualTo("1");
    }
  }

  private static Comparison comparison(SpoolScene scene, Listed listed) {
    return new Comparison(
        server.services().database,
        CLOCK,
        scene.intake(),
        scene.spool(),
        (from, until) -> Optional.of(List.of(listed)));
  }

  @Test
  void what_an_instance_left_that_runs_no_more_is_taken_over_in_the_order_of_the_texts() {
    int sid = next();
    int newer = next();
    try (SpoolScene running = scene()) {
      DATABASE.goesAway();
      try (SpoolScene ended = scene()) {
        ended.text(sid, Phones.number(sid), "Se fue la luz en El Charco");
        CLOCK.pass(Duration.ofSeconds(1));
        running.text(newer, Phones.number(sid), WORDS);
        assertThat(ended.spooled()).anyMatch(file -> file.startsWith("instance-2"));
        running.replaying();
        assertThat(running.spool().size()).as("while it runs").isEqualTo(1);
      }
      Awaitility.await().until(() -> running.spool().size() == 2);
      assertThat(running.spooled()).noneMatch(file -> file.startsWith("instance-2"));

      DATABASE.comesBack();
      running.awaitAllFiled();
      assertThat(filedOf(Integer.toString(sid)))
          .containsExactly("Se fue la luz en El Charco", WORDS);
    }
  }

  @Test
  void with_no_disk_and_no_database_the_health_says_so() throws IOException {
    TestDatabase database = TestDatabase.fresh();
    Files.writeString(folder.resolve("spool"), "in the way");
    try (TestServer blocked =
        TestServer.with(database, new TestClock(), Map.of("DATA_DIR", folder.toString()))) {
      assertThat(blocked.management().get("/health/intake").status()).isEqualTo(200);

      database.goesAway();
      assertThat(blocked.management().get("/health/intake").status()).isEqualTo(503);

      database.comesBack();
      Awaitility.await().until(() -> blocked.management().get("/health/intake").status() == 200);
    }
  }
}
