package mx.vozrural.dialogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule wants to say: the middle of an answer, before greeting, danger and number. */
record Reply(List<String> parts, Map<String, String> values) {

  static final Reply NONE = new Reply(List.of(), Map.of());

  static Reply of(String... parts) {
    return new Reply(List.of(parts), Map.of());
  }

  /** A part about some reports, its variable named as itself; nothing where there are none. */
  static Reply naming(String part, List<KnownReport> reports) {
    return reports.isEmpty() ? NONE : of(part).with(part, folios(reports));
  }

  Reply with(String name, String value) {
    return new Reply(parts, merged(values, Map.of(name, value)));
  }

  Reply then(Reply other) {
    return new Reply(
        Stream.concat(parts.stream(), other.parts.stream()).toList(), merged(values, other.values));
  }

  boolean silent() {
    return parts.isEmpty();
  }

  /** "1234567, folio 7654321": the template says the first "folio". */
  static String folios(List<KnownReport> reports) {
    return reports.stream().map(KnownReport::folio).collect(Collectors.joining(", folio "));
  }

  private static Map<String, String> merged(Map<String, String> one, Map<String, String> other) {
    Map<String, String> all = new TreeMap<>(one);
    all.putAll(other);
    return Map.copyOf(all);
  }
}
