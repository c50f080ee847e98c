package mx.vozrural;

import static mx.vozrural.BroadcastScene.notice;
import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Broadcasts on their way: a few at a time, stopped at once, each recipient at most once. */
class BroadcastFeederTest {
  /** Ten seconds' worth are ten texts. */
  private static final int AHEAD = 10;

  private static BroadcastScene scene;

  @BeforeAll
  static void start() {
    scene = new BroadcastScene(Map.of("SMS_RATE", "1", "QUIET_HOURS", "21:00-09:00"));
  }

  @AfterAll
  static void stop() {
    scene.close();
  }

  @BeforeEach
  void clear() {
    scene.clear();
    scene.holdBack();
  }

  private static long inOutbox(String id, String states) {
    return Long.parseLong(
        scene.database.text(
            "SELECT count(*) FROM outbox WHERE broadcast = ?::bigint AND state IN (" + states + ")",
            id));
  }

  private static String underWay(int subscribers) {
    return underWay(subscribers, AHEAD);
  }

  private static String underWay(int subscribers, int pending) {
    scene.subscribers(subscribers);
    String id = scene.approved(notice());
    scene.await(() -> assertThat(inOutbox(id, "'pending'")).isEqualTo(pending));
    return id;
  }

  private static void assertEachOnce(String id, int recipients) {
    assertThat(scene.phonesReached(id)).isEqualTo(recipients);
    assertThat(scene.mostToOnePhone(id)).isEqualTo(1);
  }

  @Test
  void only_seconds_worth_wait_in_the_outbox_and_in_the_end_each_got_one() {
    String id = underWay(23);
    scene.awaitRounds();
    assertThat(inOutbox(id, "'pending'")).isEqualTo(AHEAD);
    assertThat(scene.progress(id, "listed")).isEqualTo(13);

    scene.letGo();
    scene.awaitState(id, "done");
    assertEachOnce(id, 23);
  }

  @Test
  void a_pause_takes_out_what_waits_and_resuming_goes_on_with_who_got_nothing() {
    String id = underWay(15);
    scene.letGo();
    scene.await(() -> assertThat(scene.phonesReached(id)).isGreaterThanOrEqualTo(3));

    scene.step(id, "pause");
    assertThat(inOutbox(id, "'pending', 'waiting'")).isZero();
    scene.await(() -> assertThat(inOutbox(id, "'leased'")).isZero());
    long reached = scene.phonesReached(id);
    scene.awaitRounds();
    assertThat(scene.phonesReached(id)).isEqualTo(reached).isLessThan(15);
    assertThat(scene.progress(id, "listed")).isEqualTo(15 - reached);
    assertThat(scene.step(scene.approver, id, "pause").status()).isEqualTo(409);

    scene.step(id, "resumption");
    scene.awaitState(id, "done");
    assertEachOnce(id, 15);
  }

  @Test
  void resuming_sends_again_neither_what_staff_settled_nor_what_reached_the_gateway() {
    String id = underWay(6, 6);
    List<String> texts =
        scene.database.texts(
            "SELECT message FROM outbox WHERE broadcast = ?::bigint ORDER BY message", id);
    change(texts.get(0), "state = 'cancelled', note = 'settled by staff'");
    change(texts.get(1), "state = 'cancelled', note = 'settled by staff', attempts = 1");
    change(texts.get(2), "attempts = 1, note = 'retry', error = 30003, sid = 'SM1'");
    change(texts.get(3), "attempts = 1, note = 'sent again by staff'");

    scene.step(id, "pause");
    assertThat(scene.progress(id, "listed")).isEqualTo(3);
    assertThat(scene.progress(id, "skipped")).isEqualTo(3);
    scene.letGo();
    scene.step(id, "resumption");
    scene.awaitState(id, "done");

    assertThat(scene.phonesReached(id)).isEqualTo(3);
    assertThat(scene.progress(id, "sent")).isEqualTo(3);
    assertThat(scene.progress(id, "skipped")).isEqualTo(3);
    assertThat(scene.progress(id, "listed")).isZero();
  }

  private static void change(String text, String columns) {
    scene.database.execute("UPDATE outbox SET " + columns + " WHERE message = ?::bigint", text);
  }

