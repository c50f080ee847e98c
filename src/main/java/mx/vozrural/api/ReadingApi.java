package mx.vozrural.api;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import mx.vozrural.access.Staff;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.sms.Segments;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** What a text would be read as and cost, and the lists that readings refer to. */
final class ReadingApi {
  private static final int LONGEST = 10_000;

  private final Callers callers;
  private final Supplier<Interpreter> interpreter;
  private final Catalogue catalogue;

  ReadingApi(Callers callers, Supplier<Interpreter> interpreter, Catalogue catalogue) {
    this.callers = callers;
    this.interpreter = interpreter;
    this.catalogue = catalogue;
  }

  void route(Router router) {
    router.post("/api/v1/interpret").handler(callers.queue(this::interpret));
    router.post("/api/v1/segments").handler(this::segments);
    router.get("/api/v1/sections").handler(this::sections);
    router.get("/api/v1/categories").handler(this::categories);
  }

  record Text(@Nullable String body) {}

  private static Optional<String> body(RoutingContext ctx) {
    Optional<Text> text = Json.read(ctx, Text.class);
    if (text.isPresent() && (text.get().body() == null || text.get().body().length() > LONGEST)) {
      Problem.of(422).saying("body: un texto de hasta " + LONGEST + " letras.").fail(ctx);
      return Optional.empty();
    }
    return text.map(Text::body);
  }

  private void interpret(RoutingContext ctx, Staff staff) {
    Interpreter reader = interpreter.get();
    body(ctx)
        .ifPresent(body ->
            Json.send(ctx, 200, reading(reader.read(body)).put("model", reader.model().version())));
  }

  private static JsonObject reading(Reading reading) {
    JsonArray evidence = new JsonArray();
    reading
        .evidence()
        .forEach(e ->
            evidence.add(
                new JsonObject()
                    .put("field", e.field())
                    .put("value", e.value())
                    .put("words", e.words())));
    return new JsonObject()
        .put("intent", reading.intent().code())
        .put("categories", new JsonArray(reading.categories()))
        .put("section", reading.section())
        .put("urgent", reading.urgent())
        .put("life_danger", reading.lifeDanger())
        .put("language", reading.language().code())
        .put(
            "folio",
            reading.folios().stream()
                .filter(f -> f.valid())
                .map(f -> f.digits())
                .findFirst()
                .orElse(null))
        .put("confidence", new JsonObject(Map.copyOf(reading.confidence())))
        .put("evidence", evidence);
  }

  private void segments(RoutingContext ctx) {
    body(ctx).map(Segments::of).ifPresent(cost -> Json.send(ctx, 200, cost(cost)));
  }

  private static JsonObject cost(Segments cost) {
    JsonArray offending = new JsonArray();
    cost.offending()
        .forEach(c ->
            offending.add(
                new JsonObject().put("index", c.index()).put("character", c.character())));
    return new JsonObject()
        .put("encoding", cost.encoding().label())
        .put("segments", cost.segments())
        .put("units", cost.units())
        .put("offending", offending);
  }

  private void sections(RoutingContext ctx) {
    Json.list(
        ctx,
        catalogue.sections().stream()
            .map(s ->
                new JsonObject()
                    .put("code", s.code())
                    .put("name", s.name())
                    .put("outside", s.outside()))
            .toList(),
        null);
  }

  private void categories(RoutingContext ctx) {
    Json.list(
        ctx,
        catalogue.categories().stream()
            .map(c ->
                new JsonObject()
                    .put("code", c.code())
                    .put("name", c.name())
                    .put("name_en", c.nameEn())
                    .put("days", c.days()))
            .toList(),
        null);
  }
}
