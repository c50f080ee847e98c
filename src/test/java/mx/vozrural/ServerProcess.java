package mx.vozrural;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** The product as an operator runs it: a process of its own, with a database in its folder. */
final class ServerProcess implements AutoCloseable {
  private static final List<String> CLASSES = List.of("-cp", classPath(), "mx.vozrural.Main");

  private final Launch launch;
  private final int port;
  private final int managementPort;
  private final Process process;
  private final CompletableFuture<String> errors;

  /**
   * How it is run.
   *
   * @param folder of its data
   * @param program what follows {@code java}: the classes under test, or the jar
   * @param environment beside and instead of the usual
   */
  record Launch(Path folder, List<String> program, Map<String, String> environment) {
    static Launch simulator(Path folder) {
      return new Launch(folder, CLASSES, Map.of());
    }

    static Launch with(Path folder, Map<String, String> environment) {
      return new Launch(folder, CLASSES, environment);
    }

    private int port(String variable) {
      String given = environment.get(variable);
      return given == null ? TestServer.freePort() : Integer.parseInt(given);
    }

    /** Not yet started. */
    ProcessBuilder command(List<String> arguments) {
      List<String> command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "--enable-native-access=ALL-UNNAMED"));
      command.addAll(program);
      command.addAll(arguments);
      ProcessBuilder run = new ProcessBuilder(command);
      run.environment().put("DATA_DIR", folder.toString());
      run.environment().put("SMS_GATEWAY", "simulator");
      run.environment().putAll(environment);
      return run;
    }
  }

  private ServerProcess(Launch launch) {
    this.launch = launch;
    this.port = launch.port("PORT");
    this.managementPort = launch.port("MANAGEMENT_PORT");
    this.process = run();
    this.errors =
        CompletableFuture.supplyAsync(this::readErrors, task -> Thread.ofVirtual().start(task));
  }

  private Process run() {
    ProcessBuilder run =
        launch.command(List.of("run")).redirectOutput(ProcessBuilder.Redirect.DISCARD);
    run.environment().put("PORT", Integer.toString(port));
    run.environment().put("MANAGEMENT_PORT", Integer.toString(managementPort));
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
    return ready(Launch.simulator(folder));
  }

  static ServerProcess ready(Launch launch) {
    ServerProcess server = new ServerProcess(launch);
    Awaitility.await()
        .atMost(Duration.ofMinutes(2))
        .pollInterval(Duration.ofMillis(100))
        .until(() -> server.isReady() || !server.process.isAlive());
    if (!server.process.isAlive()) {
      throw new AssertionError("the server ended: " + server.errors.join());
    }
    return server;
  }

  /** Starts it where it should not start. */
  static ServerProcess refused(Path folder) {
    return new ServerProcess(Launch.simulator(folder));
  }

  boolean isReady() {
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
    return launch.folder().resolve("postgresql").resolve("postmaster.pid");
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

  /** {@code kill -9} of its database server, with all processes of it. */
  void killDatabase() {
    ProcessHandle database = database();
    List<ProcessHandle> all = new ArrayList<>(database.descendants().toList());
    all.addFirst(database);
    all.forEach(ProcessHandle::destroyForcibly);
    all.forEach(one -> one.onExit().join());
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
