package mx.vozrural.readings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a text, by the machine or by a person, in the words of the labelling guide.
 *
 * @param intent {@link mx.vozrural.interpreter.Intent#code()}
 * @param categories the primary need first; compared as a set
 * @param section null where the text names none that is verified
 * @param life a 911 reply is due
 */
public record Labels(
    String intent,
    List<String> categories,
    @Nullable String section,
    boolean urgent,
    boolean life) {

  public Labels {
    categories = List.copyOf(categories);
  }

  /** The fields that the other has otherwise. */
  public List<Field> differences(Labels other) {
    List<Field> differ = new ArrayList<>();
    add(differ, Field.INTENT, intent.equals(other.intent));
    add(
        differ,
        Field.CATEGORIES,
        new HashSet<>(categories).equals(new HashSet<>(other.categories)));
    add(differ, Field.SECTION, Objects.equals(section, other.section));
    add(differ, Field.URGENT, urgent == other.urgent);
    return List.copyOf(differ);
  }

  private static void add(List<Field> fields, Field field, boolean same) {
    if (!same) {
      fields.add(field);
    }
  }
}
