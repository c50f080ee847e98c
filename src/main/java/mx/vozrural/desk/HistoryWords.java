package mx.vozrural.desk;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mx.vozrural.domain.Catalogue;
import mx.vozrural.domain.Category;
import mx.vozrural.domain.Section;
import mx.vozrural.domain.Status;
import mx.vozrural.reports.HistoryEntry;
import mx.vozrural.web.StatusWords;
import org.jspecify.annotations.Nullable;

/** Lines of history in words: who, what, why. */
final class HistoryWords {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("resident_yes", "contestó SI"),
          Map.entry("resident_no", "contestó NO"),
          Map.entry("resident_answered", "contestó la pregunta"),
          Map.entry("no_answer", "diez días hábiles sin respuesta a la pregunta"),
          Map.entry("reminder", "recordatorio: falta su SI o NO"),
          Map.entry("unreachable", "falta su SI o NO, y no hay a dónde recordárselo"),
          Map.entry("silence", "cuatro semanas sin que nadie dijera SI o NO"),
          Map.entry("life_danger", "peligro de muerte"),
          Map.entry("urgent", "urgente"),
          Map.entry("yes", "dice que SI quedó"),
          Map.entry("no", "dice que NO quedó"));

  private final Catalogue catalogue;
  private final Map<Long, String> names;
  private final Map<String, String> commitments;

  /**
   * @param names of staff by id
   * @param commitments titles by id
   */
  HistoryWords(Catalogue catalogue, Map<Long, String> names, Map<String, String> commitments) {
    this.catalogue = catalogue;
    this.names = names;
    this.commitments = commitments;
  }

  ReportView.Entry of(HistoryEntry entry) {
    String reason =
        entry.reason() == null ? null : REASONS.getOrDefault(entry.reason(), entry.reason());
    return new ReportView.Entry(
        who(entry), entry.at(), what(entry), entry.words() != null ? entry.words() : reason);
  }

  private String who(HistoryEntry entry) {
    return switch (entry.actorKind()) {
      case "staff" -> Optional.ofNullable(entry.actor()).map(names::get).orElse("La oficina");
      case "resident" -> "Quien reportó";
      case "neighbour" -> "Una vecina o un vecino";
      default -> "El sistema";
    };
  }

  private String what(HistoryEntry entry) {
    return switch (entry.event()) {
      case "received" -> "mandó el reporte (" + Status.RECEIVED.code() + ")";
      case "moved" -> moved(entry.detail());
      case "classified" -> classified(entry.detail());
      case "assigned" -> assigned(entry.detail());
      case "completed" -> "dijo el lugar: " + changes(entry.detail());
      case "raised" -> "subió la urgencia";
      case "restricted" ->
          entry.detail().getBoolean("restricted", true)
              ? "lo hizo reservado"
              : "quitó lo reservado";
      case "joined" -> "se sumó";
      case "noted" -> "anotó";
      case "added" -> "agregó algo";
      case "neighbour_word" -> "mandó su palabra";
      case "read" -> "lo leyó";
      case "message" ->
          "unreachable".equals(entry.reason())
              ? "no pudo escribir a quien reportó"
              : "escribió a quien reportó";
      case "redacted" -> "borró palabras";
      default -> entry.event();
    };
  }

  private String classified(JsonObject detail) {
    String linked = detail.getString("linked");
    String unlinked = detail.getString("unlinked");
    return linked != null
        ? "lo vinculó al compromiso " + commitments.getOrDefault(linked, linked)
        : unlinked != null
            ? "lo desvinculó del compromiso " + commitments.getOrDefault(unlinked, unlinked)
            : "corrigió " + changes(detail);
  }

  private static String moved(JsonObject detail) {
    String code = detail.getString("status");
    String words =
        "pasó a " + Status.of(code).map(StatusWords::label).orElse(code) + " (" + code + ")";
    List<String> more = new ArrayList<>();
    put(more, "para el ", detail.getString("scheduled_on"));
    put(more, "a ", detail.getString("agency"));
    put(
        more,
        "folio ",
        detail.getLong("merged_into") == null ? null : detail.getLong("merged_into").toString());
    return more.isEmpty() ? words : words + ", " + String.join(", ", more);
  }

  private static void put(List<String> words, String before, @Nullable String value) {
    if (value != null) {
      words.add(before + value);
    }
  }

  private String assigned(JsonObject detail) {
    Long to = detail.getLong("assignee");
    return to == null ? "lo soltó" : "lo asignó a " + names.getOrDefault(to, "alguien");
  }

  private String changes(JsonObject detail) {
    List<String> changes = new ArrayList<>();
    if (detail.containsKey("section")) {
      String code = detail.getString("section");
      changes.add(
          "sección: "
              + (code == null
                  ? "sin sección"
                  : catalogue.section(code).map(Section::name).orElse(code)));
    }
    if (detail.containsKey("category")) {
      String code = detail.getString("category");
      changes.add("categoría: " + catalogue.category(code).map(Category::name).orElse(code));
    }
    if (detail.containsKey("urgent")) {
      changes.add(detail.getBoolean("urgent") ? "urgente" : "no urgente");
    }
    if (detail.containsKey("kind")) {
      changes.add(
          switch (detail.getString("kind")) {
            case "question" -> "es pregunta";
            case "complaint" -> "es queja";
            default -> "es necesidad";
          });
    }
    return changes.isEmpty() ? "datos" : String.join(", ", changes);
  }
}
