package mx.vozrural;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mx.vozrural.domain.Phone;
import mx.vozrural.outbox.Dispatcher;
import mx.vozrural.outbox.OutgoingText;
import mx.vozrural.outbox.QuietHours;
import mx.vozrural.outbox.SendResult;
import mx.vozrural.outbox.SmsGateway;

/** Two dispatchers on one outbox: how far what leaves together is from the rate that they share. */
final class SharedRate {
  private static final int RATE = 40;
  private static final Duration WARM_UP = Duration.ofSeconds(3);

  private SharedRate() {}

  /** Takes all, and counts. */
  private static final class Counter implements SmsGateway {
    private final AtomicInteger taken = new AtomicInteger();

    @Override
    public SendResult send(OutgoingText text) {
      taken.incrementAndGet();
      return new SendResult.Accepted("SM%032x".formatted(text.id()), "queued", 1);
    }

    @Override
    public Listing look(OutgoingText text, Instant since) {
      return new Listing.Unreadable("none");
    }
  }

  /**
   * What left in a time over what the rate brings in it.
   *
   * @param share of the first dispatcher, 0 to 1
   */
  record Measured(double ofRate, double share) {}

  static Measured measure(Vertx vertx, OutboxTable table, Duration time)
      throws InterruptedException {
    List<Counter> counters = List.of(new Counter(), new Counter());
    List<String> deployed = new ArrayList<>();
    for (Counter counter : counters) {
      deployed.add(
          vertx
              .deployVerticle(
                  dispatcher(table, counter),
                  new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD))
              .await());
    }
    Thread.sleep(WARM_UP);
    int first = counters.getFirst().taken.get();
    int second = counters.getLast().taken.get();
    long from = System.nanoTime();
    Thread.sleep(time);
    first = counters.getFirst().taken.get() - first;
    second = counters.getLast().taken.get() - second;
    double seconds = (System.nanoTime() - from) / 1e9;
    deployed.forEach(id -> vertx.undeploy(id).await());
    int all = first + second;
    return new Measured(all / seconds / RATE, first / (double) Math.max(all, 1));
  }

  private static Dispatcher dispatcher(OutboxTable table, SmsGateway gateway) {
    return new Dispatcher(
        new Dispatcher.Parts(
            table.pool(),
            gateway,
            InstantSource.system(),
            RATE,
            QuietHours.off(ZoneId.of("America/Chihuahua")),
            sealed -> Phone.of("+526145550100"),
            (id, attempt) -> URI.create("https://voz.example/s?m=" + id),
            (connection, resident, message, at) -> {},
            false));
  }
}
