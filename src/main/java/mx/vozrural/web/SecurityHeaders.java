package mx.vozrural.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** What browsers are told not to do with our answers, whatever slips into a page. */
public final class SecurityHeaders implements Handler<RoutingContext> {

  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "X-Frame-Options",
          "DENY",
          "Referrer-Policy",
          "same-origin",
          "Cross-Origin-Opener-Policy",
          "same-origin",
          "Permissions-Policy",
          "camera=(), microphone=(), payment=(), usb=(), geolocation=(self)");

  private final boolean https;

  /**
   * @param https whether people come by HTTPS: then browsers are told to come no other way
   */
  public SecurityHeaders(boolean https) {
    this.https = https;
  }

  @Override
  public void handle(RoutingContext ctx) {
    put(ctx.response());
    if (https) {
      ctx.response().putHeader("Strict-Transport-Security", "max-age=31536000");
    }
    ctx.next();
  }

  /** Also for pages that a failure makes before any route was reached. */
  static void put(HttpServerResponse response) {
    HEADERS.forEach(response::putHeader);
  }
}
