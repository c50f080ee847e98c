package mx.vozrural.commitments;

import java.text.Normalizer;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import mx.vozrural.commitments.Step.Reason;
import mx.vozrural.commitments.Step.Refused;
import mx.vozrural.domain.Catalogue;
import org.jspecify.annotations.Nullable;

/** What is wrong with a draft by itself, before anybody is counted. */
final class DraftCheck {
  /** Twilio refuses a longer body (error 21617). */
  static final int LONGEST = 1_600;

  static final int MOST_FOLIOS = 5_000;

  private static final Pattern CONTROL =
      Pattern.compile("[\\p{Cc}&&[^\\n\\t]]|[\\uFFFE\\uFFFF\\p{Cs}]");

  private final Catalogue catalogue;
  private final Plans plans;

  DraftCheck(Catalogue catalogue, Plans plans) {
    this.catalogue = catalogue;
    this.plans = plans;
  }

  static String words(String typed) {
    return Normalizer.normalize(typed.replace("\r\n", "\n").strip(), Normalizer.Form.NFC);
  }

  /**
   * @param spanish as each recipient would read it
   * @param english the same in English; null for none
   */
  Optional<Refused> of(Draft draft, String spanish, @Nullable String english, Instant now) {
    return words("body", draft.words(), spanish)
        .or(() -> english == null ? Optional.empty() : words("body_en", draft.english(), english))
        .or(() -> audience(draft.audience()))
        .or(() -> end(draft, now));
  }

  private static Optional<Refused> words(String field, String typed, String text) {
    String words = words(typed);
    if (words.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return invalid(field, "Escriba el aviso.");
    }
    if (CONTROL.matcher(words).find()) {
      return invalid(
          field, "El aviso lleva letras que ningún teléfono muestra. Escríbalo otra vez.");
    }
    return text.length() > LONGEST
        ? invalid(
            field,
            "Acorte el aviso: con el número para contestar lleva %,d letras y caben %,d."
                .formatted(text.length(), LONGEST))
        : Optional.empty();
  }

  private Optional<Refused> audience(Audience audience) {
    if (audience.sections().stream().anyMatch(code -> catalogue.section(code).isEmpty())) {
      return invalid("sections", "Hay una sección que no existe. Elija de la lista.");
    }
    if (audience.categories().stream().anyMatch(code -> catalogue.category(code).isEmpty())) {
      return invalid("categories", "Hay una categoría que no existe. Elija de la lista.");
    }
    if (audience.commitment() != null && plans.commitment(audience.commitment()).isEmpty()) {
      return invalid("commitment", "No hay un compromiso con esa clave.");
    }
    return audience.folios().size() > MOST_FOLIOS
        ? invalid("list", "Son demasiados folios: caben %,d.".formatted(MOST_FOLIOS))
        : Optional.empty();
  }

  private static Optional<Refused> end(Draft draft, Instant now) {
    return draft.endsAt() != null && !draft.endsAt().isAfter(now)
        ? invalid("ends_at", "Ese momento ya pasó. Diga hasta cuándo sirve el aviso.")
        : Optional.empty();
  }

  private static Optional<Refused> invalid(String field, String message) {
    return Optional.of(new Refused(Reason.INVALID, field, message));
  }
}
