package mx.vozrural.web;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Files that pages use, each at an address with a hash of its content: browsers keep them for good,
 * and a changed file has another address.
 */
public final class Assets {
  private static final String KEEP = "public, max-age=31536000, immutable";
  private static final Map<String, String> TYPES =
      Map.of(
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml");

  private record Asset(String address, String type, Buffer content) {}

  private final Map<String, Asset> assets = new TreeMap<>();

  /**
   * @param names files under {@code static/} on the class path
   * @throws IllegalArgumentException for one that isn't there or of a type we don't serve
   */
  public Assets(List<String> names) {
    names.forEach(name -> assets.put(name, asset(name)));
  }

  /** Where a browser finds a file. */
  public String address(String name) {
    return Optional.ofNullable(assets.get(name)).map(Asset::address).orElseThrow();
  }

  /** Serves all files. */
  public void route(Router router) {
    assets.values().forEach(asset -> router.get(asset.address()).handler(serve(asset)));
  }

  private static Handler<RoutingContext> serve(Asset asset) {
    return ctx ->
        ctx.response()
            .putHeader(HttpHeaders.CONTENT_TYPE, asset.type())
            .putHeader(HttpHeaders.CACHE_CONTROL, KEEP)
            .end(asset.content());
  }

  private static Asset asset(String name) {
    int dot = name.lastIndexOf('.');
    String extension = name.substring(dot + 1);
    byte[] content = read(name);
    String address = "/static/%s.%s.%s".formatted(name.substring(0, dot), hash(content), extension);
    return Optional.ofNullable(TYPES.get(extension))
        .map(type -> new Asset(address, type, Buffer.buffer(content)))
        .orElseThrow(() -> new IllegalArgumentException("no media type for " + name));
  }

  private static byte[] read(String name) {
    try (InputStream file = Assets.class.getResourceAsStream("/static/" + name)) {
      if (file == null) {
        throw new IllegalArgumentException("no file static/" + name);
      }
      return file.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 5);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
