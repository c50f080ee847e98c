package mx.vozrural.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import mx.vozrural.commitments.Plans;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** {@code /api/v1/plans} and {@code /api/v1/commitments}, for everyone. */
final class PlansApi {
  private final Plans plans;

  PlansApi(Plans plans) {
    this.plans = plans;
  }

  void route(Router router) {
    router
        .get("/api/v1/plans")
        .handler(ctx -> Json.list(ctx, plans.plans().stream().map(PlansApi::plan).toList(), null));
    router
        .get("/api/v1/commitments")
        .handler(ctx ->
            Json.list(ctx, plans.commitments().stream().map(PlansApi::commitment).toList(), null));
    router.get("/api/v1/commitments/:id").handler(this::one);
  }

  private void one(RoutingContext ctx) {
    plans
        .commitment(ctx.pathParam("id"))
        .ifPresentOrElse(
            commitment -> Json.send(ctx, 200, commitment(commitment)),
            () -> Problem.of(404).saying("No hay un compromiso con esa clave.").fail(ctx));
  }

  private static JsonObject plan(Plans.Plan plan) {
    return new JsonObject()
        .put("id", plan.id())
        .put("title", plan.title())
        .put("submitted_on", day(plan.submittedOn()))
        .put("signed_on", day(plan.signedOn()))
        .put("starts_on", day(plan.startsOn()))
        .put("ends_on", day(plan.endsOn()))
        .put("ends_on_alternative", day(plan.endsOnAlternative()))
        .put("source", plan.source());
  }

  private static JsonObject commitment(Plans.Commitment commitment) {
    return new JsonObject()
        .put("id", commitment.id())
        .put("plan", commitment.plan())
        .put("title", commitment.title())
        .put("lead", commitment.lead())
        .put("partners", new JsonArray(commitment.partners()))
        .put("problem", commitment.problem())
        .put("starts_on", day(commitment.startsOn()))
        .put("ends_on", day(commitment.endsOn()))
        .put("note", commitment.note())
        .put("actions", new JsonArray(commitment.actions()));
  }

  private static @Nullable String day(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
