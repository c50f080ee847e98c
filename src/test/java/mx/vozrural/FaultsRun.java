package mx.vozrural;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.vozrural.twilio.standin.Account;
import mx.vozrural.twilio.standin.Faults;
import mx.vozrural.twilio.standin.Incoming;
import mx.vozrural.twilio.standin.Sms;
import mx.vozrural.twilio.standin.StandIn;

/**
 * The product as an operator runs it, before a Twilio that loses answers, fails and throttles,
 * killed while it sends: what became of each text that was accepted for sending.
 */
final class FaultsRun implements AutoCloseable {
  private static final Pattern KEY = Pattern.compile("clave T\\d{4}X");
  private static final Pattern FOLIO = Pattern.compile("folio (\\d{7,12})");
  private static final Duration LOOK = Duration.ofMillis(100);

  /** How long a server may take to be ready again with its database gone, before it is ended. */
  private static final Duration RECOVERY = Duration.ofSeconds(5);

  private final Plan plan;
  private final Consumer<String> log;
  private final Path folder;
  private final StandIn twilio;
  private final ServerProcess.Launch launch;
  private final List<String> folios;
  private ServerProcess server;

  /** What dies. */
  private enum Kill {
    SERVER,
    DATABASE
  }

  /**
   * @param servers how often the server's process is killed
   * @param databases how often its database server is
   * @param quiet nothing changes for so long: it is over
   * @param program see {@link ServerProcess.Launch}
   */
  record Plan(
      long seed, int texts, int servers, int databases, Duration quiet, List<String> program) {
    Plan {
      if (program.isEmpty()) {
        program = ServerProcess.Launch.with(Path.of("."), Map.of()).program();
      }
    }

    /** Which dies when: at even shares of the texts. */
    private List<Kill> kills() {
      List<Kill> kills = new ArrayList<>(Collections.nCopies(servers, Kill.SERVER));
      kills.addAll(Collections.nCopies(databases, Kill.DATABASE));
      Collections.shuffle(kills, new Random(seed));
      return kills;
    }
  }

  /**
   * What became of the texts.
   *
   * @param once taken by Twilio once
   * @param parked never taken, and shown to staff as waiting for a person
   * @param lost neither
   * @param repeated other texts than the counted that Twilio has twice
   * @param refused callbacks answered otherwise than 204, or 503 while the database is away
   */
  record Outcome(
      int once, int parked, int lost, int twice, long repeated, long refused, Duration time) {}

  FaultsRun(Plan plan, Consumer<String> log) throws IOException {
    this.plan = plan;
    this.log = log;
    this.folder = Files.createTempDirectory("voz-rural-faults");
    this.twilio = new StandIn(Account.EXAMPLE, faults(plan.seed()));
    this.launch = new ServerProcess.Launch(folder, plan.program(), environment());
    this.server = ServerProcess.ready(launch);
    this.folios = all(plan.texts(), this::report);
  }

  /** 15 % of answers lost, 15 % of requests failed, twenty a second. */
  private static Faults faults(long seed) {
    return Faults.none()
        .seeded(seed)
        .with(new Faults.Answers(0.15, 0.15, 0.05, Duration.ofMillis(500), 20))
        .with(new Faults.Callbacks(0.3, 0.3, 0.2, 0.1, 0.1, Duration.ofSeconds(2)));
  }

  private Map<String, String> environment() {
    int port = TestServer.freePort();
    Map<String, String> environment = new HashMap<>();
    environment.put("PORT", Integer.toString(port));
    environment.put("PUBLIC_URL", "http://127.0.0.1:" + port);
    environment.put("SMS_GATEWAY", "twilio");
    environment.put("TWILIO_ACCOUNT_SID", Account.EXAMPLE.sid());
    environment.put("TWILIO_AUTH_TOKEN", Account.EXAMPLE.token());
    environment.put("TWILIO_FROM", Account.EXAMPLE.number());
    environment.put("TWILIO_API_URL", twilio.address().toString());
    // Above what Twilio takes, so that it throttles.
    environment.put("SMS_RATE", "30");
    environment.put("QUIET_HOURS", "off");
    environment.put("ADMIN_EMAIL", "admin@voz.example");
    environment.put("ADMIN_PASSWORD", TestServer.PASSWORD);
    return environment;
  }

  private URI address() {
    return URI.create(launch.environment().get("PUBLIC_URL"));
  }

  private static String phone(int text) {
    return "+52614555" + "%04d".formatted(text);
  }

  private static String key(int text) {
    return "clave T%04dX".formatted(text);
  }

  /** A report by its own phone. */
  private String report(int text) {
    Incoming.Brought brought =
        twilio.text(
            address() + "/twilio/sms",
            phone(text),
            "Hay un bache en la calle " + text + " de El Sauz");
    String answer = brought.replies().stream().map(Sms::body).collect(Collectors.joining());
    Matcher folio = FOLIO.matcher(answer);
    if (!folio.find()) {
      throw new IllegalStateException("no folio in the answer: " + brought.status());
    }
    return folio.group(1);
  }

