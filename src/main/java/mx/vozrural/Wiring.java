package mx.vozrural;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Deployable;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.sqlclient.Pool;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mx.vozrural.access.NewStaff;
import mx.vozrural.access.Role;
import mx.vozrural.audit.Actor;
import mx.vozrural.commitments.BroadcastFeeder;
import mx.vozrural.database.Database;
import mx.vozrural.database.Partitions;
import mx.vozrural.database.SqlFailure;
import mx.vozrural.database.StartFailure;
import mx.vozrural.intake.Alarm;
import mx.vozrural.intake.Comparison;
import mx.vozrural.intake.Intake;
import mx.vozrural.intake.IntakeWriter;
import mx.vozrural.intake.Spool;
import mx.vozrural.intake.SpoolFolder;
import mx.vozrural.intake.SpoolReplay;
import mx.vozrural.intake.Watch;
import mx.vozrural.outbox.Deliveries;
import mx.vozrural.outbox.Dispatcher;
import mx.vozrural.outbox.Prices;
import mx.vozrural.outbox.SmsGateway;
import mx.vozrural.simulator.SimulatorGateway;
import mx.vozrural.twilio.InboundList;
import mx.vozrural.twilio.MessageList;
import mx.vozrural.twilio.TwilioDoor;
import mx.vozrural.twilio.TwilioGateway;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running server: opens the storage, puts the services together, starts the verticles; closes
 * them in the opposite order.
 */
