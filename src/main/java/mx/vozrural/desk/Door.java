package mx.vozrural.desk;

import io.vertx.core.Handler;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BiConsumer;
import mx.vozrural.access.Access;
import mx.vozrural.access.NewStaff;
import mx.vozrural.access.Role;
import mx.vozrural.access.Session;
import mx.vozrural.access.SignIn;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Form;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** The way into the desk and out of it. */
final class Door {
  private static final String COOKIE = "mesa";
  private static final String HOLDER = "/mesa/entrar";
  private static final String WRONG =
      "El correo o la contraseña no son correctos. Revíselos y pruebe otra vez.";

  private final DeskParts parts;

  Door(DeskParts parts) {
    this.parts = parts;
  }

  void route(Router router) {
    router.get("/mesa/entrar").handler(ctx -> show(ctx, 200, "", null));
    router.post("/mesa/entrar").handler(this::signIn);
    router.post("/mesa/salir").handler(posting(this::signOut));
    router.get("/mesa/inicio").handler(this::askSetUp);
    router.post("/mesa/inicio").handler(this::setUp);
  }

  /** Lets who is signed in pass; shows the others the way in. */
  Handler<RoutingContext> reading(BiConsumer<RoutingContext, Session> handler) {
    return ctx ->
        parts
            .access()
            .session(token(ctx))
            .ifPresentOrElse(
                session -> allow(ctx, session, handler), () -> show(ctx, 200, "", null));
  }

  /** The same for a form, which must carry the token of its session. */
  Handler<RoutingContext> posting(BiConsumer<RoutingContext, Session> handler) {
    return reading((ctx, session) -> {
      if (session.csrf().equals(Form.of(ctx).text(Csrf.FIELD))) {
        handler.accept(ctx, session);
      } else {
        Problem.of(403).saying("Vuelva a abrir la página y repita su cambio.").fail(ctx);
      }
    });
  }

  /** Leaving is open to every role; the rest of the desk works reports. */
  private void allow(
      RoutingContext ctx, Session session, BiConsumer<RoutingContext, Session> handler) {
    if (session.staff().role().worksQueue() || ctx.request().path().equals("/mesa/salir")) {
      handler.accept(ctx, session);
    } else {
      Problem.of(403).saying("Su cuenta no trabaja la mesa de reportes.").fail(ctx);
    }
  }

  private static @Nullable String token(RoutingContext ctx) {
    Cookie cookie = ctx.request().getCookie(COOKIE);
    return cookie == null ? null : cookie.getValue();
  }

  private void show(RoutingContext ctx, int status, String email, @Nullable String problem) {
    parts
        .pages()
        .personal(
            ctx,
            status,
            "desk/sign-in.jte",
            new SignInView(parts.csrf().token(HOLDER), email, problem, false));
  }

  private void signIn(RoutingContext ctx) {
    Form form = Form.of(ctx);
    String email = form.text("email");
    if (parts.csrf().shownAt(HOLDER, form.text(Csrf.FIELD)).isEmpty()) {
      show(
          ctx,
          409,
          email,
          "La página estuvo abierta mucho tiempo. Escriba su contraseña otra vez.");
      return;
    }
    String address = parts.addresses().of(ctx.request());
    String password = Optional.ofNullable(ctx.request().getFormAttribute("password")).orElse("");
    SignIn signIn =
        password.length() > NewStaff.LONGEST_PASSWORD
            ? new SignIn.Refused()
            : parts.access().signIn(email, password, address);
    switch (signIn) {
      case SignIn.Welcome welcome -> enter(ctx, welcome.token());
      case SignIn.Refused refused -> show(ctx, 422, email, WRONG);
      case SignIn.Locked locked -> slow(ctx, 423, email, locked.pause());
      case SignIn.Slowed slowed -> slow(ctx, 429, email, slowed.pause());
    }
  }

  private void slow(RoutingContext ctx, int status, String email, Duration pause) {
    long seconds = Math.max(1, pause.plusMillis(999).toSeconds());
    ctx.response().putHeader("Retry-After", Long.toString(seconds));
    show(
        ctx,
        status,
        email,
        "Demasiados intentos. Espere " + seconds + " segundos y pruebe otra vez.");
  }

  /** A new session each time, so that one that was planted before is worth nothing. */
  private void enter(RoutingContext ctx, String token) {
    ctx.response()
        .addCookie(cookie(token).setMaxAge(Access.SESSION.toSeconds()))
        .setStatusCode(303)
        .putHeader("Location", "/mesa")
        .end();
  }

  private Cookie cookie(String value) {
    return Cookie.cookie(COOKIE, value)
        .setPath("/mesa")
        .setHttpOnly(true)
        .setSameSite(CookieSameSite.LAX)
        .setSecure(parts.secure());
  }

  private void signOut(RoutingContext ctx, Session session) {
    parts.access().signOut(session.staff(), Optional.ofNullable(token(ctx)).orElse(""));
    ctx.response()
        .addCookie(cookie("").setMaxAge(0))
        .setStatusCode(303)
        .putHeader("Location", "/mesa/entrar")
        .end();
  }

  private void askSetUp(RoutingContext ctx) {
    String key = Optional.ofNullable(ctx.request().getParam("clave")).orElse("");
    if (parts.access().setupOpen(key)) {
      showSetUp(ctx, 200, key, "", FormErrors.NONE);
    } else {
      Problem.of(404)
          .saying("Esta dirección ya se usó o ya venció. El servidor da otra al arrancar.")
          .fail(ctx);
    }
  }

  private void showSetUp(
      RoutingContext ctx, int status, String key, String email, FormErrors errors) {
    parts
        .pages()
        .personal(
            ctx,
            status,
            "desk/set-up.jte",
            new SetUpView(
                parts.csrf().token(HOLDER), key, email, NewStaff.SHORTEST_PASSWORD, errors));
  }

  private void setUp(RoutingContext ctx) {
    Form form = Form.of(ctx);
    String key = form.text("key");
    String email = form.required("email", 200, "Escriba su correo.");
    String password = Optional.ofNullable(ctx.request().getFormAttribute("password")).orElse("");
    if (!email.matches("[^@\\s]+@[^@\\s]+")) {
      form.wrong("email", "Revise el correo: lleva una arroba.");
    }
    if (password.length() < NewStaff.SHORTEST_PASSWORD
        || password.length() > NewStaff.LONGEST_PASSWORD) {
      form.wrong("password", "Escriba al menos " + NewStaff.SHORTEST_PASSWORD + " letras.");
    }
    if (parts.csrf().shownAt(HOLDER, form.text(Csrf.FIELD)).isEmpty()) {
      Problem.of(409).fail(ctx);
    } else if (!form.errors().isEmpty()) {
      showSetUp(ctx, 422, key, email, form.errors());
    } else if (parts
        .access()
        .setUp(key, new NewStaff(email, password, Role.ADMIN, null, null, false))
        .isEmpty()) {
      Problem.of(404).saying("Esta dirección ya se usó o ya venció.").fail(ctx);
    } else {
      ctx.response().setStatusCode(303).putHeader("Location", "/mesa/entrar").end();
    }
  }
}