  /** Queues all texts, kills, waits, counts. */
  Outcome run() throws IOException, InterruptedException {
    long from = System.nanoTime();
    DeskClient desk = new DeskClient(server.http(), token(), "admin@voz.example");
    all(plan.texts(), text -> queue(desk, text));
    List<Kill> kills = plan.kills();
    for (int i = 0; i < kills.size(); i++) {
      awaitTaken(plan.texts() * (i + 1) / (kills.size() + 1));
      kill(kills.get(i));
    }
    awaitQuiet(desk);
    return outcome(desk, Duration.ofNanos(System.nanoTime() - from));
  }

  private String token() throws IOException, InterruptedException {
    Process process =
        launch
            .command(List.of("admin", "token", "create", "--email", "admin@voz.example"))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IllegalStateException("no token");
    }
    return said.strip().lines().reduce((a, b) -> b).orElseThrow();
  }

  private String queue(DeskClient desk, int text) {
    JsonObject body = new JsonObject().put("body", "La cuadrilla va el jueves, " + key(text));
    Http.Answer answer = desk.post("/api/v1/queue/" + folios.get(text) + "/messages", body);
    if (answer.status() != 202) {
      throw new IllegalStateException("the text was answered " + answer.status());
    }
    return answer.json().getString("id");
  }

  private static <T> List<T> all(int count, java.util.function.IntFunction<T> work) {
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Callable<T>> tasks =
          IntStream.range(0, count).<Callable<T>>mapToObj(i -> () -> work.apply(i)).toList();
      List<T> results = new ArrayList<>();
      for (Future<T> done : threads.invokeAll(tasks)) {
        results.add(done.get());
      }
      return results;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** How often Twilio took each of the counted texts. */
  private Map<String, Integer> taken() {
    Map<String, Integer> taken = new HashMap<>();
    for (Sms sms : twilio.messages()) {
      Matcher key = KEY.matcher(sms.body());
      if (sms.order().direction().startsWith("outbound") && key.find()) {
        taken.merge(key.group(), 1, Integer::sum);
      }
    }
    return taken;
  }

  private void awaitTaken(int count) throws InterruptedException {
    long best = -1;
    long since = System.nanoTime();
    while (taken().size() < count && System.nanoTime() - since < plan.quiet().toNanos()) {
      if (taken().size() > best) {
        best = taken().size();
        since = System.nanoTime();
      }
      Thread.sleep(LOOK);
    }
  }

  private void kill(Kill kill) throws InterruptedException {
    log.accept("  killed at %d of %d: %s".formatted(taken().size(), plan.texts(), kill));
    switch (kill) {
      case SERVER -> server.kill();
      case DATABASE -> {
        server.killDatabase();
        // What is under way meets a database that is gone.
        long until = System.nanoTime() + RECOVERY.toNanos();
        Thread.sleep(Duration.ofSeconds(1));
        while (!server.isReady() && System.nanoTime() < until) {
          Thread.sleep(LOOK);
        }
        if (server.isReady()) {
          return;
        }
        server.kill();
      }
    }
    server = ServerProcess.ready(launch);
  }

  /**
   * Until all is settled, or nothing has changed for long; then a while, since repeats are late.
   */
  private void awaitQuiet(DeskClient desk) throws InterruptedException {
    String state = "";
    long since = System.nanoTime();
    boolean settled = false;
    while (!settled && System.nanoTime() - since < plan.quiet().toNanos()) {
      Thread.sleep(Duration.ofSeconds(1));
      String now = taken().size() + "," + twilio.requests();
      settled = settled(desk);
      if (!now.equals(state)) {
        state = now;
        since = System.nanoTime();
      }
    }
    Thread.sleep(plan.quiet().dividedBy(4));
  }

  private boolean settled(DeskClient desk) {
    Map<String, Integer> taken = taken();
    return IntStream.range(0, plan.texts())
        .filter(text -> !taken.containsKey(key(text)))
        .allMatch(text -> parked(desk, text));
  }

  /** As a triager sees it. */
  private boolean parked(DeskClient desk, int text) {
    return desk.messages(folios.get(text)).stream()
        .anyMatch(message ->
            message.getString("body").contains(key(text))
                && message.getString("status").equals("parked"));
  }

  private Outcome outcome(DeskClient desk, Duration time) {
    Map<String, Integer> taken = taken();
    int once = 0;
    int parked = 0;
    int lost = 0;
    int twice = 0;
    for (int text = 0; text < plan.texts(); text++) {
      int times = taken.getOrDefault(key(text), 0);
      if (times == 1) {
        once++;
      } else if (times > 1) {
        twice++;
      } else if (parked(desk, text)) {
        parked++;
      } else {
        lost++;
      }
    }
    long refused =
        twilio.callbackAnswers().stream().filter(status -> status != 204 && status != 503).count();
    return new Outcome(once, parked, lost, twice, repeated() - twice, refused, time);
  }

  private long repeated() {
    return twilio.messages().stream()
        .filter(sms -> sms.order().direction().startsWith("outbound"))
        .collect(Collectors.groupingBy(sms -> sms.to() + sms.body(), Collectors.counting()))
        .values()
        .stream()
        .filter(times -> times > 1)
        .count();
  }

  @Override
  public void close() {
    ServerProcess.endAll(folder, server);
    twilio.close();
  }
}
