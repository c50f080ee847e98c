package mx.vozrural.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import mx.vozrural.commitments.Answer;
import mx.vozrural.commitments.Audience;
import mx.vozrural.commitments.Broadcast;
import mx.vozrural.commitments.Broadcast.State;
import mx.vozrural.commitments.Preview;
import mx.vozrural.commitments.Progress;
import mx.vozrural.outbox.Tariff;
import mx.vozrural.sms.Segments;
import mx.vozrural.web.Choice;
import mx.vozrural.web.FieldError;
import mx.vozrural.web.FormErrors;
import mx.vozrural.web.PageRules;
import mx.vozrural.web.Rendered;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The desk's pages on broadcasts, rendered alone. */
class BroadcastPagesTest {
  private static final String TEXT =
      "Mañana de 9 a 12 hay vacunas para ganado en la casa ejidal <traiga credencial> ☺ Responda al 614 555 0100.";
  private static final Instant END = Rendered.NOW.plus(Duration.ofDays(3));
  private static final DeskFrame FRAME =
      new DeskFrame(
          "ana@municipio.example",
          "Coordinación",
          "token",
          DeskFrame.Place.BROADCASTS,
          0,
          0,
          List.of(DeskFrame.Place.values()),
          null,
          List.of());
  private static final List<Choice> SECTIONS =
      List.of(new Choice("EL_CHARCO", "El Charco"), new Choice("EL_SAUZ", "El Sauz"));

  private static Preview preview(boolean assumed) {
    return new Preview(
        new Preview.Version(TEXT, Segments.of(TEXT), 1_234),
        null,
        0,
        new BigDecimal("2468.00"),
        new Tariff(assumed ? BigDecimal.ONE : BigDecimal.TWO, BigDecimal.TEN),
        Rendered.NOW,
        Rendered.NOW.plusSeconds(124),
        END);
  }

  private static Broadcast broadcast(State state, @Nullable String why) {
    boolean approved = state != State.PROPOSED;
    return new Broadcast(
        42,
        state,
        TEXT,
        "es",
        new Audience(List.of("EL_CHARCO"), List.of(), null, List.of()),
        1_234,
        2,
        null,
        new BigDecimal("2468.00"),
        1,
        Rendered.NOW,
        approved ? 2L : null,
        approved ? Rendered.NOW : null,
        END,
        why);
  }

  private static BroadcastView view(
      Broadcast broadcast, BroadcastView.Right right, FormErrors errors) {
    boolean proposed = broadcast.state() == State.PROPOSED;
    return new BroadcastView(
        FRAME,
        broadcast,
        BroadcastWords.state(broadcast.state()),
        "Quien se suscribió a los avisos; en El Charco",
        "ana@municipio.example",
        proposed ? null : "luz@municipio.example",
        right,
        proposed ? preview(true) : null,
        new Progress(734, 100, 400, 250, 0, 3, 1_468),
        new BigDecimal("1468.00"),
        Rendered.NOW.plus(Duration.ofHours(18)),
        proposed
            ? List.of()
            : List.of(
                new Answer(Rendered.NOW, "¿También chivas <y borregas>?", null, "unreadable"),
                new Answer(Rendered.NOW, "No hay agua en El Charco", "5550127", null),
                new Answer(Rendered.NOW, "Ya volvio el agua", "5550127", "added")),
        null,
        errors);
  }

  /** The price is the one place where a dollar sign belongs. */
  private static String page(String name, String template, Object view) {
    String page = Rendered.page(name, template, view);
    PageRules.hold(page.replaceAll("\\$(?=\\d)", ""));
    return page;
  }

  private static String form(@Nullable Preview preview, FormErrors errors) {
    var fields =
        new NewBroadcastView.Fields(
            "Mañana hay vacunas", "", List.of("EL_SAUZ"), List.of(), "", "", "");
    return page(
        "broadcast-new" + (preview == null ? "" : "-preview") + (errors.isEmpty() ? "" : "-errors"),
        "desk/new-broadcast.jte",
        new NewBroadcastView(
            FRAME,
            fields,
            SECTIONS,
            List.of(new Choice("AGUA", "Agua potable")),
            List.of(new Choice("CG-1", "Caminos que duran")),
            preview,
            "mark",
            errors));
  }

