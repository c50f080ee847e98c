package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormTest {
  private final MultiMap sent = MultiMap.caseInsensitiveMultiMap();
  private final Form form = new Form(sent);

  private Form with(String name, String value) {
    sent.add(name, value);
    return form;
  }

  @Test
  void textLosesWhatNobodyTypesAndKeepsItsLines() {
    assertThat(with("body", " \0No hay\u0007 agua\r\nen\tEl Charco\u0085\uFFFF \n").text("body"))
        .isEqualTo("No hay agua\nen\tEl Charco");
  }

  @Test
  void aMissingFieldIsEmpty() {
    assertThat(form.text("body")).isEmpty();
    assertThat(form.errors().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"abcde, false", "abcdef, true", "ñáé💧💧, false", "ñáé💧💧💧, true"})
  void lengthCountsCharactersAsPeopleDo(String text, boolean tooLong) {
    assertThat(with("body", text).optional("body", 5)).isEqualTo(text);
    assertThat(form.errors().of("body"))
        .isEqualTo(tooLong ? "Acorte el texto: caben 5 letras y lleva 6." : null);
  }

  @Test
  void whatMustBeFilledInSaysWhatToDo() {
    assertThat(with("body", "  ").required("body", 10, "Escriba qué necesita.")).isEmpty();
    assertThat(form.errors().of("body")).isEqualTo("Escriba qué necesita.");
  }

  @Test
  void whatIsFilledInIsNoError() {
    assertThat(with("body", "agua").required("body", 10, "Escriba qué necesita."))
        .isEqualTo("agua");
    assertThat(form.errors().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"GUADALUPE, GUADALUPE, false", "'', '', false", "NADA, '', true"})
  void aChoiceIsOneOfTheListOrOpen(String given, String read, boolean wrong) {
    assertThat(with("section", given).choice("section", List.of("GUADALUPE"), "Elija una sección."))
        .isEqualTo(read);
    assertThat(form.errors().of("section") != null).isEqualTo(wrong);
  }

  @ParameterizedTest
  @CsvSource({"42, 42, false", "'', , false", "x, , true"})
  void aParsedFieldIsItsValueOrAnErrorUnlessEmpty(String given, Integer read, boolean wrong) {
    var value = with("n", given).parsed("n", FormTest::number, "Escriba un número.");
    assertThat(value).isEqualTo(Optional.ofNullable(read));
    assertThat(form.errors().of("n") != null).isEqualTo(wrong);
  }

  private static Optional<Integer> number(String text) {
    return text.matches("\\d+") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  @Test
  void aBoxIsTickedWhereItWasSent() {
    with("urgent", "true");
    assertThat(form.ticked("urgent")).isTrue();
    assertThat(form.mustTick("urgent", "x")).isTrue();
    assertThat(form.mustTick("consent", "Marque la casilla para aceptar.")).isFalse();
    assertThat(form.errors().all())
        .containsExactly(new FieldError("consent", "Marque la casilla para aceptar."));
  }
}
