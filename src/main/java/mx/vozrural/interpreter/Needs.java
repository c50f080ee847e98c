package mx.vozrural.interpreter;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import org.jspecify.annotations.Nullable;

/**
 * The needs that a text tells, the primary one first, as the municipality's categories. A second
 * need counts where its words state it, not where they merely name its subject.
 */
final class Needs {

  static final String OWN = "own ";

  /** Words that state a need, and not only its subject. */
  private static final int STATED = 3;

  /** Categories whose phrases explain words that alone are another category's. */
  private static final Map<String, Set<String>> EXPLAINS =
      Map.of(
          "ALUMBRADO", Set.of("LUZ"),
          "APOYO", Set.of("PROTCIVIL"),
          "ANIMAL", Set.of("SALUD"),
          "BASURA", Set.of("TRANSPORTE", "ANIMAL"),
          "ESCUELA", Set.of("ESPACIO", "APOYO", "PROTCIVIL"),
          "INTERNET", Set.of("ESPACIO"),
          "OTRO", Set.of("SEGURIDAD"),
          "PROTCIVIL", Set.of("CAMINO"));

  private final List<Column> columns;
  private final int household;

  /** A category with the signals that tell of it: those of its base and its own words'. */
  private record Column(String code, String base, int signal, int own) {}

  /** A need found in a text. */
  record Need(String code, String base, int weight, int total, int from, int signal) {}

  Needs(RuleBook book, Catalogue catalogue) {
    columns = new ArrayList<>();
    household = book.signal("fact household");
    Map<String, String> reader = readers(catalogue);
    for (Category category : catalogue.categories()) {
      boolean reads = category.code().equals(reader.get(category.base()));
      String table = "need " + category.base();
      int signal = reads && book.tells(table) ? book.signal(table) : -1;
      int own = category.words().isEmpty() ? -1 : book.signal(ownSignal(category));
      if (signal >= 0 || own >= 0) {
        columns.add(new Column(category.code(), category.base(), signal, own));
      }
    }
  }

  /** The signal of the municipality's own words for a category. */
  static String ownSignal(Category category) {
    return OWN + category.code();
  }

  /** Whether a municipality's own words told a need. */
  boolean own(Need need) {
    return columns.stream().anyMatch(c -> c.code().equals(need.code()) && c.own() == need.signal());
  }

  /** The category that reads a base's words, or null. */
  static @Nullable String code(Catalogue catalogue, String base) {
    return readers(catalogue).get(base);
  }

  /**
   * Which category reads a base's words, where several have the same base: its namesake or first.
   */
  static Map<String, String> readers(Catalogue catalogue) {
    Map<String, String> readers = new LinkedHashMap<>();
    for (Category category : catalogue.categories()) {
      if (category.code().equals(category.base())) {
        readers.put(category.base(), category.code());
      } else {
        readers.putIfAbsent(category.base(), category.code());
      }
    }
    return readers;
  }

  /** The needs of a text; those that only name a subject are left out beside a stated one. */
  List<Need> find(Findings findings) {
    List<Need> all = new ArrayList<>();
    Need best = null;
    for (Column column : columns) {
      Need need = need(column, findings);
      if (need != null) {
        all.add(need);
      }
    }
    for (Need need : all) {
      if ((best == null || stronger(need, best)) && !covered(need, all, findings)) {
        best = need;
      }
    }
    if (best == null) {
      return List.of();
    }
    List<Need> chosen = new ArrayList<>();
    chosen.add(best);
    for (Need need : all) {
      if (!need.equals(best) && need.weight() >= STATED && !covered(need, all, findings)) {
        chosen.add(need);
      }
    }
    return chosen;
  }

  /** Whether another need's words say the same and more, or it stands for this one. */
  private boolean covered(Need need, List<Need> all, Findings findings) {
    for (Need other : all) {
      boolean stated = other.weight() >= STATED;
      if (stated && (explained(need, other, findings) || implied(need, other, findings))) {
        return true;
      }
    }
    return false;
  }

  /** "vacuna para los perros" is no need of a doctor: the longer phrase explains the word. */
  private static boolean explained(Need need, Need other, Findings findings) {
    return EXPLAINS.getOrDefault(other.base(), Set.of()).contains(need.base())
        && findings.within(need.signal(), other.signal());
  }

  /** Water for stock is no drinking water unless a household is spoken of. */
  private boolean implied(Need need, Need other, Findings findings) {
    return need.base().equals("AGUA") && other.base().equals("AGUAGAN") && !findings.has(household);
  }

  private static @Nullable Need need(Column column, Findings findings) {
    int signal = column.own() >= 0 && findings.has(column.own()) ? column.own() : column.signal();
    if (signal < 0 || !findings.has(signal)) {
      return null;
    }
    return new Need(
        column.code(),
        column.base(),
        findings.weight(signal),
        findings.total(signal),
        findings.from(signal),
        signal);
  }

  private static boolean stronger(Need a, Need b) {
    if (a.weight() != b.weight()) {
      return a.weight() > b.weight();
    }
    return a.total() != b.total() ? a.total() > b.total() : a.from() < b.from();
  }
}
