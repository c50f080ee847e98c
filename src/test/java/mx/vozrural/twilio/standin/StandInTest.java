package mx.vozrural.twilio.standin;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The API of the stand-in: a test that trusts it must know that it is as Twilio documents it. */
class StandInTest {
  private static final String PHONE = "+526145550101";
  private static final String SERVICE = "MG0123456789abcdef0123456789abcdef";
  private static final Instant NOON = Instant.parse("2026-11-24T18:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(NOON);
  private final InstantSource clock = now::get;
  private StandIn twilio = with(Faults.none());
  private ApiCaller api = new ApiCaller(twilio, Account.EXAMPLE);

  private StandIn with(Faults faults) {
    return new StandIn(Account.EXAMPLE, faults, clock, url -> url);
  }

  private void use(Faults faults) {
    twilio.close();
    twilio = with(faults);
    api = new ApiCaller(twilio, Account.EXAMPLE);
  }

  @AfterEach
  void close() {
    twilio.close();
  }

  private void awaitStatus(String status) {
    Awaitility.await()
        .pollInterval(Duration.ofMillis(10))
        .until(() -> twilio.messages().stream().allMatch(sms -> sms.status().equals(status)));
  }

  @Test
  void each_answer_has_the_shape_that_Twilio_publishes() {
    twilio.unreachable("+526145550102", 30003);
    List<JsonObject> created =
        List.of(
            api.text(PHONE, "¿Ya hay agua?").json(),
            api.text("+526145550102", "Gracias").json(),
            api.post(Map.of("To", PHONE, "MessagingServiceSid", SERVICE, "Body", "Sí")).json());
    created.forEach(Shape::assertMessage);
    Awaitility.await()
        .until(
            () -> twilio.messages().stream().allMatch(sms -> sms.status().endsWith("delivered")));

    created.forEach(sms -> Shape.assertMessage(api.fetch(sms.getString("sid")).json()));
    Shape.assertPage(api.list(Map.of()).json());
    assertThat(twilio.messages()).extracting(Sms::error).containsExactly(null, 30003, null);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          To=                                      | 400 | 21604
          To=6145550101                            | 400 | 21211
          From=+526140000000                       | 400 | 21606
          Body=                                    | 400 | 21602
          To=+526145550110                         | 400 | 21610
          To=+526145550114                         | 400 | 21614
          To=+526145550121                         | 429 | 21611
          """)
  void what_is_wrong_with_a_text_is_refused_by_Twilios_code(String pair, int status, int code) {
    twilio.refuse("+526145550110", Refusal.UNSUBSCRIBED);
    twilio.refuse("+526145550114", Refusal.NOT_MOBILE);
    twilio.refuse("+526145550121", Refusal.QUEUE_FULL);
    String[] instead = pair.split("=", 2);
    ApiCaller.Answer answer = api.text(PHONE, "Gracias", instead[0], instead[1]);

    assertRefused(answer, status, code);
  }

  private void assertRefused(ApiCaller.Answer answer, int status, int code) {
    Shape.assertError(answer.json());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.json().getInteger("code")).isEqualTo(code);
    assertThat(answer.json().getInteger("status")).isEqualTo(status);
    assertThat(twilio.messages()).isEmpty();
  }

  @Test
  void strangers_long_texts_and_unknown_messages_are_refused_too() {
    Account stranger = new Account(Account.EXAMPLE.sid(), "wrong", "+526144100100");
    assertRefused(new ApiCaller(twilio, stranger).text(PHONE, "Gracias"), 401, 20003);
    assertRefused(api.text(PHONE, "a".repeat(1_601)), 400, 21617);
    assertRefused(api.post(Map.of("To", PHONE, "Body", "Gracias")), 400, 21603);
    assertRefused(api.fetch("SM" + "0".repeat(32)), 404, 20404);
    assertRefused(api.list(Map.of("DateSent", "yesterday")), 400, 20001);
  }

  /** Three texts: yesterday, today at noon, today at one; the last has not left yet. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          To=+526145550101                         | 3 1
          To=+526145550109                         | ''
          From=+526144100100                       | 3 2 1
          DateSent=2026-11-24                      | 2
          DateSent>=2026-11-24                     | 2
          DateSent<=2026-11-24                     | 1
          DateSent>=2026-11-24T18:00:00Z           | 2
          DateSent<=2026-11-24T17:59:59Z           | 1
          PageSize=2                               | 3 2
          Page=1&PageSize=2                        | 1
          """)
  void the_list_is_newest_first_and_narrowed_as_asked(String query, String expected) {
    now.set(NOON.minus(Duration.ofDays(1)));
    api.text(PHONE, "1");
    awaitStatus("delivered");
    now.set(NOON);
    api.text("+526145550102", "2");
    awaitStatus("delivered");
    now.set(NOON.plus(Duration.ofHours(1)));
    twilio.holdBack();
    api.text(PHONE, "3");

    JsonObject page = api.list(pairs(query)).json();
    Shape.assertPage(page);
    assertThat(String.join(" ", bodies(page))).isEqualTo(expected);
  }

  private static Map<String, String> pairs(String query) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      pairs.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return pairs;
  }

