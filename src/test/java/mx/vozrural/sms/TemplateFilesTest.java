package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds every template of the product to its rules; a folder that is still empty passes. */
class TemplateFilesTest {

  private static final Map<String, String> FILES = new TreeMap<>(TemplateFiles.ofThisProgram());

  @Test
  void every_template_keeps_to_its_alphabet_its_cost_and_its_variables() {
    assertThat(FILES.entrySet().stream().flatMap(file -> flaws(file.getKey(), file.getValue())))
        .isEmpty();
  }

  /** An answer is rendered in the resident's language from the same values. */
  @Test
  void every_template_is_there_in_every_language_with_the_same_variables() {
    Templates templates = Templates.of(FILES);
    for (String key : templates.keys()) {
      String other = (key.startsWith("es/") ? "en/" : "es/") + key.substring(3);
      assertThat(templates.find(other).map(Template::variables))
          .as("the variables of %s beside %s", other, key)
          .isEqualTo(templates.find(key).map(Template::variables));
    }
  }

  private static Stream<TemplateFlaw> flaws(String key, String source) {
    return TemplateLint.ofSource("sms-templates/" + key + ".txt", source).stream();
  }
}
