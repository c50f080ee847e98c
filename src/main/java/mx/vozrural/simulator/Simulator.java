package mx.vozrural.simulator;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.SqlClient;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import mx.vozrural.database.Sql;
import mx.vozrural.domain.Phone;
import mx.vozrural.intake.Arrival;
import mx.vozrural.intake.Intake;
import mx.vozrural.intake.Reply;
import mx.vozrural.outbox.Correspondence;
import mx.vozrural.outbox.Outbox;
import mx.vozrural.residents.Residents;
import mx.vozrural.web.Csrf;
import mx.vozrural.web.Form;
import mx.vozrural.web.Pages;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /simulador}: a phone on the screen. Texts go through the same intake as Twilio's. */
public final class Simulator {
  private static final String HOLDER = "/simulador";
  private static final int LONGEST = 1_600;
  private static final Sql NEWEST =
      Sql.of(
          "-- simulator.phones\nSELECT phone FROM resident WHERE phone_kind = 'number' ORDER BY id DESC LIMIT 12");

  private final SqlClient client;
  private final Intake intake;
  private final Residents residents;
  private final Outbox outbox;
  private final Pages pages;
  private final Csrf csrf;

  public Simulator(
      SqlClient client, Intake intake, Residents residents, Outbox outbox, Pages pages, Csrf csrf) {
    this.client = client;
    this.intake = intake;
    this.residents = residents;
    this.outbox = outbox;
    this.pages = pages;
    this.csrf = csrf;
  }

  public void route(Router router) {
    router.get("/simulador").handler(this::screen);
    router.post("/simulador").handler(this::post);
    router.post("/simulador/textos").handler(this::program);
  }

  private void screen(RoutingContext ctx) {
    String from = Optional.ofNullable(ctx.request().getParam("from")).orElse("");
    Phone phone = Phone.of(from);
    if (ctx.request().getParam("nuevo") != null || phone.kind() != Phone.Kind.NUMBER) {
      show(ctx, 200, invented(), "", null);
    } else {
      show(ctx, 200, phone, "", null);
    }
  }

  /** A number of a block that no one has: 555 stands for fiction. */
  private static Phone invented() {
    return Phone.of("+52614555" + ThreadLocalRandom.current().nextInt(1_000, 10_000));
  }

  private void post(RoutingContext ctx) {
    Form form = Form.of(ctx);
    Phone phone = Phone.of(form.text("from"));
    String body = form.required("body", LONGEST, "Escriba el mensaje.");
    if (csrf.shownAt(HOLDER, form.text(Csrf.FIELD)).isEmpty()) {
      show(ctx, 409, phone, body, "La página estuvo abierta mucho tiempo. Mande otra vez.");
    } else if (!form.errors().isEmpty()) {
      show(ctx, 422, phone, body, form.errors().all().get(0).message());
    } else if (text(phone, body, 0) instanceof Reply.Unavailable) {
      show(ctx, 503, phone, body, "En este momento no se pudo guardar. Mande otra vez.");
    } else {
      ctx.response()
          .setStatusCode(303)
          .putHeader("Location", SimulatorView.address(phone.value()))
          .end();
    }
  }

  private void show(
      RoutingContext ctx, int status, Phone phone, String body, @Nullable String problem) {
    List<SimulatorView.Bubble> bubbles =
        residents
            .find(client, phone)
            .map(id -> outbox.ofResident(client, id))
            .orElse(List.of())
            .stream()
            .map(Simulator::bubble)
            .toList();
    List<String> phones =
        NEWEST.list(client, row -> residents.vault().open(row.getBuffer(0)).value());
    pages.personal(
        ctx,
        status,
        "simulator/phone.jte",
        new SimulatorView(csrf.token(HOLDER), phones, phone.value(), bubbles, body, problem));
  }

  private static SimulatorView.Bubble bubble(Correspondence text) {
    return new SimulatorView.Bubble(
        text.inbound(), text.body(), text.at(), text.inbound() ? null : "entregado");
  }

  /**
   * The same for the shell: {@code {from, body}} in, {@code {answers}} out. Needs JSON, which no
   * page elsewhere can post.
   */
  private void program(RoutingContext ctx) {
    String type = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      Problem.of(415).fail(ctx);
      return;
    }
    JsonObject sent;
    try {
      sent = ctx.body().asJsonObject();
    } catch (DecodeException | ClassCastException e) {
      sent = null;
    }
    if (sent == null
        || !(sent.getValue("from") instanceof String from)
        || !(sent.getValue("body") instanceof String body)) {
      Problem.of(400).saying("Mande from y body.").fail(ctx);
      return;
    }
    String clean = body.replaceAll("[\\p{Cc}&&[^\\n\\t]]", " ");
    JsonArray answers = new JsonArray();
    switch (text(Phone.of(from), clean.substring(0, Math.min(clean.length(), LONGEST)), 0)) {
      case Reply.Text answer -> answers.add(answer.body());
      case Reply.Silence silence -> {}
      case Reply.Unavailable unavailable -> {
        Problem.of(503).fail(ctx);
        return;
      }
    }
    ctx.json(new JsonObject().put("answers", answers));
  }

  private Reply text(Phone from, String body, int media) {
    CompletableFuture<Reply> reply = new CompletableFuture<>();
    intake.accept(new Arrival(SimulatorGateway.sid(), from, body, media, null, reply::complete));
    try {
      return reply.get(10, TimeUnit.SECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return new Reply.Unavailable();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Reply.Unavailable();
    }
  }
}
