package mx.vozrural.desk;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.domain.Section;
import mx.vozrural.outbox.Budget;
import mx.vozrural.outbox.LedgerRow;
import mx.vozrural.web.Choice;
import mx.vozrural.web.Plot;
import mx.vozrural.web.Site;
import mx.vozrural.web.Spanish;
import org.jspecify.annotations.Nullable;

/** The ledger's rows, gathered and named for people. */
final class LedgerTables {
  private static final int MONTHS = 24;
  private static final String STAFF_LANGUAGE = "es";
  private static final Map<String, String> STREAMS =
      Map.of(
          "in", "Lo que nos escriben",
          "answer", "Respuestas",
          "report", "Avances de reportes",
          "notice", "Avisos",
          "code", "Códigos",
          "duty", "Guardia");

  private final DeskParts parts;
  private final Frames frames;

  LedgerTables(DeskParts parts, Frames frames) {
    this.parts = parts;
    this.frames = frames;
  }

  LedgerView view(Session session, YearMonth month, LedgerView.@Nullable Form form, boolean saved) {
    List<LedgerRow> rows = parts.ledger().month(month);
    YearMonth now = parts.ledger().thisMonth();
    List<LedgerView.Line> byStream = lines(rows, row -> stream(row.stream()));
    return new LedgerView(
        frames.of(session, Place.SPENDING),
        month.toString(),
        Spanish.month(month),
        months(now),
        line("Total", rows),
        plot(month, byStream),
        byStream,
        lines(rows, row -> section(row.section())),
        lines(rows, row -> template(row.template())),
        parts.ledger().billed(month).stream()
            .map(bill -> bill.unit() + " " + bill.price().stripTrailingZeros().toPlainString())
            .toList(),
        parts.ledger().unowned(month).texts(),
        month.equals(now) ? budget(parts.ledger().budget()) : null,
        form,
        saved);
  }

  private static List<Choice> months(YearMonth now) {
    return IntStream.range(0, MONTHS)
        .mapToObj(now::minusMonths)
        .map(month -> new Choice(month.toString(), Spanish.month(month)))
        .toList();
  }

  private static List<LedgerView.Line> lines(
      List<LedgerRow> rows, Function<LedgerRow, String> label) {
    return rows.stream()
        .collect(Collectors.groupingBy(label, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(entry -> line(entry.getKey(), entry.getValue()))
        .sorted(Comparator.comparingLong(LedgerView.Line::segments).reversed())
        .toList();
  }

  private static LedgerView.Line line(String label, List<LedgerRow> rows) {
    return new LedgerView.Line(
        label,
        rows.stream().mapToLong(LedgerRow::texts).sum(),
        rows.stream().mapToLong(LedgerRow::segments).sum(),
        rows.stream().mapToLong(LedgerRow::estimatedSegments).sum(),
        Spanish.pesos(rows.stream().map(LedgerRow::cost).reduce(BigDecimal.ZERO, BigDecimal::add)),
        rows.stream().mapToLong(LedgerRow::estimatedCosts).sum());
  }

  private Plot plot(YearMonth month, List<LedgerView.Line> byStream) {
    Site site = parts.pages().site();
    return new Plot(
        "Segmentos por clase de texto, " + Spanish.month(month),
        "Clase",
        "segmentos",
        site.office() + ", con lo que dice la red telefónica",
        site.today(),
        0,
        byStream.stream().map(line -> new Plot.Bar(line.label(), line.segments())).toList());
  }

  private static String stream(String code) {
    return STREAMS.getOrDefault(code, code);
  }

  private String section(@Nullable String code) {
    return code == null
        ? "Sin sección"
        : parts.catalogue().section(code).map(Section::name).orElse(code);
  }

  private String template(@Nullable String keys) {
    return switch (keys) {
      case null -> "Lo que nos escriben";
      case LedgerRow.RESTRICTED -> "De reportes reservados";
      default -> parts.texts().wording(STAFF_LANGUAGE, Arrays.asList(keys.split("\\+", -1)));
    };
  }

  private static LedgerView.Budget budget(Budget budget) {
    return new LedgerView.Budget(
        Spanish.pesos(budget.spent().broadcasts()),
        pesos(budget.caps().broadcasts()),
        Spanish.pesos(budget.spent().everything()),
        pesos(budget.caps().everything()),
        Spanish.pesos(budget.queued().everything().add(budget.planned())),
        Spanish.pesos(budget.needed()),
        pesos(budget.leftForBroadcasts()));
  }

  private static @Nullable String pesos(@Nullable BigDecimal amount) {
    return amount == null ? null : Spanish.pesos(amount);
  }
}
