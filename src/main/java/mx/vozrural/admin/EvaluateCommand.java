package mx.vozrural.admin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Evaluation;
import mx.vozrural.interpreter.Evaluation.Field;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.LabelledText;
import mx.vozrural.learning.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Tells how well texts are read: labelled texts in, tables of what was read wrong out, and the
 * figures as one JSON object in the last line.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Lee textos etiquetados (JSONL) y dice qué tan bien se interpretan.")
public final class EvaluateCommand implements Callable<Integer> {

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final Supplier<Catalogue> catalogue;

  @Spec private CommandSpec spec;

  @Parameters(index = "0", paramLabel = "FILE.jsonl", description = "Un objeto JSON por línea.")
  private Path file;

  /**
   * @param catalogue the sections, communities and categories to read with
   */
  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields before call()
  public EvaluateCommand(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    List<LabelledText> texts;
    try {
      texts = texts();
    } catch (IOException e) {
      return failed("No se puede leer " + file + ".");
    } catch (BadLine e) {
      return failed(file + ", línea " + e.number + ": " + e.reason);
    }
    PrintWriter out = spec.commandLine().getOut();
    print(out, Evaluation.of(new Interpreter(catalogue.get(), ModelFile.built()), texts));
    out.flush();
    return 0;
  }

  private int failed(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(why);
    err.flush();
    return 1;
  }

  private List<LabelledText> texts() throws IOException, BadLine {
    List<LabelledText> texts = new ArrayList<>();
    int number = 0;
    for (String line : Files.readAllLines(file)) {
      number++;
      if (!line.isBlank()) {
        texts.add(text(line, number));
      }
    }
    return texts;
  }

  private static LabelledText text(String line, int number) throws BadLine {
    try {
      JsonNode node = JSON.readTree(line);
      List<String> categories = new ArrayList<>();
      node.required("categories").forEach(c -> categories.add(c.asText()));
      JsonNode section = node.required("section");
      return new LabelledText(
          node.required("body").asText(),
          node.required("intent").asText(),
          categories,
          section.isNull() ? null : section.asText(),
          node.required("urgent").asBoolean(),
          node.required("language").asText());
    } catch (JsonProcessingException e) {
      throw new BadLine(number, "no es JSON.");
    } catch (IllegalArgumentException e) {
      throw new BadLine(
          number, "falta un campo (body, intent, categories, section, urgent, language).");
    }
  }

  private static void print(PrintWriter out, Evaluation evaluation) {
    table(out, "intent", evaluation.intent());
    table(out, "categories", evaluation.categories());
    table(out, "section", evaluation.section());
    table(out, "urgent", evaluation.urgent());
    out.println(row("  recall", evaluation.urgentRecall()));
    out.println(row("  precision", evaluation.urgentPrecision()));
    table(out, "language", evaluation.language());
    out.println(figures(evaluation));
  }

  private static void table(PrintWriter out, String name, Field field) {
    out.println(row(name, field.accuracy()) + "  " + field.right() + "/" + field.size());
    field
        .confusions()
        .forEach(c -> out.println("  %4d  %s -> %s".formatted(c.count(), c.expected(), c.got())));
  }

  private static String row(String name, double figure) {
    return String.format(Locale.ROOT, "%-12s %.3f", name, figure);
  }

  private static ObjectNode figures(Evaluation evaluation) {
    return JSON.createObjectNode()
        .put("intent", evaluation.intent().accuracy())
        .put("categories", evaluation.categories().accuracy())
        .put("section", evaluation.section().accuracy())
        .put("urgent_recall", evaluation.urgentRecall())
        .put("urgent_precision", evaluation.urgentPrecision())
        .put("language", evaluation.language().accuracy())
        .put("n", evaluation.size());
  }

  /** A line of the file that is no labelled text. */
  private static final class BadLine extends Exception {
    private final int number;
    private final String reason;

    BadLine(int number, String reason) {
      super(reason);
      this.number = number;
      this.reason = reason;
    }
  }
}
