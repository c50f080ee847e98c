package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.Alarm;
import mx.vozrural.intake.Comparison;
import mx.vozrural.intake.GatewayList;
import mx.vozrural.intake.GatewayList.Listed;
import mx.vozrural.intake.Watch;
import mx.vozrural.reports.DutyAlerts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever the gateway's list holds, the comparison goes on. */
class LongComparisonTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final TestClock CLOCK = new TestClock();
  private static TestServer server;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.with(DATABASE, CLOCK, Map.of());
  }

  @AfterAll
  static void end() {
    server.close();
  }

  private static Comparison comparison(SpoolScene scene, GatewayList list) {
    return new Comparison(server.services().database, CLOCK, scene.intake(), scene.spool(), list);
  }

  private static int run(Comparison comparison) {
    CLOCK.pass(Duration.ofMinutes(5));
    return comparison.run();
  }

  /** In whole minutes before now. */
  private static long behind() {
    Instant reached =
        Instant.parse(
            DATABASE.text(
                "SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS\"Z\"') FROM"
                    + " watermark WHERE name = 'inbound'"));
    return Duration.between(reached, CLOCK.instant()).toMinutes();
  }

  private static Listed listed(int sid, Instant at) {
    return new Listed(
        TwilioClient.sid(sid), Phone.of(Phones.number(sid)), "No hay agua en El Sauz", 0, at);
  }

  /** A list that is read only where few enough are asked for. */
  private static GatewayList most(int most, List<Listed> all) {
    return (from, until) -> {
      List<Listed> asked =
          all.stream()
              .filter(text -> !text.at().isBefore(from) && text.at().isBefore(until))
              .toList()
              .reversed();
      return asked.size() > most ? Optional.empty() : Optional.of(asked);
    };
  }

  @Test
  void after_a_long_absence_a_list_too_long_to_be_read_at_once_is_read_in_slices() {
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      run(comparison(scene, (from, until) -> Optional.of(List.of())));
      Instant start = CLOCK.instant();
      List<Listed> missed =
          IntStream.range(0, 60)
              .mapToObj(i -> listed(5_000 + i, start.plus(Duration.ofHours(i))))
              .toList();
      CLOCK.set(start.plus(Duration.ofHours(60)));
      Comparison comparison = comparison(scene, most(8, missed));

      int runs = 0;
      do {
        run(comparison);
      } while (behind() > 0 && ++runs < 30);

      assertThat(behind()).isZero();
      assertThat(
              DATABASE.text(
                  "SELECT count(*) FROM inbound WHERE sid >= ? AND sid <= ?",
                  TwilioClient.sid(5_000),
                  TwilioClient.sid(5_059)))
          .isEqualTo("60");
    }
  }

  @Test
  void a_text_that_can_never_be_filed_is_given_up_and_stays_in_sight() {
    DATABASE.execute(
        "CREATE FUNCTION refused() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION"
            + " 'refused' USING ERRCODE = '23514'; END $$");
    DATABASE.execute(
        "CREATE TRIGGER refused BEFORE INSERT ON inbound FOR EACH ROW WHEN (NEW.sid = '"
            + TwilioClient.sid(5_900)
            + "') EXECUTE FUNCTION refused()");
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      run(comparison(scene, (from, until) -> Optional.of(List.of())));
      List<Listed> missed = List.of(listed(5_900, CLOCK.instant()), listed(5_901, CLOCK.instant()));
      Comparison comparison = comparison(scene, (from, until) -> Optional.of(missed));

      assertThat(run(comparison)).isEqualTo(2);
      assertThat(behind()).isPositive();
      assertThat(watch(scene).alarms()).doesNotContain(Alarm.UNFILED);
      for (int i = 0; i < 3; i++) {
        assertThat(run(comparison)).isEqualTo(1);
        assertThat(behind()).isPositive();
      }

      run(comparison);
      assertThat(behind()).isZero();
      assertThat(run(comparison)).isZero();
      assertThat(DATABASE.texts("SELECT sid FROM unfiled"))
          .containsExactly(TwilioClient.sid(5_900));
      assertThat(watch(scene).alarms()).contains(Alarm.UNFILED);

      DATABASE.execute("DROP TRIGGER refused ON inbound");
      scene.text(5_900, Phones.number(5_900), "No hay agua en El Sauz");
      assertThat(watch(scene).alarms()).as("it came after all").doesNotContain(Alarm.UNFILED);
    }
  }

  private static Watch watch(SpoolScene scene) {
    Services services = server.services();
    Watch watch =
        new Watch(
            new Watch.Parts(
                services.database,
                CLOCK,
                services.deadlines,
                services.deliveries,
                new DutyAlerts(services.outbox),
                services.silence,
                scene.spool(),
                CLOCK::instant,
                false));
    watch.look();
    return watch;
  }
}
