package mx.vozrural.web;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.util.Map;

/** Makes pages of templates and views. Templates take {@code site} and {@code view}. */
public final class Pages {
  private static final String HTML = "text/html; charset=utf-8";

  private final TemplateEngine engine = TemplateEngine.createPrecompiled(ContentType.Html);
  private final Site site;

  public Pages(Site site) {
    this.site = site;
  }

  /** What all pages share. */
  public Site site() {
    return site;
  }

  /**
   * Answers with a page that nobody may keep: forms, folios, the desk.
   *
   * @param template its file under the templates' root, such as {@code portal/home.jte}
   */
  public void personal(RoutingContext ctx, String template, Object view) {
    personal(ctx, 200, template, view);
  }

  /**
   * As {@link #personal(RoutingContext, String, Object)}, with another status: a form that came
   * back.
   */
  public void personal(RoutingContext ctx, int status, String template, Object view) {
    send(ctx, status, "no-store", template, view);
  }

  /** Answers with a page that is the same for everybody; caches may keep it for a minute. */
  public void everyones(RoutingContext ctx, String template, Object view) {
    send(ctx, 200, "public, max-age=60", template, view);
  }

  private void send(RoutingContext ctx, int status, String keep, String template, Object view) {
    Buffer page = render(template, view);
    SecurityHeaders.put(ctx.response());
    ctx.response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, HTML)
        .putHeader(HttpHeaders.CACHE_CONTROL, keep)
        .end(page);
  }

  /** The page alone. */
  public Buffer render(String template, Object view) {
    Utf8ByteOutput page = new Utf8ByteOutput();
    engine.render(template, Map.of("site", site, "view", view), page);
    return Buffer.buffer(page.toByteArray());
  }
}
