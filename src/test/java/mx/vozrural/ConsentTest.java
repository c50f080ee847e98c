package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.residents.Residents;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Leaving and coming back: the newest word counts, in whatever order the texts arrive. */
class ConsentTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final AtomicInteger PHONES = new AtomicInteger(300);
  private static TestServer server;
  private static Residents residents;
  private static Instant now;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of());
    residents = server.services().residents;
    now = server.clock().instant();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String newPhone() {
    return Phones.number(PHONES.incrementAndGet());
  }

  /** Somebody who has texted once. */
  private static long resident(String phone) {
    server.phones().text(phone, "Hola");
    return Long.parseLong(
        DATABASE.text(
            "SELECT resident::text FROM message WHERE direction = 'in' ORDER BY id DESC LIMIT 1"));
  }

  private static List<String> streams(long resident) {
    return DATABASE.texts("SELECT stream FROM stop_list WHERE resident = ? ORDER BY 1", resident);
  }

  private static List<String> proofs(long resident) {
    return DATABASE.texts("SELECT event FROM consent WHERE resident = ? ORDER BY id", resident);
  }

  private static Instant ago(int minutes) {
    return now.minus(Duration.ofMinutes(minutes));
  }

  private static boolean alto(long resident, Instant at) {
    return server
        .services()
        .database
        .inTransaction(connection -> residents.stopAll(connection, resident, false, at, 1));
  }

  private static void alta(long resident, boolean byTwilio, Instant at) {
    server
        .services()
        .database
        .transact(connection -> residents.startAgain(connection, resident, byTwilio, at, 2));
  }

  @Test
  void AVISOS_brings_the_notices_back_that_BAJA_AVISOS_ended() {
    String phone = newPhone();
    long resident = resident(phone);
    server.phones().text(phone, "BAJA AVISOS");
    assertThat(streams(resident)).containsExactly("notices");
    server.phones().text(phone, "AVISOS");

    assertThat(streams(resident)).isEmpty();
    assertThat(proofs(resident)).containsExactly("stop_notices", "subscribe");
  }

  @Test
  void AVISOS_lifts_no_ALTO() {
    String phone = newPhone();
    long resident = resident(phone);
    server.phones().text(phone, "ALTO");
    server.phones().text(phone, "AVISOS");

    assertThat(streams(resident)).containsExactly("all");
  }

  @Test
  void an_old_ALTA_that_comes_late_lifts_no_newer_ALTO() {
    long resident = resident(newPhone());
    alto(resident, ago(20));
    alto(resident, ago(5));
    alta(resident, false, ago(10));

    assertThat(streams(resident)).containsExactly("all");
    assertThat(proofs(resident)).containsExactly("stop_all", "stop_all", "start");
  }

  @Test
  void an_old_ALTO_that_comes_late_stops_nobody_who_has_come_back() {
    long resident = resident(newPhone());
    alta(resident, false, ago(5));

    assertThat(alto(resident, ago(10))).isFalse();
    assertThat(streams(resident)).isEmpty();
    assertThat(alto(resident, ago(1))).isTrue();
    assertThat(streams(resident)).containsExactly("all");
  }

  @Test
  void the_gateways_own_block_ends_with_its_own_word_alone() {
    long resident = resident(newPhone());
    server
        .services()
        .database
        .transact(connection -> residents.blockedByTwilio(connection, resident, 3, ago(9)));
    alto(resident, ago(8));

    alta(resident, false, ago(7));
    assertThat(streams(resident)).containsExactly("twilio");
    alta(resident, true, ago(6));
    assertThat(streams(resident)).isEmpty();
  }
}
