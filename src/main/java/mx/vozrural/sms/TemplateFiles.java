package mx.vozrural.sms;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds the templates beside the program's own classes: in its jar, or in the build's folder. They
 * are listed there, so that a new file needs no entry in any index.
 */
final class TemplateFiles {

  private static final String FOLDER = "sms-templates";
  private static final Pattern FILE =
      Pattern.compile(FOLDER + "/(?<key>[a-z]{2}/[a-z0-9-_]+)\\.txt");

  private TemplateFiles() {}

  static Map<String, String> ofThisProgram() {
    CodeSource program =
        Objects.requireNonNull(TemplateFiles.class.getProtectionDomain().getCodeSource());
    try {
      return at(Path.of(program.getLocation().toURI()));
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The program lies at no path", e);
    }
  }

  /** Contents by {@code language/key}; place is a jar or a folder of classes. */
  static Map<String, String> at(Path place) {
    try {
      return Files.isDirectory(place) ? inFolder(place) : inJar(place);
    } catch (IOException e) {
      throw new UncheckedIOException("The text templates can't be read", e);
    }
  }

  private static Map<String, String> inFolder(Path classes) throws IOException {
    Map<String, String> contents = new HashMap<>();
    for (Path file : filesUnder(classes.resolve(FOLDER))) {
      String name =
          classes.relativize(file).toString().replace(file.getFileSystem().getSeparator(), "/");
      Matcher template = FILE.matcher(name);
      if (template.matches()) {
        contents.put(template.group("key"), Files.readString(file));
      }
    }
    return contents;
  }

  private static List<Path> filesUnder(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files.toList();
    }
  }

  /** The jar is open already for its classes, so its list of entries costs nothing here. */
  private static Map<String, String> inJar(Path jar) throws IOException {
    Map<String, String> contents = new HashMap<>();
    try (ZipFile zip = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : zip.stream().toList()) {
        Matcher template = FILE.matcher(entry.getName());
        if (template.matches()) {
          contents.put(template.group("key"), content(zip, entry));
        }
      }
    }
    return contents;
  }

  private static String content(ZipFile zip, ZipEntry entry) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
