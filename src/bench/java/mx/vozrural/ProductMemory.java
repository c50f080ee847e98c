package mx.vozrural;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How much memory the product takes, run by its own script, under the texts of a busy day. */
final class ProductMemory {
  private static final int TEXTS_A_SECOND = 200;
  private static final Duration LOAD = Duration.ofSeconds(20);
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private ProductMemory() {}

  /** Resident memory of the JVM at the end of the load, in MiB; the database's is not in it. */
  static long mebibytes() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("voz-rural-memory");
    int port = BenchServer.freePort();
    Map<String, String> environment = BenchServer.environment(folder.resolve("data"), port);
    ProcessBuilder run = new ProcessBuilder("scripts/run");
    run.environment().putAll(environment);
    Process process =
        run.redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.to(new File(folder.toFile(), "log")))
            .start();
    try {
      awaitReady(process, environment.get("MANAGEMENT_PORT"));
      load(port, process.pid());
      return Resident.mebibytes(process.pid());
    } finally {
      process.destroy();
      process.waitFor(1, TimeUnit.MINUTES);
      BenchServer.delete(folder);
    }
  }

  private static void load(int port, long pid) throws InterruptedException {
    SignedTexts texts = new SignedTexts("http://localhost:" + port);
    int count = (int) (TEXTS_A_SECOND * LOAD.toSeconds());
    try (Loader loader = new Loader(pid);
        Requests requests = Requests.once(count, texts)) {
      Measured measured = loader.paced(port, 16, TEXTS_A_SECOND, requests, LOAD);
      if (measured.failed() > 0 || measured.all() < count * 0.9) {
        throw new IllegalStateException(
            "void: %d answers of %d, %d not 200"
                .formatted(measured.all(), count, measured.failed()));
      }
    }
  }

  private static void awaitReady(Process process, String port)
      throws IOException, InterruptedException {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!ready(port)) {
      if (!process.isAlive() || System.nanoTime() > until) {
        throw new IllegalStateException("the server doesn't start");
      }
      Thread.sleep(100);
    }
  }

  private static boolean ready(String port) {
    try {
      URI address = URI.create("http://127.0.0.1:" + port + "/health/ready");
      HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
      return connection.getResponseCode() == 200;
    } catch (IOException e) {
      return false;
    }
  }
}
