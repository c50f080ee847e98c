package mx.vozrural.web;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** All that is wrong with a posted form, in the order of its fields. */
public record FormErrors(List<FieldError> all) {

  /** Of a form that nobody has posted yet, or that is right. */
  public static final FormErrors NONE = new FormErrors(List.of());

  public FormErrors {
    all = List.copyOf(all);
  }

  public boolean isEmpty() {
    return all.isEmpty();
  }

  /** What to do about a field; null where nothing is wrong with it. */
  public @Nullable String of(String field) {
    return all.stream()
        .filter(error -> error.field().equals(field))
        .map(FieldError::message)
        .findFirst()
        .orElse(null);
  }
}
