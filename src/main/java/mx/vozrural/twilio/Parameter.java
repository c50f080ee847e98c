package mx.vozrural.twilio;

import java.util.List;
import java.util.Optional;

/**
 * A decoded pair of a form. Ordered by name, then by value, in UTF-16 code units: the order in
 * which Twilio signs them.
 */
public record Parameter(String name, String value) implements Comparable<Parameter> {

  /** The first value of that name. */
  public static Optional<String> first(List<Parameter> parameters, String name) {
    for (Parameter parameter : parameters) {
      if (parameter.name.equals(name)) {
        return Optional.of(parameter.value);
      }
    }
    return Optional.empty();
  }

  @Override
  public int compareTo(Parameter other) {
    int order = name.compareTo(other.name);
    return order != 0 ? order : value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return "Parameter[" + name + "]";
  }
}