  @Test
  void one_that_is_done_can_be_cancelled_while_a_text_waits_for_its_next_try() {
    scene.letGo();
    scene.subscribers(2);
    String id = scene.approved(notice());
    scene.awaitState(id, "done");
    assertThat(scene.step(scene.approver, id, "cancellation").status()).isEqualTo(409);
    scene.database.execute(
        "UPDATE outbox SET state = 'waiting', due_at = '2026-11-24T16:00:00Z' WHERE message = (SELECT"
            + " max(message) FROM outbox WHERE broadcast = ?::bigint)",
        id);

    scene.step(id, "cancellation");

    assertThat(scene.state(id)).isEqualTo("cancelled");
    assertThat(inOutbox(id, "'waiting', 'pending'")).isZero();
    assertThat(scene.progress(id, "skipped")).isEqualTo(1);
    assertThat(scene.step(scene.approver, id, "cancellation").status()).isEqualTo(409);
  }

  @Test
  void a_text_already_in_a_senders_hands_doesnt_leave_after_a_pause() throws SQLException {
    String id = underWay(12);
    try (Connection lock = scene.database.connect()) {
      lock.setAutoCommit(false);
      lock.createStatement().execute("LOCK TABLE broadcast IN ACCESS EXCLUSIVE MODE");
      scene.letGo();
      // The sender has its text, and waits to read whether it may still go.
      scene.await(() -> assertThat(inOutbox(id, "'leased'")).isPositive());
      lock.createStatement().execute("UPDATE broadcast SET state = 'paused'");
      lock.commit();
    }
    scene.await(() -> assertThat(inOutbox(id, "'leased', 'pending'")).isZero());

    assertThat(scene.phonesReached(id)).isZero();
    scene.step(id, "resumption");
    scene.awaitState(id, "done");
    assertEachOnce(id, 12);
  }

  @Test
  void cancelled_nothing_more_leaves_for_good() {
    String id = underWay(12);

    scene.step(id, "cancellation");
    scene.letGo();
    scene.awaitRounds();

    assertThat(scene.phonesReached(id)).isZero();
    assertThat(inOutbox(id, "'cancelled'")).isEqualTo(AHEAD);
    assertThat(scene.state(id)).isEqualTo("cancelled");
    assertThat(scene.step(scene.approver, id, "resumption").status()).isEqualTo(409);
    assertThat(scene.step(scene.approver, id, "cancellation").status()).isEqualTo(409);
  }

  @Test
  void who_stopped_after_the_approval_is_passed_over() {
    String early = scene.subscriber();
    String late = scene.subscriber();
    scene.server.clock().set(Instant.parse("2026-11-24T04:00:00Z"));
    String id = scene.approved(notice());
    scene.server.phones().text(early, "ALTO");
    scene.server.phones().text(late, "BAJA AVISOS");
    scene.server.clock().set(Instant.parse("2026-11-24T16:00:00Z"));
    scene.awaitState(id, "done");

    assertThat(inOutbox(id, "'pending', 'accepted', 'delivered', 'leased'")).isZero();
    assertThat(scene.progress(id, "skipped")).isEqualTo(2);
  }

  @Test
  void BAJA_AVISOS_stops_a_notice_that_waits_in_the_outbox() {
    String phone = scene.subscriber();
    String id = scene.approved(notice());
    scene.await(() -> assertThat(inOutbox(id, "'pending'")).isEqualTo(1));

    scene.server.phones().text(phone, "BAJA AVISOS");
    scene.letGo();
    scene.await(() -> assertThat(inOutbox(id, "'cancelled'")).isEqualTo(1));
    assertThat(scene.phonesReached(id)).isZero();
  }

  @Test
  void in_the_quiet_hours_nothing_is_put_into_the_outbox() {
    scene.subscribers(2);
    // 20:59:55 in Chihuahua: what is put there now could leave too late.
    scene.server.clock().set(Instant.parse("2026-11-24T02:59:55Z"));
    String id = scene.approved(notice());
    scene.awaitRounds();
    assertThat(inOutbox(id, "'pending'")).isZero();
    scene.server.clock().set(Instant.parse("2026-11-24T14:59:59Z"));
    scene.awaitRounds();
    assertThat(inOutbox(id, "'pending'")).isZero();

    scene.server.clock().set(Instant.parse("2026-11-24T15:00:00Z"));
    scene.await(() -> assertThat(inOutbox(id, "'pending'")).isEqualTo(2));
  }

