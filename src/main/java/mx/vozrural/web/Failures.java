package mx.vozrural.web;

import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooLongFormFieldException;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder.TooManyFormFieldsException;
import io.vertx.core.Handler;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.DecodeException;
import io.vertx.ext.web.Route;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers every request that failed: problem+json under {@code /api/}, a page elsewhere. Faults of
 * ours are logged with the route alone: query, body and parameters may name a resident.
 */
public final class Failures implements Handler<RoutingContext> {
  private static final Logger LOG = LoggerFactory.getLogger(Failures.class);

  /** What the router answers by itself, without any route's failure handler. */
  private static final List<Integer> ROUTERS_OWN = List.of(400, 404, 405, 406, 415, 500);

  private static final List<String> READERS =
      List.of(
          "io.netty.handler.codec.http.multipart.",
          "io.netty.handler.codec.http.QueryStringDecoder",
          "io.netty.util.internal.StringUtil",
          "io.vertx.ext.web.impl.RequestBodyImpl");

  private static final String ROUTE = Failures.class.getName();
  private static final String UNKNOWN = "(no route)";
  private static final int FRAMES = 20;

  private final Pages pages;

  public Failures(Pages pages) {
    this.pages = pages;
  }

  /** Takes charge of all failures of a router; before any other route of it. */
  public void guard(Router router) {
    router.route().failureHandler(this);
    ROUTERS_OWN.forEach(status -> router.errorHandler(status, ctx -> answer(ctx, status)));
  }

  @Override
  public void handle(RoutingContext ctx) {
    answer(ctx, status(ctx.statusCode(), ctx.failure()));
  }

  private void answer(RoutingContext ctx, int status) {
    HttpServerResponse response = ctx.response();
    if (response.closed()) {
      return; // Whoever asked hung up: what then failed is most often just that.
    }
    if (status >= 500) {
      log(ctx, status);
    }
    if (response.headWritten()) {
      response.reset();
      return;
    }
    Problem problem = Problem.in(ctx, status);
    String path = Objects.requireNonNullElse(ctx.request().path(), "/");
    if (path.startsWith("/api/")) {
      problem.send(ctx);
    } else {
      pages.personal(
          ctx, status, "layout/error.jte", new ErrorView(problem, path.startsWith("/mesa")));
    }
  }

  /**
   * The status of a failure. Vert.x fails a body that it can't read with 200 or with none, which
   * would read as a fault of ours.
   */
  static int status(int stated, @Nullable Throwable failure) {
    if (stated >= 400 && stated != 500) {
      return oversized(failure) ? 413 : stated;
    }
    return switch (failure) {
      case null -> 500;
      case HttpException said -> said.getStatusCode();
      case Throwable large when oversized(large) -> 413;
      case DecoderException garbled -> 400;
      case DecodeException garbled -> 400;
      case Throwable garbled when thrownByReader(garbled) -> 400;
      default -> 500;
    };
  }

  // Netty and Vert.x stumble over some garbled bodies and queries (a multipart form with an empty
  // boundary, a JSON list for an object, a percent sign that escapes nothing) with exceptions that
  // a fault of ours could throw too.
  private static boolean thrownByReader(Throwable failure) {
    return Arrays.stream(failure.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> !name.startsWith("java."))
        .filter(name -> !name.startsWith("jdk."))
        .findFirst()
        .filter(name -> READERS.stream().anyMatch(name::startsWith))
        .isPresent();
  }

  // Netty has no type of its own for a form attribute that is too long, only these words.
  private static boolean oversized(@Nullable Throwable failure) {
    return switch (failure) {
      case null -> false;
      case TooManyFormFieldsException many -> true;
      case TooLongFormFieldException longField -> true;
      case IOException io when String.valueOf(io.getMessage()).startsWith("Size exceed") -> true;
      default -> oversized(failure.getCause());
    };
  }

  /** Notes the route that works on a request: once failed, Vert.x names the failure's own route. */
  static void note(RoutingContext ctx) {
    Route route = ctx.currentRoute();
    ctx.put(ROUTE, route == null ? UNKNOWN : route.getName());
  }

  private static void log(RoutingContext ctx, int status) {
    String route = ctx.get(ROUTE, UNKNOWN);
    LOG.error("{} {} answered {}: {}", ctx.request().method(), route, status, trace(ctx.failure()));
  }

  /** Where it failed, without any message: those of drivers and parsers repeat what was sent. */
  static String trace(@Nullable Throwable failure) {
    var lines = new StringBuilder();
    var seen = new HashSet<Throwable>();
    for (Throwable cause = failure; cause != null && seen.add(cause); cause = cause.getCause()) {
      lines.append(cause.getClass().getName());
      Arrays.stream(cause.getStackTrace())
          .limit(FRAMES)
          .forEach(frame -> lines.append("\n\tat ").append(frame));
      lines.append('\n');
    }
    return lines.toString();
  }
}
