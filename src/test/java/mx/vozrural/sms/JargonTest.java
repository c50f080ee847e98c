package mx.vozrural.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JargonTest {
  private static final Jargon LIST =
      Jargon.parse("# of offices\n\n  gestion* = hacer\nllevar a cabo=hacer\nubicación = lugar\n");

  @Test
  void words_are_found_whole_in_any_case_and_accent_with_their_place() {
    assertThat(LIST.in("Gestionó la UBICACION; ya gestio\u0301n"))
        .containsExactly(
            new Jargon.Found(0, "Gestionó", "hacer"),
            new Jargon.Found(26, "gestión", "hacer"),
            new Jargon.Found(12, "UBICACION", "lugar"));
  }

  @Test
  void a_part_of_another_word_is_none() {
    assertThat(LIST.in("autogestion, ubicaciones, llevara cabo")).isEmpty();
    assertThat(LIST.in("se va a llevar a cabo ya"))
        .extracting(Jargon.Found::index)
        .containsExactly(8);
  }

  @Test
  void each_language_has_its_list_and_others_have_none() {
    assertThat(Jargon.of("es").in("a la brevedad")).hasSize(1);
    assertThat(Jargon.of("en").in("We will do it prior to it")).hasSize(1);
    assertThat(Jargon.of("fr").in("a la brevedad")).isEmpty();
  }
}
