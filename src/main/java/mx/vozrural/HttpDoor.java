package mx.vozrural;

import io.vertx.core.Future;
import io.vertx.core.VerticleBase;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.handler.BodyHandler;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import mx.vozrural.twilio.TwilioDoor;
import mx.vozrural.web.Threads;

/**
 * The public port. Twilio's addresses are worked on right here, on the event loop; everything else
 * goes, once its body was read, to a virtual thread of its own.
 */
final class HttpDoor extends VerticleBase {
  private static final int MOST_BODY = 256 * 1024;
  private static final int MOST_FORM_FIELD = 64 * 1024;
  private static final int IDLE_SECONDS = 60;

  private final Settings.Web settings;
  private final Supplier<Optional<TwilioDoor>> twilio;
  private final Consumer<Router> routes;

  /**
   * @param twilio makes this event loop's own, absent with the simulator
   * @param routes adds pages and API to a router whose handlers run on virtual threads
   */
  HttpDoor(Settings.Web settings, Supplier<Optional<TwilioDoor>> twilio, Consumer<Router> routes) {
    this.settings = settings;
    this.twilio = twilio;
    this.routes = routes;
  }

  @Override
  public Future<?> start() {
    Router router = Router.router(vertx);
    routes.accept(router);
    Optional<TwilioDoor> door = twilio.get();
    HttpServer server = vertx.createHttpServer(options());
    server.requestHandler(request -> handle(request, door, router));
    return server.listen();
  }

  private static void handle(HttpServerRequest request, Optional<TwilioDoor> door, Router router) {
    String path = request.path();
    if (door.isPresent() && path != null && TwilioDoor.takes(path)) {
      door.get().handle(request);
    } else {
      router.handle(request);
    }
  }

  /** To be added before any route with a body: reads it on the event loop, then leaves the loop. */
  static void readBodies(Router router) {
    router.route().handler(BodyHandler.create(false).setBodyLimit(MOST_BODY));
    router.route().handler(Threads.onVirtual(ctx -> ctx.next()));
  }

  private HttpServerOptions options() {
    HttpServerOptions options =
        new HttpServerOptions()
            .setHost(settings.host())
            .setPort(settings.port())
            .setIdleTimeout(IDLE_SECONDS)
            .setMaxFormAttributeSize(MOST_FORM_FIELD)
            .setCompressionSupported(true);
    if (settings.tlsCertificate() != null && settings.tlsKey() != null) {
      options
          .setSsl(true)
          .setKeyCertOptions(
              new PemKeyCertOptions()
                  .setCertPath(settings.tlsCertificate().toString())
                  .setKeyPath(settings.tlsKey().toString()));
    }
    return options;
  }
}
