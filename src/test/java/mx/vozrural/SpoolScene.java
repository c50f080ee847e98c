package mx.vozrural;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.ThreadingModel;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.Arrival;
import mx.vozrural.intake.Intake;
import mx.vozrural.intake.IntakeWriter;
import mx.vozrural.intake.Reply;
import mx.vozrural.intake.Spool;
import mx.vozrural.intake.SpoolFolder;
import mx.vozrural.intake.SpoolReplay;
import mx.vozrural.outbox.Texts;
import org.awaitility.Awaitility;

/** An intake with a spool of its own over a server's services, at a test's pace. */
final class SpoolScene implements AutoCloseable {
  private static final SpoolReplay.Pace PACE =
      new SpoolReplay.Pace(
          Duration.ofMillis(20),
          Duration.ofMillis(100),
          Duration.ofMillis(500),
          Duration.ofMillis(50));
  private static final DeploymentOptions VIRTUAL =
      new DeploymentOptions().setThreadingModel(ThreadingModel.VIRTUAL_THREAD);
  private static final int WRITERS = 2;

  private final Vertx vertx = Vertx.vertx();
  private final Services services;
  private final Path folder;
  private final SpoolFolder files;
  private final Spool spool;
  private final Intake intake = new Intake();
  private final AtomicInteger rounds = new AtomicInteger();
  private String writers = "";

  SpoolScene(Services services, Path folder) {
    this(services, folder, SpoolFolder.Limits.DEFAULT, services.spoolParts());
  }

  SpoolScene(Services services, Path folder, SpoolFolder.Limits limits, Spool.Parts parts) {
    this.services = services;
    this.folder = folder;
    this.files = new SpoolFolder(folder, limits);
    this.spool = new Spool(files, parts);
    write();
  }

  /** Parts whose answers can't be put into words. */
  static Spool.Parts speechless(Services services, Texts texts) {
    Spool.Parts parts = services.spoolParts();
    return new Spool.Parts(
        parts.keys(),
        parts.clock(),
        parts.interpreter(),
        parts.catalogue(),
        texts,
        parts.vault(),
        parts.stopList(),
        parts.ourNumbers());
  }

  /** From now on what waits is brought to the database, where there is one. */
  SpoolScene replaying() {
    Runnable ping =
        () -> {
          rounds.incrementAndGet();
          services.database.ping();
        };
    vertx.deployVerticle(new SpoolReplay(spool, intake, ping, PACE), VIRTUAL).await();
    return this;
  }

  void write() {
    writers =
        vertx
            .deployVerticle(
                () ->
                    new IntakeWriter(
                        intake,
                        services.intakeParts(
                            services.database.batchPool("scene", WRITERS + 1, IntakeWriter.LIMITS)),
                        spool),
                new DeploymentOptions(VIRTUAL).setInstances(WRITERS))
            .await();
  }

  void writeNoMore() {
    vertx.undeploy(writers).await();
  }

  /** How often it asked whether the database is back. */
  int rounds() {
    return rounds.get();
  }

  Spool spool() {
    return spool;
  }

  Intake intake() {
    return intake;
  }

  /** Texts, without waiting for the reply. */
  CompletableFuture<Reply> starts(int sid, String from, String body) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    intake.accept(
        new Arrival(TwilioClient.sid(sid), Phone.of(from), body, 0, null, reply::complete));
    return reply;
  }

  /** The reply, within the time that Twilio waits. */
  Reply text(int sid, String from, String body) {
    return starts(sid, from, body).orTimeout(15, TimeUnit.SECONDS).join();
  }

  void awaitAllFiled() {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> spool.size() == 0);
  }

  /** Names of the files that hold texts, subfolders included. */
  List<String> spooled() {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile)
          .map(file -> folder.relativize(file).toString())
          .filter(file -> file.contains(".spool"))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    vertx.close().await();
    files.close();
  }
}
