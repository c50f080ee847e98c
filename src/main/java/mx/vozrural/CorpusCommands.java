package mx.vozrural;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.readings.Corrections;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code admin corpus}: the texts that staff corrected. */
final class CorpusCommands {
  private CorpusCommands() {}

  /** {@code admin corpus}. */
  @Command(
      name = "corpus",
      description = "Texts that staff corrected.",
      subcommands = {Export.class},
      mixinStandardHelpOptions = true)
  static final class CorpusGroup {}

  /** {@code admin corpus export}. */
  @Command(
      name = "export",
      description = {
        "Writes the corrected texts as labelled texts, one JSON object a line, to standard output.",
        "Numbers, addresses and names are taken out, restricted reports left out; read it all the"
            + " same before it leaves the house."
      },
      mixinStandardHelpOptions = true)
  static final class Export implements Callable<Integer> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Spec private CommandSpec spec;

    @Override
    public Integer call() {
      PrintWriter out = spec.commandLine().getOut();
      return LearningDesk.with(desk -> {
        for (Corrections.Case c : desk.cases()) {
          out.println(line(desk.catalogue(), c));
        }
        out.flush();
        return 0;
      });
    }

    private static String line(Catalogue catalogue, Corrections.Case c) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("body", c.body());
      fields.put("intent", c.labels().intent());
      fields.put("categories", LearningDesk.bases(catalogue, c.labels().categories()));
      fields.put("section", c.labels().section());
      fields.put("urgent", c.labels().urgent());
      fields.put("life", c.labels().life());
      fields.put("language", c.language());
      try {
        return JSON.writeValueAsString(fields);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