  private static List<String> bodies(JsonObject page) {
    return page.getJsonArray("messages").stream()
        .map(message -> ((JsonObject) message).getString("body"))
        .toList();
  }

  @Test
  void pages_hold_together_while_new_messages_come() {
    IntStream.range(0, 5).forEach(i -> api.text(PHONE, "texto " + i));
    List<String> seen = new ArrayList<>();
    String next = api.list(Map.of("PageSize", "2", "To", PHONE)).json().getString("uri");
    while (next != null) {
      JsonObject page = api.get(next).json();
      Shape.assertPage(page);
      seen.addAll(bodies(page));
      next = page.getString("next_page_uri");
      api.text(PHONE, "later");
    }
    assertThat(seen).containsExactly("texto 4", "texto 3", "texto 2", "texto 1", "texto 0");
  }

  @Test
  void a_service_counts_segments_later_and_the_price_comes_at_the_second_look() {
    JsonObject sms =
        api.post(Map.of("To", PHONE, "MessagingServiceSid", SERVICE, "Body", "á".repeat(71)))
            .json();
    assertThat(sms.getString("status") + sms.getString("num_segments")).isEqualTo("accepted0");
    awaitStatus("delivered");

    JsonObject first = api.fetch(sms.getString("sid")).json();
    JsonObject second = api.fetch(sms.getString("sid")).json();
    assertThat(first.getString("num_segments")).isEqualTo("2");
    assertThat(first.getString("price")).isNull();
    assertThat(second.getString("price")).isEqualTo("-0.01500");
  }

  /** Of 200 texts: what was answered, and how many Twilio has. */
  @ParameterizedTest
  @CsvSource({"0.3, 0, true", "0, 0.3, false"})
  void what_is_lost_was_taken_and_what_failed_was_not(double lost, double failed, boolean taken) {
    use(Faults.none().with(new Faults.Answers(lost, failed, 0, Duration.ZERO, 0)));
    List<Integer> statuses = texts(200);
    long without = statuses.stream().filter(status -> status != 201).count();

    assertThat(without).isBetween(40L, 80L);
    assertThat(twilio.messages()).hasSize(taken ? 200 : (int) (200 - without));
    use(Faults.none().with(new Faults.Answers(lost, failed, 0, Duration.ZERO, 0)));
    assertThat(texts(200)).as("the same seed").isEqualTo(statuses);
    use(Faults.none().seeded(2).with(new Faults.Answers(lost, failed, 0, Duration.ZERO, 0)));
    assertThat(texts(200)).as("another seed").isNotEqualTo(statuses);
  }

  private List<Integer> texts(int count) {
    return IntStream.range(0, count).mapToObj(i -> api.text(PHONE, "texto " + i).status()).toList();
  }

  @Test
  void over_the_limit_nothing_is_taken_and_a_second_later_it_is() {
    use(Faults.none().with(new Faults.Answers(0, 0, 0, Duration.ZERO, 5)));
    assertThat(texts(7)).containsExactly(201, 201, 201, 201, 201, 429, 429);
    assertThat(twilio.messages()).hasSize(5);
    now.set(NOON.plusSeconds(1));
    assertThat(texts(1)).containsExactly(201);
  }

  /** The rows of the product's own test, and what is counted at the borders. */
  @ParameterizedTest
  @CsvSource({
    "a,160,'',1",
    "a,161,'',2",
    "a,306,'',2",
    "a,307,'',3",
    "á,70,'',1",
    "á,71,'',2",
    "á,134,'',2",
    "á,135,'',3",
    "a,152,{,1",
    "€,80,'',1",
    "€,81,'',2"
  })
  void segments_are_counted_as_the_network_splits(
      String letter, int times, String end, int segments) {
    assertThat(SegmentCount.of(letter.repeat(times) + end)).isEqualTo(segments);
  }

  @Test
  void what_takes_two_places_is_not_cut_in_two() {
    assertThat(SegmentCount.of("a".repeat(152) + "{" + "a".repeat(152))).isEqualTo(3);
    assertThat(SegmentCount.of("á".repeat(66) + "😀" + "á".repeat(66))).isEqualTo(3);
    assertThat(SegmentCount.of("a\u0301")).as("composed first").isEqualTo(1);
  }
}
