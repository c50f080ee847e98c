package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mx.vozrural.access.Role;
import mx.vozrural.learning.ModelFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What staff corrected is learned, judged, put to use and taken back, by the operator's commands.
 */
class LearningCommandsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String PHONE = "614 123 4567";

  @TempDir private static Path folder;
  private static TestServer server;
  private static DeskClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    desk = server.desk(Role.TRIAGER);
    for (int i = 1; i <= 8; i++) {
      String folio =
          server
              .phones()
              .report(
                  Phones.number(i),
                  "soy Chuy " + PHONE + ", el chunchaco numero " + i + " de aqui no jala");
      assertThat(
              desk.change(folio, new JsonObject().put("categories", new JsonArray(List.of("LUZ"))))
                  .status())
          .isEqualTo(200);
    }
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  /** What a command did. */
  private record Ended(int status, String out, String errors) {
    List<String> lines() {
      return out.lines().toList();
    }
  }

  private static Ended admin(String... arguments) throws IOException, InterruptedException {
    Path errors = Files.createTempFile(folder, "errors", ".txt");
    Process process =
        ServerProcess.Launch.with(folder, TestServer.environment(DATABASE, Map.of()))
            .command(Stream.concat(Stream.of("admin"), Stream.of(arguments)).toList())
            .redirectError(errors.toFile())
            .start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Ended(process.waitFor(), out, Files.readString(errors));
  }

  private static String reads() {
    server.services().interpreter.refresh();
    return server.services().interpreter.get().model().version();
  }

  @Test
  void what_is_exported_is_labelled_as_staff_said_and_tells_of_nobody() throws Exception {
    Ended exported = admin("corpus", "export");

    assertThat(exported.status()).isZero();
    assertThat(exported.lines()).hasSize(8);
    assertThat(exported.lines())
        .allSatisfy(line -> {
          JsonObject text = new JsonObject(line);
          assertThat(text.getJsonArray("categories")).containsExactly("LUZ");
          assertThat(text.getString("body"))
              .contains("chunchaco")
              .doesNotContain("Chuy", "123 4567");
        });
    assertThat(exported.errors()).doesNotContain("chunchaco");
  }

  @Test
  void a_model_is_learned_compared_promoted_and_taken_back() throws Exception {
    String built = ModelFile.builtVersion();
    Ended learned = admin("model", "learn");
    assertThat(learned.status()).as(learned.errors()).isZero();
    String version = learned.lines().getLast();
    assertThat(version).isNotEqualTo(built);
    assertThat(learned.out()).contains("corrected by staff");
    assertThat(reads()).isEqualTo(built);
    assertThat(admin("model", "list").lines())
        .anyMatch(line -> line.startsWith("* " + built))
        .anyMatch(line -> line.startsWith("  " + version));

    Path labelled = folder.resolve("few.jsonl");
    Files.writeString(
        labelled,
        """
        {"body": "no hay agua", "intent": "report", "categories": ["AGUA"], "section": null, "urgent": false, "life": false, "language": "es"}
        """);
    Ended compared = admin("model", "compare", version, labelled.toString());
    assertThat(compared.out())
        .contains("corrected and held back", "few.jsonl: 1 texts", "urgent recall");

    assertThat(admin("model", "promote", version).status()).isZero();
    assertThat(reads()).isEqualTo(version);
    assertThat(desk.get("/api/v1/queue").status()).isEqualTo(200);

    Ended back = admin("model", "rollback");
    assertThat(back.out()).contains(built + " reads again");
    assertThat(reads()).isEqualTo(built);
  }

  @Test
  void a_model_that_isnt_there_and_a_file_that_is_none_are_refused_in_a_line() throws Exception {
    Ended promoted = admin("model", "promote", "none-such");
    assertThat(promoted.status()).isEqualTo(1);
    assertThat(promoted.errors()).contains("there is no model none-such");

    Path bad = folder.resolve("bad.jsonl");
    Files.writeString(bad, "{\"body\": \"secreto\"}\n");
    Ended compared = admin("model", "compare", ModelFile.builtVersion(), bad.toString());
    assertThat(compared.status()).isEqualTo(1);
    assertThat(compared.errors()).contains("bad.jsonl").doesNotContain("secreto", "Exception");
  }
}
