package mx.vozrural.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import mx.vozrural.access.Access;
import mx.vozrural.access.Staff;
import mx.vozrural.web.Problem;

/** Who calls: staff by their token. */
final class Callers {
  private static final String BEARER = "Bearer ";

  private final Access access;

  Callers(Access access) {
    this.access = access;
  }

  /** Lets staff who work the queue pass; 401 without a good token, 403 without the right. */
  Handler<RoutingContext> queue(BiConsumer<RoutingContext, Staff> handler) {
    return ctx -> {
      Optional<Staff> staff = staff(ctx);
      if (staff.isEmpty()) {
        ctx.response().putHeader("WWW-Authenticate", "Bearer");
        Problem.of(401).saying("Mande su ficha: Authorization: Bearer …").fail(ctx);
      } else if (!staff.get().role().worksQueue()) {
        Problem.of(403).saying("Su cuenta no trabaja la mesa de reportes.").fail(ctx);
      } else {
        handler.accept(ctx, staff.get());
      }
    };
  }

  /** The same for staff who may text to many. */
  Handler<RoutingContext> broadcasts(BiConsumer<RoutingContext, Staff> handler) {
    return queue((ctx, staff) -> {
      if (staff.role().broadcasts()) {
        handler.accept(ctx, staff);
      } else {
        Problem.of(403).saying("Los avisos los manda la coordinación.").fail(ctx);
      }
    });
  }

  private Optional<Staff> staff(RoutingContext ctx) {
    String header = ctx.request().getHeader(HttpHeaders.AUTHORIZATION);
    return header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())
        ? access.byToken(header.substring(BEARER.length()).strip())
        : Optional.empty();
  }
}
