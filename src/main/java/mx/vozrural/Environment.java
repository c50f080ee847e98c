package mx.vozrural;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Environment variables, read with one clear line for each bad one. */
record Environment(Map<String, String> variables) {

  /** A variable's text; empty where it is unset or blank. */
  Optional<String> text(String name) {
    return Optional.ofNullable(variables.get(name)).map(String::strip).filter(s -> !s.isEmpty());
  }

  /**
   * A variable's value.
   *
   * @param parse throws IllegalArgumentException with what is wrong; its words must not repeat a
   *     secret
   */
  <T> Optional<T> value(String name, Function<String, T> parse) {
    return text(name)
        .map(text -> {
          try {
            return parse.apply(text);
          } catch (IllegalArgumentException | java.time.DateTimeException e) {
            throw new BadSetting(name, String.valueOf(e.getMessage()));
          }
        });
  }

  int number(String name, int unset, int least, int most) {
    return value(
            name,
            text -> {
              if (!text.matches("\\d{1,9}")
                  || Integer.parseInt(text) < least
                  || Integer.parseInt(text) > most) {
                throw new IllegalArgumentException(
                    "must be a whole number from %d to %d".formatted(least, most));
              }
              return Integer.parseInt(text);
            })
        .orElse(unset);
  }

  <E extends Enum<E>> E choice(String name, Class<E> choices, E unset) {
    return value(
            name,
            text -> {
              for (E choice : choices.getEnumConstants()) {
                if (choice.name().equalsIgnoreCase(text)) {
                  return choice;
                }
              }
              throw new IllegalArgumentException(
                  "must be one of "
                      + String.join(
                          ", ",
                          java.util.Arrays.stream(choices.getEnumConstants())
                              .map(c -> c.name().toLowerCase(java.util.Locale.ROOT))
                              .toList()));
            })
        .orElse(unset);
  }
}