  @Test
  void theFormShowsCountCostAndTheDearLettersBeforeAnythingIsProposed() {
    assertThat(form(null, FormErrors.NONE)).doesNotContain("name=\"propose\"");
    assertThat(form(preview(true), FormErrors.NONE))
        .contains(
            "1,234 personas",
            "$2,468.00",
            "<strong>☺</strong>",
            "es un supuesto",
            "value=\"EL_SAUZ\" checked",
            "&lt;traiga credencial",
            "name=\"reviewed\" value=\"mark\"",
            "name=\"propose\" value=\"yes\"");
    assertThat(form(preview(false), FormErrors.NONE)).doesNotContain("es un supuesto");
  }

  @Test
  void theEnglishVersionIsShownWithItsOwnReadersAndLength() {
    var both =
        new Preview(
            new Preview.Version("Hay vacunas.", Segments.of("Hay vacunas."), 1_234),
            new Preview.Version("<Vaccines> “here”", Segments.of("<Vaccines> “here”"), 1),
            2,
            new BigDecimal("1235.00"),
            Tariff.ASSUMED,
            Rendered.NOW,
            Rendered.NOW.plusSeconds(124),
            END);
    assertThat(form(both, FormErrors.NONE))
        .contains(
            "1,235 personas",
            "1,234 personas lo leen en español",
            "1 persona lo lee en inglés: 1 segmento",
            "2 personas lo reciben porque reportaron",
            "<blockquote class=\"words\" lang=\"en\">&lt;Vaccines&gt;",
            "<strong>“ ”</strong>",
            "name=\"body_en\"");
  }

  @Test
  void whatIsWrongIsSaidAtItsField() {
    var errors =
        new FormErrors(
            List.of(
                new FieldError("sections", "Nadie recibiría este aviso."),
                new FieldError("body", "Escriba el aviso.")));
    assertThat(form(null, errors))
        .contains("href=\"#sections\"", "id=\"sections-error\"", "id=\"body-error\"");
  }

  @Test
  void aButtonSaysToHowManyAndForHowMuch() {
    Broadcast proposed = broadcast(State.PROPOSED, null);
    assertThat(
            page(
                "broadcast-proposed",
                "desk/broadcast.jte",
                view(proposed, BroadcastView.Right.APPROVE, FormErrors.NONE)))
        .contains("Aprobar: sale a 1,234 personas por $2,468.00", "Cancelar: 1,234 personas");
    assertThat(
            page(
                "broadcast-own",
                "desk/broadcast.jte",
                view(proposed, BroadcastView.Right.STEER, FormErrors.NONE)))
        .contains("lo tiene que aprobar otra persona")
        .doesNotContain("/aprobacion");
    assertThat(
            page(
                "broadcast-read",
                "desk/broadcast.jte",
                view(proposed, BroadcastView.Right.READ, FormErrors.NONE)))
        .doesNotContain("Aprobar", "/cancelacion");
  }

  @Test
  void underWayItShowsHowFarItIsAndWhatCameBack() {
    assertThat(
            page(
                "broadcast-sending",
                "desk/broadcast.jte",
                view(broadcast(State.SENDING, null), BroadcastView.Right.APPROVE, FormErrors.NONE)))
        .contains(
            "Pausar: faltan 834 personas",
            "horas de silencio: sigue mar 25 nov",
            "/mesa/reporte/5550127",
            "&lt;y borregas");
    assertThat(
            page(
                "broadcast-paused",
                "desk/broadcast.jte",
                view(
                    broadcast(State.PAUSED, "Se pausó solo. El presupuesto no alcanza."),
                    BroadcastView.Right.APPROVE,
                    new FormErrors(List.of(new FieldError("pasos", "No alcanza."))))))
        .contains("Reanudar: sale a 734 personas por $1,468.00", "Se pausó solo", "id=\"pasos\"");
  }

  @Test
  void theListSaysInWordsHowEachStands() {
    var rows =
        List.of(
            new BroadcastsView.Row(42, TEXT, "Saliendo", "400 enviados de 1,237", Rendered.NOW));
    assertThat(
            page(
                "broadcasts",
                "desk/broadcasts.jte",
                new BroadcastsView(FRAME, true, rows, "/mesa/avisos?antes=42")))
        .contains("href=\"/mesa/avisos/42\"", "Saliendo", "400 enviados", "/mesa/avisos/nuevo");
    assertThat(
            page(
                "broadcasts-empty",
                "desk/broadcasts.jte",
                new BroadcastsView(FRAME, false, List.of(), null)))
        .contains("Todavía no hay avisos")
        .doesNotContain("/mesa/avisos/nuevo");
  }
}
