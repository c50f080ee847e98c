package mx.vozrural.dialogue;

import java.util.List;
import java.util.Map;

/**
 * The one answer to a text: templates to be joined by a space, and their values. The number to
 * text, the municipality's name and, where a report was filed, its due date are added when it is
 * written.
 *
 * @param parts template keys in order
 * @param language es or en
 */
public record Answer(List<String> parts, Map<String, String> values, String language) {}