final class Wiring implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Wiring.class);

  /** Two batches in flight hide the time of a flush; more gain nothing. */
  private static final int WRITERS = 2;

  /**
   * A round of the dispatcher takes milliseconds; a server that takes so long is of no use to it.
   */
  private static final Database.Limits OUTBOX_LIMITS =
      new Database.Limits(Duration.ofSeconds(10), Duration.ofSeconds(4));

  private static final Duration STANDING_STILL = Duration.ofSeconds(30);
  private static final long OFTEN_MILLIS = Duration.ofSeconds(15).toMillis();
  private static final long MINUTE_MILLIS = Duration.ofMinutes(1).toMillis();
  private static final long FIVE_MINUTES_MILLIS = Duration.ofMinutes(5).toMillis();
  private static final long DAILY_MILLIS = Duration.ofDays(1).toMillis();

  private final Vertx vertx;
  private final Storage storage;
  private final Services services;
  private final Intake intake = new Intake();
  private final SpoolFolder spoolFolder;
  private final Spool spool;
  private final Dispatcher dispatcher;
  private final Optional<TwilioGateway> twilio;
  private final Optional<MessageList> list;
  private final Optional<Prices> prices;
  private final Optional<InboundList> inboundList;
  private final Optional<Comparison> comparison;
  private final Watch watch;
  private final Optional<String> setup;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private volatile long unowned;
  private volatile Deliveries.Waiting waiting = Deliveries.Waiting.NOTHING;

  private Wiring(Vertx vertx, Storage storage, Settings settings) {
    this.vertx = vertx;
    this.storage = storage;
    Partitions.ensure(storage.database().pool(), settings.clock().instant());
    services = new Services(settings, storage);
    twilio = settings.sms().twilio().map(TwilioGateway::new);
    list = settings.sms().twilio().map(MessageList::new);
    prices = list.map(this::prices);
    dispatcher = new Dispatcher(dispatcherParts());
    setup = administrator();
    services.residents.stopList().refresh();
    spoolFolder =
        new SpoolFolder(settings.data().folder().resolve("spool"), SpoolFolder.Limits.DEFAULT);
    spool = new Spool(spoolFolder, services.spoolParts());
    watch = new Watch(watchParts());
    inboundList =
        settings.sms().twilio().map(account -> new InboundList(account, settings.sms().number()));
    comparison =
        inboundList.map(
            texts -> new Comparison(services.database, services.clock, intake, spool, texts));
    deploy();
  }

  /** Starts everything; what was started is stopped again where something fails. */
  static Wiring start(Settings settings) {
    Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
    Storage storage = null;
    try {
      storage = Storage.open(vertx, settings);
      return new Wiring(vertx, storage, settings);
    } catch (RuntimeException e) {
      vertx.close().await();
      if (storage != null) {
        storage.closeServer();
      }
      throw e;
    }
  }

  /** The one-time address of the first administrator, where there is none yet. */
  Optional<String> setup() {
    return setup;
  }

  Services services() {
    return services;
  }

  /** Reads the gateway's list; absent with the simulator, which charges nothing. */
  Optional<Prices> prices() {
    return prices;
  }

  private Prices prices(MessageList messages) {
    return new Prices(
        services.database.batchPool("prices", 1), messages, services.deliveries, services.clock);
  }

  private Optional<String> administrator() {
    if (services.access.hasAdministrator()) {
      return Optional.empty();
    }
    Optional<Settings.Administrator> given = services.settings.administrator();
    if (given.isEmpty()) {
      return Optional.of(
          services.settings.web().publicUrl()
              + "/mesa/inicio?clave="
              + services.access.offerSetup());
    }
    services.access.add(Actor.SYSTEM, newAdministrator(given.get()));
    return Optional.empty();
  }

  private static NewStaff newAdministrator(Settings.Administrator given) {
    try {
      return new NewStaff(given.email(), given.password(), Role.ADMIN, null, null, false);
    } catch (IllegalArgumentException e) {
      throw new StartFailure("ADMIN_EMAIL, ADMIN_PASSWORD: " + e.getMessage());
    }
  }

  private Dispatcher.Parts dispatcherParts() {
    Pool pool = services.database.pool("outbox", 6, OUTBOX_LIMITS);
    SmsGateway gateway =
        twilio.<SmsGateway>map(g -> g).orElseGet(() -> new SimulatorGateway(pool, services.clock));
    String publicUrl = services.settings.web().publicUrl();
    return new Dispatcher.Parts(
        pool,
        gateway,
        services.clock,
        services.settings.sms().rate(),
        services.quietHours(),
        services.residents.vault()::open,
        (message, attempt) -> TwilioDoor.callback(publicUrl, message, attempt),
        services.residents::blockedByTwilio,
        twilio.isPresent());
  }

  private Watch.Parts watchParts() {
    return new Watch.Parts(
        services.database,
        services.clock,
        services.deadlines,
        services.deliveries,
        services.dutyAlerts,
        services.silence,
        spool,
        dispatcher::lastRound,
        twilio.isPresent());
  }

  private List<String> alarms() {
    return watch.alarms().stream().filter(a -> a != Alarm.PARKED).map(watch::words).toList();
  }

  private void deploy() {
    DeploymentOptions virtual =
        new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
    Pool texts = services.database.batchPool("intake", WRITERS + 1, IntakeWriter.LIMITS);
    vertx
        .deployVerticle(
            () -> new IntakeWriter(intake, services.intakeParts(texts), spool),
            new DeploymentOptions(virtual).setInstances(WRITERS))
        .await();
    vertx
        .deployVerticle(
            new SpoolReplay(spool, intake, services.database::ping, SpoolReplay.Pace.DEFAULT),
            virtual)
        .await();
    vertx.deployVerticle(dispatcher, virtual).await();
    vertx
        .deployVerticle(
            new BroadcastFeeder(services.broadcastParts, services.database.pool("broadcasts", 1)),
            virtual)
        .await();
    PublicRoutes routes = new PublicRoutes(services, intake, this::alarms);
    listen("PORT", new HttpDoor(services.settings.web(), this::twilioDoor, routes::add));
    listen(
        "MANAGEMENT_PORT",
        new Management(services.settings.web(), this::troubles, this::takesTexts, registry));
    measure();
    vertx.setPeriodic(0, OFTEN_MILLIS, tick -> inTheBackground("look", this::look));
    prices.ifPresent(reader ->
        vertx.setPeriodic(MINUTE_MILLIS, tick -> inTheBackground("prices", reader::read)));
    vertx.setPeriodic(MINUTE_MILLIS, tick -> inTheBackground("unowned", this::lookForUnowned));
    vertx.setPeriodic(
        MINUTE_MILLIS,
        tick -> inTheBackground("stop list", services.residents.stopList()::refresh));
    vertx.setPeriodic(
        MINUTE_MILLIS, tick -> inTheBackground("readings", services.interpreter::refresh));
    vertx.setPeriodic(MINUTE_MILLIS, tick -> inTheBackground("watch", this::watch));
    vertx.setPeriodic(0, MINUTE_MILLIS, tick -> inTheBackground("waiting", services.waiting::run));
    vertx.setPeriodic(
        0, FIVE_MINUTES_MILLIS, tick -> inTheBackground("comparison", this::compareWithTwilio));
    vertx.setPeriodic(DAILY_MILLIS, tick -> inTheBackground("tidy", this::tidy));
  }

  private void listen(String variable, Deployable door) {
    try {
      vertx.deployVerticle(door, new DeploymentOptions()).await();
    } catch (RuntimeException e) {
      throw bindFailure(variable, e);
    }
  }

  private static RuntimeException bindFailure(String variable, RuntimeException failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException) {
        return new StartFailure(variable + ": something else listens there already", failure);
      }
    }
    return failure;
  }

  private Optional<TwilioDoor> twilioDoor() {
    return services
        .settings
        .sms()
        .twilio()
        .map(twilioSettings ->
            new TwilioDoor(
                twilioSettings,
                services.settings.web().publicUrl(),
                intake,
                services.deliveries,
                services.clock));
  }

  /** Why texts or pages would not be served now. */
  private List<String> troubles() {
    List<String> troubles = new ArrayList<>();
    try {
      services.database.ping();
    } catch (SqlFailure e) {
      troubles.add("database");
    }
    if (dispatcher.lastRound().plus(STANDING_STILL).isBefore(services.clock.instant())) {
      troubles.add("dispatcher");
    }
    return troubles;
  }

  /** Whether a text could be made durable now: in the database, or on the disk. */
  private boolean takesTexts() {
    if (spool.takes()) {
      return true;
    }
    if (spool.databaseIsAway()) {
      return false;
    }
    try {
      services.database.ping();
      return true;
    } catch (SqlFailure e) {
      return false;
    }
  }

  private void measure() {
    new JvmMemoryMetrics().bindTo(registry);
    Gauge.builder("voz_intake_waiting", intake, Intake::waiting)
        .description("Texts that wait for a writer")
        .register(registry);
    Gauge.builder("voz_spool_texts", spool, Spool::size)
        .description("Texts that wait on the disk for the database")
        .register(registry);
    for (Alarm alarm : Alarm.values()) {
      Gauge.builder("voz_alarm", watch, w -> w.alarms().contains(alarm) ? 1 : 0)
          .tag("alarm", alarm.code())
          .description("1: somebody must look")
          .register(registry);
    }
    Gauge.builder("voz_outbox_pending", this, w -> w.waiting.pending())
        .description("Texts that wait to be sent")
        .register(registry);
    Gauge.builder("voz_outbox_uncertain", this, w -> w.waiting.uncertain())
        .description("Texts that are searched for in the gateway's list")
        .register(registry);
    Gauge.builder(
            "voz_outbox_halted", this, w -> w.waiting.halted() == null ? 0 : w.waiting.halted())
        .description("The gateway's error for which nothing is sent, 0 for none")
        .register(registry);
    Gauge.builder("voz_outbox_parked", this, w -> w.waiting.parked())
        .description("Texts that wait for a person")
        .register(registry);
    Gauge.builder("voz_sms_unowned", this, w -> w.unowned)
        .description("Texts of thirty days that the gateway lists and nobody here knows")
        .register(registry);
    Gauge.builder("voz_outbox_oldest_seconds", this, w -> w.age(w.waiting.oldest()))
        .description("How long the oldest text that is due has waited")
        .register(registry);
  }

  private double age(@Nullable Instant due) {
    return due == null
        ? 0
        : Math.max(0, Duration.between(due, services.clock.instant()).toMillis() / 1000.0);
  }

  private static void inTheBackground(String name, Runnable work) {
    Thread.ofVirtual()
        .name(name)
        .start(() -> {
          try {
            work.run();
          } catch (Exception e) {
            // A wait that is over throws what no signature names.
            LOG.warn("Background work {} failed: {}", name, e.getMessage());
          }
        });
  }

  /** How many texts Twilio had that we lacked; none with the simulator. */
  int compareWithTwilio() {
    return comparison.map(Comparison::run).orElse(0);
  }

  /** As it does every minute. */
  void watch() {
    watch.look();
  }

  private void look() {
    waiting = services.deliveries.waiting(services.clock.instant());
  }

  private void lookForUnowned() {
    unowned = services.ledger.unowned().texts();
  }

  private void tidy() {
    Partitions.ensure(services.database.pool(), services.clock.instant());
    services.access.tidy();
  }

  /** Doors first, then what they feed, then the database. */
  @Override
  public void close() {
    vertx.deploymentIDs().forEach(id -> vertx.undeploy(id).otherwiseEmpty().await());
    twilio.ifPresent(TwilioGateway::close);
    list.ifPresent(MessageList::close);
    inboundList.ifPresent(InboundList::close);
    vertx.close().await();
    spoolFolder.close();
    storage.closeServer();
  }
}
