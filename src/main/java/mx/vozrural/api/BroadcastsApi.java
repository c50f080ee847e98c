package mx.vozrural.api;

import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import mx.vozrural.access.Staff;
import mx.vozrural.commitments.Audience;
import mx.vozrural.commitments.Broadcast;
import mx.vozrural.commitments.Broadcasts;
import mx.vozrural.commitments.Draft;
import mx.vozrural.commitments.Progress;
import mx.vozrural.commitments.Step;
import mx.vozrural.domain.Folio;
import mx.vozrural.reports.ReportReader;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/broadcasts}: texts to many. */
final class BroadcastsApi {
  private static final int PAGE = 50;

  private final Callers callers;
  private final Broadcasts broadcasts;
  private final ReportReader reader;

  BroadcastsApi(Callers callers, Broadcasts broadcasts, ReportReader reader) {
    this.callers = callers;
    this.broadcasts = broadcasts;
    this.reader = reader;
  }

  void route(Router router) {
    String address = "/api/v1/broadcasts";
    router.get(address).handler(callers.queue(this::page));
    router.post(address).handler(callers.broadcasts(this::propose));
    router.get(address + "/:id").handler(callers.queue(this::one));
    step(router, address + "/:id/approval", broadcasts::approve);
    step(router, address + "/:id/pause", broadcasts::pause);
    step(router, address + "/:id/resumption", broadcasts::resume);
    step(router, address + "/:id/cancellation", broadcasts::cancel);
  }

  private void step(Router router, String address, BiFunction<Long, Long, Step> step) {
    router
        .post(address)
        .handler(
            callers.broadcasts(
                (ctx, staff) -> answer(ctx, staff, step.apply(id(ctx), staff.id()))));
  }

  /** 0, which no broadcast has, for what can't be one. */
  private static long id(RoutingContext ctx) {
    String id = ctx.pathParam("id");
    return id.matches("\\d{1,18}") ? Long.parseLong(id) : 0;
  }

  private void page(RoutingContext ctx, Staff staff) {
    String cursor = Json.parameter(ctx, "cursor");
    if (cursor != null && !cursor.matches("\\d{1,18}")) {
      Problem.of(400).saying("cursor no es uno que hayamos dado.").fail(ctx);
      return;
    }
    List<Broadcast> all = broadcasts.page(cursor == null ? null : Long.valueOf(cursor), PAGE + 1);
    List<Broadcast> page = all.subList(0, Math.min(PAGE, all.size()));
    Json.list(
        ctx,
        page.stream().map(broadcast -> item(broadcast, staff)).toList(),
        all.size() > PAGE ? Long.toString(page.get(PAGE - 1).id()) : null);
  }

  private void one(RoutingContext ctx, Staff staff) {
    broadcasts
        .one(id(ctx))
        .ifPresentOrElse(
            broadcast ->
                Json.send(
                    ctx,
                    200,
                    item(broadcast, staff)
                        .put("progress", progress(broadcasts.progress(broadcast.id())))),
            () -> unknown(ctx));
  }

  private static void unknown(RoutingContext ctx) {
    Problem.of(404).saying("No hay un aviso con esa clave.").fail(ctx);
  }

  /**
   * @param body as it came: what can't be sent is refused here, not cleaned away
   * @param bodyEn the same in English, for who writes in English; missing: all get the body
   */
  record NewBroadcast(
      @JsonDeserialize(using = StringDeserializer.class) @Nullable String body,
      @JsonDeserialize(using = StringDeserializer.class) @Nullable String bodyEn,
      @Nullable List<String> sections,
      @Nullable List<String> categories,
      @Nullable String commitment,
      @Nullable List<String> list,
      @Nullable String endsAt) {}

  private void propose(RoutingContext ctx, Staff staff) {
    Json.read(ctx, NewBroadcast.class)
        .flatMap(asked -> draft(ctx, asked))
        .ifPresent(draft -> answer(ctx, staff, broadcasts.propose(draft, staff.id())));
  }

  private static Optional<Draft> draft(RoutingContext ctx, NewBroadcast asked) {
    List<Long> folios = new ArrayList<>();
    for (String folio : orEmpty(asked.list())) {
      Optional<Folio> known = Folio.parse(folio);
      if (known.isEmpty()) {
        Problem.of(422).saying("list: uno de los folios está mal escrito.").fail(ctx);
        return Optional.empty();
      }
      folios.add(Long.valueOf(known.get().digits()));
    }
    Instant end = null;
    if (asked.endsAt() != null) {
      try {
        end = OffsetDateTime.parse(asked.endsAt()).toInstant();
      } catch (DateTimeParseException e) {
        Problem.of(422).saying("ends_at: escríbalo como 2026-11-24T18:00:00-06:00.").fail(ctx);
        return Optional.empty();
      }
    }
    return Optional.of(
        new Draft(
            Objects.requireNonNullElse(asked.body(), ""),
            Objects.requireNonNullElse(asked.bodyEn(), ""),
            new Audience(
                orEmpty(asked.sections()), orEmpty(asked.categories()), asked.commitment(), folios),
            end));
  }

  private static List<String> orEmpty(@Nullable List<String> list) {
    return list == null ? List.of() : list;
  }

  private void answer(RoutingContext ctx, Staff staff, Step step) {
    switch (step) {
      case Step.Done done -> Json.send(ctx, 202, item(done.broadcast(), staff));
      case Step.Unknown unknown -> unknown(ctx);
      case Step.Refused refused ->
          Problem.of(status(refused.reason())).saying(refused.message()).fail(ctx);
    }
  }

  private static int status(Step.Reason reason) {
    return switch (reason) {
      case INVALID, NOBODY -> 422;
      case BUDGET, STATE -> 409;
      case OWN -> 403;
    };
  }

  private JsonObject item(Broadcast broadcast, Staff staff) {
    Broadcast.English english = broadcast.english();
    return new JsonObject()
        .put("id", Long.toString(broadcast.id()))
        .put("state", broadcast.state().code())
        .put("body", broadcast.body())
        .put("to", to(broadcast.audienceOf(), staff))
        .put("audience", broadcast.audience())
        .put("segments", broadcast.segments())
        .put("body_en", english == null ? null : english.body())
        .put("audience_en", english == null ? null : english.audience())
        .put("segments_en", english == null ? null : english.segments())
        .put("cost", broadcast.cost())
        .put("made_at", reader.time(broadcast.madeAt()))
        .put(
            "approved_at",
            broadcast.approvedAt() == null ? null : reader.time(broadcast.approvedAt()))
        .put("ends_at", reader.time(broadcast.endsAt()))
        .put("why", broadcast.why());
  }

  /** Folios name reports of all sections: who sends to them reads them, others their number. */
  private static JsonObject to(Audience audience, Staff staff) {
    JsonObject to = audience.json().put("list_size", audience.folios().size());
    if (staff.role().broadcasts()) {
      to.put("list", audience.folios().stream().map(String::valueOf).toList());
    } else {
      to.remove("list");
    }
    return to;
  }

  private static JsonObject progress(Progress progress) {
    return new JsonObject()
        .put("listed", progress.listed())
        .put("queued", progress.queued())
        .put("sent", progress.sent())
        .put("delivered", progress.delivered())
        .put("failed", progress.failed())
        .put("skipped", progress.skipped());
  }
}
