package mx.vozrural.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ErrorPageTest {
  @Test
  void itSaysWhatHappenedAndTheWayBack() {
    String page = Rendered.page("error", "layout/error.jte", new ErrorView(Problem.of(404), false));
    PageRules.hold(page);
    assertThat(page).contains("No encontramos esta página", "href=\"/\"", "614 555 0100");
  }

  @Test
  void theDesksLeadsBackToTheDesk() {
    String page =
        Rendered.page("error-desk", "layout/error.jte", new ErrorView(Problem.of(403), true));
    PageRules.hold(page);
    assertThat(page)
        .contains("class=\"button\" href=\"/mesa\"")
        .doesNotContain("Si quería reportar");
  }

  @Test
  void aDemonstrationSaysSoOnEveryPage() {
    var page =
        new Pages(Rendered.site(true))
            .render("layout/error.jte", new ErrorView(Problem.of(404), false));
    assertThat(page.toString()).contains("Los datos de esta página son de prueba");
  }
}
