package mx.vozrural;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.Model;
import mx.vozrural.learning.Corpus;
import mx.vozrural.learning.ModelFile;
import mx.vozrural.learning.Trainer;

/**
 * The build's step that learns the interpreter's model from the repository's corpus: {@code
 * Training CORPUS CLASSES}. Does nothing where the model was made of the same texts by the same
 * interpreter.
 */
public final class Training {
  private static final String PLACE = "mx/vozrural/interpreter";

  private Training() {}

  public static void main(String[] args) throws IOException {
    Path classes = Path.of(args[1]);
    Corpus corpus = Corpus.read(Path.of(args[0]));
    Path file = classes.resolve(PLACE).resolve("model.gz");
    Path stamp = classes.resolveSibling("model.stamp");
    String tablesVersion = fingerprint(classes.resolve(PLACE));
    String wanted = corpus.fingerprint() + " " + tablesVersion;
    Path kept = classes.resolveSibling("model.gz");
    if (!Files.exists(kept) || !Files.exists(stamp) || !Files.readString(stamp).equals(wanted)) {
      Interpreter tables = new Interpreter(ExampleCatalogue.read());
      Model model = Trainer.train(corpus, tables, tablesVersion);
      try (var out = Files.newOutputStream(kept)) {
        ModelFile.write(model, out);
      }
      Files.writeString(stamp, wanted);
    }
    Files.createDirectories(file.getParent());
    Files.copy(kept, file, StandardCopyOption.REPLACE_EXISTING);
    pack(Path.of(args[0]), classes.resolve("mx/vozrural/learning/corpus.jsonl.gz"));
  }

  /** The texts go with the model, so that a municipality can learn from them and its own. */
  private static void pack(Path corpus, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(corpus)) {
      files = all.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList();
    }
    try (Writer out =
        new OutputStreamWriter(
            new GZIPOutputStream(Files.newOutputStream(to)), StandardCharsets.UTF_8)) {
      for (Path file : files) {
        for (String line : Files.readAllLines(file)) {
          if (!line.isBlank()) {
            out.write(line + "\n");
          }
        }
      }
    }
  }

  /** Of the tables and the code that find the clues. */
  private static String fingerprint(Path interpreter) throws IOException {
    MessageDigest digest = sha256();
    List<Path> files;
    try (Stream<Path> all = Files.list(interpreter)) {
      files = all.filter(f -> !f.toString().endsWith(".gz")).sorted().toList();
    }
    for (Path file : files) {
      try (InputStream in = Files.newInputStream(file)) {
        digest.update(in.readAllBytes());
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
