package mx.vozrural.web;

import io.vertx.core.Handler;
import io.vertx.ext.web.RoutingContext;

/** Where a request is worked on. */
public final class Threads {
  private Threads() {}

  /**
   * Runs a handler on a virtual thread of its own, so that it may await ({@code Future.await}) and
   * compute without holding up any other request. What it throws fails the request, as on the event
   * loop. The body must have been read before (BodyHandler first): off the event loop the rest of
   * it would be missed.
   */
  public static Handler<RoutingContext> onVirtual(Handler<RoutingContext> handler) {
    return ctx -> {
      Failures.note(ctx);
      Thread.ofVirtual().name("request").start(() -> handle(handler, ctx));
    };
  }

  // Errors too: a request whose thread died silently would never be answered.
  private static void handle(Handler<RoutingContext> handler, RoutingContext ctx) {
    try {
      handler.handle(ctx);
    } catch (Throwable failure) {
      ctx.fail(failure);
    }
  }
}
