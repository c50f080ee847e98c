package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mx.vozrural.audit.Actor;
import mx.vozrural.audit.Scope;
import mx.vozrural.outbox.DeliveryEvent.Progress;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway.Listing;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts of unknown fate, and what gateways report of those they took. */
class DeliveriesTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static TestServer server;
  private static final Scope ALL = new Scope(Actor.staff(77), true, null, true);
  private static final Scope ONE_SECTION = new Scope(Actor.staff(78), true, "EL_SAUZ", true);
  private ScriptedSending sending;

  @BeforeAll
  static void startServer() {
    server = TestServer.with(DATABASE, new TestClock(), Map.of());
    server.phones().text(Phones.number(1), "No hay agua en Palo Blanco");
  }

  @AfterAll
  static void stopServer() {
    server.close();
  }

  @BeforeEach
  void later() {
    sending = new ScriptedSending(server, DATABASE);
  }

  @AfterEach
  void stop() {
    sending.close();
  }

  private static Progress progress(String status) {
    return Objects.requireNonNull(Progress.of(status, null));
  }

  private static Progress failed(SendResult why) {
    return Objects.requireNonNull(Progress.of("undelivered", why));
  }

  @Test
  void a_text_that_was_perhaps_taken_and_is_in_the_list_is_not_sent_again() {
    sending.results.add(new SendResult.Ambiguous("no answer in time"));
    sending.lists(TwilioClient.sid(9), "Texto");
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofSeconds(6));
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(1);
    assertThat(sending.of(text, "sid || ' ' || sid_from")).isEqualTo(TwilioClient.sid(9) + " list");
  }

  @Test
  void a_text_that_two_looks_did_not_find_is_sent_again() {
    sending.results.add(new SendResult.Ambiguous("lost connection"));
    sending.lists(TwilioClient.sid(9), "Otro texto");
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofSeconds(6));
    sending.awaitLooks(text, 1, Duration.ofSeconds(10));
    assertThat(sending.settled()).isEqualTo(1);
    sending.clock.pass(Duration.ofSeconds(6));
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(2);
    assertThat(sending.of(text, "attempts")).isEqualTo("2");
  }

  @Test
  void a_text_of_the_list_that_another_row_goes_by_is_not_taken_for_this_one() {
    long other = sending.text();
    sending.set(
        other, "state = 'accepted', sid_from = 'answer', sid = '" + TwilioClient.sid(9) + "'");
    sending.results.add(new SendResult.Ambiguous("lost connection"));
    sending.lists(TwilioClient.sid(9), "Texto");
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofSeconds(6));
    sending.awaitLooks(text, 1, Duration.ofSeconds(16));
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(2);
  }

  @Test
  void the_name_of_a_try_that_was_given_up_is_taken_for_no_equal_text() {
    long off = sending.text();
    sending.set(off, "state = 'pending', attempts = 1, sid_from = 'answer', sid = 'SM0'");
    sending.dispatch(10);
    sending.awaitState(off, "accepted");
    sending.lists("SM0", "Texto");
    sending.results.add(new SendResult.Ambiguous("lost connection"));
    long text = sending.text();
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofSeconds(6));
    sending.awaitLooks(text, 1, Duration.ofSeconds(16));
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(3);
  }

  private long parkedText() {
    sending.list = (text, since) -> new Listing.Unreadable("down");
    sending.results.add(new SendResult.Ambiguous("no answer in time"));
    long text = sending.text();
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofMinutes(31));
    sending.awaitState(text, "parked");
    return text;
  }

  @Test
  void what_can_never_be_looked_up_is_parked_for_a_person_in_plain_words() {
    sending.dispatch(10);
    long text = parkedText();

    assertThat(sending.sent).hasSize(1);
    assertThat(server.services().parkedTexts.list(ALL))
        .singleElement()
        .satisfies(parked -> {
          assertThat(parked.message()).isEqualTo(text);
          assertThat(parked.why()).contains("No se sabe si salió");
        });
    assertThat(server.services().parkedTexts.count(ALL)).isEqualTo(1);
    assertThat(server.services().parkedTexts.list(ONE_SECTION)).isEmpty();
    assertThat(server.services().parkedTexts.decide(text, true, ONE_SECTION)).isFalse();
  }

  @Test
  void a_person_sends_a_parked_text_again_or_settles_it_and_that_is_on_record() {
    sending.dispatch(10);
    long again = parkedText();
    DATABASE.execute("UPDATE send_pace SET next_at = '2100-01-01T00:00:00Z'");
    assertThat(server.services().parkedTexts.decide(again, true, ALL)).isTrue();
    assertThat(sending.state(again)).isEqualTo("pending");
    sending.set(again, "state = 'accepted'");
    DATABASE.execute("UPDATE send_pace SET next_at = '2000-01-01T00:00:00Z'");

    long settled = parkedText();
    assertThat(server.services().parkedTexts.decide(settled, false, ALL)).isTrue();
    assertThat(server.services().parkedTexts.decide(settled, true, ALL)).isFalse();
    assertThat(sending.state(settled)).isEqualTo("cancelled");
    assertThat(
            DATABASE.texts(
                "SELECT action || ' ' || (subject = ?)::text FROM audit WHERE actor = 77 ORDER BY"
                    + " id",
                again))
        .containsExactly("parked_text.sent_again true", "parked_text.settled false");
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_text_whose_sender_died_is_looked_for_before_anything_else(boolean taken) {
    if (taken) {
      sending.lists(TwilioClient.sid(9), "Texto");
    }
    long text = sending.text();
    sending.set(
        text,
        "state = 'leased', attempts = 1, tried_at = due_at, leased_until = due_at + interval '30"
            + " seconds'");
    sending.dispatch(10);
    assertThat(sending.settled()).isZero();
    assertThat(sending.state(text)).isEqualTo("leased");
    sending.clock.pass(Duration.ofSeconds(31));
    sending.awaitState(text, "uncertain");
    sending.clock.pass(Duration.ofSeconds(6));
    if (!taken) {
      sending.awaitLooks(text, 1, Duration.ofSeconds(16));
    }
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(taken ? 0 : 1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void an_answer_without_a_trace_is_looked_for_and_sent_if_nobody_took_it(boolean taken) {
    if (taken) {
      sending.lists(TwilioClient.sid(9), "Texto");
    }
    long text = sending.text();
    sending.set(text, "state = 'answered', due_at = due_at + interval '15 minutes'");
    sending.dispatch(10);
    sending.clock.pass(Duration.ofMinutes(14));
    assertThat(sending.settled()).isZero();
    sending.clock.pass(Duration.ofMinutes(2));
    if (!taken) {
      sending.awaitLooks(text, 1, Duration.ofSeconds(16));
    }
    sending.awaitState(text, "accepted");

    assertThat(sending.sent).hasSize(taken ? 0 : 1);
  }

  @Test
  void statuses_in_any_order_leave_what_is_final() {
    String sid = TwilioClient.sid(77);
    for (List<String> order :
        List.of(
            List.of("queued", "sent", "delivered"),
            List.of("delivered", "sent", "queued"),
            List.of("sent", "delivered", "failed", "undelivered"),
            List.of("delivered", "delivered"))) {
      sending.close();
      sending = new ScriptedSending(server, DATABASE);
      long text = sending.text();
      sending.set(
          text, "state = 'accepted', attempts = 1, sid_from = 'answer', sid = '" + sid + "'");
      order.forEach(status -> sending.report(text, 1, sid, progress(status)));
      assertThat(sending.state(text)).as(order.toString()).isEqualTo("delivered");
    }
    long failed = sending.text();
    sending.set(failed, "state = 'leased', attempts = 1, leased_until = due_at");
    SendResult landline = new SendResult.Refused(30006, SendResult.Reason.NUMBER);
    sending.report(failed, 1, TwilioClient.sid(78), failed(landline));
    sending.report(failed, 1, TwilioClient.sid(78), progress("sent"));
    assertThat(sending.of(failed, "state || error")).isEqualTo("failed30006");
  }

  @Test
  void a_status_that_comes_before_our_own_commit_settles_the_text() {
    sending.answers =
        text -> {
          sending.report(text.id(), 1, TwilioClient.sid(5), progress("delivered"));
          return new SendResult.Accepted(TwilioClient.sid(5), "queued", 1);
        };
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "delivered");
    assertThat(sending.settled()).isEqualTo(1);

    assertThat(sending.of(text, "state || ' ' || sid_from")).isEqualTo("delivered callback");
  }

  @Test
  void a_status_of_an_earlier_try_of_another_name_or_of_no_text_of_ours_changes_nothing() {
    long text = sending.text();
    String sid = TwilioClient.sid(88);
    sending.set(text, "state = 'accepted', attempts = 2, sid_from = 'answer', sid = '" + sid + "'");
    SendResult off = new SendResult.Retry(30003, MINUTE);
    sending.report(text, 1, TwilioClient.sid(87), failed(off));
    sending.report(text, 2, TwilioClient.sid(89), failed(off));
    sending.report(999_999_999L, 1, TwilioClient.sid(90), progress("sent"));

    assertThat(sending.of(text, "state || ' ' || sid")).isEqualTo("accepted " + sid);
  }

  @Test
  void a_status_takes_a_name_back_from_the_text_that_a_list_gave_it_to() {
    String sid = TwilioClient.sid(66);
    long listed = sending.text();
    sending.set(listed, "state = 'accepted', attempts = 1, sid_from = 'list', sid = '" + sid + "'");
    long owner = sending.text();
    sending.set(owner, "state = 'uncertain', attempts = 1");
    sending.report(owner, 1, sid, progress("delivered"));

    assertThat(sending.of(owner, "state || ' ' || sid")).isEqualTo("delivered " + sid);
    assertThat(sending.of(listed, "state || coalesce(sid, '')")).isEqualTo("uncertain");
  }

  @Test
  void a_phone_that_is_off_is_tried_again_and_a_repeated_status_of_the_old_try_is_known() {
    long text = sending.text();
    sending.dispatch(10);
    sending.awaitState(text, "accepted");
    String first = TwilioClient.sid((int) text);
    SendResult off = new SendResult.Retry(30003, Duration.ofMinutes(30), 24, false);
    sending.report(text, 1, first, failed(off));
    sending.report(text, 1, first, failed(off));
    assertThat(sending.of(text, "state || failures")).isEqualTo("waiting1");
    sending.answers = again -> new SendResult.Accepted(TwilioClient.sid(3), "queued", 1);
    sending.clock.pass(Duration.ofMinutes(50));
    sending.awaitState(text, "accepted");
    sending.report(text, 1, first, failed(off));

    assertThat(sending.of(text, "state || ' ' || sid"))
        .isEqualTo("accepted " + TwilioClient.sid(3));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void who_told_the_gateway_to_stop_is_on_our_list_with_proof_and_gets_nothing_more(boolean later) {
    long resident = sending.resident();
    long text = sending.text(resident, 1);
    long next = sending.text(resident, 1);
    SendResult optedOut = new SendResult.Refused(21610, SendResult.Reason.OPTED_OUT);
    if (!later) {
      sending.results.add(optedOut);
      sending.dispatch(10);
      sending.awaitState(text, "failed");
    } else {
      sending.set(text, "state = 'accepted', attempts = 1, sid_from = 'answer', sid = 'SM1'");
      sending.report(text, 1, "SM1", failed(optedOut));
      sending.report(text, 1, "SM1", failed(optedOut));
    }
    sending.awaitState(next, "cancelled");

    assertThat(DATABASE.texts("SELECT stream FROM stop_list WHERE resident = ?", resident))
        .containsExactly("twilio");
    assertThat(
            DATABASE.texts(
                "SELECT event || ' ' || message FROM consent WHERE resident = ?", resident))
        .containsExactly("stop_twilio " + text);
  }

  @Test
  void two_machines_that_answer_each_other_are_parted_for_an_hour() {
    long resident = sending.resident();
    sending.results.add(new SendResult.Refused(14107, SendResult.Reason.LOOP));
    long text = sending.text(resident, 1);
    sending.dispatch(10);
    sending.awaitState(text, "failed");
    long next = sending.text(resident, 1);
    sending.clock.pass(Duration.ofMinutes(59));
    assertThat(sending.settled()).isEqualTo(1);
    sending.clock.pass(Duration.ofMinutes(2));

    sending.awaitState(next, "accepted");
  }
}
