package mx.vozrural.outbox;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import mx.vozrural.sms.Template;
import mx.vozrural.sms.Templates;

/** Texts in the wording of one municipality, each with the number to text. */
public final class Texts {
  private final Map<String, String> always;
  private volatile Templates templates;

  /**
   * @param municipality as texts name it
   * @param number as people read it
   */
  public Texts(Templates templates, String municipality, String number) {
    this.templates = templates;
    this.always = Map.of("municipality", municipality, "number", number);
  }

  /** A municipality's own wording, from now on. */
  public void use(Templates changed) {
    templates = changed;
  }

  /** What a text says, with an ellipsis for each value: for lists of texts. */
  public String wording(String language, List<String> parts) {
    Templates now = templates;
    return parts.stream()
        .map(part -> now.find(language + "/" + part).map(Template::blank).orElse(part))
        .collect(Collectors.joining(" "));
  }

  public String render(String language, List<String> parts, Map<String, String> values) {
    Map<String, String> all = new HashMap<>(always);
    all.putAll(values);
    return templates.render(language, parts, all);
  }

  /**
   * How long after its moment a text of these parts is still true: as long as the first of them to
   * grow stale.
   */
  Duration lifetime(String language, List<String> parts) {
    return parts.stream()
        .flatMap(part -> templates.find(language + "/" + part).stream())
        .map(Template::expires)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElseThrow(() -> new IllegalArgumentException("No Expires in " + parts));
  }
}
