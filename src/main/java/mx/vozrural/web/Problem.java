package mx.vozrural.web;

import io.netty.handler.codec.http.HttpResponseStatus;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/**
 * Why a request was refused, fit to be shown: never a class name, a path of ours or what was sent.
 *
 * @param heading what happened, in Spanish, for a page's first line
 * @param detail what to do about it, in Spanish
 */
public record Problem(int status, String heading, String detail) {

  /** The media type of RFC 9457. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final String KEY = Problem.class.getName();

  private static final Map<Integer, Problem> KNOWN =
      Map.ofEntries(
          entry(
              400,
              "No entendimos la solicitud",
              "Revise la dirección o los datos y pruebe otra vez."),
          entry(401, "Falta identificarse", "Inicie sesión y pruebe otra vez."),
          entry(
              403,
              "No se puede",
              "Esta página no está abierta para usted, o la solicitud vino de otro sitio."),
          entry(
              404,
              "No encontramos esta página",
              "Revise que la dirección esté completa, o empiece desde el inicio."),
          entry(
              405,
              "Así no se puede usar esta dirección",
              "Vuelva a la página anterior y use sus botones."),
          entry(406, "No tenemos ese formato", "Pida esta dirección en otro formato."),
          entry(408, "Se tardó demasiado en llegar", "Pruebe otra vez cuando tenga mejor señal."),
          entry(
              409,
              "Algo cambió mientras tanto",
              "Vuelva a abrir la página y revise cómo está ahora."),
          entry(
              412,
              "Alguien más lo cambió antes",
              "Vuelva a abrir la página, revise y repita su cambio."),
          entry(413, "Es demasiado grande", "Mande menos texto o un archivo más chico."),
          entry(414, "La dirección es demasiado larga", "Acorte la dirección y pruebe otra vez."),
          entry(415, "No leemos ese tipo de archivo", "Mande los datos en otro formato."),
          entry(422, "Hay datos por corregir", "Revise los datos y mande otra vez."),
          entry(
              428,
              "Falta decir qué versión cambia",
              "Lea primero y mande If-Match con la etiqueta que recibió."),
          entry(429, "Demasiados intentos", "Espere un momento y pruebe otra vez."),
          entry(
              500,
              "Algo falló de nuestro lado",
              "Ya quedó anotado. Pruebe otra vez en unos minutos."),
          entry(503, "En este momento no podemos atenderle", "Pruebe otra vez en unos minutos."));

  private static Map.Entry<Integer, Problem> entry(int status, String heading, String detail) {
    return Map.entry(status, new Problem(status, heading, detail));
  }

  /** What we say of a status; of one we have no words for, what we say of its class. */
  public static Problem of(int status) {
    Problem known = KNOWN.get(status);
    if (known != null) {
      return known;
    }
    Problem general = status < 500 ? of(400) : of(500);
    return new Problem(status, general.heading, general.detail);
  }

  /**
   * The same status with other words.
   *
   * @param detail Spanish, what to do; never what the client sent
   */
  public Problem saying(String detail) {
    return new Problem(status, heading, detail);
  }

  /** Ends the request with this problem, as a page or as JSON, whichever its address calls for. */
  public void fail(RoutingContext ctx) {
    ctx.put(KEY, this);
    ctx.fail(status);
  }

  /** What the handler said went wrong, else what we say of the status. */
  static Problem in(RoutingContext ctx, int status) {
    Problem said = ctx.get(KEY);
    return said == null ? of(status) : said;
  }

  /** The phrase of HTTP for the status, in English: what programs' logs expect. */
  public String title() {
    return HttpResponseStatus.valueOf(status).reasonPhrase();
  }

  /** As RFC 9457 has it; "about:blank" because the status says all that there is of the type. */
  public JsonObject json() {
    return new JsonObject()
        .put("type", "about:blank")
        .put("title", title())
        .put("status", status)
        .put("detail", detail);
  }

  /** Answers with JSON, at once. */
  public void send(RoutingContext ctx) {
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(json().toBuffer());
  }
}
