package mx.vozrural.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.vozrural.web.Problem;
import org.jspecify.annotations.Nullable;

/** Reads what programs send, strictly, and writes what they get. */
final class Json {
  private Json() {}

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
  private static final int LONGEST_PARAMETER = 300;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .addModule(new SimpleModule().addDeserializer(String.class, new CleanText()))
          .withConfigOverride(
              List.class, list -> list.setSetterInfo(JsonSetter.Value.forContentNulls(Nulls.FAIL)))
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .withCoercionConfig(
              LogicalType.Textual,
              config ->
                  config
                      .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                      .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
          .build();

  /** PostgreSQL takes no NUL, and the other control characters help nobody. */
  private static final class CleanText extends StringDeserializer {
    private static final long serialVersionUID = 1L;

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      String text = super.deserialize(parser, context);
      return text == null ? null : clean(text);
    }
  }

  static String clean(String text) {
    return CONTROL.matcher(text).replaceAll(" ");
  }

  /** A parameter of the address, cleaned; null where it is missing or blank. */
  static @Nullable String parameter(RoutingContext ctx, String name) {
    String value = ctx.request().getParam(name);
    return value == null || value.isBlank() || value.length() > LONGEST_PARAMETER
        ? null
        : clean(value).strip();
  }

  /** The request's body; empty where it was refused, which has then been answered. */
  static <T> Optional<T> read(RoutingContext ctx, Class<T> type) {
    String contentType = ctx.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (contentType == null
        || !contentType.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      Problem.of(415).saying("Mande los datos como application/json.").fail(ctx);
      return Optional.empty();
    }
    try {
      ObjectReader reader = MAPPER.readerFor(type);
      T value =
          ctx.body().buffer() == null ? null : reader.readValue(ctx.body().buffer().getBytes());
      if (value != null) {
        return Optional.of(value);
      }
      Problem.of(400).saying("Falta el cuerpo: un objeto JSON.").fail(ctx);
    } catch (UnrecognizedPropertyException e) {
      String known =
          e.getKnownPropertyIds() == null
              ? ""
              : String.join(
                  ", ", e.getKnownPropertyIds().stream().map(String::valueOf).sorted().toList());
      Problem.of(400)
          .saying("Hay un campo que esta dirección no conoce. Conoce: " + known + ".")
          .fail(ctx);
    } catch (JsonProcessingException e) {
      Problem.of(400).saying("El cuerpo no es el JSON que esta dirección espera.").fail(ctx);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  static void send(RoutingContext ctx, int status, JsonObject body) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(body.toBuffer());
  }

  static void list(RoutingContext ctx, List<JsonObject> items, @Nullable String next) {
    send(ctx, 200, new JsonObject().put("items", new JsonArray(items)).put("next", next));
  }
}
