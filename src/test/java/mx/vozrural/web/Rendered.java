package mx.vozrural.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;

/** Pages rendered for tests, on Monday 24 November 2025, 2:30 p. m. in Chihuahua. */
public final class Rendered {
  public static final Instant NOW = Instant.parse("2025-11-24T20:30:00Z");
  public static final Assets ASSETS =
      new Assets(List.of("voz-rural.css", "icono.svg", "simulador.js", "costo.js"));

  private Rendered() {}

  public static Site site() {
    return site(false);
  }

  public static Site site(boolean demonstration) {
    return new Site(
        "Municipio de Chihuahua",
        "Dirección de Desarrollo Rural",
        "614 555 0100",
        demonstration,
        ZoneId.of("America/Chihuahua"),
        InstantSource.fixed(NOW),
        ASSETS);
  }

  /** The page; also kept in target/pages/NAME.html, to be opened in a browser. */
  public static String page(String name, String template, Object view) {
    String page = new Pages(site()).render(template, view).toString(StandardCharsets.UTF_8);
    keep(name, page);
    return page;
  }

  private static void keep(String name, String page) {
    try {
      Path folder = Files.createDirectories(Path.of("target", "pages"));
      Files.writeString(
          folder.resolve(name + ".html"),
          page.replace(ASSETS.address("voz-rural.css"), "../classes/static/voz-rural.css"));
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
