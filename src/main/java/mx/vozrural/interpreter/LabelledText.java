package mx.vozrural.interpreter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text with what a person read in it, in the words of the labelling guide.
 *
 * @param intent {@link Intent#code()}
 * @param categories compared as a set
 * @param section null where the text names none
 * @param life a 911 reply is due
 * @param language {@link mx.vozrural.domain.Language#code()}
 */
public record LabelledText(
    String body,
    String intent,
    List<String> categories,
    @Nullable String section,
    boolean urgent,
    boolean life,
    String language) {}
