package mx.vozrural;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import io.vertx.sqlclient.Pool;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mx.vozrural.database.EmbeddedServer;
import mx.vozrural.database.Endpoint;
import mx.vozrural.intake.Intake;
import mx.vozrural.intake.OneByOne;
import mx.vozrural.twilio.Twiml;
import mx.vozrural.twilio.TwilioDoor;

/**
 * The whole product as {@code run} wires it, on an embedded database in a folder of its own, with
 * the yardsticks' doors beside it.
 */
final class BenchServer implements AutoCloseable {
  private static final int ONE_BY_ONE = 32;

  private static final String FIXED_ANSWER =
      Twiml.message(
          "Recibimos su reporte, folio 1234567. Le avisamos a mas tardar el lunes 3 de agosto.",
          null);

  private final Path folder;
  private final int port = freePort();
  private final int oneByOnePort = freePort();
  private final Intake oneByOne = new Intake();
  private final Wiring wiring;
  private final Vertx vertx = Vertx.vertx(new VertxOptions().setPreferNativeTransport(true));
  private final int plainPort;

  BenchServer() throws IOException {
    folder = Files.createTempDirectory("voz-rural-bench");
    wiring = Wiring.start(Settings.read(new Environment(environment(folder, port))));
    oneByOneDoor();
    plainPort = plain();
  }

  /** Gateway Twilio, whose address is one where nobody listens: nothing is sent. */
  static Map<String, String> environment(Path folder, int port) {
    Map<String, String> environment = new HashMap<>();
    environment.put("DATA_DIR", folder.toString());
    environment.put("PORT", Integer.toString(port));
    environment.put("MANAGEMENT_PORT", Integer.toString(freePort()));
    environment.put("SMS_GATEWAY", "twilio");
    environment.put("TWILIO_ACCOUNT_SID", SignedTexts.ACCOUNT);
    environment.put("TWILIO_AUTH_TOKEN", SignedTexts.TOKEN);
    environment.put("TWILIO_FROM", "+526144100100");
    environment.put("TWILIO_API_URL", "http://127.0.0.1:9");
    return environment;
  }

  static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same door, before a queue of its own. */
  private void oneByOneDoor() {
    Services services = wiring.services();
    Settings.Web web = services.settings.web();
    Settings.Web other =
        new Settings.Web(
            web.host(), oneByOnePort, 1, web.publicUrl(), web.trustedProxies(), null, null);
    HttpDoor door =
        new HttpDoor(
            other,
            () ->
                Optional.of(
                    new TwilioDoor(
                        services.settings.sms().twilio().orElseThrow(),
                        web.publicUrl(),
                        oneByOne,
                        services.deliveries,
                        services.clock)),
            router -> {});
    vertx.deployVerticle(door, new DeploymentOptions()).await();
  }

  /** Writes the texts of that queue one by one; closed again, since connections are few. */
  Closeable oneByOne() {
    Services services = wiring.services();
    Pool pool = services.database.pool("one-by-one", ONE_BY_ONE);
    Closeable writer = OneByOne.serve(oneByOne, services.intakeParts(pool));
    return () -> {
      writer.close();
      pool.close().await();
    };
  }

  /** What HTTP itself costs: a form read by the framework's own means, one answer for all. */
  private int plain() {
    Router router = Router.router(vertx);
    router.route().handler(BodyHandler.create(false));
    router
        .post(TwilioDoor.TEXTS)
        .handler(ctx -> {
          String body = ctx.request().getFormAttribute("Body");
          ctx.response()
              .setStatusCode(body == null ? 400 : 200)
              .putHeader("Content-Type", Twiml.CONTENT_TYPE)
              .end(FIXED_ANSWER);
        });
    return vertx
        .createHttpServer()
        .requestHandler(router)
        .listen(0, "127.0.0.1")
        .await()
        .actualPort();
  }

  int port() {
    return port;
  }

  int oneByOnePort() {
    return oneByOnePort;
  }

  int plainPort() {
    return plainPort;
  }

  String publicUrl() {
    return wiring.services().settings.web().publicUrl();
  }

  /** As the database's superuser, in the product's schema. */
  Connection connect() throws SQLException {
    Endpoint at = EmbeddedServer.running(folder).orElseThrow();
    return DriverManager.getConnection(
        "jdbc:postgresql://%s:%d/%s?currentSchema=%s&prepareThreshold=1"
            .formatted(at.host(), at.port(), at.database(), wiring.services().database.schema()),
        at.user(),
        at.password());
  }

  /** The process that all others of the database server come from. */
  long postmaster() throws IOException {
    Path file = folder.resolve("postgresql").resolve("postmaster.pid");
    return Long.parseLong(Files.readAllLines(file).get(0).strip());
  }

  long reports() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet result = statement.executeQuery("SELECT count(*) FROM report")) {
      result.next();
      return result.getLong(1);
    }
  }

  /** As the server does by itself within the minute: plans for tables as they are now. */
  void analyze() throws SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("ANALYZE");
    }
  }

  @Override
  public void close() {
    vertx.close().await();
    wiring.close();
    delete(folder);
  }

  static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
