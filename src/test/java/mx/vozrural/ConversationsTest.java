package mx.vozrural;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mx.vozrural.access.Role;
import mx.vozrural.access.Staff;
import mx.vozrural.domain.Phone;
import mx.vozrural.reports.Duty.Appointment;
import mx.vozrural.reports.Duty.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What becomes of a text, told by exchanges as residents have them: each plays through Twilio's
 * webhook with phones of its own, beginning on a Monday morning.
 */
class ConversationsTest {
  private static final Path FILES = Path.of("src/test/resources/mx/vozrural/conversations");
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static TestServer server;
  private static DeskClient desk;

  @BeforeAll
  static void start() {
    server = TestServer.twilio(DATABASE);
    desk = server.desk(Role.TRIAGER, null, true);
    Staff boss = server.staff("guardia@voz.example", Role.COORDINATOR, null, false);
    begin(Task.ON_DUTY, 9_001, boss);
    begin(Task.SUPERVISOR, 9_002, boss);
  }

  private static void begin(Task task, int number, Staff boss) {
    Phone phone = Phone.of(Phones.number(number));
    server.services().duty.begin(new Appointment(task, null, "Alguien", phone), boss.actor());
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @TestFactory
  List<DynamicContainer> conversations() throws IOException {
    try (Stream<Path> files = Files.list(FILES)) {
      return files.sorted().map(ConversationsTest::exchanges).toList();
    }
  }

  private static DynamicContainer exchanges(Path file) {
    return DynamicContainer.dynamicContainer(
        file.getFileName().toString(),
        read(file).stream()
            .map(exchange -> DynamicTest.dynamicTest(exchange.title(), () -> play(exchange))));
  }

  private static List<Exchange> read(Path file) {
    try {
      return Exchange.read(Files.readString(file, UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void play(Exchange exchange) {
    server.clock().set(TestClock.MONDAY);
    new Conversation(server, DATABASE, desk).play(exchange);
  }
}
