package mx.vozrural.desk;

import io.vertx.ext.web.RoutingContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import mx.vozrural.access.Role;
import mx.vozrural.access.Session;
import mx.vozrural.desk.DeskFrame.Place;
import mx.vozrural.domain.Community;
import mx.vozrural.web.Choice;
import mx.vozrural.web.Spanish;
import org.jspecify.annotations.Nullable;

/** What the pages of the desk have in common. */
final class Frames {
  private static final Pattern CONTROL = Pattern.compile("\\p{Cc}");

  private final DeskParts parts;

  Frames(DeskParts parts) {
    this.parts = parts;
  }

  DeskFrame of(Session session, Place here) {
    return new DeskFrame(
        session.staff().email(),
        role(session.staff().role()),
        session.csrf(),
        here,
        parts.keptTexts().waiting(session.staff().scope()),
        parts.parkedTexts().count(session.staff().scope()),
        Place.of(session.staff().role()),
        parts.ledger().exhaustedCap().map(Frames::overBudget).orElse(null),
        parts.alarms().get());
  }

  private static String overBudget(BigDecimal cap) {
    return "Se alcanzó el tope de gasto del mes ("
        + Spanish.pesos(cap)
        + "). Las respuestas y los avances siguen saliendo; los avisos a muchas personas esperan.";
  }

  private static String role(Role role) {
    return switch (role) {
      case TRIAGER -> "Triaje";
      case SECTION -> "Sección";
      case COORDINATOR -> "Coordinación";
      case AGENCY -> "Dependencia";
      case MONITOR -> "Monitoreo";
      case ADMIN -> "Administración";
    };
  }

  List<Choice> sections() {
    return parts.catalogue().sections().stream().map(s -> new Choice(s.code(), s.name())).toList();
  }

  List<Choice> categories() {
    return parts.catalogue().categories().stream()
        .map(c -> new Choice(c.code(), c.name()))
        .toList();
  }

  /** A community by name; null where none is known. */
  @Nullable String community(@Nullable Integer id) {
    return parts.catalogue().communities().stream()
        .filter(c -> Integer.valueOf(c.id()).equals(id))
        .map(Community::name)
        .findFirst()
        .orElse(null);
  }

  /** A parameter of the address, "" where it is missing. */
  static String parameter(RoutingContext ctx, String name) {
    String value = ctx.request().getParam(name);
    return value == null || value.length() > 300
        ? ""
        : CONTROL.matcher(value).replaceAll(" ").strip();
  }

  static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
