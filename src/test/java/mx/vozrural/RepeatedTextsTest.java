package mx.vozrural;

import static mx.vozrural.TwilioClient.sid;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Twilio brings a text again whenever it is unsure, to whichever instance answers: once it counts.
 */
class RepeatedTextsTest {
  private static final TestDatabase DATABASE = TestDatabase.fresh();
  private static final String NEED = "No hay agua en Palo Blanco desde el lunes";
  private static TestServer one;
  private static TestServer other;

  @BeforeAll
  static void start() throws InterruptedException, ExecutionException {
    List<TestServer> both =
        atOnce(List.of(() -> TestServer.twilio(DATABASE), () -> TestServer.twilio(DATABASE)));
    one = both.get(0);
    other = both.get(1);
  }

  @AfterAll
  static void stop() {
    one.close();
    other.close();
  }

  private static <T> List<T> atOnce(List<Callable<T>> work)
      throws InterruptedException, ExecutionException {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<T> results = new ArrayList<>();
      for (Future<T> result : threads.invokeAll(work)) {
        results.add(result.get());
      }
      return results;
    }
  }

  private static long reportsOf(String sid) {
    return Long.parseLong(
        DATABASE.text(
            "SELECT count(*) FROM report r JOIN inbound i ON i.message = r.message WHERE i.sid = ?",
            sid));
  }

  @Test
  void two_instances_that_start_at_once_on_an_empty_schema_both_serve() {
    assertThat(one.management().get("/health/ready").status()).isEqualTo(200);
    assertThat(other.management().get("/health/ready").status()).isEqualTo(200);
    assertThat(DATABASE.count("municipality")).isEqualTo(1);
  }

  @Test
  void the_same_text_again_gets_the_same_answer_and_makes_no_second_report() {
    Http.Answer first = one.twilioClient().send(sid(1), Phones.number(1), NEED);
    long reports = DATABASE.count("report");
    long history = DATABASE.count("history");

    Http.Answer again = one.twilioClient().send(sid(1), Phones.number(1), NEED);
    Http.Answer elsewhere = other.twilioClient().send(sid(1), Phones.number(1), NEED);

    assertThat(first.status()).isEqualTo(200);
    assertThat(first.body())
        .contains("folio " + folioOf(sid(1)))
        .contains(
            "action=\"https://voz.example/twilio/status?m="
                + DATABASE.text("SELECT reply FROM inbound WHERE sid = ?", sid(1))
                + "&amp;n=0\"");
    assertThat(again.body()).isEqualTo(first.body());
    assertThat(elsewhere.body()).isEqualTo(first.body());
    assertThat(DATABASE.count("report")).isEqualTo(reports);
    assertThat(DATABASE.count("history")).isEqualTo(history);
  }

  private static String folioOf(String sid) {
    return DATABASE.text(
        "SELECT folio FROM report r JOIN inbound i ON i.message = r.message WHERE i.sid = ?", sid);
  }

  @Test
  void two_hundred_deliveries_of_one_text_at_two_instances_make_one_report_and_one_answer()
      throws Exception {
    List<Callable<Http.Answer>> deliveries = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      TwilioClient client = (i % 2 == 0 ? one : other).twilioClient();
      deliveries.add(() -> client.send(sid(2), Phones.number(2), NEED));
    }
    List<Http.Answer> answers = atOnce(deliveries);

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.stream().map(Http.Answer::body).distinct()).hasSize(1);
    assertThat(reportsOf(sid(2))).isEqualTo(1);
    assertThat(
            DATABASE.text(
                "SELECT count(*) FROM report WHERE resident ="
                    + " (SELECT resident FROM report WHERE folio = ?::bigint)",
                folioOf(sid(2))))
        .isEqualTo("1");
  }

  @Test
  void two_texts_of_one_new_phone_at_two_instances_at_once_both_become_reports() throws Exception {
    for (int phone = 100; phone < 130; phone++) {
      String from = Phones.number(phone);
      int name = phone * 2;
      List<Http.Answer> answers =
          atOnce(
              List.of(
                  () -> one.twilioClient().send(sid(name), from, NEED),
                  () ->
                      other
                          .twilioClient()
                          .send(sid(name + 1), from, "Se fue la luz en El Charco")));

      assertThat(answers).allMatch(answer -> answer.status() == 200);
      assertThat(reportsOf(sid(name))).isEqualTo(1);
      assertThat(reportsOf(sid(name + 1))).isEqualTo(1);
    }
  }

  @Test
  void texts_of_many_phones_at_once_get_each_a_folio_of_its_own() throws Exception {
    List<Callable<Http.Answer>> texts = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      int number = i;
      TwilioClient client = (i % 2 == 0 ? one : other).twilioClient();
      texts.add(() -> client.send(sid(5_000 + number), Phones.number(5_000 + number), NEED));
    }
    List<String> folios =
        atOnce(texts).stream().map(answer -> Phones.folio(answer.body())).toList();

    assertThat(folios).doesNotHaveDuplicates().hasSize(300);
  }

  @Test
  void a_text_that_the_database_refuses_takes_no_neighbour_of_its_batch_along() throws Exception {
    DATABASE.execute(
        "ALTER TABLE message ADD CONSTRAINT nobody_says_so CHECK (body NOT LIKE '%refuse me%')");
    List<Callable<Http.Answer>> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int number = 7_000 + i;
      String body = i % 20 == 7 ? "No hay agua, refuse me" : NEED;
      texts.add(() -> one.twilioClient().send(sid(number), Phones.number(number), body));
    }
    List<Http.Answer> answers = atOnce(texts);

    Map<Integer, Integer> byStatus = new HashMap<>();
    answers.forEach(answer -> byStatus.merge(answer.status(), 1, Integer::sum));
    assertThat(byStatus).isEqualTo(Map.of(200, 57, 503, 3));
    assertThat(answers.get(7).status()).isEqualTo(503);
    assertThat(answers.get(7).header("Retry-After")).isEqualTo("5");

    DATABASE.execute("ALTER TABLE message DROP CONSTRAINT nobody_says_so");
    Http.Answer again =
        one.twilioClient().send(sid(7_007), Phones.number(7_007), "No hay agua, refuse me");
    assertThat(again.status()).isEqualTo(200);
    assertThat(reportsOf(sid(7_007))).isEqualTo(1);
  }

  @Test
  void one_name_for_the_texts_of_two_phones_at_once_is_one_text_and_no_neighbour_suffers()
      throws Exception {
    List<Callable<Http.Answer>> texts = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      int phone = 8_000 + i;
      int name = i == 41 ? 8_012 : phone;
      texts.add(() -> one.twilioClient().send(sid(name), Phones.number(phone), NEED));
    }
    List<Http.Answer> answers = atOnce(texts);

    assertThat(answers).allMatch(answer -> answer.status() == 200);
    assertThat(answers.get(41).body()).isEqualTo(answers.get(12).body());
    assertThat(answers.stream().map(Http.Answer::body).distinct()).hasSize(59);
    assertThat(reportsOf(sid(8_012))).isEqualTo(1);
  }

  @Test
  void a_report_its_history_its_words_and_its_answer_stand_or_fall_together() {
    DATABASE.execute(
        "ALTER TABLE outbox ADD CONSTRAINT no_answer CHECK (state <> 'answered') NOT VALID");
    long before = DATABASE.count("report") + DATABASE.count("message") + DATABASE.count("history");

    Http.Answer refused = one.twilioClient().send(sid(3), Phones.number(3), NEED);
    DATABASE.execute("ALTER TABLE outbox DROP CONSTRAINT no_answer");

    assertThat(refused.status()).isEqualTo(503);
    assertThat(DATABASE.count("report") + DATABASE.count("message") + DATABASE.count("history"))
        .isEqualTo(before);
    assertThat(one.twilioClient().send(sid(3), Phones.number(3), NEED).status()).isEqualTo(200);
  }

  @Test
  void a_number_that_a_repeated_text_did_not_use_is_the_next_reports() {
    String from = Phones.number(4);
    one.twilioClient().send(sid(4), from, NEED);
    long used = Long.parseLong(DATABASE.text("SELECT last_value FROM report_number"));
    for (int i = 0; i < 50; i++) {
      one.twilioClient().send(sid(4), from, NEED);
    }
    long now = Long.parseLong(DATABASE.text("SELECT last_value FROM report_number"));

    assertThat(now - used).isLessThanOrEqualTo(1);
  }
}
