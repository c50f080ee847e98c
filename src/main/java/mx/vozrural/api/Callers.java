package mx.vozrural.api;

import io.vertx.core.Handler;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import mx.vozrural.access.Access;
import mx.vozrural.access.Role;
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
    return staff(Role::worksQueue, "Su cuenta no trabaja la mesa de reportes.", handler);
  }

  /** The same for staff who see what texts cost. */
  Handler<RoutingContext> spending(BiConsumer<RoutingContext, Staff> handler) {
    return staff(Role::seesSpending, "Su cuenta no ve los gastos.", handler);
  }

  private Handler<RoutingContext> staff(
      Predicate<Role> may, String otherwise, BiConsumer<RoutingContext, Staff> handler) {
    return ctx -> {
      Optional<Staff> staff = staff(ctx);
      if (staff.isEmpty()) {
        ctx.response().putHeader("WWW-Authenticate", "Bearer");
        Problem.of(401).saying("Mande su ficha: Authorization: Bearer …").fail(ctx);
      } else if (!may.test(staff.get().role())) {
        Problem.of(403).saying(otherwise).fail(ctx);
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
