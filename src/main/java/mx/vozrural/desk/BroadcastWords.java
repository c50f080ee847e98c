package mx.vozrural.desk;

import java.util.ArrayList;
import java.util.List;
import mx.vozrural.commitments.Audience;
import mx.vozrural.commitments.Broadcast;
import mx.vozrural.commitments.Plans;
import mx.vozrural.commitments.Progress;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Section;
import mx.vozrural.web.Spanish;

/** Broadcasts in words. */
final class BroadcastWords {
  private BroadcastWords() {}

  static String state(Broadcast.State state) {
    return switch (state) {
      case PROPOSED -> "Espera aprobación";
      case SENDING -> "Saliendo";
      case PAUSED -> "En pausa";
      case CANCELLED -> "Cancelado";
      case DONE -> "Terminado";
    };
  }

  /** "Suscritos en El Sauz, Guadalupe; que reportaron Agua potable" */
  static String to(Audience audience, Catalogue catalogue, Plans plans) {
    List<String> words = new ArrayList<>();
    words.add(
        audience.folios().isEmpty()
            ? "Quien se suscribió a los avisos"
            : "Quien mandó alguno de "
                + Spanish.count(audience.folios().size(), "folio", "folios")
                + " y se suscribió a los avisos");
    if (!audience.sections().isEmpty()) {
      words.add(
          "en "
              + String.join(
                  ", ",
                  audience.sections().stream()
                      .map(code -> catalogue.section(code).map(Section::name).orElse(code))
                      .toList()));
    }
    if (!audience.categories().isEmpty()) {
      words.add(
          "con un reporte de "
              + String.join(
                  ", ",
                  audience.categories().stream()
                      .map(code -> catalogue.category(code).map(Category::name).orElse(code))
                      .toList()));
    }
    String commitment = audience.commitment();
    if (commitment != null) {
      words.add(
          (audience.folios().isEmpty()
                  ? "además, quien reportó algo vinculado al compromiso "
                  : "sobre el compromiso ")
              + plans.commitment(commitment).map(Plans.Commitment::title).orElse(commitment));
    }
    return String.join("; ", words);
  }

  /** "120 enviados de 300" */
  static String progress(Progress progress) {
    return Spanish.number(progress.sent())
        + " "
        + (progress.sent() == 1 ? "enviado" : "enviados")
        + " de "
        + Spanish.number(progress.all());
  }
}
