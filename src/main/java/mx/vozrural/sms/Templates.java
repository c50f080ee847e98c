package mx.vozrural.sms;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The texts that residents get, by language and key. A file of {@code sms-templates/<language>/} is
 * one template: lines that begin with {@code #} say what it is for, its examples and how many
 * segments it is worth; the rest is the text, with {@code {variables}}.
 */
public final class Templates {

  /** By {@code language/key}. */
  private final Map<String, Template> templates;

  private Templates(Map<String, Template> templates) {
    this.templates = Map.copyOf(templates);
  }

  /** The default texts that come with the software. */
  public static Templates defaults() {
    return of(TemplateFiles.ofThisProgram());
  }

  /**
   * Templates from their sources.
   *
   * @param sources file contents by {@code language/key}
   */
  public static Templates of(Map<String, String> sources) {
    Map<String, Template> parsed = new HashMap<>();
    sources.forEach((key, source) -> parsed.put(key, Template.parse(source)));
    return new Templates(parsed);
  }

  /**
   * The same with a municipality's own wording in place of the default; keys are {@code
   * language/key}. A wording that this version can't use (of a text that is no more, empty, or with
   * a variable that has no value any longer) is passed over, so that residents are answered all the
   * same; {@link TemplateLint#ofWording} tells staff what is wrong with it.
   */
  public Templates with(Map<String, String> own) {
    Map<String, Template> mixed = new HashMap<>(templates);
    own.forEach((key, wording) ->
        mixed.computeIfPresent(key, (same, byDefault) -> usable(byDefault, wording)));
    return new Templates(mixed);
  }

  /** All keys as {@code language/key}, in order. */
  public Set<String> keys() {
    return new TreeMap<>(templates).navigableKeySet();
  }

  /**
   * @param key {@code language/key}
   */
  public Optional<Template> find(String key) {
    return Optional.ofNullable(templates.get(key));
  }

  /**
   * The text of several templates, joined by a space.
   *
   * @throws IllegalArgumentException for an unknown key or a variable without a value
   */
  public String render(String language, List<String> parts, Map<String, String> values) {
    return parts.stream()
        .map(part -> known(language + "/" + part).render(values))
        .collect(Collectors.joining(" "));
  }

  private Template known(String key) {
    return find(key).orElseThrow(() -> new IllegalArgumentException("No template " + key));
  }

  private static Template usable(Template byDefault, String wording) {
    Template own = byDefault.reworded(wording);
    boolean usable = !own.text().isEmpty() && byDefault.difference(wording).extra().isEmpty();
    return usable ? own : byDefault;
  }
}
