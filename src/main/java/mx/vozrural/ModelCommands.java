package mx.vozrural;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Stream;
import mx.vozrural.admin.LabelledFile;
import mx.vozrural.audit.Actor;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.interpreter.Evaluation;
import mx.vozrural.interpreter.Interpreter;
import mx.vozrural.interpreter.LabelledText;
import mx.vozrural.interpreter.Model;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.learning.Corpus;
import mx.vozrural.learning.ModelFile;
import mx.vozrural.learning.Trainer;
import mx.vozrural.readings.Corrections;
import mx.vozrural.readings.Models;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code admin model}: learning from what staff corrected. */
final class ModelCommands {
  private ModelCommands() {}

  /** {@code admin model}. */
  @Command(
      name = "model",
      description =
          "The model that reads texts: learn one, compare it, put it to use, take it back.",
      subcommands = {ListModels.class, Learn.class, Compare.class, Promote.class, RollBack.class},
      mixinStandardHelpOptions = true)
  static final class ModelGroup {}

  /** {@code admin model list}. */
  @Command(
      name = "list",
      description = "The models that were learned here; the one that reads has a star.",
      mixinStandardHelpOptions = true)
  static final class ListModels implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return LearningDesk.with(desk -> {
        String running = desk.running().version();
        String built = ModelFile.builtVersion();
        out.println(star(running, built) + "  came with the software");
        for (Models.Kept kept : desk.models().all()) {
          out.println(
              star(running, kept.version())
                  + "  "
                  + kept.madeAt()
                  + "  "
                  + kept.texts()
                  + " texts, "
                  + kept.corrected()
                  + " corrected"
                  + (desk.models().find(kept.version()).isEmpty() ? ", of another release" : ""));
        }
        out.flush();
        return 0;
      });
    }

    private static String star(String running, String version) {
      return (running.equals(version) ? "* " : "  ") + version;
    }
  }

  /** {@code admin model learn}. */
  @Command(
      name = "learn",
      description = {
        "Learns a model from the software's corpus and three of four corrected texts; the fourth"
            + " judges.",
        "It reads nothing yet. Its version is the last line."
      },
      mixinStandardHelpOptions = true)
  static final class Learn implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return LearningDesk.with(desk -> {
        List<Corpus.Text> corrected =
            desk.cases().stream()
                .filter(c -> !LearningDesk.heldBack(c))
                .map(c -> text(desk.catalogue(), c))
                .toList();
        Corpus corpus = Corpus.built().with(corrected);
        String built = ModelFile.builtVersion();
        Model model =
            Trainer.train(
                corpus,
                new Interpreter(desk.catalogue()),
                built.substring(built.lastIndexOf('-') + 1));
        desk.models().keep(model, corpus.texts().size(), corrected.size());
        out.println(corpus.texts().size() + " texts, " + corrected.size() + " corrected by staff");
        out.println(model.version());
        out.flush();
        return 0;
      });
    }

    private static Corpus.Text text(Catalogue catalogue, Corrections.Case c) {
      return new Corpus.Text(
          c.body(),
          c.labels().intent(),
          LearningDesk.bases(catalogue, c.labels().categories()),
          c.labels().section(),
          c.labels().urgent(),
          c.labels().life());
    }
  }

  /** {@code admin model compare VERSION [FILE…]}. */
  @Command(
      name = "compare",
      description = {
        "Reads the corrected texts that no model learned from with the one that reads now and with"
            + " another; and any labelled texts."
      },
      mixinStandardHelpOptions = true)
  static final class Compare implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VERSION", description = "as `model list` shows it")
    private String version;

    @Parameters(
        index = "1..*",
        arity = "0..*",
        paramLabel = "FILE",
        description = "other labelled texts to judge by, as `evaluate` reads them")
    private List<Path> files = List.of();

    @Override
    public Integer call() {
      Map<String, List<LabelledText>> sets = new LinkedHashMap<>();
      for (Path file : files) {
        try {
          sets.put(
              file.toString(),
              LabelledFile.read(file).lines().stream().map(LabelledFile.Line::text).toList());
        } catch (IOException e) {
          spec.commandLine().getErr().println(file + " can't be read");
          return 1;
        } catch (LabelledFile.BadLine e) {
          spec.commandLine().getErr().println(e.getMessage());
          return 1;
        }
      }
      return LearningDesk.with(desk -> {
        Optional<Model> other = found(desk, version);
        if (other.isEmpty()) {
          return unknown(spec, version);
        }
        Function<String, Reading> now = reader(desk, desk.running());
        Function<String, Reading> then = reader(desk, other.get());
        print("corrected and held back", now, then, judged(desk));
        sets.forEach((name, texts) -> print(name, now, then, texts));
        spec.commandLine().getOut().flush();
        return 0;
      });
    }

    /** In base categories: those of a file, which may come from another municipality. */
    private static Function<String, Reading> reader(LearningDesk desk, Model model) {
      Interpreter interpreter = new Interpreter(desk.catalogue(), model);
      return text -> {
        Reading reading = interpreter.read(text);
        return reading.withCategories(LearningDesk.bases(desk.catalogue(), reading.categories()));
      };
    }

    private static List<LabelledText> judged(LearningDesk desk) {
      return desk.cases().stream()
          .filter(LearningDesk::heldBack)
          .map(c ->
              new LabelledText(
                  c.body(),
                  c.labels().intent(),
                  LearningDesk.bases(desk.catalogue(), c.labels().categories()),
                  c.labels().section(),
                  c.labels().urgent(),
                  c.labels().life(),
                  c.language()))
          .toList();
    }

    private void print(
        String name,
        Function<String, Reading> now,
        Function<String, Reading> then,
        List<LabelledText> texts) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(Locale.ROOT, "%s: %d texts%n", name, texts.size());
      if (texts.isEmpty()) {
        return;
      }
      Evaluation before = Evaluation.of(now, texts);
      Evaluation after = Evaluation.of(then, texts);
      out.printf(Locale.ROOT, "  %-18s %8s %8s%n", "", "reads now", "other");
      figure("intent", before, after, e -> e.intent().accuracy());
      figure("categories", before, after, e -> e.categories().accuracy());
      figure("section", before, after, e -> e.section().accuracy());
      figure("urgent recall", before, after, Evaluation::urgentRecall);
      figure("urgent precision", before, after, Evaluation::urgentPrecision);
      figure("language", before, after, e -> e.language().accuracy());
    }

    private void figure(
        String name, Evaluation before, Evaluation after, Function<Evaluation, Double> of) {
      spec.commandLine()
          .getOut()
          .printf(Locale.ROOT, "  %-18s %8.3f  %8.3f%n", name, of.apply(before), of.apply(after));
    }
  }

  private static Optional<Model> found(LearningDesk desk, String version) {
    return Stream.of(ModelFile.built())
        .filter(model -> model.version().equals(version))
        .findFirst()
        .or(() -> desk.models().find(version));
  }

  private static int unknown(CommandSpec spec, String version) {
    spec.commandLine()
        .getErr()
        .println("there is no model " + version + " that this release can read with");
    return 1;
  }

  /** {@code admin model promote VERSION}. */
  @Command(
      name = "promote",
      description = "From now on this one reads, on every running server within a minute.",
      mixinStandardHelpOptions = true)
  static final class Promote implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "VERSION", description = "as `model list` shows it")
    private String version;

    @Override
    public Integer call() {
      return LearningDesk.with(desk -> {
        if (found(desk, version).isEmpty()) {
          return unknown(spec, version);
        }
        boolean built = ModelFile.builtVersion().equals(version);
        desk.models().use(built ? null : version, Actor.COMMAND);
        spec.commandLine().getOut().println(version + " reads from now on");
        return 0;
      });
    }
  }

  /** {@code admin model rollback}. */
  @Command(
      name = "rollback",
      description = "The model before reads again.",
      mixinStandardHelpOptions = true)
  static final class RollBack implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      return LearningDesk.with(desk -> {
        Optional<Models.Use> use = desk.models().rollBack(Actor.COMMAND);
        if (use.isEmpty()) {
          spec.commandLine().getErr().println("no model was ever promoted");
          return 1;
        }
        String version = use.get().version();
        spec.commandLine()
            .getOut()
            .println((version == null ? ModelFile.builtVersion() : version) + " reads again");
        return 0;
      });
    }
  }
}