  @Test
  void an_end_without_an_allowed_hour_before_it_is_refused() {
    scene.subscriber();
    scene.server.clock().set(Instant.parse("2026-11-24T04:00:00Z"));
    Http.Answer night = scene.propose(notice().put("ends_at", "2026-11-24T08:00:00-06:00"));
    assertThat(night.status()).isEqualTo(422);
    assertThat(night.json().getString("detail")).contains("no hay horas");

    scene.subscribers(4);
    Http.Answer tight = scene.propose(notice().put("ends_at", "2026-11-24T09:00:03-06:00"));
    assertThat(tight.status()).isEqualTo(422);
    assertThat(tight.json().getString("detail")).contains("no alcanzan");
  }

  @Test
  void who_still_waits_at_its_end_gets_nothing() {
    scene.subscribers(12);
    String id = scene.approved(notice().put("ends_at", "2026-11-23T12:00:00-06:00"));
    scene.await(() -> assertThat(inOutbox(id, "'pending'")).isEqualTo(AHEAD));

    scene.server.clock().set(Instant.parse("2026-11-23T18:00:00Z"));
    scene.awaitState(id, "done");
    scene.letGo();
    scene.awaitRounds();

    assertThat(scene.phonesReached(id)).isZero();
    assertThat(scene.read(id).getString("why")).contains("plazo");
  }

  @Test
  void the_budget_ends_it_midway_and_says_so_and_more_budget_lets_it_go_on() {
    scene.subscribers(8);
    scene.set("budget", new JsonObject().put("broadcasts_month", 8));
    scene.server.clock().set(Instant.parse("2026-11-24T03:00:00Z"));
    String id = scene.approved(notice());
    scene.set("budget", new JsonObject().put("broadcasts_month", 5));
    scene.server.clock().set(Instant.parse("2026-11-24T15:00:00Z"));
    scene.await(() -> assertThat(inOutbox(id, "'pending'")).isEqualTo(5));
    scene.awaitRounds();
    assertThat(scene.state(id)).as("what was paid for is still to leave").isEqualTo("sending");
    scene.letGo();
    scene.awaitState(id, "paused");
    assertThat(scene.phonesReached(id)).isEqualTo(5);
    assertThat(scene.read(id).getString("why")).contains("Se pausó solo", "avisos", "no alcanza");

    scene.set("budget", new JsonObject().put("broadcasts_month", 8));
    scene.step(id, "resumption");
    scene.awaitState(id, "done");
    assertEachOnce(id, 8);
  }

  @Test
  void a_feeder_cut_off_in_the_middle_of_its_statement_repeats_nobody() throws SQLException {
    scene.subscribers(14);
    try (Connection lock = scene.database.connect()) {
      lock.setAutoCommit(false);
      lock.createStatement().execute("LOCK TABLE outbox IN SHARE ROW EXCLUSIVE MODE");
      String id = scene.approved(notice());
      // It has marked recipients and waits to write their texts when its connection is cut.
      for (int i = 0; i < 2; i++) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(BroadcastFeederTest::cut);
      }
      lock.rollback();
      scene.letGo();
      scene.awaitState(id, "done");
      assertEachOnce(id, 14);
      assertThat(scene.database.count("outbox WHERE broadcast IS NOT NULL")).isEqualTo(14);
    }
  }

  private static boolean cut() {
    return !scene
        .database
        .texts(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = ? AND"
                + " wait_event_type = 'Lock'",
            scene.database.schema() + ".broadcasts")
        .isEmpty();
  }

  @Test
  void a_hundred_thousand_are_written_down_in_seconds_by_one_statement() {
    scene.database.execute(
        "INSERT INTO resident (id, phone_index, phone, phone_kind, created_at) SELECT 900000000 + n, int8send(n), ''::bytea,"
            + " 'number', now() FROM generate_series(1::bigint, 100000) n");
    scene.database.execute(
        "INSERT INTO subscription (resident, since) SELECT id, now() FROM resident WHERE id > 900000000");
    scene.database.execute("ANALYZE resident, subscription");
    // At night, so that none of them is put into the outbox.
    scene.server.clock().set(Instant.parse("2026-11-24T04:00:00Z"));
    String id = scene.proposed(notice().put("ends_at", "2026-12-24T12:00:00-06:00"));
    long begun = System.nanoTime();
    scene.step(id, "approval");
    long millis = (System.nanoTime() - begun) / 1_000_000;

    assertThat(scene.database.count("broadcast_recipient")).isEqualTo(100_000);
    assertThat(millis).isLessThan(20_000);
    scene.step(id, "cancellation");
    scene.database.execute("DELETE FROM broadcast_recipient");
    scene.database.execute("DELETE FROM subscription WHERE resident > 900000000");
    scene.database.execute("DELETE FROM resident WHERE id > 900000000");
  }
}
