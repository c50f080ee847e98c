package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TemplatesTest {

  private static final Templates TEMPLATES =
      Templates.of(
          Map.of(
              "es/filed", "# Example: folio=1234566\nSu folio es {folio}.",
              "es/thanks", "Gracias, {name}.",
              "en/thanks", "Thank you, {name}."));

  private static final Map<String, String> FILES =
      Map.of(
          "sms-templates/es/filed.txt", "¿Año? {folio}",
          "sms-templates/en/filed_twice-2.txt", "Twice",
          "sms-templates/es/.gitkeep", "",
          "sms-templates/es/notes.md", "no template",
          "sms-templates/README.txt", "no template",
          "sms-templates/es/deeper/file.txt", "no template",
          "other/es/filed.txt", "no template",
          "xsms-templates/es/filed.txt", "no template");

  private static final Map<String, String> FOUND =
      Map.of("es/filed", "¿Año? {folio}", "en/filed_twice-2", "Twice");

  @ParameterizedTest
  @CsvSource({
    "es, filed, Su folio es 7.",
    "es, thanks, 'Gracias, Ana.'",
    "en, thanks, 'Thank you, Ana.'",
    "es, filed thanks filed, 'Su folio es 7. Gracias, Ana. Su folio es 7.'",
  })
  void parts_are_joined_by_a_space(String language, String parts, String text) {
    List<String> keys = List.of(parts.split(" ", -1));
    assertThat(TEMPLATES.render(language, keys, Map.of("folio", "7", "name", "Ana")))
        .isEqualTo(text);
  }

  @Test
  void no_part_is_no_text() {
    assertThat(TEMPLATES.render("es", List.of(), Map.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"es, lost, No template es/lost", "en, filed, No template en/filed"})
  void an_unknown_template_is_named(String language, String part, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEMPLATES.render(language, List.of(part), Map.of()))
        .withMessage(message);
  }

  @Test
  void a_municipalitys_own_words_replace_the_default_and_leave_it_as_it_was() {
    Templates own = TEMPLATES.with(Map.of("es/filed", "Folio {folio}, gracias."));

    assertThat(own.render("es", List.of("filed"), Map.of("folio", "7")))
        .isEqualTo("Folio 7, gracias.");
    assertThat(TEMPLATES.render("es", List.of("filed"), Map.of("folio", "7")))
        .isEqualTo("Su folio es 7.");
    assertThat(own.find("es/filed").orElseThrow().examples()).containsKey("folio");
  }

  @ParameterizedTest
  @CsvSource({"es/filed, ''", "es/filed, '\r\n '", "es/filed, Folio {number}", "es/gone, Adios"})
  void own_words_that_cannot_be_used_leave_the_default(String key, String wording) {
    Templates own = TEMPLATES.with(Map.of(key, wording));

    assertThat(own.keys()).isEqualTo(TEMPLATES.keys());
    assertThat(own.render("es", List.of("filed"), Map.of("folio", "7")))
        .isEqualTo("Su folio es 7.");
  }

  @Test
  void its_keys_are_listed_in_order() {
    Templates templates = Templates.of(Map.of("es/b", "", "es/a", "", "en/c", ""));

    assertThat(templates.keys()).containsExactly("en/c", "es/a", "es/b");
    assertThat(templates.find("es/lost")).isEmpty();
  }

  @Test
  void the_defaults_are_the_files_of_the_build() {
    assertThatCode(Templates::defaults).doesNotThrowAnyException();
    assertThat(Templates.defaults().keys()).hasSameSizeAs(TemplateFiles.ofThisProgram().keySet());
  }

  @Test
  void templates_are_found_in_a_folder(@TempDir Path place) throws IOException {
    for (Map.Entry<String, String> file : FILES.entrySet()) {
      Path path = place.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
    assertThat(TemplateFiles.at(place)).isEqualTo(FOUND);
  }

  @Test
  void templates_are_found_in_a_jar(@TempDir Path place) throws IOException {
    Path jar = place.resolve("a b+ñ.jar");
    try (OutputStream out = Files.newOutputStream(jar);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    assertThat(TemplateFiles.at(jar)).isEqualTo(FOUND);
  }

  @Test
  void a_folder_without_templates_has_none(@TempDir Path place) {
    assertThat(TemplateFiles.at(place)).isEmpty();
  }

  @Test
  void a_place_that_is_neither_folder_nor_jar_is_an_error(@TempDir Path place) {
    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> TemplateFiles.at(place.resolve("lost.jar")))
        .withMessage("The text templates can't be read");
  }
}
