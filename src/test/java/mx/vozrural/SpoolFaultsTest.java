package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import mx.vozrural.database.LimitedConnection;
import mx.vozrural.database.Sql;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.intake.IntakeWriter;
import mx.vozrural.intake.Reply;
import mx.vozrural.intake.SpoolFolder;
import mx.vozrural.outbox.Texts;
import mx.vozrural.sms.Templates;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases that are neither there nor away, and faults of our own. */
class SpoolFaultsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String WORDS = "No hay agua en Palo Blanco desde el lunes";
  private static TestServer server;
  private static int used = 0;

  @TempDir Path folder;

  @BeforeAll
  static void start() {
    server = TestServer.simulator(DATABASE);
    DATABASE.execute("CREATE SEQUENCE attempts");
    DATABASE.execute(
        "CREATE FUNCTION fault() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN"
            + " PERFORM nextval('"
            + DATABASE.schema()
            + ".attempts'); RAISE EXCEPTION 'fault' USING ERRCODE = TG_ARGV[0]; END $$");
  }

  @AfterAll
  static void end() {
    server.close();
  }

  @AfterEach
  void mend() {
    DATABASE.comesBack();
    DATABASE.execute("DROP TRIGGER IF EXISTS fault ON inbound");
  }

  /** The database answers, and refuses to write. */
  private static void fails(String sqlState, String when) {
    DATABASE.execute(
        "CREATE TRIGGER fault BEFORE INSERT ON inbound FOR EACH ROW WHEN ("
            + when
            + ") EXECUTE FUNCTION fault('"
            + sqlState
            + "')");
  }

  private static long attempts() {
    return Long.parseLong(DATABASE.text("SELECT last_value FROM attempts"));
  }

  private static int next() {
    return 7_000 + ++used;
  }

  private static boolean filed(int sid) {
    return !DATABASE
        .texts("SELECT sid FROM inbound WHERE sid = ?", TwilioClient.sid(sid))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"53100", "25006", "57014", "58030"})
  void a_database_that_answers_but_cannot_write_gets_the_texts_when_it_can(String sqlState) {
    try (SpoolScene scene = new SpoolScene(server.services(), folder).replaying()) {
      fails(sqlState, "true");
      int sid = next();
      assertThat(scene.text(sid, Phones.number(sid), WORDS)).isInstanceOf(Reply.Text.class);
      long before = attempts();
      Awaitility.await().until(() -> attempts() > before + 12);

      assertThat(scene.spool().size()).isEqualTo(1);
      assertThat(scene.spool().damaged()).isZero();
      assertThat(scene.spool().databaseIsAway()).isTrue();

      mend();
      scene.awaitAllFiled();
      assertThat(filed(sid)).isTrue();
      assertThat(scene.spooled()).isEmpty();
    }
  }

  @Test
  void a_text_that_is_refused_for_itself_is_kept_for_a_person_and_takes_no_other_along() {
    int bad = next();
    int good = next();
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      DATABASE.goesAway();
      assertThat(scene.text(bad, Phones.number(bad), WORDS)).isInstanceOf(Reply.Text.class);
      assertThat(scene.text(good, Phones.number(good), WORDS)).isInstanceOf(Reply.Text.class);
      fails("23514", "NEW.sid = '" + TwilioClient.sid(bad) + "'");
      DATABASE.comesBack();

      scene.replaying().awaitAllFiled();
      assertThat(filed(good)).isTrue();
      assertThat(filed(bad)).isFalse();
      assertThat(scene.spool().damaged()).isEqualTo(1);
    }
  }

  @Test
  void one_text_on_which_the_database_fails_does_not_hold_up_the_others() {
    int bad = next();
    int good = next();
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      DATABASE.goesAway();
      scene.text(bad, Phones.number(bad), WORDS);
      scene.text(good, Phones.number(good), WORDS);
      fails("57014", "NEW.sid = '" + TwilioClient.sid(bad) + "'");
      DATABASE.comesBack();
      scene.replaying();

      Awaitility.await().until(() -> filed(good) && !scene.spool().databaseIsAway());
      int rounds = scene.rounds();
      Awaitility.await().until(() -> scene.rounds() > rounds + 3);
      assertThat(scene.spool().size()).isEqualTo(1);
      int live = next();
      assertThat(scene.text(live, Phones.number(live), WORDS))
          .isInstanceOfSatisfying(
              Reply.Text.class, reply -> assertThat(reply.message()).isNotNull());
    }
  }

  @Test
  void a_wait_that_is_over_does_not_end_the_replay() {
    int sid = next();
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      DATABASE.goesAway();
      scene.text(sid, Phones.number(sid), WORDS);
      scene.writeNoMore();
      DATABASE.comesBack();
      scene.replaying();
      Awaitility.await().until(() -> scene.rounds() >= 3);

      scene.write();
      int other = next();
      scene.text(other, Phones.number(other), WORDS);
      scene.awaitAllFiled();
      assertThat(filed(sid)).isTrue();
    }
  }

  @Test
  void words_that_are_missing_lose_no_text_and_stop_no_writer() {
    Texts none = new Texts(Templates.of(Map.of()), "Municipio", "614 410 0100");
    try (SpoolScene scene =
        new SpoolScene(
            server.services(),
            folder,
            SpoolFolder.Limits.DEFAULT,
            SpoolScene.speechless(server.services(), none))) {
      DATABASE.goesAway();
      for (int i = 0; i < 3; i++) {
        int sid = next();
        assertThat(scene.text(sid, Phones.number(sid), WORDS)).isEqualTo(new Reply.Silence());
      }
      assertThat(scene.spool().size()).isEqualTo(3);

      DATABASE.comesBack();
      scene.replaying().awaitAllFiled();
    }
  }

  @Test
  void a_text_about_a_report_that_somebody_holds_waits_on_the_disk() throws SQLException {
    int sid = next();
    String phone = Phones.number(sid);
    try (SpoolScene scene = new SpoolScene(server.services(), folder).replaying();
        Connection staff = DATABASE.connect()) {
      String folio = Phones.folio(((Reply.Text) scene.text(sid, phone, WORDS)).body());
      staff.setAutoCommit(false);
      staff
          .createStatement()
          .execute("UPDATE report SET updated_at = updated_at WHERE folio = " + folio);

      int word = next();
      assertThat(scene.text(word, phone, "Folio " + folio + ": auxilio, mi papa no respira"))
          .isInstanceOfSatisfying(Reply.Text.class, reply -> assertThat(reply.message()).isNull());
      int other = next();
      assertThat(scene.text(other, Phones.number(other), WORDS))
          .as("nobody else is kept from the database")
          .isInstanceOfSatisfying(
              Reply.Text.class, reply -> assertThat(reply.message()).isNotNull());
      assertThat(filed(word)).isFalse();

      staff.rollback();
      scene.awaitAllFiled();
      assertThat(filed(word)).isTrue();
    }
  }

  @Test
  void no_statement_on_a_limited_connection_is_waited_for_longer() {
    Pool pool = server.services().database.pool("limited", 1);
    LimitedConnection connection =
        LimitedConnection.take("test.connect", pool, Duration.ofMillis(300));
    Sql long_ = Sql.of("-- test.long\nSELECT pg_sleep(3)");

    CompletableFuture<Void> run =
        CompletableFuture.runAsync(() -> long_.run(connection), Thread::startVirtualThread);

    assertThatThrownBy(() -> run.orTimeout(2, TimeUnit.SECONDS).join())
        .hasCauseInstanceOf(SqlFailure.class);
    connection.close();
  }

  @Test
  void the_server_itself_ends_what_takes_too_long() {
    Pool pool = server.services().database.batchPool("timed", 1, IntakeWriter.LIMITS);

    assertThat(
            Sql.of(
                    "-- test.show\nSELECT current_setting('statement_timeout') || ' ' || current_setting('lock_timeout')")
                .list(pool, row -> row.getString(0)))
        .containsExactly("3500ms 2s");
  }

  @Test
  void violence_at_home_told_just_before_an_outage_is_answered_no_more() {
    int sid = next();
    String phone = Phones.number(sid);
    String safe = Phones.number(next());
    try (SpoolScene scene = new SpoolScene(server.services(), folder).replaying()) {
      scene.text(sid, phone, "Mi esposo me pega y tengo mucho miedo");
      scene.text(next(), safe, "Mi esposo me pega y tengo mucho miedo");
      scene.text(next(), safe, "Ya estoy a salvo, me pueden escribir");
      DATABASE.goesAway();

      assertThat(scene.text(next(), phone, WORDS)).isEqualTo(new Reply.Silence());
      assertThat(scene.text(next(), safe, WORDS)).isInstanceOf(Reply.Text.class);

      DATABASE.comesBack();
      scene.awaitAllFiled();
    }
  }

  @Test
  void a_fire_gets_the_number_of_the_forest_fire_line_without_a_database_too() {
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      String fire =
          "Auxilio, incendio en el monte, la lumbre ya llega a las casas con gente adentro";
      int sid = next();
      assertThat(((Reply.Text) scene.text(sid, Phones.number(sid), fire)).body())
          .contains("800 737 0000");
      DATABASE.goesAway();

      int spooled = next();
      assertThat(((Reply.Text) scene.text(spooled, Phones.number(spooled), fire)).body())
          .startsWith("Llame al 911 ya. Incendio forestal: 800 737 0000.");
    }
  }

  @Test
  void an_equal_text_is_kept_and_gets_no_second_answer() {
    String phone = Phones.number(next());
    try (SpoolScene scene = new SpoolScene(server.services(), folder)) {
      DATABASE.goesAway();

      assertThat(scene.text(next(), phone, WORDS)).isInstanceOf(Reply.Text.class);
      assertThat(scene.text(next(), phone, WORDS.toUpperCase(Locale.ROOT) + "!"))
          .isEqualTo(new Reply.Silence());
      assertThat(scene.text(next(), phone, "Se fue la luz en El Charco"))
          .isInstanceOf(Reply.Text.class);
      assertThat(scene.spool().size()).isEqualTo(3);
    }
  }
}
