package mx.vozrural.admin;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Evaluation;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.learning.ModelFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * Tells how well texts are read: labelled texts in; out come what was read wrong, how far to trust
 * a confidence, what a keyword matcher makes of the same texts, and the figures as one JSON object
 * in the last line. Several files are told apart and in sum.
 */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = "Lee textos etiquetados (JSONL) y dice qué tan bien se interpretan.")
public final class EvaluateCommand implements Callable<Integer> {
  private static final int SHOWN = 20;

  private final Supplier<Catalogue> catalogue;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE.jsonl",
      description = "Un objeto JSON por línea. Varios archivos: por archivo y en suma.")
  private List<Path> files;

  @Option(
      names = "--wrong",
      description = "Muestra todos los textos mal leídos, no solo los primeros " + SHOWN + ".")
  private boolean all;

  @Option(
      names = "--totals",
      description = "Solo cifras, ningún texto: para conjuntos que nadie debe mirar.")
  private boolean totals;

  /**
   * @param catalogue the sections, communities and categories to read with
   */
  @SuppressWarnings("NullAway.Init") // picocli sets the annotated fields before call()
  public EvaluateCommand(Supplier<Catalogue> catalogue) {
    this.catalogue = catalogue;
  }

  @Override
  public Integer call() {
    List<LabelledFile> read = new ArrayList<>();
    for (Path file : files) {
      try {
        read.add(LabelledFile.read(file));
      } catch (IOException e) {
        return failed("No se puede leer " + file + ".");
      } catch (LabelledFile.BadLine e) {
        return failed(String.valueOf(e.getMessage()));
      }
    }
    print(read);
    return 0;
  }

  private int failed(String why) {
    PrintWriter err = spec.commandLine().getErr();
    err.println(why);
    err.flush();
    return 1;
  }

  private void print(List<LabelledFile> read) {
    Catalogue known = catalogue.get();
    Interpreter interpreter = new Interpreter(known, ModelFile.built());
    KeywordMatcher keywords = new KeywordMatcher(known);
    List<Evaluated> parts =
        read.stream()
            .map(file ->
                new Evaluated(
                    file,
                    Evaluation.of(interpreter::read, file.texts()),
                    Evaluation.of(keywords::read, file.texts())))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    new EvaluationPrint(out).print(parts, totals ? 0 : all ? Integer.MAX_VALUE : SHOWN);
    out.flush();
  }
}
