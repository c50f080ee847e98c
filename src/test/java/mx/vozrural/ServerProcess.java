package mx.vozrural;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The product as an operator runs it: a process of its own, with a database in its folder. */
final class ServerProcess implements AutoCloseable {
  private final Path folder;
  private final int port;
  private final int managementPort;
  private final Process process;
  private final CompletableFuture<String> errors;

  private ServerProcess(Path folder) {
    this.folder = folder;
    this.port = TestServer.freePort();
    this.managementPort = TestServer.freePort();
    this.process = run();
    this.errors =
        CompletableFuture.supplyAsync(this::readErrors, task -> Thread.ofVirtual().start(task));
  }

  private Process run() {
    ProcessBuilder run =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(),
                "mx.vozrural.Main",
                "run")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD);
    run.environment().put("PORT", Integer.toString(port));
    run.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
    run.environment().put("DATA_DIR", folder.toString());
    run.environment().put("SMS_GATEWAY", "simulator");
    try {
      return run.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Surefire's own class path is a jar that names the others. */
  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }

  private String readErrors() {
    try {
      return new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  /** Starts it and waits until it is ready. */
  static ServerProcess ready(Path folder) {
    ServerProcess server = new ServerProcess(folder);
    Awaitility.await()
        .atMost(Duration.ofMinutes(1))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> server.isReady() || !server.process.isAlive());
    if (!server.process.isAlive()) {
      throw new AssertionError("the server ended: " + server.errors.join());
    }
    return server;
  }

  /** Starts it where it should not start. */
  static ServerProcess refused(Path folder) {
    return new ServerProcess(folder);
  }

  private boolean isReady() {
    try {
      return http(managementPort).get("/health/ready").status() == 200;
    } catch (UncheckedIOException e) {
      return false;
    }
  }

  private static Http http(int port) {
    return new Http(URI.create("http://127.0.0.1:" + port));
  }

  Http http() {
    return http(port);
  }

  Http management() {
    return http(managementPort);
  }

  Phones phones() {
    return new Phones(http());
  }

  /** The process of its database server. */
  ProcessHandle database() {
    return postmaster().orElseThrow();
  }

  /**
   * Whether it has a database server that wasn't told to stop: one that ends takes its note along.
   */
  boolean databaseRuns() {
    return Files.exists(noteOfDatabase());
  }

  private Path noteOfDatabase() {
    return folder.resolve("postgresql").resolve("postmaster.pid");
  }

  private Optional<ProcessHandle> postmaster() {
    try {
      return ProcessHandle.of(Long.parseLong(Files.readAllLines(noteOfDatabase()).get(0).strip()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** {@code kill -9}, of it alone. */
  void kill() {
    process.destroyForcibly();
    awaitEnd();
  }

  /** {@code kill -9} of it and of its database at the same moment, as when the power fails. */
  void powerFails() {
    ProcessHandle database = database();
    process.destroyForcibly();
    database.destroyForcibly();
    awaitEnd();
    database.onExit().join();
  }

  /** Its exit status, once it has ended. */
  int awaitEnd() {
    try {
      if (!process.waitFor(40, TimeUnit.SECONDS)) {
        throw new AssertionError("still running");
      }
      return process.exitValue();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  String errors() {
    return errors.join();
  }

  /** Stops it as Ctrl-C does. */
  @Override
  public void close() {
    process.destroy();
    awaitEnd();
  }

  /** Ends what a failed test may have left. */
  static void endAll(Path folder, ServerProcess... servers) {
    for (ServerProcess server : servers) {
      server.process.destroyForcibly();
      server.awaitEnd();
      server.postmaster().ifPresent(ProcessHandle::destroyForcibly);
    }
    TestDatabase.remove(folder);
  }
}
