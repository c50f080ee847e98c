package mx.vozrural;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Health and metrics, on a port of their own that is not for the public. */
final class Management extends VerticleBase {
  private final Settings.Web settings;
  private final Supplier<List<String>> troubles;
  private final BooleanSupplier takesTexts;
  private final PrometheusMeterRegistry registry;

  /**
   * @param troubles why it is not ready, in a few words each; may wait for the database
   * @param takesTexts whether a text could be made durable, the spool included; may wait too
   */
  Management(
      Settings.Web settings,
      Supplier<List<String>> troubles,
      BooleanSupplier takesTexts,
      PrometheusMeterRegistry registry) {
    this.settings = settings;
    this.takesTexts = takesTexts;
    this.troubles = troubles;
    this.registry = registry;
  }

  @Override
  public Future<?> start() {
    return vertx
        .createHttpServer()
        .requestHandler(this::handle)
        .listen(settings.managementPort(), settings.host());
  }

  private void handle(HttpServerRequest request) {
    switch (String.valueOf(request.path())) {
      case "/health/live" -> json(request, 200, new JsonObject().put("status", "UP"));
      case "/health/ready" -> Thread.ofVirtual().name("health").start(() -> ready(request));
      case "/health/intake" -> Thread.ofVirtual().name("health").start(() -> intake(request));
      case "/metrics" ->
          request
              .response()
              .putHeader("Content-Type", "text/plain; version=0.0.4; charset=utf-8")
              .end(registry.scrape());
      default -> json(request, 404, new JsonObject().put("status", "UNKNOWN"));
    }
  }

  private void ready(HttpServerRequest request) {
    List<String> why = troubles.get();
    json(
        request,
        why.isEmpty() ? 200 : 503,
        new JsonObject()
            .put("status", why.isEmpty() ? "UP" : "DOWN")
            .put("troubles", new JsonArray(why)));
  }

  private void intake(HttpServerRequest request) {
    boolean takes = takesTexts.getAsBoolean();
    json(request, takes ? 200 : 503, new JsonObject().put("status", takes ? "UP" : "DOWN"));
  }

  private static void json(HttpServerRequest request, int status, JsonObject body) {
    request
        .response()
        .setStatusCode(status)
        .putHeader("Content-Type", "application/json; charset=utf-8")
        .end(body.toBuffer());
  }
}
