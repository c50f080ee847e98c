package mx.vozrural.web;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses (403) what a browser sends here from somebody else's page. In the order that Go's {@code
 * http.CrossOriginProtection} found to hold for all browsers in use: our own address by {@code
 * Origin}, then {@code Sec-Fetch-Site}, then {@code Origin} against {@code Host}. A request with
 * none of them isn't a browser's.
 */
public final class SameOrigin implements Handler<RoutingContext> {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OURS = Set.of("same-origin", "none");

  private final String publicUrl;

  /**
   * @param publicUrl the address that people use, such as {@code https://voz.example}
   */
  public SameOrigin(URI publicUrl) {
    this.publicUrl = publicUrl.getScheme() + "://" + publicUrl.getRawAuthority();
  }

  @Override
  public void handle(RoutingContext ctx) {
    if (ours(ctx.request())) {
      ctx.next();
    } else {
      Problem.of(403).fail(ctx);
    }
  }

  private boolean ours(HttpServerRequest request) {
    String origin = request.getHeader("Origin");
    if (SAFE.contains(request.method()) || publicUrl.equalsIgnoreCase(origin)) {
      return true;
    }
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return OURS.contains(site);
    }
    return origin == null || sameHost(origin, request.getHeader("Host"));
  }

  private static boolean sameHost(String origin, @Nullable String host) {
    int scheme = origin.indexOf("://");
    return scheme > 0 && origin.substring(scheme + 3).equalsIgnoreCase(host);
  }
}
