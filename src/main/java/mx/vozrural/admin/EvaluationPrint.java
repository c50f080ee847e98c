package mx.vozrural.admin;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import mx.vozrural.interpreter.Evaluation;
import mx.vozrural.interpreter.Evaluation.Alarms;
import mx.vozrural.interpreter.Evaluation.Field;
import mx.vozrural.interpreter.Evaluation.Outcome;
import mx.vozrural.interpreter.Label;
import mx.vozrural.interpreter.Reading;
import mx.vozrural.interpreter.Reliability;

/** Prints how labelled texts were read, each figure beside the keyword matcher's. */
final class EvaluationPrint {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Those whose confidence is measured, not ruled. */
  private static final List<Label> MEASURED = List.of(Label.INTENT, Label.CATEGORIES, Label.URGENT);

  private final PrintWriter out;

  EvaluationPrint(PrintWriter out) {
    this.out = out;
  }

  /**
   * @param shown how many of the texts read wrong
   */
  void print(List<Evaluated> parts, int shown) {
    if (parts.size() > 1) {
      for (Evaluated part : parts) {
        out.printf(Locale.ROOT, "%s: n = %d%n", part.file().path(), part.ours().size());
        fields(part.ours(), part.keywords(), false);
        out.println();
      }
      out.println("all files");
    }
    Evaluation ours = Evaluation.sum(parts.stream().map(Evaluated::ours).toList());
    fields(ours, Evaluation.sum(parts.stream().map(Evaluated::keywords).toList()), true);
    MEASURED.forEach(label -> reliability(label, ours.reliability(label)));
    wrong(parts, ours, shown);
    out.println();
    out.println(figures(ours));
  }

  private void fields(Evaluation ours, Evaluation keywords, boolean confusions) {
    for (Label label : Label.values()) {
      Field field = ours.field(label);
      Field beside = keywords.field(label);
      if (label == Label.LIFE) {
        life(field.alarms(), beside.alarms());
      } else {
        row(label.code(), field.accuracy(), field.right(), field.size(), beside.accuracy());
        if (confusions) {
          field
              .confusions()
              .forEach(c ->
                  out.printf(Locale.ROOT, "  %4d  %s -> %s%n", c.count(), c.expected(), c.got()));
        }
      }
      if (label == Label.URGENT) {
        urgent(field.alarms(), beside.alarms());
      }
    }
  }

  private void urgent(Alarms ours, Alarms keywords) {
    row("  recall", ours.recall(), ours.found(), ours.due(), keywords.recall());
    row("  precision", ours.precision(), ours.found(), ours.told(), keywords.precision());
  }

  private void life(Alarms ours, Alarms keywords) {
    row("life: 911", ours.recall(), ours.found(), ours.due(), keywords.recall());
    out.printf(
        Locale.ROOT,
        "%-12s %5s  %-9s  keywords %d%n",
        "  wrongly",
        "",
        ours.wrongly() + "/" + ours.undue(),
        keywords.wrongly());
  }

  private void row(String name, double figure, int some, int all, double beside) {
    out.printf(
        Locale.ROOT, "%-12s %.3f  %-9s  keywords %.3f%n", name, figure, some + "/" + all, beside);
  }

  private void reliability(Label label, Reliability reliability) {
    out.println();
    out.printf(
        Locale.ROOT,
        "sure of %s: expected calibration error %.3f%n",
        label.code(),
        reliability.expectedError());
    out.printf(Locale.ROOT, "  %-10s  %6s  %5s  %5s%n", "sure", "texts", "mean", "right");
    for (Reliability.Bin bin : reliability.bins()) {
      out.printf(
          Locale.ROOT,
          "  %.1f to %.1f  %6d  %.3f  %.3f%n",
          bin.from(),
          bin.to(),
          bin.texts(),
          bin.sure(),
          bin.right());
    }
  }

  private void wrong(List<Evaluated> parts, Evaluation ours, int shown) {
    long wrong = ours.outcomes().stream().filter(o -> !o.wrong().isEmpty()).count();
    out.println();
    out.printf(
        Locale.ROOT,
        "read wrong in something: %d of %d texts%s%n",
        wrong,
        ours.size(),
        shown > 0 && wrong > shown ? "; the first " + shown + ", all with --wrong" : "");
    int left = shown;
    for (Evaluated part : parts) {
      for (int i = 0; i < part.ours().size() && left > 0; i++) {
        Outcome outcome = part.ours().outcomes().get(i);
        if (!outcome.wrong().isEmpty()) {
          out.printf(
              Locale.ROOT,
              "%s:%d  %s%n",
              part.file().path().getFileName(),
              part.file().lines().get(i).number(),
              visible(outcome.text().body()));
          wrong(outcome);
          left--;
        }
      }
    }
  }

  private void wrong(Outcome outcome) {
    for (Label label : outcome.wrong()) {
      Double sure = label.sure(outcome.reading());
      out.printf(
          Locale.ROOT,
          "    %s: %s -> %s%s%n",
          label.code(),
          label.expected(outcome.text()),
          label.read(outcome.reading()),
          sure == null ? "" : String.format(Locale.ROOT, ", sure %.2f", sure));
    }
    out.printf(Locale.ROOT, "    evidence: %s%n", evidence(outcome.reading()));
  }

  private static String evidence(Reading reading) {
    return reading.evidence().stream()
        .map(e -> e.field() + " " + e.value() + ": " + e.words())
        .collect(Collectors.joining("; "));
  }

  /** Marks that would move the cursor or turn the line are shown as blanks. */
  private static String visible(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]", " ");
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
}
