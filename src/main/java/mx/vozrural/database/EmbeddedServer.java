package mx.vozrural.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL server that comes with the software, run in the data folder as a real one is:
 * durable, with passwords, listening on loopback only. The library that brings it is made for
 * tests, so each setting that it weakens is set back here.
 */
public final class EmbeddedServer implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
  private static final Duration START_WAIT = Duration.ofMinutes(1);
  private static final String SUPERUSER = "postgres";
  private static final String PORT_FILE = "database.port";
  private static final String PASSWORD_FILE = "database.password";

  private final EmbeddedPostgres server;
  private final Endpoint endpoint;

  private EmbeddedServer(EmbeddedPostgres server, Endpoint endpoint) {
    this.server = server;
    this.endpoint = endpoint;
  }

  public Endpoint endpoint() {
    return endpoint;
  }

  /**
   * Starts the server of this folder; first ends the one that a killed process may have left
   * behind.
   */
  public static EmbeddedServer start(DataFolder folder) {
    Path data = folder.path().resolve("postgresql").toAbsolutePath();
    endOrphan(data);
    String password = folder.secret(PASSWORD_FILE);
    try {
      EmbeddedPostgres server = startServer(data, folder.path().resolve(PASSWORD_FILE), password);
      DataFolder.write(folder.path().resolve(PORT_FILE), Integer.toString(server.getPort()));
      return new EmbeddedServer(server, endpoint(server.getPort(), password));
    } catch (IOException | RuntimeException e) {
      throw new StartFailure(
          "DATA_DIR: the embedded database in " + data + " doesn't start: " + e.getMessage(), e);
    }
  }

  /**
   * Where the server that another process started in this folder listens; empty where none says so.
   */
  public static Optional<Endpoint> running(Path folder) {
    try {
      int port = Integer.parseInt(Files.readString(folder.resolve(PORT_FILE)).strip());
      return Optional.of(endpoint(port, Files.readString(folder.resolve(PASSWORD_FILE)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  private static Endpoint endpoint(int port, String password) {
    return new Endpoint("127.0.0.1", port, SUPERUSER, SUPERUSER, password);
  }

  private static EmbeddedPostgres startServer(Path data, Path passwordFile, String password)
      throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(data)
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPGStartupWait(START_WAIT)
            .setConnectConfig("password", password)
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", passwordFile.toAbsolutePath().toString())
            .setLocaleConfig("locale", "C.UTF-8")
            .setErrorRedirector(ProcessBuilder.Redirect.DISCARD)
            .setOutputRedirector(ProcessBuilder.Redirect.DISCARD);
    for (List<String> setting : SETTINGS) {
      builder.setServerConfig(setting.get(0), setting.get(1));
    }
    return builder.start();
  }

  /** Without spaces: the library hands them on in one string. */
  private static final List<List<String>> SETTINGS =
      List.of(
          List.of("fsync", "on"),
          List.of("synchronous_commit", "on"),
          List.of("full_page_writes", "on"),
          List.of("password_encryption", "scram-sha-256"),
          List.of("listen_addresses", "127.0.0.1"),
          List.of("unix_socket_directories", ""),
          List.of("max_connections", "60"),
          List.of("shared_buffers", "128MB"),
          List.of("max_wal_size", "1GB"),
          // Statements carry residents' words and numbers: none of their values in the server's
          // log.
          List.of("log_parameter_max_length", "0"),
          List.of("log_parameter_max_length_on_error", "0"),
          List.of("log_min_error_statement", "panic"),
          List.of("log_error_verbosity", "terse"),
          List.of("idle_in_transaction_session_timeout", "30s"));

  /**
   * A killed JVM leaves its database server running, which would refuse the next one the folder.
   */
  private static void endOrphan(Path data) {
    orphan(data)
        .ifPresent(orphan -> {
          LOG.warn("Ending the database server that an earlier process left behind");
          if (!end(orphan, "INT", Duration.ofSeconds(20))
              && !end(orphan, "QUIT", Duration.ofSeconds(10))) {
            throw new StartFailure(
                "DATA_DIR: the database server " + orphan.pid() + " of " + data + " won't stop");
          }
        });
  }

  private static Optional<ProcessHandle> orphan(Path data) {
    try {
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      return ProcessHandle.of(pid).filter(p -> p.isAlive() && serves(p, data));
    } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  /** The number in the file may long be another program's. */
  private static boolean serves(ProcessHandle process, Path data) {
    try {
      return Files.readSymbolicLink(Path.of("/proc", "" + process.pid(), "cwd"))
          .equals(data.toRealPath());
    } catch (IOException e) {
      return process.info().command().orElse("").endsWith("postgres");
    }
  }

  private static boolean end(ProcessHandle process, String signal, Duration patience) {
    try {
      new ProcessBuilder("kill", "-" + signal, "" + process.pid()).start().waitFor();
      process.onExit().get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException e) {
      return !process.isAlive();
    }
  }

  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
