package mx.vozrural;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mx.vozrural.Exchange.Step;
import mx.vozrural.domain.Folio;
import mx.vozrural.domain.Phone;
import mx.vozrural.sms.Segments;
import org.jspecify.annotations.Nullable;

/** Plays one {@link Exchange}: people text the webhook, staff work at the desk's API. */
final class Conversation {
  private static final AtomicInteger NUMBERS = new AtomicInteger(1);
  private static final Pattern NAMED = Pattern.compile("\\{(\\w+)(?::(\\w+))?}");
  private static final Pattern DIGITS = Pattern.compile("(?<!\\d)\\d{7,}");

  private final TestServer server;
  private final TestDatabase database;
  private final DeskClient desk;
  private final Map<String, String> phones = new HashMap<>();
  private final Map<String, String> folios = new HashMap<>();
  private final Map<String, Integer> heard = new HashMap<>();
  private Map<String, String> sent = Map.of();
  private String answer = "";
  private String answerBefore = "";

  Conversation(TestServer server, TestDatabase database, DeskClient desk) {
    this.server = server;
    this.database = database;
    this.desk = desk;
  }

  void play(Exchange exchange) {
    for (Exchange.Line line : exchange.lines()) {
      try {
        play(line.step());
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "line %d: %s%nafter the answer: %s%n%s"
                .formatted(line.number(), line.source(), answer, e.getMessage()),
            e);
      }
    }
  }

  /** What silence leads to is done by the minute; here at once, whatever the test's own minutes. */
  private void pass(Duration time) {
    server.clock().pass(time);
    server.services().waiting.run();
  }

  private void play(Step step) {
    switch (step) {
      case Step.Text text -> text(text);
      case Step.Again again -> bring();
      case Step.Passes passes -> pass(passes.time());
      case Step.Staff staff -> staff(staff);
      case Step.Says says -> says(says);
      case Step.Silence silence -> assertThat(answer).isEmpty();
      case Step.Same same -> assertThat(answer).isEqualTo(answerBefore);
      case Step.Report report -> report(report);
      case Step.Words words -> words(words);
      case Step.Filed filed -> filed(filed.folio());
      case Step.Kept kept -> assertThat(reasonKept()).isEqualTo(kept.reason());
      case Step.Person person -> person(person);
      case Step.Hears hears -> hears(hears);
    }
  }

  private void text(Step.Text text) {
    for (int i = 0; i < text.times(); i++) {
      int number = NUMBERS.getAndIncrement();
      Map<String, String> fields =
          TwilioClient.text(TwilioClient.sid(number), phone(text.from()), named(text.body()));
      fields.putAll(text.fields());
      sent = fields;
      bring();
    }
  }

  private void bring() {
    answerBefore = answer;
    answer = TwilioClient.said(server.twilioClient().post(TwilioClient.TEXTS, sent));
    assertProper(answer);
  }

  /** What holds for every answer: the number to text, two segments, "folio" before each folio. */
  private static void assertProper(String answer) {
    if (answer.isEmpty()) {
      return;
    }
    assertThat(answer).contains("614 410 0100");
    assertThat(Segments.of(answer).segments()).as(answer).isBetween(1, 2);
    DIGITS
        .matcher(answer)
        .results()
        .forEach(folio -> assertThat(answer.substring(0, folio.start())).endsWith("folio "));
  }

  /** Somebody's phone; what has no small letter is a sender that is no person's number. */
  private String phone(String name) {
    return name.equals(name.toUpperCase(Locale.ROOT))
        ? name
        : phones.computeIfAbsent(name, n -> Phones.number(NUMBERS.getAndIncrement()));
  }

  /** Words with folios in the place of their names. */
  private String named(String words) {
    return NAMED.matcher(words).replaceAll(name -> folio(name.group(1), name.group(2)));
  }

  private String folio(String name, @Nullable String manner) {
    String folio = name.equals("nobody") ? nobodys() : folios.get(name);
    Objects.requireNonNull(folio, "no report is called " + name);
    return switch (manner) {
      case null -> folio;
      case "spaced" ->
          folio.substring(0, 3) + " " + folio.substring(3, 5) + " " + folio.substring(5);
      case "dashed" -> folio.substring(0, 3) + "-" + folio.substring(3);
      case "wrong" ->
          folio.substring(0, folio.length() - 1)
              + (folio.charAt(folio.length() - 1) - '0' + 1) % 10;
      case "swapped" -> swapped(folio);
      default -> throw new IllegalArgumentException(manner);
    };
  }

  /** Two neighbouring digits that differ change places. */
  private static String swapped(String folio) {
    int i = 1;
    while (folio.charAt(i) == folio.charAt(i + 1)) {
      i++;
    }
    return folio.substring(0, i) + folio.charAt(i + 1) + folio.charAt(i) + folio.substring(i + 2);
  }

  private String nobodys() {
    int number = 9_999_999;
    while (Folio.parse(Integer.toString(number)).isEmpty()
        || database.count("report WHERE folio = " + number) > 0) {
      number--;
    }
    return Integer.toString(number);
  }

  private void says(Step.Says says) {
    learn(says.words());
    String words = named(says.words());
    switch (says.where()) {
      case SOMEWHERE -> assertThat(answer).contains(words);
      case FIRST -> assertThat(answer).startsWith(words);
      case LAST -> assertThat(answer).endsWith(words);
      case NOWHERE -> assertThat(answer).isNotEmpty().doesNotContain(words);
    }
  }

  /** A folio that an answer tells for the first time gets its name. */
  private void learn(String words) {
    Matcher name = NAMED.matcher(words);
    if (name.find() && name.group(2) == null && !name.group(1).equals("nobody")) {
      folios.computeIfAbsent(name.group(1), n -> Phones.folio(answer));
    }
  }

  private void staff(Step.Staff staff) {
    String folio = folio(staff.folio(), null);
    String words = named(staff.words());
    Http.Answer done =
        switch (staff.verb()) {
          case "writes" ->
              desk.post(
                  "/api/v1/queue/" + folio + "/messages", new JsonObject().put("body", words));
          case "sets" -> desk.change(folio, changed(words));
          default -> desk.change(folio, move(staff.verb(), words));
        };
    answer = done.status() + " " + done.body();
    boolean expected = done.status() < 300 || staff.verb().equals("writes");
    assertThat(expected).as(answer).isTrue();
  }

  private static JsonObject changed(String words) {
    String[] fact = words.split("=", 2);
    boolean flag = fact[1].equals("true") || fact[1].equals("false");
    return new JsonObject().put(fact[0], flag ? Boolean.valueOf(fact[1]) : fact[1]);
  }

  private JsonObject move(String to, String words) {
    JsonObject move = new JsonObject().put("status", to);
    return switch (to) {
      case "asked", "rejected" -> move.put("reason", words);
      case "referred" -> move.put("agency", words);
      case "merged" -> move.put("into", words);
      case "scheduled" ->
          move.put(
              "on",
              server
                  .services()
                  .deadlines
                  .day(server.clock().instant())
                  .plusDays(Long.parseLong(words))
                  .toString());
      default -> move;
    };
  }

  private void report(Step.Report report) {
    String folio = folio(report.folio(), null);
    JsonObject item = desk.report(folio);
    Map<String, String> facts = new LinkedHashMap<>();
    for (String fact : report.facts().keySet()) {
      facts.put(fact, fact(folio, item, fact));
    }
    assertThat(facts).isEqualTo(report.facts());
  }

  private String fact(String folio, JsonObject item, String name) {
    return switch (name) {
      case "alerts" -> Long.toString(told("alert_on_duty", folio));
      case "supervisors" -> Long.toString(told("alert_supervisor", folio));
      case "words" ->
          database.text(
              "SELECT string_agg(reason, ',' ORDER BY id) FROM history WHERE folio = ?::bigint AND event = 'neighbour_word'",
              folio);
      default -> {
        assertThat(item.containsKey(name)).as("a report has no " + name).isTrue();
        yield shown(item.getValue(name));
      }
    };
  }

  private static String shown(@Nullable Object value) {
    return switch (value) {
      case null -> "-";
      case JsonArray list -> list.stream().map(String::valueOf).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }

  private long told(String template, String folio) {
    return database
        .texts("SELECT body FROM message WHERE direction = 'out' AND template = ?", template)
        .stream()
        .filter(body -> body.contains(folio))
        .count();
  }

  private void words(Step.Words words) {
    List<String> held =
        desk.messages(folio(words.folio(), null)).stream()
            .filter(message -> message.getString("direction").equals("in"))
            .map(message -> message.getString("body"))
            .toList();
    String wanted = named(words.words());
    assertThat(held.stream().anyMatch(body -> body.contains(wanted)))
        .as(held.toString())
        .isEqualTo(words.there());
  }

  private void filed(String name) {
    String folio =
        database.text(
            "SELECT folio FROM report r JOIN inbound i USING (message) WHERE i.sid = ?",
            sent.get("MessageSid"));
    assertThat(folio).as("the report of this text").isNotEmpty();
    assertThat(folio).isEqualTo(folios.computeIfAbsent(name, n -> folio));
  }

  private String reasonKept() {
    return database.text(
        "SELECT k.reason FROM kept k JOIN inbound i USING (message) WHERE i.sid = ?",
        sent.get("MessageSid"));
  }

  private void person(Step.Person person) {
    Map<String, String> facts = new LinkedHashMap<>();
    for (String fact : person.facts().keySet()) {
      facts.put(fact, known(resident(person.name()), fact));
    }
    assertThat(facts).isEqualTo(person.facts());
  }

  private String known(long resident, String fact) {
    return switch (fact) {
      case "reports" -> Long.toString(database.count("report WHERE resident = " + resident));
      case "cases" -> Long.toString(database.count("privacy_case WHERE resident = " + resident));
      case "stops" ->
          database.text(
              "SELECT coalesce(string_agg(stream, ',' ORDER BY stream), '-') FROM stop_list WHERE resident = ?",
              resident);
      case "notices" ->
          database.text(
              "SELECT coalesce(string_agg(coalesce(section, 'all'), ','), '-') FROM subscription WHERE resident = ?",
              resident);
      default -> throw new IllegalArgumentException("nothing is known of " + fact);
    };
  }

  private long resident(String name) {
    return server
        .services()
        .residents
        .find(server.services().database.pool(), Phone.of(phone(name)))
        .orElseThrow();
  }

  private void hears(Step.Hears hears) {
    List<String> all =
        database.texts(
            "SELECT m.body FROM outbox o JOIN message m ON m.id = o.message WHERE o.resident = ? AND"
                + " o.stream = 'report' ORDER BY m.id",
            resident(hears.name()));
    List<String> fresh = all.subList(heard.getOrDefault(hears.name(), 0), all.size());
    heard.put(hears.name(), all.size());
    if (hears.words().equals("nothing")) {
      assertThat(fresh).isEmpty();
    } else {
      assertThat(fresh).singleElement().asString().contains(named(hears.words()));
    }
  }
}
