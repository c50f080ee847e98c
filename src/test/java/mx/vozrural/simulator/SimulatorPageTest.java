package mx.vozrural.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SimulatorPageTest {
  private static final String PHONE = "+526145550121";

  private static String page(
      String name, List<SimulatorView.Bubble> bubbles, @Nullable String problem) {
    String page =
        Rendered.page(
            name,
            "simulator/phone.jte",
            new SimulatorView(
                "token", List.of(PHONE, "+526145550122"), PHONE, bubbles, "", problem));
    PageRules.hold(page);
    return page;
  }

  @Test
  void theConversationShowsBothSidesAndSaysThatItIsADemonstration() {
    String page =
        page(
            "simulator",
            List.of(
                new SimulatorView.Bubble(
                    true, "no ay agua en palo blanco <ayuda>", Rendered.NOW, null),
                new SimulatorView.Bubble(
                    false, "Recibimos su reporte, folio 4821936.", Rendered.NOW, "entregado")),
            null);
    assertThat(page)
        .contains(
            "Demostración",
            "Usted: ",
            "Voz Rural: ",
            "&lt;ayuda&gt;",
            "lun 24 nov, 2:30 p. m., entregado")
        .containsPattern("<script src=\"/static/simulador\\.[0-9a-f]{10}\\.js\" defer>")
        .contains("href=\"/simulador?from=%2B526145550122\"");
  }

  @Test
  void anEmptyOneSaysWhatToType() {
    assertThat(page("simulator-empty", List.of(), "Escriba un mensaje."))
        .contains("Todavía no hay mensajes", "role=\"alert\">Escriba un mensaje.");
  }
}
